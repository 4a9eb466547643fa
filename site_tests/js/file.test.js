import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { DRAFT_VERSION, valueAt } from '../../theme/assets/js/draft/draft.js';
import {
  fileName,
  LARGEST_FILE,
  readDraftFile,
  readDraftText,
  toFileText,
} from '../../theme/assets/js/draft/file.js';
import { draftFromResponse } from '../../theme/assets/js/draft/from-response.js';
import { toResponse } from '../../theme/assets/js/response.js';
import { garden } from './support/questionnaire.js';

const BY = { editor: 'ann', at: '2026-11-21T10:00:00.000Z' };
const KEPT = readFileSync(new URL('../fixtures/drafts/version-1.json', import.meta.url), 'utf8');

function draftOf(answers) {
  return draftFromResponse(
    { questionnaire_id: 'garden', questionnaire_revision: 2, answers, entries: { jobs: ['j1'] } },
    BY,
  );
}

/** What a person is told. */
function reason(text) {
  const result = readDraftText(text, garden);
  return result.ok ? 'opens' : result.reason;
}

function changed(changes) {
  return JSON.stringify({ ...JSON.parse(KEPT), ...changes });
}

test('a draft survives its file, whatever is written in it', () => {
  const hostile = ['</script><img src=x onerror=alert(1)>', '=1+1', '\u202Etxt', '😀', '\uD800', '\0', 'x'.repeat(100_000)];
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostile));
  const answers = fc.record({
    name: anything,
    'jobs/j1/what': anything,
    'apple/needs': fc.array(anything),
    // JSON knows no minus nought.
    size: fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  });
  fc.assert(
    fc.property(answers, (answers) => {
      const draft = draftOf(answers);
      const result = readDraftText(toFileText(draft), garden);
      assert.ok(result.ok);
      assert.deepEqual(result.draft, draft);
    }),
  );
});

test('a file is summed up before it is opened', () => {
  const result = readDraftText(KEPT, garden);

  assert.ok(result.ok);
  assert.deepEqual(result.summary, {
    name: 'Allotment, Northtown',
    savedAt: '2026-11-21T14:05:30.250Z',
    answers: 6,
    unknown: 1,
    unusable: 0,
    unreadable: 0,
  });
});

test('answers that do not fit are counted, kept, and left out of the response', () => {
  const draft = draftOf({ 'apple/state': 'splendid', size: 'big', name: 'Mine' });
  const result = readDraftText(toFileText(draft), garden);

  assert.ok(result.ok);
  assert.equal(result.summary.unusable, 2);
  assert.equal(valueAt(result.draft, 'apple/state'), 'splendid');
  assert.deepEqual(toResponse(garden, result.draft).answers, { name: 'Mine' });
});

test('what is not a draft is told from what is a damaged one', () => {
  assert.equal(reason(''), 'empty');
  assert.equal(reason(' \n\t'), 'empty');
  assert.equal(reason('\uFEFF'), 'empty');
  assert.equal(reason(KEPT), 'opens');
  assert.equal(reason(`\uFEFF${KEPT}`), 'opens');
  assert.equal(reason(KEPT.slice(0, 400)), 'damaged');
  assert.equal(reason('<!doctype html><p>Summary'), 'not-a-draft');
  assert.equal(reason('what,owner\nDig,Ann'), 'not-a-draft');
  for (const json of ['null', '7', '"text"', '[]', '{}', '{"type":"other"}']) {
    assert.equal(reason(json), 'not-a-draft', json);
  }
});

test('a newer file, and one of another questionnaire, are told apart', () => {
  assert.equal(reason(changed({ draft_version: DRAFT_VERSION + 1 })), 'newer-version');
  assert.equal(reason(changed({ draft_version: 'one' })), 'damaged');
  assert.equal(reason(changed({ questionnaire_revision: 3 })), 'newer-revision');
  assert.equal(reason(changed({ questionnaire_revision: 1 })), 'opens');
  assert.equal(reason(changed({ questionnaire_id: 7 })), 'damaged');
  assert.deepEqual(readDraftText(changed({ questionnaire_id: 'kitchen' }), garden), {
    ok: false,
    reason: 'other-questionnaire',
    questionnaireId: 'kitchen',
  });
});

test('damaged parts are counted and the rest is opened', () => {
  const kept = JSON.parse(KEPT);
  kept.answers.size = 'not an answer';
  kept.answers['apple/state'] = { value: { deep: true } };
  kept.entries.jobs['no such id!'] = { order: 'a3' };
  kept.entries.jobs.e9d8c7b6a5f4.order = '!!';
  kept.seen = 'much';
  const result = readDraftText(JSON.stringify(kept), garden);

  assert.ok(result.ok);
  assert.equal(result.summary.unreadable, 4);
  assert.equal(valueAt(result.draft, 'planted'), '2019-03-27');
  assert.equal(result.draft.entries.jobs.e9d8c7b6a5f4.order, 'a1');
  assert.equal(result.draft.seen.e1a2b3c4d5e6, 9, 'a draft has seen every stamp it holds');
});

test('a draft that has lost all of its answers does not open as an empty one without a word', () => {
  for (const answers of [undefined, null, 'lost']) {
    const result = readDraftText(changed({ answers }), garden);
    assert.ok(result.ok);
    assert.deepEqual([result.summary.answers, result.summary.unreadable], [0, 1], String(answers));
  }
});

test('keys of prototypes are only keys', () => {
  const hostile = KEPT.replace('"size":', '"__proto__":').replace('"gone/question":', '"constructor":').replace(
    '"jobs":',
    '"__proto__":',
  );
  const result = readDraftText(hostile, garden);

  assert.ok(result.ok);
  assert.equal(valueAt(result.draft, '__proto__'), 2.5);
  assert.equal(valueAt(result.draft, 'toString'), null);
  assert.equal(/** @type {any} */ ({}).value, undefined);
  assert.equal(JSON.stringify(JSON.parse(toFileText(result.draft)).answers), JSON.stringify(result.draft.answers));
});

test('a file that is too large is not even read', async () => {
  const file = { size: LARGEST_FILE + 1, text: () => Promise.reject(new Error('was read')) };

  assert.deepEqual(await readDraftFile(/** @type {any} */ (file), garden), { ok: false, reason: 'too-large' });
});

test('a workbook is known by what is in it, whatever it is called', async () => {
  const older = [0xd0, 0xcf, 0x11, 0xe0];
  const inside = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
  /** @type {[number[], string][]} */
  const files = [
    [[0x50, 0x4b, 3, 4], 'workbook'],
    [older, 'old-workbook'],
    [[...older, ...Array(508).fill(0), ...inside], 'locked-workbook'],
    [[0x50], 'not-a-draft'],
  ];

  for (const [bytes, reason] of files) {
    assert.deepEqual(await readDraftFile(new Blob([new Uint8Array(bytes)]), garden), { ok: false, reason });
  }
});

test('a file that has gone says so', async () => {
  const file = { size: 10, text: () => Promise.reject(new DOMException('gone', 'NotFoundError')) };

  assert.deepEqual(await readDraftFile(/** @type {any} */ (file), garden), { ok: false, reason: 'unreadable' });
});

test('a file is named after the draft and the day, in letters that every system takes', () => {
  const name = (text) => fileName(text, 'garden', '2026-11-21');

  assert.equal(name('Riverside team, Northtown'), 'riverside-team-northtown-2026-11-21.json');
  assert.equal(name('  ../../etc/passwd '), 'etc-passwd-2026-11-21.json');
  assert.equal(name('Tŷ Hafan \u202E"gnp"'), 'tŷ-hafan-gnp-2026-11-21.json');
  assert.equal(name('子ども'), '子ども-2026-11-21.json');
  assert.equal(name('😀 <> |'), 'garden-2026-11-21.json');
  assert.equal(name('x'.repeat(500)).length, 76);
  assert.equal(fileName('Mine', 'garden', '2026-11-21', '-actions.csv'), 'mine-2026-11-21-actions.csv');
});
