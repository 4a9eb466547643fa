/**
 * The form of the entry that is open: the blank one of its list, its paths made those of the entry. There is one at a
 * time on the page, so that three hundred entries are as quick as three.
 *
 * @typedef {import('../questions/questions.js').Questions} Questions
 *
 * @typedef {object} Opened
 * @property {string} path  of the entry: "services/e1"
 * @property {HTMLElement} $form
 * @property {LateFolds} folds
 * @property {() => void} onClose
 */
import { concretePath } from '../../definition.js';
import { OPEN_NAME } from './entry-line.js';
import { LateFolds } from './late-folds.js';

/** What names an answer. Ids and names stay as the blank form has them: there is one form, so they are alone. */
const PATH_ATTRIBUTES = ['data-item', 'data-clear', 'data-warn', 'data-computed', 'data-take-from'];

const WITH_PATHS = PATH_ATTRIBUTES.map((name) => `[${name}]`).join(',');

export class EntryForm {
  /** @type {Opened | null} */
  #opened = null;

  /** @param {Questions} questions */
  constructor(questions) {
    this.questions = questions;
  }

  /** The path of the entry that is open. */
  get path() {
    return this.#opened?.path ?? null;
  }

  /**
   * @param {object} entry
   * @param {string} entry.list
   * @param {string} entry.id
   * @param {string[]} entry.given  children that are not asked here
   * @param {boolean} entry.isBegun  it has what it needs to begin with: what is wanted before sharing comes next
   * @param {HTMLElement} $blank  of its list
   * @param {HTMLElement} $row  where it is to stand
   * @param {() => void} onClose
   */
  open({ list, id, given, isBegun }, $blank, $row, onClose) {
    this.close();
    const $form = filled($blank, id);
    for (const child of given) $form.querySelector(`[data-item="${list}/${id}/${child}"]`)?.remove();
    for (const $later of $form.querySelectorAll('.app-later')) $later.toggleAttribute('open', isBegun);
    const folds = new LateFolds($form, ($fold) => this.questions.attach($fold));
    this.questions.complete = () => folds.fill();
    $row.append($form);
    this.#opened = { path: `${list}/${id}`, $form, folds, onClose };
    this.questions.attach($form);
    return $form;
  }

  close() {
    if (!this.#opened) return;
    const { $form, folds, onClose } = this.#opened;
    this.#opened = null;
    folds.forget();
    this.questions.detach($form);
    $form.remove();
    onClose();
  }

  /** Put the cursor where answering begins. */
  focus() {
    if (this.#opened) this.questions.firstIn(this.#opened.$form)?.focus();
  }
}

/**
 * @param {HTMLElement} $blank
 * @param {string} entryId
 */
function filled($blank, entryId) {
  const $form = /** @type {HTMLElement} */ ($blank.cloneNode(true));
  $form.removeAttribute('data-entry-blank');
  $form.classList.add('app-entry__form');
  // Whose answers these are is said to whoever comes into the form.
  $form.setAttribute('role', 'group');
  $form.setAttribute('aria-labelledby', OPEN_NAME);
  for (const $node of $form.querySelectorAll(WITH_PATHS)) {
    for (const name of PATH_ATTRIBUTES) {
      const path = $node.getAttribute(name);
      if (path) $node.setAttribute(name, concretePath(path, entryId));
    }
  }
  return $form;
}
