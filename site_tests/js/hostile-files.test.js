/** Two thousand damaged and hostile files, through the code by which the page reads a file. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { fileProblemText } from '../../theme/assets/js/components/files/file-problem.js';
import { answerChange, apply } from '../../theme/assets/js/draft/change.js';
import { readDraftFile, readDraftText, toFileText } from '../../theme/assets/js/draft/file.js';
import { lock } from '../../theme/assets/js/draft/locked-file.js';
import { partOf } from '../../theme/assets/js/draft/part.js';
import { freeTexts } from '../../theme/assets/js/free-text.js';
import { Evaluation, toResponse } from '../../theme/assets/js/response.js';
import { garden } from './support/questionnaire.js';
import { Browser } from './support/storage.js';
import { useEnglish } from './support/workshop.js';

useEnglish();

const BY = { editor: 'ann', at: '2026-11-21T10:00:00.000Z' };
const PLAIN = [1, 2].map((version) => {
  return readFileSync(new URL(`../fixtures/drafts/version-${version}.json`, import.meta.url), 'utf8');
});
const LOCKED = await lock(PLAIN[1], 'correct horse', { id: 'garden', title: 'Garden' }, 10);
const WHOLE = fc.constantFrom(...PLAIN, LOCKED);
const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', ''];

const flips = fc.array(fc.tuple(fc.nat(), fc.nat(7)), { minLength: 1, maxLength: 8 });
const anyValue = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(1e308, -0, 2 ** 53, '\u0000', '\uD800', [], {}, [[]], 'x'.repeat(70_000)),
);

const mangled = fc.oneof(
  // Cut off.
  fc.tuple(WHOLE, fc.nat()).map(([text, length]) => text.slice(0, length % text.length)),
  // Bits turned over, as a bad stick or line does: what comes is no longer text, even.
  fc.tuple(WHOLE, flips).map(([text, flips]) => {
    const bytes = new TextEncoder().encode(text);
    for (const [index, bit] of flips) bytes[index % bytes.length] ^= 1 << bit;
    return bytes;
  }),
  // A piece left out, or put in twice.
  fc.tuple(WHOLE, fc.nat(), fc.nat(300), fc.boolean()).map(([text, from, length, twice]) => {
    const start = from % text.length;
    return text.slice(0, twice ? start + length : start) + text.slice(twice ? start : start + length);
  }),
  // Anything in the place of anything, however deep, and keys that mean something to JavaScript.
  fc.tuple(WHOLE, fc.nat(), anyValue).map(([text, index, value]) => replaced(text, index, () => value)),
  fc.tuple(WHOLE, fc.nat(), fc.constantFrom(...NAMES)).map(([text, index, name]) => renamed(text, index, name)),
  fc.tuple(WHOLE, fc.nat(), fc.integer({ min: 1, max: 20_000 })).map(([text, index, depth]) => {
    return replaced(text, index, () => 'HERE').replace('"HERE"', '['.repeat(depth) + ']'.repeat(depth));
  }),
  // Something else altogether.
  fc.json(),
  fc.string({ unit: 'binary' }),
  fc.uint8Array({ maxLength: 2000 }),
);

/** JSON with the value at one of its places replaced. */
function replaced(text, index, value) {
  const places = [];
  const parsed = JSON.parse(text, function note(key, one) {
    places.push([this, key]);
    return one;
  });
  const [holder, key] = places[index % (places.length - 1)];
  holder[key] = value();
  return JSON.stringify(parsed);
}

/** JSON with one of its keys renamed. */
function renamed(text, index, name) {
  const keys = [...text.matchAll(/"[^"]*":/g)];
  const { 0: key, index: at } = keys[index % keys.length];
  return `${text.slice(0, at)}${JSON.stringify(name)}:${text.slice(at + key.length)}`;
}

async function read(file) {
  const result = await readDraftFile(new Blob([file]), garden);
  return result.ok || result.reason !== 'locked' ? result : result.unlock('wrong horse');
}

test('each is refused with a reason in words, or opens as a draft that can be used, and nothing else changes', async () => {
  const session = await new Browser().open();
  session.set('name', 'My own');
  await session.settled();
  const before = JSON.stringify(session.record);
  const reasons = new Set();
  await fc.assert(
    fc.asyncProperty(mangled, async (file) => {
      const result = await read(file);
      if (!result.ok) {
        reasons.add(result.reason);
        const words = fileProblemText(result, 'Garden');
        assert.ok(/^[A-Z].*\.$/su.test(words) && words.length > 20, words);
        return;
      }
      const { draft } = result;
      // Whatever is in it can be shown, looked at, sent on in part, edited and saved.
      const evaluation = new Evaluation(garden, draft);
      toResponse(garden, draft);
      freeTexts(evaluation, partOf(evaluation, ['trees']));
      apply(draft, answerChange(draft, 'name', 'usable', BY));
      const again = readDraftText(toFileText(draft), garden);
      assert.ok(again.ok);
      assert.deepEqual(again.draft, draft);
      assert.equal(again.summary.unreadable, 0);
    }),
    { numRuns: 2000, seed: 20261121 },
  );

  assert.equal(JSON.stringify(session.record), before);
  assert.deepEqual(Object.keys(Object.prototype), []);
  assert.deepEqual([...reasons].sort(), ['damaged', 'empty', 'not-a-draft', 'other-questionnaire', 'wrong-passphrase']);
});

test('a huge file is read, or refused, in good time', { timeout: 60_000 }, async () => {
  const many = JSON.parse(PLAIN[1]);
  for (let index = 0; index < 100_000; index += 1) {
    many.answers[`jobs/e${index}/what`] = { value: 'x', stamp: ['e1a2b3c4d5e6', index], at: BY.at };
  }
  const result = await read(JSON.stringify(many));
  assert.ok(result.ok);
  assert.equal((await read(`${'['.repeat(5_000_000)}`)).ok, false);
  assert.equal((await read(`{"type":"questionnaire-draft-locked","data":"${'A'.repeat(15_000_000)}"}`)).ok, false);
  assert.equal((await read('x'.repeat(21 * 1024 * 1024))).ok, false);
});
