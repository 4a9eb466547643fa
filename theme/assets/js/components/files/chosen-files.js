/**
 * Files that are chosen in one view and dealt with in the next: to be combined, or compared.
 *
 * @typedef {{name: string, draft: import('../../draft/draft.js').Draft}} ChosenFile
 */

/** @type {ChosenFile[]} */
let chosen = [];

/** @param {ChosenFile[]} files */
export function chooseFiles(files) {
  chosen = files;
}

export function chosenFiles() {
  return chosen;
}

/** @type {ChosenFile[]} */
let toCompare = [];

/** @param {ChosenFile[]} files */
export function compareFiles(files) {
  toCompare = files;
}

/** This computer was cleared: what came from files goes too. */
export function forgetFiles() {
  chosen = [];
  toCompare = [];
}

/** Once: coming back to the view later does not bring them again. */
export function takeFilesToCompare() {
  const files = toCompare;
  toCompare = [];
  return files;
}
