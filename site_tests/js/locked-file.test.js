import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readDraftFile, readDraftText } from '../../theme/assets/js/draft/file.js';
import { lock, ROUNDS } from '../../theme/assets/js/draft/locked-file.js';
import { garden } from './support/questionnaire.js';

const KEPT = readFileSync(new URL('../fixtures/drafts/version-2.json', import.meta.url), 'utf8');
const OF = { id: 'garden', title: 'Garden' };

/** Locks tests' files: quick to try, and no less sound. */
const FEW = 10;

async function read(file, passphrase) {
  const result = await readDraftFile(new Blob([file]), garden);
  if (result.ok || result.reason !== 'locked') return result;
  return result.unlock(passphrase);
}

/** What a person is told. */
async function told(file, passphrase) {
  const result = await read(file, passphrase);
  return result.ok ? 'opens' : result.reason;
}

function changed(file, changes) {
  return JSON.stringify({ ...JSON.parse(file), ...changes });
}

test('what is locked comes back as it was, whatever is written in it', async () => {
  const texts = fc.string({ unit: 'binary' });
  await fc.assert(
    fc.asyncProperty(texts, fc.string({ unit: 'binary', minLength: 1 }), async (name, passphrase) => {
      const draft = { ...JSON.parse(KEPT), name };
      const result = await read(await lock(JSON.stringify(draft), passphrase, OF, FEW), passphrase);
      const plain = readDraftText(JSON.stringify(draft), garden);
      assert.ok(result.ok && plain.ok);
      assert.deepEqual(result.draft, plain.draft);
      assert.equal(result.draft.name, name);
    }),
    { numRuns: 50 },
  );
});

test('a large draft is locked too', async () => {
  const draft = { ...JSON.parse(KEPT), name: 'x'.repeat(3_000_000) };
  assert.equal(await told(await lock(JSON.stringify(draft), 'correct horse', OF, FEW), 'correct horse'), 'opens');
});

test('as many rounds are made as it takes to slow a guesser down', async () => {
  assert.ok(ROUNDS >= 600_000);
  const file = await lock(KEPT, 'correct horse', OF);
  assert.equal(JSON.parse(file).rounds, ROUNDS);
  assert.equal(await told(file, 'correct horse'), 'opens');
});

test('a wrong passphrase is told from a damaged file, and may be tried again', async () => {
  const file = await lock(KEPT, 'correct horse', OF, FEW);
  const result = await readDraftFile(new Blob([file]), garden);
  assert.ok(!result.ok && result.reason === 'locked');

  for (const wrong of ['', 'correct hors', 'Correct horse', 'correct  horse', 'correct horse.']) {
    const refused = await result.unlock(wrong);
    assert.ok(!refused.ok && refused.reason === 'wrong-passphrase', wrong);
  }
  assert.ok((await result.unlock('correct horse')).ok);
});

test('a passphrase is the same on every keyboard and after copying', async () => {
  const file = await lock(KEPT, 'Caf\u00e9 au lait', OF, FEW);

  assert.equal(await told(file, 'Cafe\u0301 au lait'), 'opens');
  assert.equal(await told(file, ' Caf\u00e9 au lait\t'), 'opens');
});

test('two files of one draft and one passphrase have nothing in common', async () => {
  const [one, other] = await Promise.all([1, 2].map(async () => JSON.parse(await lock(KEPT, 'same', OF, FEW))));

  for (const key of ['salt', 'iv', 'sum', 'data']) assert.notEqual(one[key], other[key], key);
});

test('nothing of the answers stands outside the lock', async () => {
  const file = await lock(KEPT, 'correct horse', OF, FEW);
  const { name, draft_id: id, editors } = JSON.parse(KEPT);

  for (const secret of ['Northtown', 'Head gardener', 'correct', name, id, ...Object.keys(editors)]) {
    assert.ok(!file.includes(secret), secret);
  }
  assert.deepEqual(Object.keys(JSON.parse(file)), [
    'type',
    'version',
    'questionnaire_id',
    'questionnaire_title',
    'key_from',
    'rounds',
    'salt',
    'locked_by',
    'iv',
    'sum',
    'data',
  ]);
});

test('a byte that is not as it was is found wherever it is', async () => {
  const bytes = new TextEncoder().encode(await lock('{"type":"questionnaire-draft"}', 'correct horse', OF, FEW));
  const reasons = new Set();
  for (let index = 0; index < bytes.length - 1; index += 1) {
    for (const bit of [1, 2, 4, 8, 16, 32, 64, 128]) {
      const flipped = bytes.slice();
      flipped[index] ^= bit;
      const reason = await told(flipped, 'correct horse');
      reasons.add(reason);
      // What is inside is no whole draft: a file that opened would say so.
      assert.match(reason, /^(damaged|not-a-draft|newer-version|other-questionnaire)$/, `${index} ${bit}`);
    }
  }
  assert.ok(reasons.has('damaged'));
});

test('of a flipped byte in what is locked, the person hears that the file is damaged', async () => {
  const file = await lock(KEPT, 'correct horse', OF, FEW);
  const { data } = JSON.parse(file);
  for (const index of [0, 7, data.length >> 1, data.length - 3]) {
    const other = data[index] === 'A' ? 'B' : 'A';
    const flipped = changed(file, { data: data.slice(0, index) + other + data.slice(index + 1) });
    assert.equal(await told(flipped, 'correct horse'), 'damaged');
    assert.equal(await told(flipped, 'wrong'), 'damaged');
  }
});

test('a file cut off anywhere is damaged', async () => {
  const file = await lock(KEPT, 'correct horse', OF, FEW);
  for (let length = 1; length < file.length - 2; length += 13) {
    assert.equal(await told(file.slice(0, length), 'correct horse'), 'damaged', String(length));
  }
});

test('no file makes the page work for minutes', async () => {
  const file = await lock(KEPT, 'correct horse', OF, FEW);
  for (const rounds of [0, -1, 1.5, 2_000_001, 1e15, 2 ** 53, '600000', null, [600000], { valueOf: 1 }]) {
    assert.equal(await told(changed(file, { rounds }), 'correct horse'), 'damaged', String(rounds));
  }
  // Fewer rounds than it was made with is a change like any other.
  assert.equal(await told(changed(file, { rounds: FEW - 1 }), 'correct horse'), 'damaged');
});

test('a newer lock, and the lock of another questionnaire, are told apart', async () => {
  const file = await lock(KEPT, 'correct horse', OF, FEW);
  const kitchen = await lock(KEPT, 'correct horse', { id: 'kitchen', title: 'The kitchen' }, FEW);

  assert.equal(await told(changed(file, { version: 2, data: undefined }), ''), 'newer-version');
  assert.equal(await told(changed(file, { version: 0 }), ''), 'damaged');
  assert.equal(await told(changed(file, { locked_by: 'ROT13' }), ''), 'damaged');
  assert.deepEqual(await read(kitchen, ''), {
    ok: false,
    reason: 'other-questionnaire',
    questionnaireId: 'The kitchen',
  });
});

test('a file locked twice, or with something else in it, is refused after the passphrase', async () => {
  const twice = await lock(await lock(KEPT, 'one', OF, FEW), 'two', OF, FEW);

  assert.equal(await told(twice, 'two'), 'damaged');
  assert.equal(await told(await lock('Dear colleague', 'two', OF, FEW), 'two'), 'not-a-draft');
  assert.equal(await told(await lock(changed(KEPT, { questionnaire_revision: 9 }), 'two', OF, FEW), 'two'), 'newer-revision');
});

test('keys of prototypes open nothing', async () => {
  const file = await lock(KEPT, 'correct horse', OF, FEW);
  for (const key of ['salt', 'rounds', 'data', 'sum']) {
    for (const name of ['__proto__', 'constructor']) {
      assert.equal(await told(file.replace(`"${key}":`, `"${name}":`), 'correct horse'), 'damaged');
    }
  }
  assert.equal(/** @type {any} */ ({}).salt, undefined);
});

test('where a browser cannot unlock, it says so', async (t) => {
  const file = await lock(KEPT, 'correct horse', OF, FEW);
  const { crypto } = globalThis;
  Object.defineProperty(globalThis, 'crypto', { value: { getRandomValues: crypto.getRandomValues }, configurable: true });
  t.after(() => Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true }));

  assert.equal(await told(file, 'correct horse'), 'no-lock');
});
