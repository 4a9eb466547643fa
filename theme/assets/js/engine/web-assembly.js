/** Whether this browser runs WebAssembly, of which Python is made. Workplaces can forbid it, and Pyodide then waits in vain. */

/** The smallest module there is: its name and its version. */
const TINY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

const FORBIDDEN = 'WebAssemblyForbidden';

/** Rejects where WebAssembly is missing or forbidden. */
export async function needWebAssembly() {
  try {
    await WebAssembly.compile(TINY_MODULE);
  } catch (error) {
    throw Object.assign(new Error(String(error)), { name: FORBIDDEN });
  }
}

/**
 * What kept the engine from working, as far as its error tells: browsers have no one word for a lack of memory.
 * @param {Error | null} error
 * @returns {'forbidden' | 'memory' | 'other'}
 */
export function whatFailed(error) {
  if (error?.name === FORBIDDEN) return 'forbidden';
  return /memory|\boom\b/i.test(`${error?.name} ${error?.message}`) ? 'memory' : 'other';
}
