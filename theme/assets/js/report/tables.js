/**
 * Tables and grids to DOM. Whatever may be wider than the screen scrolls by itself.
 *
 * @typedef {import('./blocks.js').Cell} Cell
 * @typedef {import('./blocks.js').GridRow} GridRow
 * @typedef {import('./blocks.js').Surroundings} Surroundings
 */

/**
 * @template {import('./blocks.js').Block['type']} Type
 * @typedef {import('./blocks.js').BlockOf<Type>} BlockOf
 */

import { cellLink } from './answer-links.js';
import { element } from './element.js';

/** More columns than this are set smaller. */
const WIDE = 6;

/**
 * @param {BlockOf<'table'>} block
 * @param {Surroundings} surroundings
 * @param {string} id
 */
export function renderTable({ caption, columns, rows }, surroundings, id) {
  const $columns = columns.map(({ text: words, numeric }) => {
    const type = numeric ? ' govuk-table__header--numeric' : '';
    return element('th', { class: `govuk-table__header${type}`, scope: 'col' }, words);
  });
  const $rows = rows.map((cells) => {
    const $cells = cells.map((cell, index) =>
      tableCell(typeof cell === 'string' ? { text: cell } : cell, columns[index], surroundings),
    );
    return element('tr', { class: 'govuk-table__row' }, ...$cells);
  });
  const $table = element(
    'table',
    { class: `govuk-table app-table${columns.length > WIDE ? ' app-table--wide' : ''}` },
    captionOf(caption, surroundings, id),
    element('thead', { class: 'govuk-table__head' }, element('tr', { class: 'govuk-table__row' }, ...$columns)),
    element('tbody', { class: 'govuk-table__body' }, ...$rows),
  );
  return scrolling($table, id);
}

/**
 * @param {Cell} cell
 * @param {{text: string, numeric?: boolean} | undefined} column
 * @param {Surroundings} surroundings
 */
function tableCell({ text: words, header, tone, paths = [] }, column, surroundings) {
  const $words = tone ? element('span', { class: `app-change--${tone}` }, words) : words;
  const $content = cellLink(paths, $words, surroundings);
  if (header) return element('th', { class: 'govuk-table__header app-lines', scope: 'row' }, $content);
  const type = column?.numeric ? ' govuk-table__cell--numeric' : '';
  // On a narrow screen rows are stacked, and each cell shows its column's name.
  return element('td', { class: `govuk-table__cell app-lines${type}`, 'data-label': column?.text }, $content);
}

/**
 * @param {BlockOf<'grid'>} block
 * @param {Surroundings} surroundings
 * @param {string} id
 */
export function renderGrid({ caption, row_header, columns, rows }, surroundings, id) {
  const $columns = [row_header, ...columns].map((words) => element('th', { scope: 'col' }, words));
  const $bodies = [];
  for (const row of rows) {
    if (row.cells.length === 0 || $bodies.length === 0) $bodies.push(element('tbody'));
    $bodies.at(-1)?.append(gridRow(row, columns, surroundings));
  }
  const $table = element(
    'table',
    { class: rows.some(isFilled) ? 'app-grid app-grid--filled' : 'app-grid' },
    captionOf(caption, surroundings, id),
    element('thead', {}, element('tr', {}, ...$columns)),
    ...$bodies,
  );
  return scrolling($table, id);
}

/**
 * @param {GridRow} row
 * @param {string[]} columns
 * @param {Surroundings} surroundings
 */
function gridRow({ header, cells, paths = [] }, columns, surroundings) {
  if (cells.length === 0) {
    const attributes = { class: 'app-grid__group', scope: 'rowgroup', colspan: columns.length + 1 };
    return element('tr', {}, element('th', attributes, header));
  }
  const $header = element('th', { class: 'app-grid__row', scope: 'row' }, cellLink(paths, header, surroundings));
  const $cells = cells.map(({ text: words, state, span, lines }, index) => {
    const shade = state || (words ? 'plain' : 'none');
    // On a narrow screen each cell of a filled row shows its column's name.
    const attributes = { class: 'app-grid__cell', 'data-state': shade, 'data-label': columns[index], colspan: span };
    const $content = lines ? cellLines(lines, surroundings) : element('span', { class: 'app-lines' }, words);
    return element('td', attributes, $content);
  });
  return element('tr', {}, $header, ...$cells);
}

/**
 * More than one cell of the row says something, so that its columns have to be named.
 * @param {GridRow} row
 */
function isFilled({ cells }) {
  return cells.filter(({ text: words }) => words).length > 1;
}

/**
 * @param {import('./blocks.js').Line[]} lines
 * @param {Surroundings} surroundings
 */
function cellLines(lines, surroundings) {
  const $lines = lines.map((line) => element('li', {}, cellLink(line.paths ?? [], line.text, surroundings)));
  return element('ul', { class: 'app-grid__lines' }, ...$lines);
}

/**
 * @param {string} caption
 * @param {Surroundings} surroundings
 * @param {string} id
 */
function captionOf(caption, { title }, id) {
  const look = caption === title ? 'govuk-visually-hidden' : 'govuk-table__caption--s';
  return element('caption', { class: `govuk-table__caption ${look}`, id: `${id}-caption` }, caption);
}

/**
 * What may be wider than the screen scrolls by itself, by keyboard too.
 * @param {HTMLTableElement} $table
 * @param {string} id
 */
function scrolling($table, id) {
  const label = `${id}-caption`;
  return element('div', { class: 'app-scroll', role: 'group', tabindex: 0, 'aria-labelledby': label }, $table);
}
