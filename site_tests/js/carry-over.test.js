/** Drafts of an earlier revision in the browser: carried over when they are at hand, kept as they were. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Definition } from '../../theme/assets/js/definition.js';
import { answerChange, apply } from '../../theme/assets/js/draft/change.js';
import { asItWas, carryOver } from '../../theme/assets/js/draft/carry-over.js';
import { newDraft } from '../../theme/assets/js/draft/draft.js';
import { EarlierVersions } from '../../theme/assets/js/draft/earlier-versions.js';
import { inPresentRevision } from '../../theme/assets/js/draft/present-file.js';
import { reconcile } from '../../theme/assets/js/draft/reconcile.js';
import { Shelf } from '../../theme/assets/js/draft/shelf.js';
import { inRevisionOf } from '../../theme/assets/js/other-revision.js';
import { Browser } from './support/storage.js';
import { third, toThird } from './support/years.js';

const at = '2026-11-21T10:00:00Z';
const named = new Definition({ ...third.data, name_from: ['name'] });
const earlierRevisions = {
  bringUpToDate: (session) => carryOver(session, toThird),
  carriedOver: async (session, draft) => reconcile(draft, third, toThird, session.by),
};
const unreachable = {
  bringUpToDate: () => Promise.reject(new Error('offline')),
  carriedOver: () => Promise.reject(new Error('offline')),
};

/** @param {Record<string, any>} answers */
function older(answers) {
  const draft = newDraft({ draftId: 'd1', questionnaireId: 'garden', revision: 1, at });
  for (const [path, value] of Object.entries(answers)) apply(draft, answerChange(draft, path, value, { editor: 'ann', at }));
  return draft;
}

test('a file is carried over as it is opened, once, and says how much of it was', async () => {
  const browser = new Browser();
  const session = await browser.open({ definition: third, earlierRevisions });
  await session.openDraft(older({ title: 'Allotment', weather: 'fine' }));
  await session.settled();

  assert.equal(session.value('name'), 'Allotment');
  assert.deepEqual(session.record.carried_over, { from: 1, answers: 1, put_away: false });
  assert.equal(session.answerCount, 1);
  assert.equal(session.changedSinceDownload, false, 'the file holds all of it');

  session.flush();
  const later = await browser.open({ definition: third, earlierRevisions: unreachable });
  assert.equal(later.draft.questionnaire_revision, 3);
  assert.deepEqual(later.record.carried_over, { from: 1, answers: 1, put_away: false });
});

test('the draft as it was is had again whole, is not carried over unasked, and can be carried over again', async () => {
  const browser = new Browser();
  const session = await browser.open({ definition: third, earlierRevisions });
  const draft = older({ title: 'Allotment', size: '7' });
  const plain = (/** @type {any} */ some) => JSON.parse(JSON.stringify(some));
  const before = plain(draft);
  await session.openDraft(draft);
  const was = await asItWas(session);
  assert.deepEqual(plain(was), before);

  await session.openDraft(/** @type {any} */ (was), true);
  assert.deepEqual(plain(session.draft), before);
  assert.equal(session.others.length, 1, 'the one that was carried over is still there');
  await session.settled();
  session.flush();
  const later = await browser.open({ definition: third, earlierRevisions });
  assert.equal(later.draft.questionnaire_revision, 1);

  assert.equal(await later.carryOver(), true);
  assert.deepEqual([later.value('name'), later.value('size'), later.record.as_it_was], ['Allotment', 7, false]);
});

test('where the maps cannot be had the draft is as it was, and is carried over at the next visit', async () => {
  const browser = new Browser();
  const session = await browser.open({ definition: third, earlierRevisions: unreachable });
  await session.openDraft(older({ title: 'Allotment' }));
  await session.settled();
  session.flush();

  assert.equal(session.isOfEarlierRevision, true);
  assert.equal(await session.carryOver(), false);
  assert.equal(session.value('title'), 'Allotment');
  const later = await browser.open({ definition: third, earlierRevisions });
  assert.equal(later.value('name'), 'Allotment');
});

test('going back to a version from before keeps the questions where they are asked now', async () => {
  const session = await new Browser().open({ definition: third, earlierRevisions });
  await session.openDraft(older({ title: 'Allotment' }));
  session.set('name', 'Orchard');
  await session.settled();
  const versions = new EarlierVersions(session);
  const [first] = (await versions.list()).filter(({ reason }) => reason === 'revision');

  await versions.goBackTo(first, 'back');
  assert.equal(session.value('name'), 'Allotment');
  assert.equal(session.draft.questionnaire_revision, 3);
});

test('a file is looked at as it will be once open, and read as it is', async () => {
  const session = await new Browser().open({ definition: third, earlierRevisions });
  const draft = older({ title: 'Allotment', 'tree/state': 'superb', weather: 'fine' });
  const summary = { name: '', savedAt: at, answers: 0, unknown: 3, unusable: 0, unreadable: 0 };
  const result = await inPresentRevision({ ok: true, draft, summary }, session);

  assert.ok(result.ok);
  assert.equal(result.draft, draft);
  assert.equal(result.present.answers.name.value, 'Allotment');
  assert.deepEqual(result.summary, { ...summary, answers: 1, unusable: 1, unknown: 1 });
});

test('a file that cannot be carried over now says so: it is not to be combined or compared', async () => {
  const draft = older({ title: 'Allotment' });
  const summary = { name: '', savedAt: at, answers: 0, unknown: 1, unusable: 0, unreadable: 0 };
  const read = async (revisions) => {
    const session = await new Browser().open({ definition: third, earlierRevisions: revisions });
    const result = await inPresentRevision({ ok: true, draft, summary }, session);
    return result.ok && result.isBehind;
  };
  assert.equal(await read(unreachable), true);
  assert.equal(await read(earlierRevisions), false);
});

/** An earlier draft in the list, beside a new one; what carries it over is as given. */
async function shelved(revisions) {
  const browser = new Browser();
  const session = await browser.open({ definition: third, earlierRevisions: unreachable });
  await session.openDraft(older({ title: 'Allotment' }));
  const { id } = session.record;
  await session.startAfresh();
  session.set('name', 'Here');
  await session.settled();
  session.flush();
  const later = await browser.open({ definition: named, earlierRevisions: revisions });
  return { id, session: later, shelf: new Shelf(later) };
}

test('the list shows an earlier draft, and names it, by what it will be once it is open', async () => {
  const { id, shelf } = await shelved(earlierRevisions);
  const found = async () => (await shelf.list()).find((one) => one.id === id);
  assert.equal((await found())?.present?.answers.name.value, 'Allotment');
  assert.equal((await found())?.record?.draft.questionnaire_revision, 1, 'it is left as it is');
  await shelf.rename(id, 'Mine');
  await shelf.rename(id, '');
  assert.equal((await found())?.name, 'Allotment');
});

test('where the maps cannot be had the list still stands, and no new draft is started from half a draft', async () => {
  const { id, session, shelf } = await shelved(unreachable);
  assert.equal((await shelf.list()).find((one) => one.id === id)?.present, null);
  assert.equal(await shelf.startFrom(id, []), 'not-carried');
  assert.equal(session.value('name'), 'Here');
});

test('a draft of another questionnaire is carried over for a look, or it is said that it cannot be', async (context) => {
  const draft = older({ title: 'Allotment' });
  const answer = context.mock.method(globalThis, 'fetch', async () => new Response(JSON.stringify(toThird)));
  const present = await inRevisionOf(draft, third, 'maps.json');
  assert.equal(present.answers.name.value, 'Allotment');
  assert.equal(draft.questionnaire_revision, 1);
  assert.equal(await inRevisionOf(present, third, 'maps.json'), present);
  assert.equal(answer.mock.callCount(), 1);
  answer.mock.mockImplementation(async () => new Response('', { status: 404 }));
  await assert.rejects(inRevisionOf(draft, third, 'maps.json'));
});
