/**
 * One part of the report on the page: its blocks, or a line that says why they are not there.
 *
 * Owns its body and the button that reveals it. Draws only what has changed, and keeps the focus where it was.
 *
 * @typedef {import('../report/blocks.js').Block} Block
 * @typedef {import('../report/blocks.js').Surroundings} Surroundings
 * @typedef {import('../report/report.js').Part} Part
 */
import { text } from '../catalogue.js';
import { renderBlocks, renderConclusion } from '../report/blocks.js';
import { element } from '../report/element.js';

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

  /** @param {Block[] | string} content  blocks, or the words that stand in for them */
  show(content) {
    const drawn = JSON.stringify(content);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    if (typeof content === 'string') {
      replaceKeepingFocus(this.$body, element('p', { class: 'govuk-body app-waiting' }, content));
    } else {
      replaceKeepingFocus(this.$body, this.draw(content));
    }
  }

  /** @param {Block[]} blocks */
  draw(blocks) {
    const { part, sections = [] } = this.part;
    if (part === 'conclusion') return renderConclusion(blocks, this.surroundings);
    const $blocks = renderBlocks(blocks, this.surroundings);
    // Whole sections of answers are long, and there to be looked up.
    return part === 'answers' && sections.length > 0 ? fold($blocks, this.$body) : $blocks;
  }
}

/**
 * Folded, or as open as it was.
 * @param {DocumentFragment} $blocks
 * @param {HTMLElement} $body
 */
function fold($blocks, $body) {
  return element(
    'details',
    { class: 'govuk-details', open: $body.querySelector('details')?.open },
    element(
      'summary',
      { class: 'govuk-details__summary' },
      element('span', { class: 'govuk-details__summary-text' }, text('results.show_answers')),
    ),
    element('div', { class: 'govuk-details__text' }, $blocks),
  );
}

/**
 * @param {HTMLElement} $body
 * @param {Node} $content
 */
function replaceKeepingFocus($body, $content) {
  const controls = () => /** @type {HTMLElement[]} */ ([...$body.querySelectorAll('a, button, summary, [tabindex]')]);
  const index = controls().indexOf(/** @type {HTMLElement} */ (document.activeElement));
  $body.replaceChildren($content);
  if (index < 0) return;
  const $next = controls()[index];
  if (!$next) $body.tabIndex = -1;
  ($next ?? $body).focus({ preventScroll: true });
}
