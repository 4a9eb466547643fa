/** Parts that go out and come back, put together with the draft they are of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerChange, apply, entryChange } from '../../theme/assets/js/draft/change.js';
import { compareDrafts } from '../../theme/assets/js/draft/compare.js';
import { valueAt } from '../../theme/assets/js/draft/draft.js';
import { readDraftText, toFileText } from '../../theme/assets/js/draft/file.js';
import { draftFromResponse } from '../../theme/assets/js/draft/from-response.js';
import { hasNews, mergeChange } from '../../theme/assets/js/draft/merge.js';
import { partOf } from '../../theme/assets/js/draft/part.js';
import { Evaluation } from '../../theme/assets/js/response.js';
import { ANSWERS, ENTRIES, market } from './support/market.js';

const at = '2026-11-21T10:00:00.000Z';

/** The market as Ann has filled it in. */
function whole() {
  const response = { questionnaire_id: 'market', questionnaire_revision: 2, answers: ANSWERS, entries: ENTRIES };
  return draftFromResponse(response, { editor: 'ann', at });
}

function answer(draft, editor, path, value) {
  apply(draft, answerChange(draft, path, value, { editor, at }));
}

/** What another computer reads of a part. */
function sent(draft, ...sections) {
  const read = readDraftText(toFileText(partOf(new Evaluation(market, draft), sections)), market);
  assert.ok(read.ok && read.summary.unreadable === 0);
  return read.draft;
}

/** Put a file together with a draft; the paths on which its person is asked. */
function merge(draft, file, editor = 'ann') {
  const comparison = compareDrafts(draft, [file]);
  apply(draft, mergeChange(comparison, { answers: {}, kept: {} }, { editor, at }));
  return comparison.conflicts.map(({ path }) => path);
}

test('a part that comes back as it went changes nothing', () => {
  const sections = fc.subarray(market.sections.map(({ id }) => id), { minLength: 1 });
  const edits = fc.array(
    fc.tuple(fc.constantFrom('ann', 'bo'), fc.constantFrom('town', 'stalls/a/row', 'south/status'), fc.constantFrom('north', 'south', null)),
  );
  fc.assert(
    fc.property(sections, edits, fc.boolean(), (sections, edits, isRemoved) => {
      const draft = whole();
      for (const [editor, path, value] of edits) answer(draft, editor, path, value);
      if (isRemoved) apply(draft, entryChange(draft, 'stalls', 'a', { removed: true }, { editor: 'bo', at }));
      const file = sent(draft, ...sections);
      assert.ok(!hasNews(compareDrafts(draft, [file])));
      assert.ok(!hasNews(compareDrafts(draft, [sent(file, ...sections)])));
    }),
  );
});

test('what a colleague fills in comes back, whatever has been done elsewhere meanwhile, as often as they send it', () => {
  const draft = whole();
  const theirs = sent(draft, 'south');
  answer(theirs, 'bo', 'south/status', 'walked');
  answer(theirs, 'bo', 'stalls/a/owner', 'Ada');
  answer(draft, 'ann', 'town', 'Northtown');
  answer(draft, 'ann', 'stalls/b/owner', 'Bo');
  assert.deepEqual(merge(draft, sent(theirs, 'south')), []);
  for (const [path, value] of [['south/status', 'walked'], ['stalls/a/owner', 'Ada'], ['town', 'Northtown'], ['stalls/b/owner', 'Bo']]) {
    assert.equal(valueAt(draft, path), value);
  }

  // Ann mends an answer of theirs; they send again what they had forgotten.
  answer(draft, 'ann', 'stalls/a/owner', 'Ada Lovelace');
  answer(theirs, 'bo', 'stalls/a/since', 1999);
  assert.deepEqual(merge(draft, sent(theirs, 'south')), []);
  assert.equal(valueAt(draft, 'stalls/a/owner'), 'Ada Lovelace');
  assert.equal(valueAt(draft, 'stalls/a/since'), 1999);
});

test('what both changed is asked', () => {
  const draft = whole();
  const theirs = sent(draft, 'south');
  answer(theirs, 'bo', 'stalls/a/name', 'Apples and pears');
  answer(draft, 'ann', 'stalls/a/name', 'Fruit');

  assert.deepEqual(merge(draft, sent(theirs, 'south')), ['stalls/a/name']);
});

test('whoever takes a part into a draft of their own has not seen the rest', () => {
  const ann = whole();
  const bo = readDraftText(toFileText(ann), market);
  assert.ok(bo.ok);
  answer(ann, 'ann', 'town', 'Northtown');
  answer(ann, 'ann', 'south/status', 'walked');
  answer(bo.draft, 'bo', 'town', 'Southtown');
  assert.deepEqual(merge(bo.draft, sent(ann, 'south'), 'bo'), []);
  assert.equal(valueAt(bo.draft, 'south/status'), 'walked');

  assert.deepEqual(merge(ann, bo.draft), ['town'], 'neither has seen the other’s town');
});

test('answers outside a part that its colleague gave all the same are not taken for known', () => {
  const draft = whole();
  const theirs = sent(draft, 'south');
  answer(theirs, 'bo', 'town', 'Southtown');
  answer(theirs, 'bo', 'south/status', 'walked');
  answer(draft, 'ann', 'town', 'Northtown');
  // The part alone, then everything they have.
  assert.deepEqual(merge(draft, sent(theirs, 'south')), []);
  const all = readDraftText(toFileText(theirs), market);
  assert.ok(all.ok);
  assert.deepEqual(merge(draft, all.draft), ['town']);
});
