/**
 * The form of the entry that is open: the blank one of its list, with the entry's id wherever that has a *. There is
 * one at a time on the page, so that three hundred entries are as quick as three.
 *
 * @typedef {import('./questions.js').Questions} Questions
 *
 * @typedef {object} Opened
 * @property {string} path  of the entry: "services/e1"
 * @property {HTMLElement} $form
 * @property {() => void} onClose
 */
const PATH_ATTRIBUTES = [
  'id',
  'name',
  'for',
  'aria-describedby',
  'aria-labelledby',
  'data-item',
  'data-clear',
  'data-warn',
  'data-computed',
  'data-take-from',
];

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
    $row.append($form);
    this.#opened = { path: `${list}/${id}`, $form, onClose };
    this.questions.attach($form);
    return $form;
  }

  close() {
    if (!this.#opened) return;
    const { $form, onClose } = this.#opened;
    this.#opened = null;
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
  for (const $node of $form.querySelectorAll('*')) {
    for (const name of PATH_ATTRIBUTES) {
      const value = $node.getAttribute(name);
      if (value?.includes('*')) $node.setAttribute(name, value.replaceAll('*', entryId));
    }
  }
  return $form;
}
