/**
 * Fetches Python's files while the person reads, so that they are in the browser's cache when Python starts.
 *
 * Whole files one after another, the largest last: what has come by the time somebody leaves is of use next time.
 * Owns no answer: a file that could not be had is fetched again, and complained of, when Python starts.
 */
import { RUNTIME_DATA, RUNTIME_SCRIPTS } from './runtime-files.js';

/**
 * @param {string} runtimeUrl  ends in a slash
 * @param {object} [surroundings]
 * @param {typeof globalThis.fetch} [surroundings.fetch]
 * @param {boolean} [surroundings.saveData]  the person has asked for as little data as can be
 */
export async function fetchAhead(runtimeUrl, { fetch = globalThis.fetch, saveData = savesData() } = {}) {
  if (saveData) return;
  try {
    for (const name of [...RUNTIME_SCRIPTS, ...RUNTIME_DATA]) {
      const response = await fetch(runtimeUrl + name, { priority: 'low' });
      if (!response.ok) return;
      // Read to the end, or the browser keeps nothing of it; and not kept here, where it would take memory.
      await response.body?.pipeTo(new WritableStream());
    }
  } catch {
    // The line is gone.
  }
}

function savesData() {
  // Not in every browser, nor in TypeScript.
  return Boolean(/** @type {any} */ (navigator).connection?.saveData);
}
