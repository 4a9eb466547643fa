/**
 * Python's memory as it is once the core is in it, kept in the browser beside the release: a later start takes it as it
 * is, instead of starting Python anew.
 *
 * It is made before anything is asked, so that no answer is in it, and goes with the release's cache. Pyodide's
 * snapshots are experimental: where there is none, or one has failed, Python starts as ever.
 */

import { roomBesideAnswers } from '../room.js';

/** Bytes that it takes, and some more. */
const SIZE = 30_000_000;

/** Beside the lock, whose folder is this release's alone. */
const NAME = 'python-memory';

/**
 * Every version of a browser has its own.
 * @param {string} lockUrl
 */
export function memoryAddress(lockUrl) {
  return `${new URL(NAME, lockUrl).href}?${encodeURIComponent(navigator.userAgent)}`;
}

/**
 * @param {string} lockUrl
 * @returns {Promise<Uint8Array | null>} null when there is none to be used
 */
export async function keptMemory(lockUrl) {
  try {
    const kept = await caches.match(memoryAddress(lockUrl));
    const bytes = await kept?.arrayBuffer();
    return bytes?.byteLength ? new Uint8Array(bytes) : null;
  } catch {
    return null;
  }
}

/**
 * Whether this release is kept here, its Python's memory is not, and there is room for it.
 * @param {string} lockUrl
 */
export async function wantsMemory(lockUrl) {
  const isWanted = (await cacheOf(lockUrl)) !== null && (await caches.match(memoryAddress(lockUrl))) === undefined;
  return isWanted && (await roomBesideAnswers()) > SIZE;
}

/**
 * @param {string} lockUrl
 * @param {Uint8Array<ArrayBuffer>} memory
 */
export async function keepMemory(lockUrl, memory) {
  const name = await cacheOf(lockUrl);
  if (name === null) return;
  const cache = await caches.open(name);
  await cache.delete(memoryAddress(lockUrl), { ignoreSearch: true });
  await cache.put(memoryAddress(lockUrl), new Response(memory));
  // The release may have been removed meanwhile, and was then opened anew.
  if ((await cacheOf(lockUrl)) === null) await caches.delete(name);
}

/**
 * It was used, and something failed: this release starts Python anew from now on.
 * @param {string} lockUrl
 */
export async function spoilMemory(lockUrl) {
  if ((await keptMemory(lockUrl)) !== null) await keepMemory(lockUrl, new Uint8Array());
}

/**
 * Memory without the zeros that it ends with, of which new memory consists anyway.
 * @param {Uint8Array<ArrayBuffer>} memory
 */
export function trimmed(memory) {
  let length = memory.length;
  while (length > 0 && memory[length - 1] === 0) length -= 1;
  return memory.subarray(0, length);
}

/**
 * The name of the cache that keeps this release.
 * @param {string} lockUrl
 */
async function cacheOf(lockUrl) {
  for (const name of await caches.keys()) {
    if (await caches.match(lockUrl, { cacheName: name })) return name;
  }
  return null;
}
