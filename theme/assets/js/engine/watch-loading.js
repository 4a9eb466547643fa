/**
 * Python's files on their way into the worker: begun all at once, counted as they come, and given up when one cannot be
 * had. Pyodide asks for them one after another; on a slow line it is silent for minutes, and after some failures for ever.
 */
import { KEPT } from '../offline/release.js';
import { RUNTIME_DATA, RUNTIME_WASM } from './runtime-files.js';

/** How often the page hears of bytes, in milliseconds. */
const NEWS_EVERY = 250;

/**
 * @param {string} runtimeUrl
 * @param {(bytes: number) => void} tell
 * @returns {{failure: Promise<never>, stop: () => void}}
 */
export function watchLoading(runtimeUrl, tell) {
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
      tell(bytes);
    }
  }

  /** @type {typeof fetch} */
  const watchedFetch = async (input, init) => {
    try {
      const response = await plainFetch(input, init);
      if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
      // What the browser keeps is there at once, and a copy of it would only take time.
      if (!response.headers.has(KEPT)) count(response.clone()).catch(fail);
      return response;
    } catch (error) {
      fail(error);
      throw error;
    }
  };
  // Under way already, for whoever asks.
  const begun = new Map([RUNTIME_WASM, ...RUNTIME_DATA].map((name) => [runtimeUrl + name, watchedFetch(runtimeUrl + name)]));
  const compiled = WebAssembly.compileStreaming(/** @type {Promise<Response>} */ (begun.get(runtimeUrl + RUNTIME_WASM)));
  // Pyodide says what goes wrong with it to the console alone, and waits in vain.
  compiled.catch(fail);
  self.fetch = (input, init) => {
    const url = String(input);
    const response = begun.get(url) ?? watchedFetch(input, init);
    begun.delete(url);
    return response;
  };
  const plainInstantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (_, imports) => {
    try {
      const module = await compiled;
      return { module, instance: await WebAssembly.instantiate(module, imports) };
    } catch (error) {
      fail(error);
      throw error;
    }
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
