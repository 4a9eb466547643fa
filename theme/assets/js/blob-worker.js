/**
 * Workers that the page's content security policy binds: their script is a blob that imports the real one.
 *
 * @typedef {Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>} WorkerLike
 */

/**
 * @param {string} url  of the worker's script, absolute
 * @returns {WorkerLike}
 */
export function createBlobWorker(url) {
  // A failed import is an unhandled rejection in there, of which the page would never hear.
  const source = `import(${JSON.stringify(url)}).catch(({ name, message }) =>
    postMessage({ type: 'status', stage: 'failed', error: { name, message } }));`;
  const blobUrl = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(blobUrl, { type: 'module' });
  worker.addEventListener('message', () => URL.revokeObjectURL(blobUrl), { once: true });
  return worker;
}
