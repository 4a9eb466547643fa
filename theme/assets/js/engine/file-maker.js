/**
 * One file made or read by Python, in a worker of its own that is ended with the work, or in the middle of it.
 *
 * Python cannot be stopped while it runs: only its worker can. The one that evaluates goes on meanwhile.
 *
 * @typedef {import('./protocol.js').Reply | import('./protocol.js').Status} Message
 * @typedef {import('./protocol.js').StartPayload} StartPayload
 * @typedef {import('../blob-worker.js').WorkerLike} WorkerLike
 *
 * @typedef {{type: 'workbook' | 'questionnaire-workbook' | 'read-workbook', payload: unknown}} FileRequest
 * @typedef {{workerUrl: string, start: StartPayload}} Engine
 * @typedef {object} Surroundings
 * @property {(url: string) => WorkerLike} [createWorker]
 * @property {import('./watchdog.js').Timers} [timers]
 */
import { createBlobWorker } from '../blob-worker.js';
import { EngineError } from './protocol.js';
import { Watchdog } from './watchdog.js';

/** Seconds without a word. Both the longest start on a slow machine and the longest file keep within them. */
const SILENCE = 120;

const START = 1;
const MAKE = 2;

/**
 * A file that Python makes.
 * @param {FileRequest} request
 * @param {Engine} engine
 * @param {AbortSignal} signal
 * @param {Surroundings} [surroundings]
 * @returns {Promise<ArrayBuffer>} rejects with the signal's reason when it is abandoned
 */
export async function madeFile(request, engine, signal, surroundings) {
  return bytesFrom(await askedOnce(request, engine, signal, surroundings));
}

/**
 * What Python answers to one request.
 * @param {FileRequest} request
 * @param {Engine} engine
 * @param {AbortSignal} signal
 * @param {Surroundings} [surroundings]
 * @returns {Promise<any>} rejects with the signal's reason when it is abandoned
 */
export async function askedOnce(
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
          resolve(message.result);
        }
      });
    });
  } finally {
    /** @type {Watchdog | null} */ (watchdog)?.stop();
    worker.terminate();
  }
}

/**
 * Bytes as a JSON text can hold them, without a detour through a string of as many letters.
 * @param {Blob} file
 * @returns {Promise<string>} in base64
 */
export function base64Of(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}

/** @param {string} base64 */
function bytesFrom(base64) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer;
}
