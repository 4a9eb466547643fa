/** A merge that is taken back: the draft is as it was, and to whoever has its file the merge was never made. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareDrafts } from '../../theme/assets/js/draft/compare.js';
import { decodeDraft } from '../../theme/assets/js/draft/decode.js';
import { EarlierVersions } from '../../theme/assets/js/draft/earlier-versions.js';
import { mergeChange } from '../../theme/assets/js/draft/merge.js';
import { redo } from '../../theme/assets/js/draft/redo.js';
import { Colleague, contentOf, fileOf } from './support/colleagues.js';
import { Browser } from './support/storage.js';

/** Mo's browser, and Ana's copy in which she has gone on. */
async function begin() {
  const browser = new Browser();
  const mo = await browser.open();
  mo.set('name', 'Plot 4');
  mo.addEntry('jobs', 'dig', { what: 'Dig' });
  const ana = new Colleague('ana', { now: 60_000 });
  ana.open({ draft: mo.draft, history: new Map() }, 'ana');
  ana.answer('name', 'Plot 5');
  ana.answer('size', 3);
  ana.entry('jobs', 'sow', {});
  ana.answer('jobs/sow/what', 'Sow');
  mo.set('planted', '2020-01-01');
  return { browser, mo, ana, earlier: new EarlierVersions(mo) };
}

function combine(mo, ana) {
  const comparison = compareDrafts(mo.draft, [fileOf(ana).draft]);
  mo.edit(mergeChange(comparison, { answers: {}, kept: {} }, mo.by));
  return found(comparison);
}

const found = ({ taken, takenEntries, conflicts, older }) => ({
  taken: taken.map(({ path }) => path),
  entries: takenEntries.map(({ entryId, what }) => [entryId, what]),
  conflicts: conflicts.map(({ path }) => path),
  older,
});

const ALL = {
  taken: ['jobs/sow/what', 'name', 'size'],
  entries: [['sow', 'added']],
  conflicts: [],
  older: 0,
};

test('a colleague keeps what she answered, and the same file brings the same again', async () => {
  const { browser, mo, ana } = await begin();
  const before = contentOf(mo.draft);
  assert.deepEqual(combine(mo, ana), ALL);
  mo.undo();
  assert.deepEqual(contentOf(mo.draft), before);

  const hers = contentOf(ana.draft);
  const { comparison } = ana.merge([fileOf({ draft: mo.draft, history: new Map() })]);
  assert.deepEqual(found(comparison), { taken: ['planted'], entries: [], conflicts: [], older: 1 });
  assert.deepEqual(contentOf(ana.draft), { ...hers, answers: { ...hers.answers, planted: '2020-01-01' } });

  await mo.settled();
  mo.flush();
  const later = await browser.open();
  assert.deepEqual(contentOf(later.draft), before, 'stored like any other edit');
  assert.deepEqual(combine(later, ana), ALL);
});

test('undone, done again and undone once more, it is still taken back', async () => {
  const { mo, ana } = await begin();
  combine(mo, ana);
  mo.undo();
  mo.redo();
  assert.equal(mo.value('size'), 3);
  mo.undo();
  assert.equal(mo.value('size'), null);
  ana.merge([fileOf({ draft: mo.draft, history: new Map() })]);
  assert.deepEqual([ana.draft.answers.size.value, ana.draft.answers.name.value], [3, 'Plot 5']);
});

test('an answer given where something was taken back is asked about, for the other was never weighed', async () => {
  const { mo, ana } = await begin();
  combine(mo, ana);
  mo.undo();
  mo.set('size', 50);
  const { comparison } = ana.merge([fileOf({ draft: mo.draft, history: new Map() })]);
  assert.deepEqual(found(comparison).conflicts, ['size']);
});

test('going back to the version from before the merge leaves colleagues theirs as well', async () => {
  const { mo, ana, earlier } = await begin();
  await mo.snapshot('merge');
  const [snapshot] = await earlier.list();
  combine(mo, ana);
  mo.set('planted', '2021-01-01');
  ana.merge([fileOf({ draft: mo.draft, history: new Map() })]);
  await earlier.goBackTo(snapshot, 'going back');
  assert.deepEqual([mo.value('size'), mo.value('planted'), mo.value('name')], [null, '2020-01-01', 'Plot 4']);

  const { comparison } = ana.merge([fileOf({ draft: mo.draft, history: new Map() })]);
  assert.deepEqual(found(comparison).conflicts, []);
  assert.deepEqual([ana.draft.answers.size.value, ana.draft.answers.name.value], [3, 'Plot 5']);
  assert.equal(ana.draft.answers.planted.value, '2020-01-01', 'whose it is may take it back');
});

test('taken back on top of what another tab has stored, it is taken back all the same', async () => {
  const { mo, ana } = await begin();
  combine(mo, ana);
  const other = fileOf({ draft: mo.draft, history: new Map() }).draft;
  mo.undo();
  redo(other, { answers: mo.draft.answers, entries: mo.draft.entries }, { editor: 'tab', at: '2026-11-21T12:00:00Z' });
  ana.merge([{ draft: other, history: new Map() }]);
  assert.equal(ana.draft.answers.size.value, 3);
});

test('a sector’s file that joins a part is taken out of it again', async () => {
  const { mo, ana } = await begin();
  mo.edit({ parts: ['plot'] });
  combine(mo, ana);
  assert.equal(mo.draft.parts, null);
  mo.undo();
  assert.deepEqual(mo.draft.parts, ['plot']);
});

test('what a file says of it is read or left out, and nothing else of the answer with it', () => {
  const base = fileOf(new Colleague('ana', { now: 0 })).draft;
  const at = '2026-11-21T12:00:00Z';
  const read = (more) => {
    const answers = { size: { value: 3, stamp: ['ana', 1], at, ...more } };
    const decoded = decodeDraft({ ...base, answers });
    return decoded.ok && decoded.draft.answers.size;
  };
  const kept = { again: { stamp: ['ben', 2], at }, unseen: [['ben', 1, 2]] };
  assert.deepEqual(read(kept), { value: 3, stamp: ['ana', 1], at, ...kept });
  assert.deepEqual(read({ again: null }), { value: 3, stamp: ['ana', 1], at, again: null });
  for (const again of ['x', 7, [], { at: 'soon' }]) assert.deepEqual(read({ again }), { value: 3, stamp: ['ana', 1], at });
  const odd = [['ben', -1, 2], ['ben'], 'ben', null, ['ben', 1, 2, 'x']];
  assert.deepEqual(read({ unseen: odd }), { value: 3, stamp: ['ana', 1], at, unseen: [['ben', 1, 2]] });
});

test('what was never weighed is asked about, whatever else is combined after the merge was taken back', () => {
  const clock = { now: 0 };
  const [mo, ana, ben, cai] = ['mo', 'ana', 'ben', 'cai'].map((name) => new Colleague(name, clock));
  ben.answer('name', 'Plot 7');
  mo.answer('size', 3);
  mo.merge([fileOf(ben)]);
  mo.undo();

  ana.answer('name', 'Plot 5');
  mo.merge([fileOf(ana)]);
  assert.deepEqual(found(compareDrafts(mo.draft, [ben.draft])).conflicts, ['name']);

  cai.answer('name', 'Plot 9');
  const { comparison } = cai.merge([fileOf(mo)]);
  assert.deepEqual(found(comparison).conflicts, ['name']);
  assert.deepEqual(found(compareDrafts(cai.draft, [ben.draft])).conflicts, ['name']);
});
