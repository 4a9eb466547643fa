/**
 * Report blocks to DOM: the one place where what a report says becomes nodes, on the page and in a file.
 *
 * Owns the walk. Decides nothing of what is said: the core makes most blocks, the modules beside this one the rest.
 *
 * @typedef {{text: string, paths?: string[], private?: string | null}} Line  a sentence, and the answers it rests on
 * @typedef {{text: string, header?: boolean, tone?: string, paths?: string[], value?: number | {date: string}}} Cell
 *   `tone`: how a change reads: up, down or same. The text says it too. `value`: what a spreadsheet can reckon with.
 * @typedef {{text: string, state: string | null, span?: number, lines?: Line[]}} GridCell
 *   `span`: as many columns. `lines`: the text in pieces, each with the answers it rests on.
 * @typedef {{header: string, cells: GridCell[], paths?: string[]}} GridRow  without cells it heads the rows below
 * @typedef {object} Mark
 * @property {string} label
 * @property {number} value
 * @property {number} maximum
 * @property {string} text  the value in words
 * @property {number | string | null} [tone]  how far along its scale: 0 to 5, or unsure
 * @property {string} [group]  marks of one group stand together; in `steps`, those of one thing, the earliest first
 *
 * @typedef {{private?: string | null} & (
 *   {type: 'heading', level: number, text: string}
 *   | {type: 'paragraph' | 'note', text: string}
 *   | {type: 'list', items: (string | Line)[], ordered?: boolean}
 *   | {type: 'table', caption: string, columns: {text: string, numeric?: boolean, unit?: string}[], rows: (string | Cell)[][]}
 *   | {type: 'grid', caption: string, row_header: string, columns: string[], rows: GridRow[]}
 *   | {type: 'figure', kind: string, title: string, marks: Mark[], alternative: string}
 *   | {type: 'finding', id: string, kind: string, title: string, reasons: Line[], rule?: string | null,
 *       set_aside?: Line[]}
 *   | {type: 'summary', rows: {key: string, lines: string[]}[]}
 *   | {type: 'pathways', title: string} & import('./pathways.js').Drawing
 * )} Block  `summary` (questions and their answers) and `pathways` are made on the page only
 *
 * @typedef {{href: string, view: string, path: string, text: string}} AnswerLink
 *
 * @typedef {object} Surroundings
 * @property {string} name  unique among the reports of a document: ids start with it
 * @property {number} level  the level that a heading of level 1 gets
 * @property {string} title  of the part; a caption that only says it again is not shown
 * @property {(path: string) => AnswerLink | null} link  where an answer is given; null where nothing can be linked to
 * @property {(kind: string) => string | null} kindLabel  the word for a kind of finding; null where it goes without saying
 * @property {(finding: BlockOf<'finding'>) => Node | null} [findingTools]
 */

/**
 * @template {Block['type']} Type
 * @typedef {Extract<Block, {type: Type}>} BlockOf
 */

import { answerLinks, linkedStart, linksTo } from './answer-links.js';
import { element, heading } from './element.js';
import { renderFigure } from './figures.js';
import { renderFinding } from './finding.js';
import { renderPathways } from './pathways-drawing.js';
import { renderGrid, renderTable } from './tables.js';

/**
 * @param {Block[]} blocks
 * @param {Surroundings} surroundings
 * @returns {DocumentFragment}
 */
export function renderBlocks(blocks, surroundings) {
  const $fragment = document.createDocumentFragment();
  blocks.forEach((block, index) => {
    $fragment.append(render(block, surroundings, `${surroundings.name}-${index}`));
  });
  return $fragment;
}

/**
 * The same, set apart as the conclusion of them all.
 * @param {Block[]} blocks
 * @param {Surroundings} surroundings
 */
export function renderConclusion(blocks, surroundings) {
  const $conclusion = element('div', { class: 'app-conclusion' }, renderBlocks(blocks, surroundings));
  $conclusion.querySelector(`h${surroundings.level}`)?.classList.add('app-conclusion__title');
  return $conclusion;
}

/**
 * @param {Block} block
 * @param {Surroundings} surroundings
 * @param {string} id
 * @returns {Node}
 */
function render(block, surroundings, id) {
  switch (block.type) {
    case 'heading':
      return subheading(block, surroundings);
    case 'paragraph':
      return element('p', { class: 'govuk-body app-lines' }, block.text);
    case 'note':
      return element('p', { class: 'app-note app-lines' }, block.text);
    case 'list':
      return list(block, surroundings);
    case 'table':
      return renderTable(block, surroundings, id);
    case 'grid':
      return renderGrid(block, surroundings, id);
    case 'figure':
      return renderFigure(block);
    case 'finding':
      return renderFinding(block, surroundings);
    case 'summary':
      return summary(block);
    case 'pathways':
      return renderPathways(block, id);
    default:
      // A block of a newer core: what it says in words still shows.
      return element('p', { class: 'govuk-body' }, /** @type {{text?: string}} */ (block).text);
  }
}

/**
 * @param {BlockOf<'heading'>} block
 * @param {Surroundings} surroundings
 */
function subheading({ text: words, level }, surroundings) {
  const className = level === 1 ? 'govuk-heading-s' : 'govuk-heading-s app-heading-minor';
  return heading(words, surroundings.level + level - 1, className);
}

/**
 * @param {BlockOf<'list'>} block
 * @param {Surroundings} surroundings
 */
function list({ items, ordered }, surroundings) {
  const kind = ordered ? 'number' : 'bullet';
  const $items = items.map((item) => line(typeof item === 'string' ? { text: item } : item, surroundings));
  return element(ordered ? 'ol' : 'ul', { class: `govuk-list govuk-list--${kind} app-reasons` }, ...$items);
}

/**
 * @param {Line} line
 * @param {Surroundings} surroundings
 */
function line({ text: words, paths = [] }, surroundings) {
  const links = linksTo(paths, surroundings);
  const $linked = linkedStart(words, links);
  if ($linked) return element('li', {}, $linked);
  return element('li', {}, element('span', { class: 'app-lines' }, words), ' ', answerLinks(links));
}

/** @param {BlockOf<'summary'>} block */
function summary({ rows }) {
  const $rows = rows.map(({ key, lines }) => {
    const $value =
      lines.length === 1
        ? [lines[0]]
        : [element('ul', { class: 'govuk-list' }, ...lines.map((each) => element('li', {}, each)))];
    return element(
      'div',
      { class: 'govuk-summary-list__row' },
      element('dt', { class: 'govuk-summary-list__key' }, key),
      element('dd', { class: 'govuk-summary-list__value app-lines' }, ...$value),
    );
  });
  return element('dl', { class: 'govuk-summary-list app-answers' }, ...$rows);
}
