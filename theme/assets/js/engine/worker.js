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

import { postable } from './protocol.js';
import { CORE_PACKAGE, bridgeFrom, packagesIn } from './python.js';
import { RUNTIME_DATA, RUNTIME_SCRIPTS } from './runtime-files.js';
import { needWebAssembly } from './web-assembly.js';

/** How often the page hears of bytes, in milliseconds. */
const NEWS_EVERY = 250;

/** @type {import('./python.js').Handle | null} the core's bridge, once Python is there */
let handle = null;

/** @param {Status} status */
function tell(status) {
  self.postMessage(status);
}

/**
 * Tell the page as the files come in, and fail when one cannot be had. Pyodide does neither:
 * on a slow line it is silent for minutes, and after some failures for ever.
 * @param {string[]} early  what is sure to be asked for
 * @returns {{failure: Promise<never>, stop: () => void}}
 */
function watchLoading(early) {
  const plainFetch = self.fetch;
  let bytes = 0;
  let lastNews = -Infinity;
  /** @type {(error: unknown) => void} */
  let fail = () => {};
  /** @type {Promise<never>} */
  const failure = new Promise((_, reject) => {
    fail = reject;
  });

  /** @param {Response} copy */
  async function count(copy) {
    const reader = copy.body?.getReader();
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
      bytes += chunk.value.byteLength;
      if (performance.now() - lastNews < NEWS_EVERY) continue;
      lastNews = performance.now();
      tell({ type: 'status', stage: 'loading', bytes });
    }
  }

  /** @type {typeof fetch} */
  const watchedFetch = async (input, init) => {
    try {
      const response = await plainFetch(input, init);
      if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
      count(response.clone()).catch(fail);
      return response;
    } catch (error) {
      fail(error);
      throw error;
    }
  };
  // Pyodide says what goes wrong here to the console alone, and waits in vain.
  const plainInstantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (source, imports) => {
    try {
      return await plainInstantiate(source, imports);
    } catch (error) {
      fail(error);
      throw error;
    }
  };
  // Under way already, for whoever asks.
  const begun = new Map(early.map((url) => [url, watchedFetch(url)]));
  self.fetch = (input, init) => {
    const url = String(input);
    const response = begun.get(url) ?? watchedFetch(input, init);
    begun.delete(url);
    return response;
  };
  // Pyodide waits in vain for downloads that failed, and leaves their errors to nobody.
  const onRejection = (/** @type {PromiseRejectionEvent} */ event) => {
    event.preventDefault();
    fail(event.reason);
  };
  self.addEventListener('unhandledrejection', onRejection);
  return {
    failure,
    stop: () => {
      self.fetch = plainFetch;
      WebAssembly.instantiateStreaming = plainInstantiate;
      self.removeEventListener('unhandledrejection', onRejection);
    },
  };
}

/** @param {StartPayload} payload */
async function loadPython({ runtimeUrl, lockUrl, packages = [CORE_PACKAGE] }) {
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
  });
  return bridgeFrom(pyodide, await wheels);
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
  const { runtimeUrl, scoringUrl, definition, texts } = payload;
  await needWebAssembly();
  const watch = watchLoading(RUNTIME_DATA.map((name) => runtimeUrl + name));
  const loading = Promise.all([
    loadPython(payload),
    scoringUrl ? fetch(scoringUrl).then((response) => response.text()) : null,
  ]);
  const [bridge, scoring] = await Promise.race([loading, watch.failure]);
  watch.stop();
  handle = bridge;
  if (!definition) return { id, ok: true, result: { ready: true } };
  return pass({ id, type: 'load', payload: { definition, scoring, filename: 'scoring.py', texts } });
}

/** @param {{id: number, type: string, payload: unknown}} request */
function pass(request) {
  if (!handle) throw new Error('the engine is not loaded');
  return JSON.parse(handle(JSON.stringify(request)));
}

self.addEventListener('message', async ({ data: request }) => {
  if (request.type === 'start') {
    try {
      self.postMessage(await start(request.id, request.payload));
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
