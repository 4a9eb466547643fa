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

/** The names in Pyodide's lock: of the core, of all of it with what is for files, and of what writes and reads workbooks. */
export const CORE_PACKAGE = 'questionnaire-core';
export const WHOLE_CORE_PACKAGE = 'questionnaire-core-whole';
export const WORKBOOK_PACKAGE = 'xlsxwriter';
export const READER_PACKAGE = 'openpyxl';

/**
 * What the lock says of some wheels.
 * @param {string} lock
 * @param {string[]} names
 * @returns {Package[]}
 */
export function packagesIn(lock, names) {
  const { packages } = JSON.parse(lock);
  return names.map((name) => packages[name]);
}

/**
 * @param {any} pyodide
 * @param {{name: string, bytes: Uint8Array}[]} wheels
 * @returns {Handle}
 */
export function bridgeFrom(pyodide, wheels) {
  const { path } = pyodide.pyimport('sys');
  for (const { name, bytes } of wheels) {
    const file = `/lib/${name}`;
    pyodide.FS.writeFile(file, bytes);
    if (!path.includes(file)) path.append(file);
  }
  return pyodide.pyimport('questionnaire_core.bridge').handle;
}
