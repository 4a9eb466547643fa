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
    { class: 'govuk-table app-table' },
    element('caption', { class: 'govuk-table__caption govuk-table__caption--s', id: `${id}-caption` }, caption),
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
    { class: 'app-grid' },
    element('caption', { class: 'govuk-table__caption govuk-table__caption--s', id: `${id}-caption` }, caption),
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
  const $cells = cells.map(({ text: words, state, span }) => {
    const shade = state || (words ? 'plain' : 'none');
    return element('td', { class: 'app-grid__cell', 'data-state': shade, colspan: span }, words);
  });
  return element('tr', {}, $header, ...$cells);
}

/**
 * What may be wider than the screen scrolls by itself, by keyboard too.
 * @param {HTMLTableElement} $table
 * @param {string} id
 */
function scrolling($table, id) {
  const label = `${id}-caption`;
  return element('div', { class: 'app-scroll', role: 'region', tabindex: 0, 'aria-labelledby': label }, $table);
}
