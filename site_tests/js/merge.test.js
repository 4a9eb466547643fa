/** Colleagues' drafts as one: what is taken, what is asked, and that nothing is lost on the way. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareDrafts } from '../../theme/assets/js/draft/compare.js';
import { hasEntry, valueAt } from '../../theme/assets/js/draft/draft.js';
import { hasNews, mergeChange } from '../../theme/assets/js/draft/merge.js';
import { Colleague, contentOf, fileOf } from './support/colleagues.js';

/** Two who start from the same file. */
function pair() {
  const clock = { now: 0 };
  const ana = new Colleague('ana', clock);
  ana.answer('name', 'Plot 4');
  ana.entry('jobs', 'dig', {});
  ana.answer('jobs/dig/what', 'Dig');
  ana.answer('jobs/dig/who', 'Ana');
  const ben = new Colleague('ben', clock);
  ben.open(ana, 'ben');
  clock.now = 60_000;
  return { ana, ben, clock };
}

const compare = (mine, ...others) => compareDrafts(mine.draft, others.map((other) => fileOf(other).draft));

/** The answers that are asked about: the newest first. */
function asked({ conflicts }) {
  return conflicts.flatMap((conflict) =>
    conflict.kind === 'answer' ? [[conflict.path, conflict.versions.map(({ record }) => record.value)]] : [],
  );
}

test('what only the other has changed is taken, with the stamp it has', () => {
  const { ana, ben } = pair();
  ben.answer('size', 3);
  ben.answer('name', 'Plot 5');
  ben.entry('jobs', 'sow', {});
  ben.answer('jobs/sow/what', 'Sow');
  ana.answer('planted', '2020-01-01');
  const { comparison } = ana.merge([fileOf(ben)]);

  assert.deepEqual(comparison.conflicts, []);
  assert.deepEqual(comparison.taken.map(({ path, former }) => [path, former?.value ?? null]), [
    ['jobs/sow/what', null],
    ['name', 'Plot 4'],
    ['size', null],
  ]);
  assert.deepEqual(comparison.takenEntries.map(({ entryId, what }) => [entryId, what]), [['sow', 'added']]);
  assert.equal(valueAt(ana.draft, 'planted'), '2020-01-01');
  assert.deepEqual(ana.draft.answers.name.stamp, ['ben', 2]);
});

test('what both have changed is asked, newest first, and the decision is known to whoever sees it', () => {
  const { ana, ben, clock } = pair();
  ana.answer('name', 'Ours');
  clock.now += 1000;
  ben.answer('name', 'Theirs');
  const { comparison } = ana.merge([fileOf(ben)], () => ({ answers: { name: 'Ours' }, kept: {} }));
  assert.deepEqual(asked(comparison), [['name', ['Theirs', 'Ours']]]);
  assert.equal(valueAt(ana.draft, 'name'), 'Ours');

  const back = ben.merge([fileOf(ana)]);
  assert.deepEqual(back.comparison.conflicts, []);
  assert.equal(valueAt(ben.draft, 'name'), 'Ours');
});

test('the same answer from both is no question: ticks in any order, texts but for the space around them', () => {
  const { ana, ben } = pair();
  ana.answer('needs', ['water', 'light']);
  ben.answer('needs', ['light', 'water']);
  ana.answer('why', 'dry ');
  ben.answer('why', 'dry');
  ana.answer('note', '');
  ben.answer('note', null);
  const { conflicts, taken } = compare(ana, ben);

  assert.deepEqual([conflicts, taken], [[], []]);
});

test('cleared against answered anew is asked; cleared in view of the answer is taken', () => {
  const { ana, ben } = pair();
  ben.answer('name', null);
  assert.deepEqual(compare(ana, ben).taken.map(({ path, answer }) => [path, answer.value]), [['name', null]]);

  ana.answer('name', 'Plot 6');
  const { conflicts } = compare(ana, ben);
  assert.deepEqual(conflicts.map(({ path }) => path), ['name']);
});

test('removed against edited is asked, and either decision holds', () => {
  for (const kept of [true, false]) {
    const { ana, ben } = pair();
    ana.entry('jobs', 'dig', { removed: true });
    ben.answer('jobs/dig/what', 'Dig deeper');
    const { comparison } = ana.merge([fileOf(ben)], () => ({ answers: {}, kept: { 'jobs/dig': kept } }));
    const [conflict] = comparison.conflicts;
    assert.ok(conflict.kind === 'removed-or-edited');
    assert.deepEqual(conflict.edits.map(({ path, version }) => [path, version.record.value]), [
      ['jobs/dig/what', 'Dig deeper'],
    ]);
    assert.equal(hasEntry(ana.draft, 'jobs', 'dig'), kept);
    assert.equal(valueAt(ana.draft, 'jobs/dig/what'), 'Dig deeper', 'there when it is brought back');

    assert.equal(hasNews(compare(ana, ben)), false);
    const { comparison: back } = ben.merge([fileOf(ana)]);
    assert.deepEqual(back.conflicts, []);
    assert.equal(hasEntry(ben.draft, 'jobs', 'dig'), kept);
  }
});

test('removed by one and untouched by the other is removed; moved is no matter to ask about', () => {
  const { ana, ben } = pair();
  ben.entry('jobs', 'dig', { removed: true });
  assert.deepEqual(compare(ana, ben).takenEntries.map(({ what }) => what), ['removed']);

  const other = pair();
  other.ana.entry('jobs', 'dig', { order: 'b5' });
  other.ben.entry('jobs', 'dig', { order: 'b6' });
  const { conflicts, takenEntries } = compare(other.ana, other.ben);
  assert.deepEqual([conflicts, takenEntries], [[], []]);
});

test('what was changed back by hand is offered again only when it is asked for', () => {
  const { ana, ben, clock } = pair();
  ben.answer('name', 'Theirs');
  ana.merge([fileOf(ben)]);
  clock.now += 1000;
  ana.answer('name', 'Plot 4');
  const again = compare(ana, ben);
  assert.equal(hasNews(again), false);
  assert.equal(again.older, 1);

  assert.deepEqual(asked(compareDrafts(ana.draft, [ben.draft], { askOlder: true })), [['name', ['Plot 4', 'Theirs']]]);
});

test('a part does not claim to have seen what it leaves out', () => {
  const { ana, ben } = pair();
  ben.answer('name', 'Theirs');
  ben.answer('size', 3);
  ana.merge([ben.part((path) => path === 'size')]);
  ana.answer('name', 'Ours');

  assert.equal(valueAt(ana.draft, 'size'), 3);
  assert.deepEqual(compare(ana, ben).conflicts.map(({ path }) => path), ['name']);
});

test('a part that comes back changes what it was sent for, and says nothing of the rest', () => {
  const { ana, clock } = pair();
  const cai = new Colleague('cai', clock);
  cai.open(ana.part((path) => path.startsWith('jobs')), 'cai');
  assert.deepEqual(Object.keys(cai.draft.answers), ['jobs/dig/what', 'jobs/dig/who']);
  cai.answer('jobs/dig/what', 'Dig deeper');
  // Beyond what it was sent for, and unseen by the sender.
  cai.answer('name', 'My plot');
  const { comparison } = ana.merge([fileOf(cai)]);

  assert.deepEqual(comparison.taken.map(({ path }) => path), ['jobs/dig/what']);
  assert.deepEqual(comparison.conflicts.map(({ path }) => path), ['name']);
  assert.equal(ana.draft.parts, null);
});

test('an editor whose id two computers used is not believed by count', () => {
  const { ana, clock } = pair();
  const twin = new Colleague('ana', clock);
  twin.open(ana, 'ana');
  clock.now += 1000;
  ana.answer('size', 1);
  ana.answer('name', 'Here');
  clock.now += 1000;
  twin.answer('name', 'There');
  twin.answer('planted', '2020-01-01');
  twin.answer('name', 'There again');
  const { comparison } = ana.merge([fileOf(twin)]);

  assert.deepEqual([...comparison.forked], ['ana']);
  assert.deepEqual(comparison.conflicts.map(({ path }) => path), ['name']);
  assert.equal(valueAt(ana.draft, 'planted'), '2020-01-01');
  assert.equal(hasNews(compare(ana, twin)), false);
  const { comparison: back } = twin.merge([fileOf(ana)]);
  assert.deepEqual(back.conflicts, []);
  assert.deepEqual(contentOf(twin.draft), contentOf(ana.draft));
});

test('files that each claim to have seen the other are asked about, and an answer neither knows is not lost', () => {
  const { ana, ben, clock } = pair();
  const cai = new Colleague('cai', clock);
  cai.open(ana, 'cai');
  ana.answer('name', 'One');
  clock.now += 1000;
  ben.answer('name', 'Two');
  clock.now += 1000;
  cai.answer('name', 'Three');
  Object.assign(ben.draft.seen, { ana: 99 });
  Object.assign(ana.draft.seen, { ben: 99 });

  assert.deepEqual(asked(compare(ana, ben, cai)), [['name', ['Three', 'Two', 'One']]]);
});

test('a name the person chose comes along, an editor’s name too, and the draft stays mine', () => {
  const { ana, ben } = pair();
  Object.assign(ben.draft, { name: 'Spring', name_chosen: true });
  ben.draft.editors.ben = 'Ben';
  ben.answer('size', 3);
  ana.draft.editors.ana = 'Ana';
  ana.merge([fileOf(ben)]);

  assert.deepEqual([ana.draft.name, ana.draft.name_chosen], ['Spring', true]);
  assert.deepEqual({ ...ana.draft.editors }, { ana: 'Ana', ben: 'Ben' });
});

test('the chosen name and the sections do not hang on the order of the files', () => {
  const { ana, ben } = pair();
  const file = (name, parts) => ({ ...fileOf(ben).draft, name, name_chosen: true, parts });
  ana.draft.parts = ['about'];
  ben.answer('size', 3);
  const others = [file('Zoe’s', ['work']), file('Ben’s', ['plants'])];
  const changes = [others, others.toReversed()].map((some) => {
    return mergeChange(compareDrafts(ana.draft, some), { answers: {}, kept: {} }, ana.by);
  });
  assert.deepEqual([changes[1].name, changes[1].parts], [changes[0].name, changes[0].parts]);
});
