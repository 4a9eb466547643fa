/** What "Check this computer" makes of the browser's records: the policy, addresses, what is stored. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whatFailed } from '../../theme/assets/js/engine/web-assembly.js';
import { isSealed, rulesIn } from '../../theme/assets/js/this-computer/policy.js';
import { sorted } from '../../theme/assets/js/this-computer/reaching.js';
import { storedHere } from '../../theme/assets/js/this-computer/stored.js';
import { Browser, MemoryStorage, refused, store } from './support/storage.js';

const ORIGIN = 'https://tools.example';
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src https://tools.example/here/; img-src 'self' data: blob:; " +
  "font-src 'self'; connect-src 'self'; worker-src blob: *:*/here/sw.js; manifest-src 'self'; base-uri 'none'; form-action 'none'";

test('the policy of the site is sealed, and says where each way leads', () => {
  const rules = rulesIn(POLICY, ORIGIN);
  assert.ok(isSealed(rules));
  const goes = Object.fromEntries(rules.map((rule) => [rule.directive, rule.goes]));
  assert.equal(goes['connect-src'], 'here');
  assert.equal(goes['frame-src'], 'nowhere', 'by the default');
  assert.equal(goes['form-action'], 'nowhere');
});

for (const [what, policy] of /** @type {[string, string][]} */ ([
  ['none at all', ''],
  ['one that sends elsewhere', POLICY.replace("connect-src 'self'", "connect-src 'self' https://elsewhere.example")],
  ['one of an address that only begins alike', POLICY.replace('https://tools.example/', 'https://tools.example.net/')],
  ['one for any address', POLICY.replace("img-src 'self'", 'img-src *')],
  ['one that lets forms go', POLICY.replace("; form-action 'none'", '')],
])) {
  test(`a policy is not called sealed: ${what}`, () => assert.equal(isSealed(rulesIn(policy, ORIGIN)), false));
}

test('addresses are told apart by their origin, each once', () => {
  const addresses = [`${ORIGIN}/a`, `${ORIGIN}/a`, 'https://tools.example.net/a', 'blob:https://tools.example/1', 'data:,x'];
  assert.deepEqual(sorted(addresses, ORIGIN), { own: [`${ORIGIN}/a`], foreign: ['https://tools.example.net/a'] });
});

/** What one browser has, of two sites at one origin. */
async function kept() {
  const browser = new Browser();
  const session = await browser.open();
  await store(session, 'name', 'Our plot');
  await store(session, 'size', 4711);
  await session.snapshot('merge');
  const neighbour = await browser.open({ prefix: '/other/' });
  await store(neighbour, 'name', 'Not ours');
  browser.storage.setItem('/site/:editor-name', 'Jo');
  browser.storage.setItem('reloaded:/site/garden/', 'yes');
  return browser;
}

test('what is stored is told by name and size, and nothing of a neighbour or of what was answered', async () => {
  const { factory, storage } = await kept();
  const caches = {
    keys: async () => ['/site/:release:1', '/other/:release:1'],
    open: async () => ({ keys: async () => [1, 2, 3] }),
  };
  const found = await storedHere('/site/', {
    databases: () => factory,
    storages: [() => /** @type {any} */ (storage), () => /** @type {any} */ (new MemoryStorage())],
    caches: () => /** @type {any} */ (caches),
  });
  assert.equal(found.drafts.length, 1);
  assert.equal(found.drafts[0].questionnaireId, 'garden');
  assert.equal(found.drafts[0].name, 'Our plot');
  assert.equal(found.drafts[0].versions, 1);
  assert.ok(found.drafts[0].bytes > 100);
  assert.deepEqual(found.settings.map(({ key }) => key).sort(), ['editor-name', 'reloaded:/site/garden/']);
  assert.deepEqual(found.caches, [{ name: '/site/:release:1', files: 3 }]);
  assert.ok(!JSON.stringify(found).includes('4711'));
  assert.ok(!JSON.stringify(found).includes('Jo'));
});

test('looking makes no database, and a browser that keeps nothing has nothing', async () => {
  const { factory } = new Browser();
  const storages = [() => /** @type {any} */ (new MemoryStorage())];
  const empty = { drafts: [], settings: [], caches: [] };
  assert.deepEqual(await storedHere('/site/', { databases: () => factory, storages, caches: () => undefined }), empty);
  assert.deepEqual(await factory.databases(), []);
  assert.deepEqual(await storedHere('/site/', { databases: refused, storages: [refused], caches: refused }), empty);
});

test('a lack of memory is told from what is forbidden, and from all else', () => {
  const named = (/** @type {string} */ name, /** @type {string} */ message) => Object.assign(new Error(message), { name });
  assert.equal(whatFailed(named('WebAssemblyForbidden', 'no')), 'forbidden');
  assert.equal(whatFailed(new RangeError('WebAssembly.Memory(): could not allocate memory')), 'memory');
  assert.equal(whatFailed(named('MemoryError', '')), 'memory');
  assert.equal(whatFailed(named('RuntimeError', 'Aborted(OOM)')), 'memory');
  assert.equal(whatFailed(new RangeError('WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory')), 'memory');
  assert.equal(whatFailed(named('ScoringError', 'scoring.py:4: MemoryError')), 'memory');
  // What a questionnaire asks about is none of the browser's.
  assert.equal(whatFailed(named('ScoringError', "scoring.py:4: KeyError: 'memory-clinic'")), 'other');
  assert.equal(whatFailed(new TypeError('Failed to fetch')), 'other');
  assert.equal(whatFailed(new Error('404 for room.js')), 'other');
  assert.equal(whatFailed(null), 'other');
});
