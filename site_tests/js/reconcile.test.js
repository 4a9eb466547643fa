import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerChange, apply, entryChange } from '../../theme/assets/js/draft/change.js';
import { compareDrafts } from '../../theme/assets/js/draft/compare.js';
import { answeredPaths, newDraft, valueAt } from '../../theme/assets/js/draft/draft.js';
import { editCount } from '../../theme/assets/js/draft/knowledge.js';
import { toFileText } from '../../theme/assets/js/draft/file.js';
import { lookBack } from '../../theme/assets/js/draft/look-back.js';
import { hasNews } from '../../theme/assets/js/draft/merge.js';
import { reconcile } from '../../theme/assets/js/draft/reconcile.js';
import { second, third, toSecond, toThird } from './support/years.js';

const at = '2026-11-21T10:00:00Z';
const ANN = { editor: 'ann', at };
const BEN = { editor: 'ben', at };

/**
 * A draft of an earlier revision.
 * @param {Record<string, any>} answers
 * @param {Record<string, string[]>} [entries]
 */
function draftOf(answers, entries = {}, revision = 1) {
  const draft = newDraft({ draftId: 'd1', questionnaireId: 'garden', revision, at });
  for (const [list, ids] of Object.entries(entries)) {
    for (const id of ids) apply(draft, entryChange(draft, list, id, {}, ANN));
  }
  for (const [path, value] of Object.entries(answers)) apply(draft, answerChange(draft, path, value, ANN));
  return draft;
}

const toPresent = (draft, by = BEN) => reconcile(draft, third, toThird, by);
const paths = (old) => old.map(({ path }) => path);

test('an answer moves with its question, with the stamp it had', () => {
  const draft = draftOf({ title: 'Allotment' });
  const { draft: carried, ...counts } = toPresent(draft);

  assert.deepEqual(carried.answers.name, draft.answers.title);
  assert.equal(carried.questionnaire_revision, 3);
  assert.equal(counts.carried, 1);
  assert.deepEqual([counts.toLookAt, counts.keptAside], [[], []]);
});

test('options follow their new ids, and the author’s map where the type is another', () => {
  const { draft } = toPresent(draftOf({ 'tree/state': 'fair', fence: 'yes' }));

  assert.equal(valueAt(draft, 'apple/state'), 'middling');
  assert.equal(valueAt(draft, 'apple/fence'), 'closed');
});

test('a number that was written as text becomes one, and other text is there to be looked at', () => {
  assert.equal(valueAt(toPresent(draftOf({ size: ' 2.5 ' })).draft, 'size'), 2.5);

  const { draft, carried, toLookAt } = toPresent(draftOf({ size: 'quite large' }));
  assert.equal(valueAt(draft, 'size'), 'quite large');
  assert.equal(carried, 0);
  assert.deepEqual(paths(toLookAt), ['size']);
});

test('an answer put in other words in its own place leaves the original beside it', () => {
  const draft = draftOf({ size: '7' });
  const { draft: carried } = toPresent(draft);

  assert.deepEqual(carried.answers['size@1'], draft.answers.size);
  assert.deepEqual(carried.answers.size, { ...draft.answers.size, value: 7 });
});

test('an option that has gone is to be looked at, with its label as it was and why it went, until it is answered', () => {
  const { draft, toLookAt } = toPresent(draftOf({ 'tree/state': 'superb' }));

  assert.deepEqual(paths(toLookAt), ['apple/state']);
  assert.equal(toLookAt[0].was?.options.superb, 'Superb');
  assert.equal(toLookAt[0].was?.option_whys.superb, 'Nobody chose it.');

  apply(draft, answerChange(draft, 'apple/state', 'poor', BEN));
  assert.deepEqual(lookBack(draft, third, toThird), { carried: 1, toLookAt: [], keptAside: [] });
});

test('of several ticks those that can be made stay, and that one went is to be looked at', () => {
  const { draft, toLookAt } = toPresent(draftOf({ 'tree/needs': ['moss', 'water'] }));

  assert.deepEqual(valueAt(draft, 'apple/needs'), ['water']);
  assert.deepEqual(toLookAt.map(({ path, value }) => [path, value]), [['apple/needs', ['moss', 'water']]]);

  apply(draft, answerChange(draft, 'apple/needs', ['water', 'light'], BEN));
  assert.deepEqual(lookBack(draft, third, toThird).toLookAt, []);
});

test('what is not asked any more is kept aside, as the question was and why it went', () => {
  const { draft, carried, keptAside } = toPresent(draftOf({ weather: 'fine', unheard: 'of' }));

  assert.equal(carried, 0);
  assert.deepEqual(paths(keptAside), ['weather', 'unheard']);
  assert.equal(keptAside[0].was?.title, 'How was the weather?');
  assert.equal(keptAside[0].was?.why, 'It is another every day.');
  assert.equal(keptAside[1].was, null);
  assert.equal(valueAt(draft, 'weather'), 'fine');
});

test('a list under a new name keeps its entries, their order and those that were removed', () => {
  const draft = draftOf({ 'tasks/t1/what': 'Dig', 'tasks/t2/what': 'Weed' }, { tasks: ['t1', 't2'] });
  apply(draft, entryChange(draft, 'tasks', 't2', { removed: true }, ANN));
  const { draft: carried, ...counts } = toPresent(draft);

  assert.deepEqual({ ...carried.entries.jobs }, { ...draft.entries.tasks });
  assert.equal(valueAt(carried, 'jobs/t1/task'), 'Dig');
  assert.equal(valueAt(carried, 'jobs/t2/task'), 'Weed');
  assert.deepEqual({ ...counts, change: null }, { carried: 1, toLookAt: [], keptAside: [], change: null });
});

test('an answer that is now asked for each of a list becomes the first of the list', () => {
  const { draft } = toPresent(draftOf({ keeper: 'Water it', 'tasks/t1/what': 'Dig' }, { tasks: ['t1'] }));

  assert.equal(valueAt(draft, 'jobs/earlier/task'), 'Water it');
  assert.equal(third.item('jobs')?.type, 'entries');
  assert.deepEqual(Object.keys(draft.entries.jobs).sort(), ['earlier', 't1']);
  assert.ok(draft.entries.jobs.earlier.order < draft.entries.jobs.t1.order);
});

test('where two questions became one, the one that kept its place counts, and the other answer is kept aside', () => {
  const { draft, keptAside } = toPresent(draftOf({ paint: 'blue', colour: 'red' }));
  assert.equal(valueAt(draft, 'colour'), 'red');
  assert.deepEqual(paths(keptAside), ['paint']);

  const alone = toPresent(draftOf({ paint: 'blue' }));
  assert.equal(valueAt(alone.draft, 'colour'), 'blue');
  assert.deepEqual(paths(alone.keptAside), []);
});

test('a draft of a later revision is carried over from where it is: what an earlier one left behind stays behind', () => {
  const { draft } = reconcile(draftOf({ title: 'Old', fence: 'yes' }), second, toSecond, BEN);
  apply(draft, answerChange(draft, 'name', 'New', BEN));
  apply(draft, answerChange(draft, 'fence', 'open', BEN));
  const { draft: carried } = toPresent(draft);

  assert.equal(valueAt(carried, 'name'), 'New');
  assert.equal(valueAt(carried, 'apple/fence'), 'open');
});

test('a revision that is not on record counts as the one before it', () => {
  const maps = { ...toThird, revisions: [1] };
  const { draft } = reconcile(draftOf({ title: 'Allotment' }, {}, 2), third, maps, BEN);

  assert.equal(valueAt(draft, 'name'), 'Allotment');
});

test('a file of chosen sections carries the sections as they are called now, and has seen what it had seen', () => {
  const draft = draftOf({ title: 'Allotment' });
  draft.parts = ['start', 'elsewhere'];
  draft.seen_in_parts = [{ paths: ['title', 'tree', 'tasks/t1'], seen: { cy: 4 } }];
  const { draft: carried } = toPresent(draft);

  assert.deepEqual(carried.parts, ['about', 'elsewhere']);
  assert.deepEqual(
    carried.seen_in_parts[0].paths.filter((path) => !['title', 'tree', 'tasks/t1'].includes(path)).sort(),
    ['apple/needs', 'apple/state', 'jobs/t1', 'name'],
  );
});

test('it counts as one edit, so that a copy from before is known to be older', () => {
  const draft = draftOf({ title: 'Allotment' });

  assert.equal(editCount(toPresent(draft).draft), editCount(draft) + 1);
});

// Any draft of the first revision, with whatever people and hostile files put into it

const value = fc.oneof(
  fc.constantFrom('yes', 'no', 'dont-know', 'poor', 'fair', 'superb', 'red', 'blue', '7', ' 2.5', '', 'some words'),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.uniqueArray(fc.constantFrom('water', 'light', 'moss', 'red', '__proto__'), { maxLength: 4 }),
  fc.constant(null),
);
const entryId = fc.constantFrom('t1', 't2', 't3', 'earlier');
const path = fc.oneof(
  fc.constantFrom('title', 'size', 'fence', 'paint', 'colour', 'tree/state', 'tree/needs', 'keeper', 'weather'),
  fc.tuple(entryId, fc.constantFrom('what', 'cost', 'else')).map(([id, child]) => `tasks/${id}/${child}`),
  fc.constantFrom('constructor', '__proto__', 'toString/valueOf', 'a/b/c/d', '', '/', 'jobs/*/what', 'tasks/*/what'),
);
const edit = fc.oneof(
  { weight: 4, arbitrary: fc.record({ path, value, editor: fc.constantFrom('ann', 'ben', 'cy') }) },
  { weight: 1, arbitrary: fc.record({ entry: entryId, removed: fc.boolean(), editor: fc.constantFrom('ann', 'ben') }) },
);
const draft = fc.array(edit, { maxLength: 25 }).map((edits) => {
  const made = newDraft({ draftId: 'd1', questionnaireId: 'garden', revision: 1, at });
  for (const one of edits) {
    const by = { editor: one.editor, at };
    if ('entry' in one) apply(made, entryChange(made, 'tasks', one.entry, { removed: one.removed }, by));
    else apply(made, answerChange(made, one.path, one.value, by));
  }
  return made;
});
const RUNS = { numRuns: 1000 };

test('nothing is lost: every answer is where it was or beside it, unchanged, and the draft given is left alone', () => {
  fc.assert(
    fc.property(draft, (before) => {
      const text = toFileText(before);
      const { draft: after } = toPresent(before);
      assert.equal(toFileText(before), text);
      for (const [at, answer] of Object.entries(before.answers)) {
        const kept = [after.answers[at], after.answers[`${at}@1`]];
        assert.ok(kept.some((each) => each && JSON.stringify(each) === JSON.stringify(answer)), at);
      }
      for (const [id, entries] of Object.entries(before.entries)) {
        for (const [entry, record] of Object.entries(entries)) assert.deepEqual(after.entries[id][entry], record);
      }
    }),
    RUNS,
  );
});

test('nobody is said to have edited: every answer carries a stamp that one before it had', () => {
  fc.assert(
    fc.property(draft, (before) => {
      const stamps = new Set(Object.values(before.answers).map(({ stamp }) => stamp.join()));
      for (const { stamp } of Object.values(toPresent(before).draft.answers)) assert.ok(stamps.has(stamp.join()));
    }),
    RUNS,
  );
});

test('carrying over twice is carrying over once', () => {
  fc.assert(
    fc.property(draft, (before) => {
      const once = toPresent(before);
      const twice = toPresent(once.draft);
      assert.deepEqual(twice.change, {});
      assert.equal(toFileText(twice.draft), toFileText(once.draft));
      assert.deepEqual([twice.carried, twice.toLookAt, twice.keptAside], [once.carried, once.toLookAt, once.keptAside]);
    }),
    RUNS,
  );
});

test('two people who carry the same draft over apart have the same answers and entries', () => {
  fc.assert(
    fc.property(draft, (before) => {
      const [mine, theirs] = [toPresent(before, ANN), toPresent(before, BEN)].map(({ draft: each }) => each);
      assert.deepEqual(mine.answers, theirs.answers);
      assert.deepEqual(mine.entries, theirs.entries);
      assert.equal(hasNews(compareDrafts(mine, [theirs])), false, 'a merge finds nothing to ask or to take');
    }),
    RUNS,
  );
});

test('by way of the revision between, each question has the same answer as at one go', () => {
  fc.assert(
    fc.property(draft, (before) => {
      const between = reconcile(before, second, toSecond, ANN).draft;
      const byStages = toPresent(between).draft;
      const atOnce = toPresent(before).draft;
      for (const at of new Set([...Object.keys(byStages.answers), ...Object.keys(atOnce.answers)])) {
        if (third.item(at)) assert.deepEqual(valueAt(byStages, at), valueAt(atOnce, at), at);
      }
      assert.deepEqual(byStages.entries.jobs, atOnce.entries.jobs);
    }),
    RUNS,
  );
});

test('every answer is counted once: carried over, to look at, or kept aside', () => {
  fc.assert(
    fc.property(draft, (before) => {
      // Where two questions became one and agree, there is one answer where there were two; and no page names an
      // entry as carrying over does.
      fc.pre(valueAt(before, 'paint') === null && !before.entries.tasks?.earlier);
      const { carried, toLookAt, keptAside } = toPresent(before);
      assert.equal(carried + toLookAt.length + keptAside.length, answeredPaths(before).length);
    }),
    RUNS,
  );
});
