/** Whether this browser runs WebAssembly, of which Python is made. Workplaces can forbid it, and Pyodide then waits in vain. */

/** The smallest module there is: its name and its version. */
const TINY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

const FORBIDDEN = 'WebAssemblyForbidden';

/** Browsers have no one word for it. "Memory" alone may also be what a questionnaire asks about. */
const OUT_OF_MEMORY = /\bMemoryError\b|out of memory|(allocate|enlarge)\b.*\bmemory|\boom\b/i;

/** Rejects where WebAssembly is missing or forbidden. */
export async function needWebAssembly() {
  try {
    await WebAssembly.compile(TINY_MODULE);
  } catch (error) {
    throw Object.assign(new Error(String(error)), { name: FORBIDDEN });
  }
}

/**
 * What kept the engine from working, or from an answer, as far as its error tells.
 * @param {Error | null} error
 * @returns {'forbidden' | 'memory' | 'other'}
 */
export function whatFailed(error) {
  if (error?.name === FORBIDDEN) return 'forbidden';
  return OUT_OF_MEMORY.test(`${error?.name} ${error?.message}`) ? 'memory' : 'other';
}
