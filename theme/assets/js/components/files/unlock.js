/**
 * Asks for the passphrase of a locked file, as often as it takes.
 *
 * @typedef {import('../../draft/file.js').FileResult} FileResult
 * @typedef {import('../../draft/file.js').Locked} Locked
 */
import { text } from '../../catalogue.js';
import { readDraftFile } from '../../draft/file.js';
import { element, linkButton } from '../../report/element.js';
import { fileProblemText } from './file-problem.js';
import { PassphraseBox, showTick } from './passphrase-box.js';

/**
 * Read a file and, where it is locked, ask for its passphrase.
 * @param {File} file
 * @param {import('../../definition.js').Definition} definition
 * @param {object} page
 * @param {HTMLElement} page.$place  empty, for the question
 * @param {(words: string) => void} page.announce
 * @returns {Promise<Exclude<FileResult, Locked> | null>} null when the person would rather not
 */
export async function readAskingPassphrase(file, definition, { $place, announce }) {
  $place.replaceChildren();
  const result = await readDraftFile(file, definition);
  if (result.ok || result.reason !== 'locked') return result;
  return new Promise((resolve) => {
    const end = (/** @type {Exclude<FileResult, Locked> | null} */ opened) => {
      $place.replaceChildren();
      resolve(opened);
    };
    const $form = unlockForm(result, {
      file: file.name,
      title: definition.title,
      onDone: end,
      onCancel: () => end(null),
      announce,
    });
    $place.append($form);
    $form.querySelector('h2')?.focus();
  });
}

/** Several locked files may be asked about on one page. */
let forms = 0;

/**
 * @param {Locked} locked
 * @param {object} about
 * @param {string} about.file  its name
 * @param {string} about.title  of the questionnaire it is to be of
 * @param {(result: Exclude<FileResult, Locked>) => void} about.onDone  it is open, or cannot be opened by any passphrase
 * @param {() => void} about.onCancel
 * @param {(words: string) => void} about.announce
 */
export function unlockForm(locked, { file, title, onDone, onCancel, announce }) {
  forms += 1;
  const id = `unlock-${forms}`;
  const box = new PassphraseBox(id, text('lock.passphrase'), text('lock.ask_sender'));
  const $open = element('button', { type: 'submit', class: 'govuk-button' }, text('lock.unlock'));
  const $form = element(
    'form',
    { class: 'app-file', novalidate: true, 'data-unlock': true },
    element('h2', { class: 'app-file__title', tabindex: -1 }, text('lock.locked_title', { file })),
    element('p', {}, text('lock.locked_text')),
    box.$root,
    showTick(`${id}-show`, () => [box]),
    element(
      'div',
      { class: 'govuk-button-group' },
      $open,
      linkButton(text('files.cancel'), onCancel),
    ),
  );
  let isTrying = false;
  $form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (isTrying) return;
    if (box.value.trim() === '') return box.refuse(text('lock.none_given'));
    isTrying = true;
    announce(text('lock.unlocking'));
    const result = await locked.unlock(box.value);
    isTrying = false;
    // Cancelled meanwhile.
    if (!$form.isConnected) return;
    if (result.ok || (result.reason !== 'wrong-passphrase' && result.reason !== 'locked')) {
      box.clear();
      return onDone(result);
    }
    box.refuse(fileProblemText(result, title));
    box.$input.select();
  });
  return $form;
}
