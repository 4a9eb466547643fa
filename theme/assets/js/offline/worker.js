/**
 * The service worker: keeps one whole release, and answers from it.
 *
 * It is there only once everything of its release is: then a page gets all of its files from one release, with a
 * network or without. A newer one waits until no page is open, or a person asks for it. What is not of the release
 * goes to the network as if this were not here. The build puts `self.release` before it.
 *
 * @typedef {import('./release.js').Release} Release
 */
import { fill } from './fill.js';
import { PROGRESS, TAKE_OVER } from './messages.js';
import { roomBesideAnswers } from '../room.js';
import { addressOf, cacheName, cachePrefix, findFile } from './release.js';

// TypeScript knows the page's world or the worker's, not both.
const worker = /** @type {any} */ (self);
/** @type {Release} */
const release = worker.release;
/** @type {string} */
const scope = worker.registration.scope;
const own = cacheName(scope, release.release);

/** @param {number} share */
async function tell(share) {
  for (const client of await worker.clients.matchAll({ includeUncontrolled: true, type: 'window' })) {
    client.postMessage({ type: PROGRESS, share });
  }
}

async function removeOthers() {
  const names = (await caches.keys()).filter((name) => name.startsWith(cachePrefix(scope)) && name !== own);
  await Promise.all(names.map((name) => caches.delete(name)));
}

/**
 * @param {string} path
 * @param {Request} request
 */
async function keptFile(path, request) {
  // Once the cache is removed this must not make it anew, as opening it would.
  const kept = await caches.match(addressOf(path, scope), { cacheName: own }).catch(() => undefined);
  if (kept) return kept;
  // The page's policy does not bind this worker: nobody is to send it out of the site. Pages follow for themselves.
  return request.mode === 'navigate' ? fetch(request) : fetch(request, { redirect: 'error' });
}

worker.addEventListener('install', (/** @type {any} */ event) => {
  event.waitUntil(fill(release, { scope, caches, fetch, room: roomBesideAnswers, tell }));
});

worker.addEventListener('activate', (/** @type {any} */ event) => {
  event.waitUntil(removeOthers().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  if (event.request.method !== 'GET') return;
  const found = findFile(event.request.url, scope, release.files);
  if (found === null) return;
  event.respondWith('path' in found ? keptFile(found.path, event.request) : Response.redirect(found.folder));
});

worker.addEventListener('message', (/** @type {MessageEvent} */ event) => {
  if (event.data === TAKE_OVER) worker.skipWaiting();
});
