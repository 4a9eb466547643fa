/**
 * The worker: Pyodide, the core, and the core's only door.
 *
 * Owns loading them and passing messages through. Knows nothing of what the messages mean.
 * Bundled to one file; it imports Pyodide with import(), since a blob worker under this site's
 * policy may not import in any other way in Firefox.
 *
 * @typedef {import('./protocol.js').Status} Status
 * @typedef {import('./protocol.js').StartPayload} StartPayload
 */

import { keepMemory, keptMemory, spoilMemory, trimmed } from './memory.js';
import { postable } from './protocol.js';
import { CORE_PACKAGE, bridgeFrom, packagesIn } from './python.js';
import { RUNTIME_SCRIPTS } from './runtime-files.js';
import { watchLoading } from './watch-loading.js';
import { needWebAssembly } from './web-assembly.js';

/** @type {import('./python.js').Handle | null} the core's bridge, once Python is there */
let handle = null;

/** @param {Status} status */
function tell(status) {
  self.postMessage(status);
}

/**
 * @param {StartPayload} payload
 * @param {Promise<object>} options  further ones of Pyodide's
 * @returns {Promise<{pyodide: any, bridge: import('./python.js').Handle}>}
 */
async function loadPython({ runtimeUrl, lockUrl, packages = [CORE_PACKAGE] }, options) {
  const lock = fetch(lockUrl).then((response) => response.text());
  const wheels = lock.then((text) => {
    const needed = packagesIn(text, packages);
    return Promise.all(needed.map((each) => fetchWheel(each, lockUrl)));
  });
  const [{ loadPyodide }] = await Promise.all(RUNTIME_SCRIPTS.map((name) => import(runtimeUrl + name)));
  const pyodide = await loadPyodide({
    indexURL: runtimeUrl,
    lockFileContents: await lock,
    packageBaseUrl: new URL('.', lockUrl).href,
    ...(await options),
  });
  return { pyodide, bridge: bridgeFrom(pyodide, await wheels) };
}

/**
 * The browser itself refuses bytes that are not those the lock names.
 * @param {import('./python.js').Package} wheel
 * @param {string} lockUrl
 */
async function fetchWheel({ file_name: name, sha256 }, lockUrl) {
  const digest = sha256.match(/../g)?.map((byte) => String.fromCharCode(parseInt(byte, 16)));
  const integrity = `sha256-${btoa((digest ?? []).join(''))}`;
  const response = await fetch(new URL(name, lockUrl), { integrity });
  return { name, bytes: new Uint8Array(await response.arrayBuffer()) };
}

/**
 * @param {number} id
 * @param {StartPayload} payload
 */
async function start(id, payload) {
  const { runtimeUrl, lockUrl, memory, scoringUrl, definition, texts } = payload;
  await needWebAssembly();
  const kept = memory === 'use' ? keptMemory(lockUrl) : Promise.resolve(null);
  const options = kept.then((bytes) => (bytes ? { _loadSnapshot: bytes } : { _makeSnapshot: memory === 'make' }));
  const watch = watchLoading(runtimeUrl, (bytes) => tell({ type: 'status', stage: 'loading', bytes }));
  const loading = Promise.all([
    loadPython(payload, options),
    scoringUrl ? fetch(scoringUrl).then((response) => response.json()) : null,
  ]);
  try {
    const [{ pyodide, bridge }, scoring] = await Promise.race([loading, watch.failure]);
    watch.stop();
    if (memory === 'make') await keepMemory(lockUrl, memoryOf(pyodide));
    if (memory === 'spoil') await spoilMemory(lockUrl);
    handle = bridge;
    if (!definition) return { id, ok: true, result: { ready: true } };
    return pass({ id, type: 'load', payload: { definition, scoring, texts } });
  } catch (error) {
    if ((await kept) === null) throw error;
    // Without it things may go well.
    tell({ type: 'status', stage: 'crashed', error: postable(error) });
    return null;
  }
}

/**
 * Empty where it cannot be had, which is kept too: nobody tries again.
 * @param {any} pyodide
 */
function memoryOf(pyodide) {
  try {
    return trimmed(pyodide.makeMemorySnapshot());
  } catch {
    return new Uint8Array();
  }
}

/** @param {{id: number, type: string, payload: unknown}} request */
function pass(request) {
  if (!handle) throw new Error('the engine is not loaded');
  return JSON.parse(handle(JSON.stringify(request)));
}

self.addEventListener('message', async ({ data: request }) => {
  if (request.type === 'start') {
    try {
      const reply = await start(request.id, request.payload);
      if (reply) self.postMessage(reply);
    } catch (error) {
      self.postMessage({ id: request.id, ok: false, error: postable(error) });
    }
    return;
  }
  try {
    self.postMessage(pass(request));
  } catch (error) {
    // The bridge answers its own errors; one that comes through it means that Python is broken.
    tell({ type: 'status', stage: 'crashed', error: postable(error) });
  }
});

tell({ type: 'status', stage: 'listening' });
