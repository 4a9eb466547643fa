/** What the service worker answers, what it leaves to the network, and that nobody sends it out of the site. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { cacheName } from '../../theme/assets/js/offline/release.js';
import { FakeCaches, releaseOf } from './support/caches.js';

const SCOPE = 'https://owner.example/tools/';
const RELEASE = releaseOf('r1', { 'index.html': 'home', 'a/index.html': 'a page', 'a.js': 'a script' });

/** @type {Record<string, (event: any) => void>} */
const handlers = {};
/** @type {{request: any, init: any}[]} */
const asked = [];

const self = {
  release: RELEASE,
  registration: { scope: SCOPE },
  addEventListener: (/** @type {string} */ type, /** @type {(event: any) => void} */ act) => (handlers[type] = act),
};
const fetch = async (/** @type {any} */ request, /** @type {any} */ init) => {
  asked.push({ request, init });
  return new Response('from the network');
};
Object.assign(globalThis, { self, fetch });
await import('../../theme/assets/js/offline/worker.js');

beforeEach(async () => {
  const caches = new FakeCaches();
  Object.assign(globalThis, { caches });
  const kept = await caches.open(cacheName(SCOPE, 'r1'));
  for (const [address, text] of [[SCOPE, 'home'], [`${SCOPE}a/`, 'a page']]) await kept.put(address, new Response(text));
  asked.length = 0;
});

/**
 * @param {string} path
 * @param {{method?: string, mode?: string}} [how]
 * @returns {Promise<Response> | null} null when the browser goes on as if there were no worker
 */
function answerTo(path, { method = 'GET', mode = 'cors' } = {}) {
  /** @type {Promise<Response> | null} */
  let answer = null;
  const request = { url: new URL(path, SCOPE).href, method, mode };
  handlers.fetch({ request, respondWith: (/** @type {any} */ given) => (answer = Promise.resolve(given)) });
  return answer;
}

test('what is kept is answered from the cache, with whatever query', async () => {
  assert.equal(await (await answerTo('a/?step=funding'))?.text(), 'a page');
  assert.deepEqual(asked, []);
});

test('a folder without its slash is sent on within the site', async () => {
  const answer = await answerTo('a?step=funding');
  assert.equal(answer?.headers.get('Location'), `${SCOPE}a/?step=funding`);
});

test('what is not of the release, not of the site or not read is left to the browser', () => {
  assert.equal(answerTo('release.json'), null);
  assert.equal(answerTo('https://owner.example/other/'), null);
  assert.equal(answerTo('https://elsewhere.example/a.js'), null);
  assert.equal(answerTo('a/', { method: 'POST' }), null);
});

test('what was removed is fetched, without following anybody out of the site', async () => {
  assert.equal(await (await answerTo('a.js'))?.text(), 'from the network');
  assert.deepEqual(asked[0].init, { redirect: 'error' });
  await answerTo('a.js', { mode: 'navigate' });
  assert.equal(asked[1].init, undefined, 'a page is a person’s own way, and is not followed here either');
});
