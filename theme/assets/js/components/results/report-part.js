/**
 * One part of the report on the page: its blocks, or a line that says why they are not there.
 *
 * Owns its body and the button that reveals it. Draws only what has changed, and keeps the focus where it was.
 *
 * @typedef {import('../../report/blocks.js').Block} Block
 * @typedef {import('../../report/blocks.js').Surroundings} Surroundings
 * @typedef {import('../../report/report.js').Part} Part
 */
import { renderBlocks, renderConclusion } from '../../report/blocks.js';
import { element } from '../../report/element.js';
import { fold } from '../fold.js';
import { foldLabel, foldTables, shorten } from './shortened.js';

export class ReportPart {
  /** What is drawn, as text to compare with. */
  #drawn = '';

  /**
   * @param {HTMLElement} $section
   * @param {Part} part
   * @param {Surroundings} surroundings
   * @param {() => void} onReveal
   */
  constructor($section, part, surroundings, onReveal) {
    this.part = part;
    this.surroundings = surroundings;
    this.$body = /** @type {HTMLElement} */ ($section.querySelector('[data-part-body]'));
    this.$reveal = /** @type {HTMLButtonElement | null} */ ($section.querySelector('[data-reveal]'));
    this.$reveal?.addEventListener('click', () => {
      this.reveal();
      onReveal();
    });
    this.isRevealed = this.$reveal === null;
    this.$body.hidden = !this.isRevealed;
  }

  /** Show what stays hidden until the person asks for it; it is asked for anew at every visit. */
  reveal() {
    this.isRevealed = true;
    this.$body.hidden = false;
    if (this.$reveal) this.$reveal.hidden = true;
    this.$body.tabIndex = -1;
    this.$body.focus({ preventScroll: true });
  }

  /** Another draft was opened: its conclusion is again for the person to ask for. */
  conceal() {
    if (!this.$reveal) return;
    this.isRevealed = false;
    this.$body.hidden = true;
    this.$reveal.hidden = false;
  }

  /** @param {Block[] | string | null} content  blocks, or the words that stand in for them; null: still to come */
  show(content) {
    const drawn = JSON.stringify(content);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    replaceKeepingFocus(this.$body, this.draw(content));
  }

  /** @param {Block[] | string | null} content */
  draw(content) {
    if (content === null) return pending();
    if (typeof content === 'string') return element('p', { class: 'govuk-body app-absent' }, content);
    if (this.part.part === 'conclusion') return renderConclusion(content, this.surroundings);
    const $blocks = renderBlocks(content, this.surroundings);
    const label = foldLabel(this.part, content);
    if (label !== null) return fold(label, $blocks, { open: this.#isOpen });
    if (this.part.part === 'changes') foldTables($blocks, content, (table) => this.#openFolds.includes(table));
    else shorten($blocks, content, this.#isOpen);
    return $blocks;
  }

  /** The labels of those that the person has opened. */
  get #openFolds() {
    return [...this.$body.querySelectorAll('details[open] > summary')].map(($summary) => $summary.textContent);
  }

  get #isOpen() {
    return this.$body.querySelector(':scope > details')?.hasAttribute('open');
  }
}

/** Lines without words: what is being waited for is said once, at the top. */
function pending() {
  const $lines = [1, 2].map(() => element('div', { class: 'app-pending__line' }));
  return element('div', { class: 'app-pending', 'aria-hidden': 'true' }, ...$lines);
}

/**
 * The focus stays in the place that it had: on the same control or, where a finding has left its place, on the finding
 * that has taken it.
 * @param {HTMLElement} $body
 * @param {Node} $content
 */
function replaceKeepingFocus($body, $content) {
  const $focused = /** @type {HTMLElement} */ (document.activeElement);
  const findings = () => /** @type {HTMLElement[]} */ ([...$body.querySelectorAll('[data-finding]')]);
  const $finding = /** @type {HTMLElement | null} */ ($focused.closest('[data-finding]'));
  const place = $finding ? findings().indexOf($finding) : -1;
  const $around = place < 0 ? $body : /** @type {HTMLElement} */ ($finding);
  const index = controlsIn($around).indexOf($focused);
  $body.replaceChildren($content);
  if (index < 0) return;
  const $now = findings()[place] ?? findings().at(-1) ?? $body;
  const isSame = place < 0 || $now.dataset.finding === $finding?.dataset.finding;
  const $next = isSame ? controlsIn(place < 0 ? $body : $now)[index] : $now.querySelector('.app-finding__title');
  focus(/** @type {HTMLElement | null | undefined} */ ($next) ?? $body);
}

/** @param {HTMLElement} $root */
function controlsIn($root) {
  return /** @type {HTMLElement[]} */ ([...$root.querySelectorAll('a, button, summary, [tabindex]')]);
}

/** @param {HTMLElement} $node */
function focus($node) {
  if (!$node.matches('a, button, summary, [tabindex]')) $node.tabIndex = -1;
  $node.focus({ preventScroll: true });
}
