/**
 * What must not be missed, at the top of the page: failures to save, and what another tab has done.
 *
 * One alert for each subject; a later one takes the place of the earlier. They stand in a live region, which is in the page
 * from the start: screen readers miss one that comes together with its words. Only a failure interrupts.
 *
 * @typedef {object} Alert
 * @property {'error' | 'warning' | 'info' | 'success'} kind
 * @property {string} title
 * @property {(string | Node)[]} [lines]
 * @property {{label: string, onClick: () => void}[]} [actions]
 * @property {boolean} [lasting]  stays until its subject is settled: cannot be put away
 * @property {boolean} [quiet]  small, because it stands above every view
 */
import { text } from '../../catalogue.js';
import { button, element, linkButton } from '../../report/element.js';
import { alertBox } from './alert-box.js';

export class Alerts {
  /** @type {Map<string, HTMLElement>} */
  #shown = new Map();

  /** @param {HTMLElement | null} $root */
  constructor($root) {
    this.$root = $root;
  }

  /**
   * @param {string} subject
   * @param {Alert} alert
   */
  show(subject, { kind, title, lines = [], actions = [], lasting = false, quiet = false }) {
    const $buttons = element(
      'div',
      { class: 'govuk-button-group' },
      ...actions.map(({ label, onClick }) => (quiet ? linkButton : button)(label, onClick)),
      !lasting && linkButton(text('draft.dismiss'), () => this.clear(subject)),
    );
    const role = kind === 'error' && 'alert';
    const $alert = alertBox(kind, title, [...lines.map((line) => element('p', {}, line)), $buttons], { role });
    $alert.classList.toggle('app-alert--quiet', quiet);
    const $before = this.#shown.get(subject);
    if ($before) $before.replaceWith($alert);
    else this.$root?.prepend($alert);
    this.#shown.set(subject, $alert);
    // Whoever is half-way down a long step must see that nothing is being saved.
    if (kind === 'error' && !$before) $alert.scrollIntoView({ block: 'nearest' });
    return $alert;
  }

  /** @param {string} subject */
  clear(subject) {
    const $alert = this.#shown.get(subject);
    if (!$alert) return;
    const hadFocus = $alert.contains(document.activeElement);
    $alert.remove();
    this.#shown.delete(subject);
    if (hadFocus) /** @type {HTMLElement | null} */ (document.querySelector('[data-current] h1'))?.focus();
  }
}
