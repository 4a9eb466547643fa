/**
 * Ratings at a glance: one row for each item that has a rating, its options as columns.
 *
 * @typedef {import('../definition.js').Item} Item
 * @typedef {import('../definition.js').Option} Option
 * @typedef {import('../definition.js').Section} Section
 * @typedef {import('./blocks.js').Block} Block
 * @typedef {import('./blocks.js').GridRow} GridRow
 * @typedef {import('./source.js').Source} Source
 *
 * @typedef {object} Rated  A row: what is rated, and how.
 * @property {Section} section
 * @property {Item} item  what the row is named after
 * @property {Item} rating  the question whose answer it shows
 * @property {import('../definition.js').Value} value
 */
import { text } from '../catalogue.js';
import { codedTitle } from '../definition.js';
import { linesAt } from './reading.js';
import { answerAt } from './source.js';

/** The deepest colour the scale has. */
const DEEPEST = 5;

/**
 * @param {Source} source
 * @param {(item: Item) => boolean | undefined} [isRating]
 * @returns {Rated[]}
 */
export function ratedItems(source, isRating = ({ glance }) => glance) {
  return source.definition.sections.flatMap((section) =>
    section.items.flatMap((item) => {
      const ratings = item.type === 'group' ? (item.items ?? []) : [item];
      return ratings
        .filter((rating) => isRating(rating) && source.isVisible(rating.path))
        .map((rating) => ({ section, item, rating, value: answerAt(source, rating.path) }));
    }),
  );
}

/**
 * A figure and a grid for each set of options; ratings without options as a table.
 * @param {Source} source
 * @returns {Block[]}
 */
export function glanceBlocks(source) {
  /** @type {Map<string, Rated[]>} */
  const bySet = new Map();
  for (const rated of ratedItems(source)) {
    const set = JSON.stringify(rated.rating.options?.map((option) => option.label) ?? []);
    bySet.set(set, [...(bySet.get(set) ?? []), rated]);
  }
  return [...bySet.values()].flatMap((rows) =>
    rows[0].rating.options?.length ? [figure(rows), grid(source, rows)] : [table(source, rows)],
  );
}

/**
 * @param {Rated[]} rows
 * @returns {Block}
 */
function figure(rows) {
  /** @type {Map<string, number>} */
  const tally = new Map();
  const marks = rows.map(({ section, item, rating, value }, index) => {
    const options = rating.options ?? [];
    const chosen = options.find((option) => option.id === value);
    const words = chosen?.label ?? text('results.not_answered');
    tally.set(words, (tally.get(words) ?? 0) + 1);
    return {
      label: item.code ?? String(index + 1),
      group: codedTitle(section),
      // The lowest rating is an answer too: it fills a little of its tile; a blank or "not sure" fills none.
      value: chosen?.points == null ? 0 : chosen.points + 1,
      maximum: Math.max(...options.map((option) => option.points ?? 0)) + 1,
      text: words,
      tone: chosen ? tone(chosen) : null,
    };
  });
  const alternative = [...tally].map(([words, number]) => `${words}: ${number}`).join(', ');
  return { type: 'figure', kind: 'levels', title: text('results.glance_figure'), marks, alternative };
}

/**
 * @param {Source} source
 * @param {Rated[]} rows
 * @returns {Block}
 */
function grid(source, rows) {
  const options = rows[0].rating.options ?? [];
  const columns = options.map((option) => option.label);
  /** @type {GridRow[]} */
  const gridRows = [];
  /** @type {Section | null} */
  let section = null;
  for (const { section: current, item, rating, value } of rows) {
    if (current !== section) gridRows.push({ header: codedTitle(current), cells: [] });
    section = current;
    // Options are matched by place: two ratings with the same labels may use other ids.
    const chosen = rating.options?.findIndex((option) => option.id === value) ?? -1;
    gridRows.push({
      header: codedTitle(item),
      paths: [rating.path],
      cells:
        chosen < 0
          ? [{ text: text('results.not_answered'), state: 'blank', span: options.length }]
          : options.map((option, index) =>
              index === chosen ? { text: option.label, state: state(option) } : { text: '', state: null },
            ),
    });
  }
  const { item } = source.definition.data.labels;
  return { type: 'grid', caption: text('results.glance_grid'), row_header: item, columns, rows: gridRows };
}

/** @param {Option} option */
function tone({ points }) {
  return points === null ? 'unsure' : Math.min(Math.max(Math.round(points), 0), DEEPEST);
}

/** @param {Option} option */
function state(option) {
  const shade = tone(option);
  return shade === 'unsure' ? shade : `chosen-${shade}`;
}

/**
 * @param {Source} source
 * @param {Rated[]} rows
 * @returns {Block}
 */
function table(source, rows) {
  return {
    type: 'table',
    caption: text('results.glance_grid'),
    columns: [{ text: source.definition.data.labels.item }, { text: text('results.answer') }],
    rows: rows.map(({ item, rating }) => [
      { text: codedTitle(item), header: true, paths: [rating.path] },
      linesAt(source, rating).join(', ') || text('results.not_answered'),
    ]),
  };
}
