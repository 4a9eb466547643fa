/** The draft at hand: edits, replacing it and going back, and two tabs on one draft. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newDraft } from '../../theme/assets/js/draft/draft.js';
import { readDraftText, toFileText } from '../../theme/assets/js/draft/file.js';
import { garden } from './support/questionnaire.js';
import { Browser, next, refused, store } from './support/storage.js';

function fileWith(answers) {
  const at = '2026-11-01T08:00:00.000Z';
  const draft = newDraft({ draftId: 'from-file', questionnaireId: 'garden', revision: 2, at });
  Object.entries(answers).forEach(([path, value], index) => {
    draft.answers[path] = { value, stamp: ['ben', index + 1], at };
  });
  const result = readDraftText(toFileText(draft), garden);
  assert.ok(result.ok);
  return result.draft;
}

test('an edit is there at once, is announced, and the same answer again is no edit', async () => {
  const session = await new Browser().open();
  const paths = [];
  session.addEventListener('change', (event) => paths.push(/** @type {CustomEvent} */ (event).detail.path));
  session.set('apple/needs', ['water']);
  session.set('apple/needs', ['water']);
  session.set('name', null);

  assert.deepEqual(session.value('apple/needs'), ['water']);
  assert.deepEqual(paths, ['apple/needs']);
  assert.equal(session.version, 1);
});

test('what depends on an answer follows it', async () => {
  const session = await new Browser().open();
  session.set('apple/why', 'too dry');
  assert.equal(session.evaluation.isVisible('apple/why'), false);
  session.set('apple/state', 'poor');

  assert.equal(session.evaluation.isVisible('apple/why'), true);
  assert.deepEqual(session.response().answers, { 'apple/state': 'poor', 'apple/why': 'too dry' });
});

test('the draft is called what its questionnaire says, in the file as well', async () => {
  const browser = new Browser();
  const session = await browser.open();
  await store(session, 'name', 'Allotment');

  assert.equal(session.draft.name, 'Allotment');
  assert.equal((await browser.open()).draft.name, 'Allotment');
});

test('a draft that the person has named keeps its name, until the name is taken away', async () => {
  const browser = new Browser();
  const session = await browser.open();
  await store(session, 'name', 'Allotment');
  session.rename('  The big one ');
  await store(session, 'name', 'Orchard');

  const again = await browser.open();
  assert.deepEqual([again.draft.name, again.draft.name_chosen], ['The big one', true]);
  again.rename(' ');
  assert.equal(again.draft.name, 'Orchard');
  await store(again, 'name', 'Park');
  assert.equal((await browser.open()).draft.name, 'Park');
});

test('a download is remembered until something changes', async () => {
  const browser = new Browser();
  const session = await browser.open();
  await store(session, 'name', 'Mine');
  assert.equal(session.changedSinceDownload, true);
  session.markDownloaded();
  assert.equal(session.changedSinceDownload, false);
  await store(session, 'size', 3);

  assert.equal(session.changedSinceDownload, true);
  assert.equal((await browser.open()).changedSinceDownload, true);
});

test('a file takes the place of the draft, which can be had back, now and later', async () => {
  const browser = new Browser();
  const session = await browser.open();
  await store(session, 'name', 'Mine');
  await session.openDraft(fileWith({ name: 'Theirs', size: 9 }));

  assert.equal(session.value('size'), 9);
  assert.equal(session.changedSinceDownload, false, 'the file has it');
  const later = await browser.open();
  assert.equal(later.value('size'), 9);
  assert.deepEqual(later.others.map((head) => head.name), ['Mine']);

  assert.equal(await later.openRecord(later.others[0].id), true);
  assert.equal(later.value('name'), 'Mine');
  const last = await browser.open();
  assert.equal(last.value('name'), 'Mine');
  assert.equal(last.value('size'), null);
  assert.equal(last.others.length, 1);
});

test('the same file opened twice is two copies, and none of them is lost', async () => {
  const browser = new Browser();
  const session = await browser.open();
  await session.openDraft(fileWith({ name: 'Theirs' }));
  await store(session, 'size', 1);
  await session.openDraft(fileWith({ name: 'Theirs' }));
  await store(session, 'size', 2);

  const [first] = session.others;
  await session.openRecord(first.id);
  assert.equal(session.value('size'), 1);
});

test('an opened file is edited under a new editor: two lines of edits never share a stamp', async () => {
  const browser = new Browser();
  const session = await browser.open();
  await store(session, 'name', 'Mine');
  const file = readDraftText(toFileText(session.draft), garden);
  await store(session, 'size', 1);
  assert.ok(file.ok);
  await session.openDraft(file.draft);
  await store(session, 'size', 2);
  const reopened = session.draft.answers.size.stamp;
  await session.openRecord(session.others[0].id);

  assert.notDeepEqual(session.draft.answers.size.stamp, reopened);
  assert.notEqual(session.draft.answers.size.stamp[0], reopened[0]);
});

test('starting afresh keeps the old draft, and stays so', async () => {
  const browser = new Browser();
  const session = await browser.open();
  await store(session, 'name', 'Mine');
  await session.startAfresh();

  const later = await browser.open();
  assert.equal(later.isBlank, true);
  assert.deepEqual(later.others.map((head) => head.name), ['Mine']);
});

test('where nothing can be stored, a replaced draft can be had back all the same', async () => {
  const session = await new Browser().open({ storage: refused, factory: refused });
  session.set('name', 'Mine');
  await session.settled();
  await session.openDraft(fileWith({ name: 'Theirs' }));
  await session.openRecord(session.others[0].id);

  assert.equal(session.value('name'), 'Mine');
});

for (const { where, ...parts } of [
  { where: 'in both places' },
  { where: 'in the journal alone', storage: refused },
  { where: 'in localStorage alone', factory: refused },
]) {
  test(`two tabs, kept ${where}: neither overwrites the other, even when they hear nothing`, async () => {
    const browser = new Browser();
    const one = await browser.open(parts);
    await store(one, 'name', 'Mine');
    const other = await browser.open(parts);
    for (const tab of browser.tabs) tab.deaf = true;

    await store(one, 'size', 1);
    await store(other, 'apple/state', 'good');
    await store(one, 'name', 'Ours');
    await store(other, 'name', 'Everyone’s');

    const answers = (session) => ['name', 'size', 'apple/state'].map((path) => session.value(path));
    assert.deepEqual(answers(await browser.open(parts)), ['Everyone’s', 1, 'good']);
    assert.deepEqual(answers(other), ['Everyone’s', 1, 'good']);
  });
}

test('an entry removed in one tab and one added in the other are both so', async () => {
  const browser = new Browser();
  const one = await browser.open();
  const job = one.addEntry('jobs', 'first');
  await one.settled();
  const other = await browser.open();
  for (const tab of browser.tabs) tab.deaf = true;
  one.removeEntry('jobs', job);
  await one.settled();
  other.addEntry('jobs', 'second');
  await other.settled();

  assert.deepEqual((await browser.open()).entryIds('jobs'), ['second']);
});

test('the second tab says so, and each takes over what the other saves', async () => {
  const browser = new Browser();
  const one = await browser.open();
  await store(one, 'name', 'Mine');
  const other = await browser.open();
  await next(other, 'shared');

  const stale = next(other, 'stale');
  await store(one, 'size', 5);
  await stale;
  const replaced = next(other, 'replaced');
  await other.refresh();
  assert.deepEqual(await replaced, { cause: 'other-tab' });
  assert.equal(other.value('size'), 5);
});

test('a name chosen in one tab outlives the answers of another', async () => {
  const browser = new Browser();
  const one = await browser.open();
  await store(one, 'name', 'Allotment');
  const other = await browser.open();
  one.rename('The big one');
  await one.settled();
  await store(other, 'name', 'Orchard');

  const again = await browser.open();
  assert.deepEqual([again.draft.name, again.value('name')], ['The big one', 'Orchard']);
});

test('a tab whose draft was replaced elsewhere hears of it and keeps to its own', async () => {
  const browser = new Browser();
  const one = await browser.open();
  await store(one, 'name', 'Mine');
  const other = await browser.open();
  const elsewhere = next(other, 'elsewhere');
  await one.startAfresh();
  await store(one, 'name', 'New');
  await elsewhere;
  await store(other, 'size', 5);

  const later = await browser.open();
  assert.equal(later.value('name'), 'New');
  await later.openRecord(later.others[0].id);
  assert.deepEqual([later.value('name'), later.value('size')], ['Mine', 5]);
});

test('messages about another questionnaire are nobody’s business, but for a cleared computer', async () => {
  const browser = new Browser();
  const session = await browser.open();
  await store(session, 'name', 'Mine');
  for (const type of ['saved', 'replaced', 'hello']) {
    browser.tabs[0].listener({ type, questionnaireId: 'kitchen', id: 'x' });
  }
  assert.equal(session.value('name'), 'Mine');
  browser.tabs[0].listener({ type: 'cleared', questionnaireId: 'kitchen', id: 'x' });
  assert.equal(session.isBlank, true);
});

test('an instant comes from a clock that may go back, and no answer is lost by it', async () => {
  const browser = new Browser();
  const session = await browser.open({ now: () => new Date('2026-11-21T10:00:00Z') });
  await store(session, 'name', 'earlier');
  const later = await browser.open({ now: () => new Date('2020-01-01T00:00:00Z') });
  await store(later, 'name', 'later');

  assert.equal((await browser.open()).value('name'), 'later');
});

test('an entry can answer from the start, in one edit', async () => {
  const session = await new Browser().open();
  const changed = [];
  session.addEventListener('change', (event) => changed.push(/** @type {CustomEvent} */ (event).detail.path));
  const id = session.addEntry('jobs', undefined, { what: 'Dig' });

  assert.deepEqual(changed, ['jobs']);
  assert.equal(session.version, 1);
  assert.equal(session.value(`jobs/${id}/what`), 'Dig');
});

test('a copy of an entry stands right after it, with the same answers but for those given', async () => {
  const browser = new Browser();
  const session = await browser.open();
  const first = session.addEntry('jobs', 'first', { what: 'Dig', cost: 3 });
  session.addEntry('jobs', 'last', { what: 'Sow' });
  const copy = session.duplicateEntry('jobs', first, { what: 'Dig (copy)' });
  await session.settled();
  session.flush();

  assert.deepEqual(session.entryIds('jobs'), ['first', copy, 'last']);
  const kept = await browser.open();
  assert.deepEqual(kept.response().answers, {
    'jobs/first/what': 'Dig',
    'jobs/first/cost': 3,
    [`jobs/${copy}/what`]: 'Dig (copy)',
    [`jobs/${copy}/cost`]: 3,
    'jobs/last/what': 'Sow',
  });
});

test('an entry is moved among those it is shown with, past those between', async () => {
  const session = await new Browser().open();
  for (const id of ['a', 'b', 'c', 'd']) session.addEntry('jobs', id);

  session.moveEntry('jobs', 'd', -1, ['b', 'd']);
  assert.deepEqual(session.entryIds('jobs'), ['a', 'd', 'b', 'c']);
  session.moveEntry('jobs', 'a', 1, ['a', 'c']);
  assert.deepEqual(session.entryIds('jobs'), ['d', 'b', 'c', 'a']);
  session.moveEntry('jobs', 'a', 1, ['c', 'a']);
  assert.deepEqual(session.entryIds('jobs'), ['d', 'b', 'c', 'a']);
});
