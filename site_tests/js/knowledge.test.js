import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { apply } from '../../theme/assets/js/draft/change.js';
import { decodeDraft } from '../../theme/assets/js/draft/decode.js';
import { newDraft } from '../../theme/assets/js/draft/draft.js';
import { editCount, entryPath, joinKnowledge, knowledgeOf, knows } from '../../theme/assets/js/draft/knowledge.js';

function draftThatSaw(seen, ...parts) {
  const draft = newDraft({ draftId: 'd', questionnaireId: 'garden', revision: 2, at: '2026-11-21T10:00:00Z' });
  return Object.assign(draft, { seen, seen_in_parts: parts.map(([paths, seen]) => ({ paths, seen })) });
}

test('a part has seen what stands at its paths and under them, and nothing else', () => {
  const sees = knows(draftThatSaw({ bo: 2 }, [['apple', 'jobs/j1', 'jobs/j2/what', entryPath('jobs', 'j3')], { ann: 5 }]));

  for (const path of ['apple', 'apple/state', 'jobs/j1/what', entryPath('jobs', 'j1'), 'jobs/j2/what', entryPath('jobs', 'j3')]) {
    assert.ok(sees(path, ['ann', 5]), path);
    assert.ok(!sees(path, ['ann', 6]), path);
  }
  for (const path of ['apples', 'jobs', 'jobs/j2/cost', entryPath('jobs', 'j2'), 'jobs/j3/what', '', '/']) {
    assert.ok(!sees(path, ['ann', 1]), path);
    assert.ok(sees(path, ['bo', 2]), path);
  }
});

test('what was seen of a part stays with the part when drafts are joined', () => {
  const mine = draftThatSaw({ ann: 3 });
  const theirs = draftThatSaw({ bo: 4 }, [['apple'], { ann: 9 }]);
  const joined = draftThatSaw({});
  apply(joined, joinKnowledge(mine, theirs));

  assert.deepEqual({ ...joined.seen }, { ann: 3, bo: 4 });
  assert.ok(knows(joined)('apple/state', ['ann', 9]));
  assert.ok(!knows(joined)('size', ['ann', 9]));
});

test('a part of a part has seen of its paths what the whole had, and what the part had', () => {
  const draft = draftThatSaw({ bo: 4 }, [['apple'], { ann: 9 }]);
  const sees = knows(draftThatSaw({}, ...knowledgeOf(draft, ['apple/state', 'size']).map((part) => [part.paths, part.seen])));

  assert.ok(sees('apple/state', ['bo', 4]) && sees('size', ['bo', 4]));
  assert.ok(sees('apple/state', ['ann', 9]));
  assert.ok(!sees('size', ['ann', 1]) && !sees('apple/why', ['ann', 9]) && !sees('apple/why', ['bo', 1]));
});

const counts = fc.dictionary(fc.constantFrom('ann', 'bo', 'cy'), fc.integer({ min: 1, max: 9 }));
const paths = fc.uniqueArray(fc.constantFrom('apple', 'apple/state', 'size', 'jobs', 'jobs/j1', 'jobs/j1/what'), { minLength: 1 });
const drafts = fc
  .tuple(counts, fc.array(fc.tuple(paths, counts), { maxLength: 3 }))
  .map(([seen, parts]) => draftThatSaw(seen, ...parts));

test('joining loses nothing that was seen, invents nothing, and twice is once', () => {
  fc.assert(
    fc.property(drafts, drafts, paths, fc.constantFrom('ann', 'bo', 'cy'), fc.integer({ min: 1, max: 9 }), (a, b, [path], editor, count) => {
      const joined = draftThatSaw({});
      apply(joined, joinKnowledge(a, b));
      const isSeen = [a, b].some((draft) => knows(draft)(path, [editor, count]));

      assert.equal(knows(joined)(path, [editor, count]), isSeen);
      assert.ok(editCount(joined) >= Math.max(editCount(a), editCount(b)));
      assert.deepEqual(joinKnowledge(joined, b), joinKnowledge(joined, joined));
      assert.equal(editCount({ ...joined, ...joinKnowledge(b, a) }), editCount(joined));
    }),
  );
});

test('a draft has seen every stamp it holds, a part no more than that', () => {
  const draft = draftThatSaw({ ann: 1 }, [['apple'], { bo: 7 }]);
  const answer = (editor, count) => ({ value: 'x', stamp: [editor, count], at: '2026-11-21T10:00:00Z' });
  Object.assign(draft.answers, { size: answer('ann', 3), 'apple/state': answer('bo', 6), 'apple/why': answer('cy', 2) });
  draft.entries.jobs = { j1: { order: 'a1', stamp: ['dee', 5], at: '2026-11-21T10:00:00Z', removed: false } };
  const decoded = decodeDraft(JSON.parse(JSON.stringify(draft)));

  assert.ok(decoded.ok);
  assert.deepEqual({ ...decoded.draft.seen }, { ann: 3, cy: 2, dee: 5 });
  assert.deepEqual(decoded.draft.seen_in_parts.map(({ paths, seen }) => [paths, { ...seen }]), [[['apple'], { bo: 7 }]]);
});

test('damaged knowledge is left out and counted', () => {
  for (const [damaged, unreadable] of [['much', 1], [[7, { paths: 'all' }], 2], [[{ paths: ['apple'], seen: { ann: -1 } }], 1]]) {
    const decoded = decodeDraft(JSON.parse(JSON.stringify({ ...draftThatSaw({}), seen_in_parts: damaged })));
    assert.ok(decoded.ok);
    assert.equal(decoded.unreadable, unreadable);
  }
});
