/**
 * The folds of a long form: what they hold is left out as the form is drawn and put in when the browser has time for
 * it, at the latest when it is wanted. A form of forty questions is then there as soon as one of six.
 *
 * What is closed would cost as much as what is open: browsers look over every text box that comes into a page.
 *
 * @typedef {object} Fold
 * @property {HTMLDetailsElement} $fold
 * @property {Element[]} $held
 */
import { whenIdle } from '../../idle.js';

/** The longest that a fold stays empty, in milliseconds. */
const SOON = 300;

export class LateFolds {
  /** Those still to be filled, the open ones first. @type {Fold[]} */
  #empty;

  /**
   * @param {HTMLElement} $form  not in the page yet
   * @param {($fold: HTMLElement) => void} onFilled
   */
  constructor($form, onFilled) {
    this.onFilled = onFilled;
    const $folds = /** @type {HTMLDetailsElement[]} */ ([...$form.querySelectorAll(':scope > details')]);
    const $inOrder = [...$folds.filter(($fold) => $fold.open), ...$folds.filter(($fold) => !$fold.open)];
    this.#empty = $inOrder.map(($fold) => ({ $fold, $held: [...$fold.children].slice(1) }));
    for (const { $fold, $held } of this.#empty) {
      for (const $part of $held) $part.remove();
      // Before it opens, so that nobody sees it empty.
      $fold.firstElementChild?.addEventListener('click', () => this.#fill(this.#empty.find((one) => one.$fold === $fold)));
    }
    this.#fillSoon();
  }

  /** All of them, now: something in them is wanted. */
  fill() {
    while (this.#empty.length > 0) this.#fill(this.#empty[0]);
  }

  /** The form is gone. */
  forget() {
    this.#empty = [];
  }

  #fillSoon() {
    if (this.#empty.length === 0) return;
    whenIdle(() => {
      this.#fill(this.#empty[0]);
      this.#fillSoon();
    }, SOON);
  }

  /** @param {Fold | undefined} fold */
  #fill(fold) {
    if (!fold) return;
    this.#empty = this.#empty.filter((one) => one !== fold);
    fold.$fold.append(...fold.$held);
    this.onFilled(fold.$fold);
  }
}
