/**
 * The files to be combined: chosen in one view, decided on in the next.
 *
 * @typedef {{name: string, draft: import('../draft/draft.js').Draft}} ChosenFile
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
