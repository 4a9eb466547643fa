/**
 * Published in the service worker's place where there is to be none: while an author works on the site, or when it was
 * switched off. Removes an earlier one and what that kept. An open page is left to load itself again, as for any release
 * that takes over: what was typed in it may be there alone.
 */
import { cachePrefix } from './release.js';

// TypeScript knows the page's world or the worker's, not both.
const worker = /** @type {any} */ (self);

async function remove() {
  const prefix = cachePrefix(worker.registration.scope);
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(names.map((name) => caches.delete(name)));
  await worker.registration.unregister();
}

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(remove()));
