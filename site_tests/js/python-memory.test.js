/** Python's memory in the browser: it stands beside its own release, goes with it, and is given up when it fails. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { keepMemory, keptMemory, memoryAddress, spoilMemory, trimmed, wantsMemory } from '../../theme/assets/js/engine/memory.js';
import { FakeCaches } from './support/caches.js';

const LOCK = 'https://owner.example/tools/assets/app/2/pyodide-lock.json';
const EARLIER = 'https://owner.example/tools/assets/app/1/pyodide-lock.json';
const MEMORY = Uint8Array.of(1, 2, 3);

/** @type {FakeCaches} */
let caches;

/** @param {string} name  @param {string} lockUrl */
const keepRelease = async (name, lockUrl) => (await caches.open(name)).put(lockUrl, new Response('{}'));

/** @param {string} agent */
const visitWith = (agent) => Object.defineProperty(globalThis, 'navigator', { value: { userAgent: agent }, configurable: true });

beforeEach(async () => {
  caches = Object.assign(globalThis, { caches: new FakeCaches() }).caches;
  visitWith('Browser 1');
  await keepRelease('/tools/:release:1', EARLIER);
  await keepRelease('/tools/:release:2', LOCK);
});

test('memory is kept beside its own release, and found there', async () => {
  assert.equal(await keptMemory(LOCK), null);
  assert.ok(await wantsMemory(LOCK));

  await keepMemory(LOCK, MEMORY);

  assert.deepEqual(await keptMemory(LOCK), MEMORY);
  assert.equal(await keptMemory(EARLIER), null);
  assert.ok(!(await wantsMemory(LOCK)));
  await caches.delete('/tools/:release:2');
  assert.equal(await keptMemory(LOCK), null);
});

test('where the release is not kept, its memory is not either', async () => {
  const other = 'https://owner.example/tools/assets/app/3/pyodide-lock.json';

  assert.ok(!(await wantsMemory(other)));
  await keepMemory(other, MEMORY);

  assert.equal(await keptMemory(other), null);
});

test('a release that is removed meanwhile does not come back with its memory', async () => {
  const { open } = caches;
  caches.open = async (name) => {
    await caches.delete(name);
    return open.call(caches, name);
  };

  await keepMemory(LOCK, MEMORY);

  assert.deepEqual(await caches.keys(), ['/tools/:release:1']);
});

test('another version of the browser does not use it, and its own takes the place', async () => {
  await keepMemory(LOCK, MEMORY);
  const before = memoryAddress(LOCK);
  visitWith('Browser 2');

  assert.equal(await keptMemory(LOCK), null);
  assert.ok(await wantsMemory(LOCK));
  await keepMemory(LOCK, MEMORY);

  assert.equal(await caches.match(before), undefined);
  assert.deepEqual(await keptMemory(LOCK), MEMORY);
});

test('memory that failed is not used again, nor made again', async () => {
  await keepMemory(LOCK, MEMORY);

  await spoilMemory(LOCK);

  assert.equal(await keptMemory(LOCK), null);
  assert.ok(!(await wantsMemory(LOCK)));
});

test('a browser that forbids caches has none', async () => {
  caches.match = async () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  assert.equal(await keptMemory(LOCK), null);
  await spoilMemory(LOCK);
});

test('the zeros at the end of memory are not kept', () => {
  assert.deepEqual(trimmed(Uint8Array.of(0, 1, 0, 2, 0, 0)), Uint8Array.of(0, 1, 0, 2));
  assert.deepEqual(trimmed(new Uint8Array(3)), new Uint8Array());
});
