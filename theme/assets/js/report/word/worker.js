/**
 * The worker that writes the Word document, so that the page stays quick and the writing can be ended at any moment.
 *
 * Bundled to one file: Firefox refuses static imports beneath a worker that starts from a blob.
 */
import { postable } from '../../engine/protocol.js';
import { wordFile } from './document.js';

self.addEventListener('message', async ({ data: { id, payload } }) => {
  try {
    const result = await wordFile(payload);
    self.postMessage({ id, ok: true, result }, { transfer: [result] });
  } catch (error) {
    self.postMessage({ id, ok: false, error: postable(error) });
  }
});

self.postMessage({ type: 'status', stage: 'listening' });
