/**
 * Workbooks among the files that are to be opened, known by their first bytes, whatever the file is called.
 *
 * What is in one is for Python to say. One with a password is no zip but the older kind of file, with what is locked
 * inside it under a name of its own.
 *
 * @typedef {'workbook' | 'old-workbook' | 'locked-workbook' | 'not-a-workbook' | 'not-ours' | 'damaged-workbook'} WorkbookProblem
 */

const ZIP = [0x50, 0x4b];
const OLDER = [0xd0, 0xcf, 0x11, 0xe0];
const LOCKED_INSIDE = 'EncryptedPackage';

/**
 * @param {Blob} file
 * @returns {Promise<'workbook' | 'old-workbook' | 'locked-workbook' | null>} null: it is no workbook
 */
export async function workbookProblem(file) {
  const first = new Uint8Array(await file.slice(0, OLDER.length).arrayBuffer());
  if (beginsWith(first, ZIP)) return 'workbook';
  if (!beginsWith(first, OLDER)) return null;
  const names = new TextDecoder('utf-16le').decode(await file.arrayBuffer());
  return names.includes(LOCKED_INSIDE) ? 'locked-workbook' : 'old-workbook';
}

/**
 * @param {Uint8Array} bytes
 * @param {number[]} beginning
 */
function beginsWith(bytes, beginning) {
  return beginning.every((byte, index) => bytes[index] === byte);
}
