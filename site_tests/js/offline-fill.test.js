/** What is fetched for a release, what is not fetched again, and what is never taken for it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill } from '../../theme/assets/js/offline/fill.js';
import { addressOf, cacheName } from '../../theme/assets/js/offline/release.js';
import { FakeCaches, FakeServer, releaseOf } from './support/caches.js';

const SCOPE = 'https://owner.example/tools/';
const FIRST = { 'index.html': 'home', 'a/index.html': 'a page', 'assets/app/1/big.js': 'a large script' };
const SECOND = { 'index.html': 'new home', 'a/index.html': 'a page', 'assets/app/2/big.js': 'a large script' };

/** @param {Record<string, string>} files */
const served = (files) => Object.fromEntries(Object.entries(files).map(([path, text]) => [addressOf(path, SCOPE), text]));

/**
 * @param {ReturnType<typeof releaseOf>} release
 * @param {FakeServer} server
 * @param {FakeCaches} caches
 * @param {number} [bytes]  that it may take
 */
async function filled(release, server, caches, bytes = Infinity) {
  /** @type {number[]} */
  const shares = [];
  const surroundings = { scope: SCOPE, caches: /** @type {any} */ (caches), fetch: server.fetch, room: async () => bytes };
  await fill(release, { ...surroundings, tell: (share) => shares.push(share) });
  return shares;
}

test('everything of a release is fetched, within the site and without following anybody out of it', async () => {
  const [caches, server] = [new FakeCaches(), new FakeServer(served(FIRST))];

  const shares = await filled(releaseOf('r1', FIRST), server, caches);

  assert.deepEqual(await caches.texts(cacheName(SCOPE, 'r1')), served(FIRST));
  assert.ok(server.asked.every(({ url, redirect }) => url.startsWith(SCOPE) && redirect === 'error'));
  assert.equal(server.asked.length, 3);
  assert.equal(shares.at(-1), 1);
  assert.deepEqual(shares, [...shares].sort((a, b) => a - b));
});

test('a file keeps the type that the server gives it', async () => {
  const [caches, server] = [new FakeCaches(), new FakeServer(served(FIRST))];
  await filled(releaseOf('r1', FIRST), server, caches);
  const kept = await (await caches.open(cacheName(SCOPE, 'r1'))).match(SCOPE);
  assert.equal(kept?.headers.get('Content-Type'), 'text/html; charset=utf-8');
});

test('an update fetches what has changed, and not what has moved or stayed', async () => {
  const [caches, server] = [new FakeCaches(), new FakeServer(served(FIRST))];
  await filled(releaseOf('r1', FIRST), server, caches);
  [server.files, server.asked] = [served(SECOND), []];

  await filled(releaseOf('r2', SECOND), server, caches);

  assert.deepEqual(await caches.texts(cacheName(SCOPE, 'r2')), served(SECOND));
  assert.deepEqual(server.asked.map(({ url }) => url), [SCOPE]);
  assert.deepEqual(await caches.texts(cacheName(SCOPE, 'r1')), served(FIRST), 'the release in use stays whole');
});

test('an attempt that broke off goes on from where it was', async () => {
  const [caches, server] = [new FakeCaches(), new FakeServer(served(FIRST))];
  delete server.files[`${SCOPE}assets/app/1/big.js`];
  await assert.rejects(filled(releaseOf('r1', FIRST), server, caches));
  assert.equal(Object.keys(await caches.texts(cacheName(SCOPE, 'r1'))).length, 2);
  [server.files, server.asked] = [served(FIRST), []];

  await filled(releaseOf('r1', FIRST), server, caches);

  assert.deepEqual(server.asked.map(({ url }) => url), [`${SCOPE}assets/app/1/big.js`]);
});

test('an old copy in the browser’s own cache gives way to the server’s', async () => {
  const [caches, server] = [new FakeCaches(), new FakeServer(served(SECOND))];
  server.stale = { [SCOPE]: 'home' };

  await filled(releaseOf('r2', SECOND), server, caches);

  assert.equal((await caches.texts(cacheName(SCOPE, 'r2')))[SCOPE], 'new home');
  const asked = server.asked.filter(({ url }) => url === SCOPE).map(({ cache }) => cache);
  assert.deepEqual(asked, ['default', 'reload']);
});

test('a release that is half-way onto its server is not taken for whole', async () => {
  const [caches, server] = [new FakeCaches(), new FakeServer({ ...served(SECOND), ...served({ 'index.html': 'home' }) })];

  await assert.rejects(filled(releaseOf('r2', SECOND), server, caches), /not what belongs to this release/);

  assert.equal((await caches.texts(cacheName(SCOPE, 'r2')))[SCOPE], undefined);
});

test('a copy in an earlier cache that was spoilt is not used', async () => {
  const [caches, server] = [new FakeCaches(), new FakeServer(served(FIRST))];
  await filled(releaseOf('r1', FIRST), server, caches);
  const earlier = await caches.open(cacheName(SCOPE, 'r1'));
  const { headers } = /** @type {Response} */ (await earlier.match(`${SCOPE}a/`));
  await earlier.put(`${SCOPE}a/`, new Response('spoilt', { headers }));
  server.files = served(SECOND);

  await filled(releaseOf('r2', SECOND), server, caches);

  assert.equal((await caches.texts(cacheName(SCOPE, 'r2')))[`${SCOPE}a/`], 'a page');
});

test('caches of other sites of the origin are not looked into', async () => {
  const [caches, server] = [new FakeCaches(), new FakeServer(served(FIRST))];
  const other = await caches.open(cacheName('https://owner.example/', 'r1'));
  other.matchAll = () => assert.fail('not ours');

  await filled(releaseOf('r1', FIRST), server, caches);

  assert.equal(server.asked.length, 3);
});

test('where answers need the room nothing is fetched, and what an attempt got is given up', async () => {
  const [caches, server] = [new FakeCaches(), new FakeServer(served(FIRST))];
  const big = `${SCOPE}assets/app/1/big.js`;
  delete server.files[big];
  await assert.rejects(filled(releaseOf('r1', FIRST), server, caches));
  [server.files, server.asked] = [served(FIRST), []];

  await assert.rejects(filled(releaseOf('r1', FIRST), server, caches, FIRST['assets/app/1/big.js'].length - 1));

  assert.deepEqual([server.asked, await caches.keys()], [[], []]);
});

test('a browser that is full after all gets its room back, and what is in use stays', async () => {
  const [caches, server] = [new FakeCaches(), new FakeServer(served(FIRST))];
  await filled(releaseOf('r1', FIRST), server, caches);
  server.files = served(SECOND);
  const later = await caches.open(cacheName(SCOPE, 'r2'));
  later.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));

  await assert.rejects(filled(releaseOf('r2', SECOND), server, caches), { name: 'QuotaExceededError' });

  assert.deepEqual(await caches.keys(), [cacheName(SCOPE, 'r1')]);
});
