/**
 * Report blocks to DOM: the one place where what a report says becomes nodes, on the page and in a file.
 *
 * Owns the walk. Decides nothing of what is said: the core makes most blocks, the modules beside this one the rest.
 *
 * @typedef {{text: string, paths?: string[], private?: string | null}} Line  a sentence, and the answers it rests on
 * @typedef {{text: string, header?: boolean, tone?: string, paths?: string[]}} Cell
 *   `tone`: how a change reads: up, down or same. The text says it too.
 * @typedef {{text: string, state: string | null, span?: number}} GridCell  `span`: as many columns
 * @typedef {{header: string, cells: GridCell[], paths?: string[]}} GridRow  without cells it heads the rows below
 * @typedef {object} Mark
 * @property {string} label
 * @property {number} value
 * @property {number} maximum
 * @property {string} text  the value in words
 * @property {number | string | null} [tone]  how far along its scale: 0 to 5, or unsure
 * @property {string} [group]  marks of one group stand together
 *
 * @typedef {{private?: string | null} & (
 *   {type: 'heading', level: number, text: string}
 *   | {type: 'paragraph' | 'note', text: string}
 *   | {type: 'list', items: (string | Line)[], ordered?: boolean}
 *   | {type: 'table', caption: string, columns: {text: string, numeric?: boolean}[], rows: (string | Cell)[][]}
 *   | {type: 'grid', caption: string, row_header: string, columns: string[], rows: GridRow[]}
 *   | {type: 'figure', kind: string, title: string, marks: Mark[], alternative: string}
 *   | {type: 'finding', id: string, kind: string, title: string, reasons: Line[]}
 *   | {type: 'summary', rows: {key: string, lines: string[]}[]}
 * )} Block  `summary` is made on the page only: questions and their answers
 *
 * @typedef {{href: string, view: string, path: string, text: string}} AnswerLink
 *
 * @typedef {object} Surroundings
 * @property {string} name  unique among the reports of a document: ids start with it
 * @property {number} level  the level that a heading of level 1 gets
 * @property {(path: string) => AnswerLink | null} link  where an answer is given; null where nothing can be linked to
 * @property {(kind: string) => string | null} kindLabel  the word for a kind of finding; null where it goes without saying
 * @property {(finding: BlockOf<'finding'>) => Node | null} [findingTools]
 */

/**
 * @template {Block['type']} Type
 * @typedef {Extract<Block, {type: Type}>} BlockOf
 */

import { answerLinks, linkedStart, linksTo } from './answer-links.js';
import { element } from './element.js';
import { renderFigure } from './figures.js';
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
      return heading(block.text, surroundings.level + block.level - 1);
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
      return finding(block, surroundings);
    case 'summary':
      return summary(block);
    default:
      // A block of a newer core: what it says in words still shows.
      return element('p', { class: 'govuk-body' }, /** @type {{text?: string}} */ (block).text);
  }
}

/**
 * @param {string | Node} words
 * @param {number} level
 * @param {string} [className]
 */
function heading(words, level, className = level <= 3 ? 'govuk-heading-s' : 'govuk-heading-s app-heading-minor') {
  const name = /** @type {'h3'} */ (`h${Math.min(Math.max(level, 1), 6)}`);
  return element(name, { class: className }, words);
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

/**
 * @param {BlockOf<'finding'>} block
 * @param {Surroundings} surroundings
 */
function finding(block, surroundings) {
  const { id, kind, title, reasons } = block;
  const label = surroundings.kindLabel(kind);
  const $reasons = reasons.map((reason) =>
    element('li', {}, element('span', { class: 'app-lines' }, reason.text)),
  );
  // One set of links for all the reasons: they mostly rest on the same few answers.
  const links = linksTo(reasons.flatMap((reason) => reason.paths ?? []), surroundings);
  const $title = linkedStart(title, links);
  const $tools = surroundings.findingTools?.(block);
  return element(
    'div',
    { class: `app-finding app-finding--${kind}`, 'data-finding': id },
    heading($title ?? title, surroundings.level, 'govuk-heading-s app-finding__title'),
    label && element('strong', { class: 'app-finding__kind' }, label),
    reasons.length > 0 && element('ul', { class: 'govuk-list app-reasons' }, ...$reasons),
    !$title && answerLinks(links),
    $tools && element('div', { class: 'app-finding__tools' }, $tools),
  );
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
