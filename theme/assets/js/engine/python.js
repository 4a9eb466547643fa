/**
 * Python with the core in it, started in the page's worker and in the tests alike.
 *
 * Owns how a wheel gets in. Knows nothing of where its bytes come from.
 *
 * The wheel is put on Python's path as it is, since Python imports from a zip: Pyodide's own loader would unpack
 * it, and imports a hundred modules for that.
 *
 * @typedef {(request: string) => string} Handle  the core's bridge
 * @typedef {{file_name: string, sha256: string}} Package
 */

/** The name of the core in Pyodide's lock. */
const CORE_PACKAGE = 'questionnaire-core';

/**
 * What the lock says of the core's wheel.
 * @param {string} lock
 * @returns {Package}
 */
export function corePackage(lock) {
  return JSON.parse(lock).packages[CORE_PACKAGE];
}

/**
 * @param {any} pyodide
 * @param {string} name  the wheel's
 * @param {Uint8Array} wheel
 * @returns {Handle}
 */
export function bridgeFrom(pyodide, name, wheel) {
  const path = `/lib/${name}`;
  pyodide.FS.writeFile(path, wheel);
  pyodide.pyimport('sys').path.append(path);
  return pyodide.pyimport('questionnaire_core.bridge').handle;
}
