/** Merging by stories of several people, told at random: what holds in every one of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { apply } from '../../theme/assets/js/draft/change.js';
import { compareDrafts, isSameValue } from '../../theme/assets/js/draft/compare.js';
import { answeredPaths, hasEntry, valueAt } from '../../theme/assets/js/draft/draft.js';
import { hasNews, mergeChange } from '../../theme/assets/js/draft/merge.js';
import { Colleague, contentOf, fileOf, originOf, recordsOf } from './support/colleagues.js';

const PATHS = ['name', 'size', 'apple/state', 'constructor', 'gone/question', 'jobs/x/what', 'jobs/y/what'];
const VALUES = ['one', 'two', '', null, 3, ['a', 'b'], ['b', 'a'], ['a'], 'one '];
const who = fc.nat(3);
const path = fc.constantFrom(...PATHS);
const value = fc.constantFrom(...VALUES);
const entry = fc.constantFrom('x', 'y');
const carried = fc.subarray(PATHS);
const choose = fc.nat(2);
const event = (does, parts) => fc.record({ does: fc.constant(does), who, ...parts });
const happening = fc.oneof(
  { weight: 8, arbitrary: event('answer', { path, value }) },
  { weight: 3, arbitrary: event('entry', { entry, removed: fc.boolean() }) },
  { weight: 1, arbitrary: event('move', { entry }) },
  { weight: 3, arbitrary: event('merge', { from: who, choose }) },
  { weight: 1, arbitrary: event('part', { from: who, carried, choose }) },
  { weight: 2, arbitrary: event('undo', {}) },
  { weight: 1, arbitrary: event('redo', {}) },
  { weight: 1, arbitrary: event('open', { from: who }) },
  { weight: 1, arbitrary: event('open-part', { from: who, carried }) },
);
const storyIn = (...pauses) => fc.array(fc.tuple(happening, fc.constantFrom(...pauses)), { maxLength: 40 });
// Clocks run on, stand still, and are put back.
const story = storyIn(0, 1000, 1000, -5000);
// Of edits that say the same, the later counts: one by one and all at once agree on it while clocks run on.
const storyInTime = storyIn(1000, 2000);

/** An entry is carried with what is in it. */
const carries = (some) => (path) => some.includes(path) || some.some((one) => one.startsWith(`${path}/`));

/** Decisions by a number: the same for the same question. */
const deciding = (number) => (comparison) => {
  const decisions = { answers: {}, kept: {} };
  for (const conflict of comparison.conflicts) {
    if (conflict.kind === 'answer') {
      decisions.answers[conflict.path] = conflict.versions[number % conflict.versions.length].record.value;
    } else decisions.kept[conflict.path] = number !== 1;
  }
  return decisions;
};

/** @param {any[]} happenings */
function tell(happenings) {
  const clock = { now: 0 };
  const people = ['ana', 'ben', 'cai', 'dee'].map((editor) => new Colleague(editor, clock));
  const newEditor = (index, number) => `${['ana', 'ben', 'cai', 'dee'][index]}${number}`;
  happenings.forEach(([event, pause], number) => {
    clock.now += pause;
    const person = people[event.who];
    const other = people[event.from];
    if (event.does === 'answer') person.answer(event.path, event.value);
    if (event.does === 'entry') person.entry('jobs', event.entry, { removed: event.removed });
    if (event.does === 'move') person.moveUp('jobs', event.entry);
    if (event.does === 'undo') person.undo();
    if (event.does === 'redo') person.redo();
    if (person === other) return;
    if (event.does === 'merge') person.merge([fileOf(other)], deciding(event.choose));
    if (event.does === 'part') person.merge([other.part(carries(event.carried))], deciding(event.choose));
    if (event.does === 'open') person.open(other, newEditor(event.who, number));
    if (event.does === 'open-part') person.open(other.part(carries(event.carried)), newEditor(event.who, number));
  });
  return people;
}

const RUNS = { numRuns: 1000 };

test('no answer is dropped unasked: it stays, was seen by whoever replaced or removed it, or is shown', () => {
  fc.assert(
    fc.property(story, choose, (happenings, choose) => {
      const people = tell(happenings);
      const files = people.map(fileOf);
      const [mine] = people;
      const { comparison } = mine.merge(files.slice(1), deciding(choose));
      const shown = shownIn(comparison);
      for (const { draft } of files) {
        for (const path of answeredPaths(draft)) {
          const { value } = draft.answers[path];
          const edit = originOf(draft.answers[path]);
          const stays = isSameValue(valueAt(mine.draft, path), value);
          const replaced = files.some((file) => {
            const there = file.draft.answers[path];
            return there && originOf(there) !== edit && file.history.get(path)?.has(edit);
          });
          const isShown = shown.some((one) => one.path === path && isSameValue(one.value, value));
          const [list, id] = path.split('/');
          const removed = files.some(
            (file) => file.draft.entries[list]?.[id]?.removed && file.history.get(path)?.has(edit),
          );
          assert.ok(stays || replaced || removed || isShown, `${path}: ${JSON.stringify(value)}`);
        }
      }
    }),
    RUNS,
  );
});

test('no entry with an answer in it goes unasked, unless whoever removed it had seen the answer', () => {
  fc.assert(
    fc.property(story, (happenings) => {
      const people = tell(happenings);
      const files = people.map(fileOf);
      const [mine] = people;
      const { comparison } = mine.merge(files.slice(1));
      const questions = new Set(comparison.conflicts.map(({ path }) => path));
      for (const { draft } of files) {
        for (const path of answeredPaths(draft).filter((one) => one.startsWith('jobs/'))) {
          const [, id] = path.split('/');
          if (hasEntry(mine.draft, 'jobs', id) || questions.has(`jobs/${id}`)) continue;
          const { value } = draft.answers[path];
          const edit = originOf(draft.answers[path]);
          const knew = files.some(
            (file) =>
              file.draft.entries.jobs?.[id]?.removed &&
              (file.history.get(path)?.has(edit) || isSameValue(valueAt(file.draft, path), value)),
          );
          const replaced = files.some((file) => {
            const there = file.draft.answers[path];
            return there && originOf(there) !== edit && file.history.get(path)?.has(edit);
          });
          assert.ok(knew || replaced, path);
        }
      }
    }),
    RUNS,
  );
});

test('nobody is asked about an answer that a colleague gave in view of all the others', () => {
  fc.assert(
    fc.property(story, (happenings) => {
      const files = tell(happenings).map(fileOf);
      const { conflicts } = compareDrafts(files[0].draft, files.slice(1).map(({ draft }) => draft));
      for (const conflict of conflicts) {
        if (conflict.kind !== 'answer') continue;
        const stamps = conflict.versions.map((version) => originOf(version.record));
        for (const { record, saidBy } of conflict.versions) {
          const sawAll = saidBy.some((index) => {
            const seen = files[index].history.get(conflict.path);
            return stamps.every((stamp) => seen?.has(stamp));
          });
          assert.ok(!sawAll, `${conflict.path}: ${JSON.stringify(record.value)}`);
        }
      }
    }),
    RUNS,
  );
});

test('any order of files gives the same draft', () => {
  fc.assert(
    fc.property(story, choose, (happenings, choose) => {
      const [mine, ...others] = tell(happenings).map((person) => fileOf(person).draft);
      const by = { editor: 'me', at: '2026-11-22T09:00:00.000Z' };
      const results = [others, others.toReversed(), [others[1], others[0], others[2]]].map((files) => {
        const comparison = compareDrafts(mine, files);
        const result = fileOf({ draft: mine, history: new Map() }).draft;
        apply(result, mergeChange(comparison, deciding(choose)(comparison), by));
        return { ...recordsOf(result), seen: { ...result.seen }, editors: { ...result.editors } };
      });
      assert.deepEqual(results[1], results[0]);
      assert.deepEqual(results[2], results[0]);
    }),
    RUNS,
  );
});

test('where nothing is asked, one file after another, in any order, gives what all at once give', () => {
  let quiet = 0;
  fc.assert(
    fc.property(storyInTime, (happenings) => {
      const files = tell(happenings).slice(0, 3).map(fileOf);
      const outcomes = [[1, 2], [2, 1]].map((order) => {
        const person = new Colleague('me', { now: 0 });
        person.open(files[0], 'me');
        const questions = order.map((index) => person.merge([files[index]]).comparison.conflicts.length);
        return { isAsked: questions.some((count) => count > 0), records: recordsOf(person.draft) };
      });
      const together = new Colleague('me', { now: 0 });
      together.open(files[0], 'me');
      const { comparison } = together.merge(files.slice(1));
      if (comparison.conflicts.length > 0 || outcomes.some(({ isAsked }) => isAsked)) return;
      quiet += 1;
      for (const { records } of outcomes) assert.deepEqual(records, recordsOf(together.draft));
    }),
    RUNS,
  );
  assert.ok(quiet > 200, `only ${quiet} stories without a question`);
});

test('merging twice changes nothing, whatever was decided', () => {
  fc.assert(
    fc.property(story, choose, (happenings, choose) => {
      const [mine, ...others] = tell(happenings);
      const files = others.map(fileOf);
      mine.merge(files, deciding(choose));
      const before = JSON.stringify(mine.draft);
      const { comparison, change } = mine.merge(files, deciding(choose + 1));
      assert.deepEqual([change, hasNews(comparison)], [{}, false]);
      assert.equal(JSON.stringify(mine.draft), before);
      for (const file of files) assert.equal(hasNews(compareDrafts(mine.draft, [file.draft])), false);
    }),
    RUNS,
  );
});

test('two who pass files to and fro end with the same draft', () => {
  fc.assert(
    fc.property(story, choose, (happenings, choose) => {
      const [ana, ben] = tell(happenings);
      ana.merge([fileOf(ben)], deciding(choose));
      const { comparison } = ben.merge([fileOf(ana)]);
      assert.deepEqual(comparison.conflicts, []);
      assert.deepEqual(contentOf(ben.draft), contentOf(ana.draft));
    }),
    RUNS,
  );
});

test('two computers under one editor id: what their counts contradict is asked, and once is enough', () => {
  const edit = fc.record({ path: fc.constantFrom('name', 'size', 'why'), value: fc.constantFrom('one', 'two', '3') });
  const edits = fc.array(edit, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(edits, edits, edits, choose, (before, here, there, choose) => {
      const clock = { now: 0 };
      const ana = new Colleague('ana', clock);
      for (const { path, value } of before) ana.answer(path, value);
      const twin = new Colleague('ana', clock);
      twin.open(ana, 'ana');
      const start = fileOf(ana);
      for (const [person, some] of /** @type {const} */ ([[ana, here], [twin, there]])) {
        for (const { path, value } of some) {
          clock.now += 1000;
          person.answer(path, value);
        }
      }
      const files = [fileOf(ana), fileOf(twin)];
      const { comparison } = ana.merge([files[1]], deciding(choose));
      const bothChanged = (path) => {
        return files.every(({ draft: { answers } }) => answers[path] && answers[path].at !== start.draft.answers[path]?.at);
      };
      for (const { draft } of files) {
        for (const path of Object.keys(draft.answers)) {
          const { value } = draft.answers[path];
          if (isSameValue(valueAt(ana.draft, path), value) || !bothChanged(path)) continue;
          const isShown = shownIn(comparison).some((one) => one.path === path && isSameValue(one.value, value));
          assert.ok(isShown || comparison.forked.size === 0, path);
        }
      }
      assert.equal(hasNews(compareDrafts(ana.draft, [files[1].draft])), false);
      assert.equal(twin.merge([fileOf(ana)]).comparison.conflicts.length, 0);
      assert.deepEqual(contentOf(twin.draft), contentOf(ana.draft));
    }),
    RUNS,
  );
});

/** Every answer a person is shown before anything changes. */
function shownIn({ conflicts }) {
  return conflicts.flatMap((conflict) =>
    conflict.kind === 'answer'
      ? conflict.versions.map(({ record }) => ({ path: conflict.path, value: record.value }))
      : conflict.edits.map(({ path, version }) => ({ path, value: version.record.value })),
  );
}
