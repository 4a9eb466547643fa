/** Which file stands at an address, and what it is kept as. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, cacheName, cachePrefix, findFile, inOrder } from '../../theme/assets/js/offline/release.js';

const SCOPE = 'https://owner.example/tools/';
const FILE = { size: 1, sha256: '' };
const FILES = { 'index.html': FILE, 'a/index.html': FILE, 'a/b.js': FILE, 'search/index.html': FILE, 'é è.js': FILE };

/** @param {string} address */
const found = (address) => findFile(new URL(address, SCOPE).href, SCOPE, FILES);

test('a page is found by its folder, whatever is asked of it', () => {
  assert.deepEqual(found(''), { path: 'index.html' });
  assert.deepEqual(found('a/'), { path: 'a/index.html' });
  assert.deepEqual(found('a/?step=funding#top'), { path: 'a/index.html' });
  assert.deepEqual(found('a/index.html'), { path: 'a/index.html' });
  assert.deepEqual(found('a/b.js'), { path: 'a/b.js' });
});

test('a folder without its slash is sent on, with its query', () => {
  assert.deepEqual(found('search?q=one+two'), { folder: `${SCOPE}search/?q=one+two` });
});

test('what is not of the release is left to the network', () => {
  for (const address of ['b/', 'a/c.js', 'toString', 'constructor/', '%E0%A4%A', 'sw.js', 'release.json']) {
    assert.equal(found(address), null, address);
  }
});

test('other sites of the same origin, and other origins, are none of its business', () => {
  for (const address of ['https://owner.example/', '/other/a/b.js', '/toolsy/', 'https://else.example/tools/a/b.js']) {
    assert.equal(found(address), null, address);
  }
});

test('files are kept under the address that people visit, and found there again', () => {
  assert.equal(addressOf('index.html', SCOPE), SCOPE);
  assert.equal(addressOf('a/index.html', SCOPE), `${SCOPE}a/`);
  assert.equal(addressOf('myindex.html', SCOPE), `${SCOPE}myindex.html`);
  for (const path of Object.keys(FILES)) assert.deepEqual(findFile(addressOf(path, SCOPE), SCOPE, FILES), { path });
});

test('caches are told from those of a site above, beneath or beside', () => {
  const others = ['https://owner.example/', 'https://owner.example/tools/two/', 'https://owner.example/tool/'];
  for (const other of others) {
    assert.ok(!cacheName(other, 'r1').startsWith(cachePrefix(SCOPE)), other);
    assert.ok(!cacheName(SCOPE, 'r1').startsWith(cachePrefix(other)), other);
  }
  assert.ok(cacheName(SCOPE, 'r1').startsWith(cachePrefix(SCOPE)));
});

test('after one page Python comes first, the largest of it last', () => {
  const files = {
    'a/index.html': { size: 5, sha256: '' },
    'assets/runtime/1/wasm': { size: 9000, sha256: '' },
    'assets/runtime/1/glue': { size: 70, sha256: '' },
    'index.html': { size: 3, sha256: '' },
  };
  const order = inOrder(files).map(([path]) => path);
  assert.deepEqual(order, ['index.html', 'assets/runtime/1/glue', 'assets/runtime/1/wasm', 'a/index.html']);
});
