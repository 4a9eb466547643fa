/**
 * A summary as a Word document: drawings made here, the file in a worker that can be ended.
 *
 * The worker and the library in it are fetched when somebody first asks for Word.
 *
 * @typedef {import('../engine/protocol.js').Reply | import('../engine/protocol.js').Status} Message
 * @typedef {import('./summary-file.js').Summary} Summary
 */
import { createBlobWorker } from '../blob-worker.js';
import { EngineError } from '../engine/protocol.js';
import { picturesOf } from './pictures.js';
import { wordContent } from './word-content.js';

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * @param {Summary} summary
 * @param {{workerUrl: string, signal: AbortSignal}} how
 * @returns {Promise<ArrayBuffer>} rejects with the signal's reason when it is abandoned
 */
export async function wordFile(summary, { workerUrl, signal }) {
  const content = wordContent(summary, await picturesOf(summary, signal));
  signal.throwIfAborted();
  const worker = createBlobWorker(workerUrl);
  try {
    return await answerOf(worker, content, signal);
  } finally {
    worker.terminate();
  }
}

/**
 * @param {import('../blob-worker.js').WorkerLike} worker
 * @param {import('./word-content.js').WordContent} content
 * @param {AbortSignal} signal
 * @returns {Promise<ArrayBuffer>}
 */
function answerOf(worker, content, signal) {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.addEventListener('error', () => reject(new Error('the worker stopped')));
    worker.addEventListener('message', (event) => {
      /** @type {Message} */
      const message = /** @type {MessageEvent} */ (event).data;
      if ('type' in message) {
        if (message.stage === 'listening') worker.postMessage({ id: 1, payload: content });
        if (message.stage === 'failed') reject(new EngineError(message.error));
      } else if (message.ok) {
        resolve(message.result);
      } else {
        reject(new EngineError(message.error));
      }
    });
  });
}
