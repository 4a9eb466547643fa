/**
 * One file made by Python, in a worker of its own that is ended with the work, or in the middle of it.
 *
 * Python cannot be stopped while it runs: only its worker can. The one that evaluates goes on meanwhile.
 *
 * @typedef {import('./protocol.js').Reply | import('./protocol.js').Status} Message
 * @typedef {import('./protocol.js').StartPayload} StartPayload
 * @typedef {import('../blob-worker.js').WorkerLike} WorkerLike
 */
import { createBlobWorker } from '../blob-worker.js';
import { EngineError } from './protocol.js';
import { Watchdog } from './watchdog.js';

/** Seconds without a word. Both the longest start on a slow machine and the longest file keep within them. */
const SILENCE = 120;

const START = 1;
const MAKE = 2;

/**
 * @param {{type: 'workbook', payload: unknown}} request
 * @param {{workerUrl: string, start: StartPayload}} engine
 * @param {AbortSignal} signal
 * @param {object} [surroundings]
 * @param {(url: string) => WorkerLike} [surroundings.createWorker]
 * @param {import('./watchdog.js').Timers} [surroundings.timers]
 * @returns {Promise<ArrayBuffer>} rejects with the signal's reason when it is abandoned
 */
export async function madeFile(
  request,
  { workerUrl, start },
  signal,
  { createWorker = createBlobWorker, timers = globalThis } = {},
) {
  signal.throwIfAborted();
  const worker = createWorker(workerUrl);
  /** @type {Watchdog | null} */
  let watchdog = null;
  try {
    return await new Promise((resolve, reject) => {
      watchdog = new Watchdog(() => reject(new Error('the worker gave no sign of life')), timers);
      watchdog.watch(SILENCE);
      signal.addEventListener('abort', () => reject(signal.reason));
      worker.addEventListener('error', () => reject(new Error('the worker stopped')));
      worker.addEventListener('message', (event) => {
        watchdog?.heard();
        /** @type {Message} */
        const message = /** @type {MessageEvent} */ (event).data;
        if ('type' in message) {
          if (message.stage === 'listening') worker.postMessage({ id: START, type: 'start', payload: start });
          if ('error' in message) reject(new EngineError(message.error));
        } else if (!message.ok) {
          reject(new EngineError(message.error));
        } else if (message.id === START) {
          worker.postMessage({ id: MAKE, ...request });
        } else {
          resolve(bytesFrom(message.result));
        }
      });
    });
  } finally {
    /** @type {Watchdog | null} */ (watchdog)?.stop();
    worker.terminate();
  }
}

/** @param {string} base64 */
function bytesFrom(base64) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer;
}
