/**
 * Fills a release's cache: with what it already holds, what an earlier release's cache has, and the network's rest.
 *
 * Nothing gets in that is not, to the byte, what was built: a release that is half-way onto its server fails here, and
 * not in the page. What was got stays, so that the next attempt goes on from there; but answers come first where there
 * is little room.
 *
 * @typedef {import('./release.js').Release} Release
 * @typedef {import('./release.js').ShippedFile} ShippedFile
 *
 * @typedef {object} Surroundings
 * @property {string} scope  the site's address
 * @property {CacheStorage} caches
 * @property {typeof globalThis.fetch} fetch
 * @property {() => Promise<number>} room  bytes that it may take
 * @property {(share: number) => void} tell  how much of the release is there, 0 to 1
 */
import { KEPT, addressOf, cacheName, cachePrefix, inOrder } from './release.js';

/** First what the browser may have already; if that is not of this release, the server's own. @type {RequestCache[]} */
const ATTEMPTS = ['default', 'reload'];

/**
 * @param {Release} release
 * @param {Surroundings} surroundings
 */
export async function fill({ release, files }, { scope, caches, fetch, room, tell }) {
  const name = cacheName(scope, release);
  const cache = await caches.open(name);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const missing = inOrder(files).filter(([path]) => !kept.has(addressOf(path, scope)));
  const all = sizeOf(Object.entries(files));
  let toCome = sizeOf(missing);
  try {
    if (toCome > (await room())) throw new DOMException('Answers need the room', 'QuotaExceededError');
    const earlier = await earlierFiles(caches, cachePrefix(scope), name);
    for (const [path, file] of missing) {
      const address = addressOf(path, scope);
      const response = (await same(earlier.get(file.sha256)?.clone(), file)) ?? (await fetched(address, file, fetch));
      await cache.put(address, response);
      toCome -= file.size;
      tell(1 - toCome / all);
    }
  } catch (error) {
    if (/** @type {Error} */ (error).name === 'QuotaExceededError') await caches.delete(name);
    throw error;
  }
}

/** @param {[string, ShippedFile][]} files */
function sizeOf(files) {
  return files.reduce((sum, [, { size }]) => sum + size, 0);
}

/**
 * What the caches of other releases hold, by hash.
 * @param {CacheStorage} caches
 * @param {string} prefix
 * @param {string} own
 * @returns {Promise<Map<string | null, Response>>}
 */
async function earlierFiles(caches, prefix, own) {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== own);
  const responses = await Promise.all(names.map(async (name) => (await caches.open(name)).matchAll()));
  return new Map(responses.flat().map((response) => [response.headers.get(KEPT), response]));
}

/**
 * @param {string} address
 * @param {ShippedFile} file
 * @param {typeof globalThis.fetch} fetch
 */
async function fetched(address, file, fetch) {
  for (const cache of ATTEMPTS) {
    // A redirection may lead out of the site: to the sign-in page of a hotel, for one.
    const response = await fetch(address, { cache, redirect: 'error', priority: 'low' });
    const right = response.ok ? await same(response, file) : null;
    if (right) return right;
  }
  throw new Error(`${address} is not what belongs to this release`);
}

/**
 * A response of its own with the same bytes, if they are a file's.
 * @param {Response | undefined} response
 * @param {ShippedFile} file
 * @returns {Promise<Response | null>}
 */
async function same(response, { sha256 }) {
  if (!response) return null;
  const bytes = await response.arrayBuffer();
  if (hex(await crypto.subtle.digest('SHA-256', bytes)) !== sha256) return null;
  const type = response.headers.get('Content-Type') ?? 'application/octet-stream';
  return new Response(bytes, { headers: { 'Content-Type': type, [KEPT]: sha256 } });
}

/** @param {ArrayBuffer} bytes */
function hex(bytes) {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
