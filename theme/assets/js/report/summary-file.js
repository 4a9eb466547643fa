/**
 * The summary to take away: one HTML file that opens anywhere, asks for nothing and prints on A4; or the same on paper.
 *
 * Owns the document. It is built node by node and written out by the browser, so what a person wrote can only be text.
 *
 * @typedef {import('../draft/draft.js').Draft} Draft
 * @typedef {import('./blocks.js').Block} Block
 *
 * @typedef {object} SummaryPart
 * @property {string} id
 * @property {string} part  its kind
 * @property {string} title
 * @property {string[]} [kinds]  of the findings in it; one kind goes without saying
 * @property {number} level  of its heading
 * @property {string[]} intro  paragraphs
 * @property {Block[] | null} blocks  null: could not be worked out
 *
 * @typedef {object} Summary
 * @property {string} language
 * @property {boolean} isShort  a shorter version, which is set closer
 * @property {string} title  the questionnaire's
 * @property {string} name  what it is of; may be empty
 * @property {string} date  when it was answered, or else made, as people write it
 * @property {[label: string, value: string][]} facts  shown at the top
 * @property {string[]} remarks  what a reader must know: what is left out, what is missing
 * @property {SummaryPart[]} parts
 * @property {(kind: string) => string | null} kindLabel
 * @property {string} css
 * @property {Draft | null} draft  put inside, so that it can be opened again
 */
import { text } from '../catalogue.js';
import { draftInside, SUMMARY_MARK } from '../draft/summary-draft.js';
import { renderBlocks, renderConclusion } from './blocks.js';
import { element, heading } from './element.js';

/** The file may show itself and do nothing else, whatever anybody wrote into it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * @param {Summary} summary
 * @returns {string}
 */
export function summaryHtml(summary) {
  // Never attached to the page, whose policy would refuse the style.
  const $main = element('main', { class: 'app-summary__main' }, ...summaryContents(summary));
  const $body = element('body', { class: `${summaryClass(summary)} govuk-template__body` }, $main);
  const $html = element('html', { lang: summary.language }, head(summary), $body);
  return `<!doctype html>\n${$html.outerHTML}\n`;
}

/** @param {Summary} summary */
export function summaryClass({ isShort }) {
  return isShort ? 'app-summary app-summary--short' : 'app-summary';
}

/** @param {Summary} summary */
function head({ title, name, css, draft }) {
  const inside = draft && draftInside(draft);
  return element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', SUMMARY_MARK),
    inside && element('script', inside.attributes, inside.text),
    element('title', {}, name ? `${name} – ${title}` : title),
    element('style', {}, css),
  );
}

/**
 * What the document holds, for the file and for a print of it from the page.
 * @param {Summary} summary
 * @returns {HTMLElement[]}
 */
export function summaryContents({ title, name, facts, remarks, parts, kindLabel }) {
  const $facts = facts.map(([label, value]) =>
    element(
      'div',
      { class: 'govuk-summary-list__row' },
      element('dt', { class: 'govuk-summary-list__key' }, label),
      element('dd', { class: 'govuk-summary-list__value' }, value),
    ),
  );
  return [
    element(
      'header',
      { class: 'app-summary__header' },
      name && element('p', { class: 'govuk-caption-l' }, title),
      element('h1', { class: 'govuk-heading-l' }, name || title),
      element('dl', { class: 'govuk-summary-list govuk-summary-list--no-border app-answers' }, ...$facts),
      ...remarks.map((remark) => element('p', { class: 'app-note' }, remark)),
    ),
    ...parts.map((part) => section(part, kindLabel)),
  ];
}

/**
 * @param {SummaryPart} part
 * @param {(kind: string) => string | null} kindLabel
 */
function section({ id, part, title, level, intro, blocks, kinds = [] }, kindLabel) {
  const label = kinds.length > 1 ? kindLabel : () => null;
  const surroundings = { name: `copy-${id}`, level: level + 1, title, link: () => null, kindLabel: label };
  const draw = part === 'conclusion' ? renderConclusion : renderBlocks;
  const $intro = intro.map((paragraph) => element('p', { class: 'govuk-body' }, paragraph));
  if (part === 'heading') {
    return element('div', { class: 'app-chapter' }, heading(title, level, 'govuk-heading-l'), ...$intro);
  }
  return element(
    'section',
    { class: 'app-part' },
    heading(title, level, 'govuk-heading-m'),
    ...$intro,
    blocks ? draw(blocks, surroundings) : element('p', { class: 'app-note' }, text('export.part_missing')),
  );
}
