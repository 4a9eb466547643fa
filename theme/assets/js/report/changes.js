/**
 * What changed since an earlier response to the same questionnaire: ratings and statuses one by one, then and now, and
 * what came and went in lists.
 *
 * @typedef {import('../definition.js').Value} Value
 * @typedef {import('./blocks.js').Block} Block
 * @typedef {import('./glance.js').Rated} Rated
 * @typedef {import('./source.js').Source} Source
 *
 * @typedef {'up' | 'down' | 'same' | 'changed' | 'new' | 'gone'} Direction
 */
import { text } from '../catalogue.js';
import { codedTitle } from '../definition.js';
import { entriesChanges } from './entries-changes.js';
import { ratedItems } from './glance.js';
import { linesAt } from './reading.js';
import { answerAt, answerLines } from './source.js';

/**
 * @param {Source} now
 * @param {Source} then
 * @returns {Block[]}
 */
export function changesBlocks(now, then) {
  const blocks = [...ratingChanges(now, then), ...entriesChanges(now, then)];
  return blocks.length > 0 ? blocks : [{ type: 'paragraph', text: text('changes.nothing') }];
}

/**
 * @param {Source} now
 * @param {Source} then
 * @returns {Block[]}
 */
function ratingChanges(now, then) {
  const rows = ratedItems(now, ({ glance, sets_status: setsStatus }) => glance || setsStatus)
    .map((rated) => ({ rated, before: answerAt(then, rated.rating.path) }))
    .filter(({ rated, before }) => rated.value !== null || before !== null)
    .map(({ rated, before }) => ({ rated, before, direction: directionOf(rated, before) }));
  if (rows.length === 0) return [];

  const count = (/** @type {Direction[]} */ ...some) => rows.filter((row) => some.includes(row.direction)).length;
  const tally = {
    up: count('up'),
    down: count('down'),
    same: count('same'),
    other: count('changed', 'new', 'gone'),
  };
  return [
    { type: 'paragraph', text: text('changes.tally', tally) },
    {
      type: 'table',
      caption: text('changes.caption'),
      columns: [
        { text: now.definition.data.labels.item },
        { text: text('changes.then') },
        { text: text('changes.now') },
        { text: text('changes.change') },
      ],
      rows: rows.map(({ rated, before, direction }) => [
        { text: codedTitle(rated.item), header: true, paths: [rated.rating.path] },
        answer(now, rated, before),
        linesAt(now, rated.rating).join(', ') || text('results.not_answered'),
        { text: wordFor(direction), tone: toneOf(direction) },
      ]),
    },
  ];
}

/**
 * Options compare by their points; without points a change is only a change.
 * @param {Rated} rated
 * @param {Value} before
 * @returns {Direction}
 */
function directionOf({ rating, value }, before) {
  if (before === null) return 'new';
  if (value === null) return 'gone';
  if (JSON.stringify(value) === JSON.stringify(before)) return 'same';
  const [was, is] = [before, value].map((one) =>
    typeof one === 'number' ? one : (rating.options?.find((option) => option.id === one)?.points ?? null),
  );
  if (was === null || is === null) return 'changed';
  if (was === is) return 'changed';
  return is > was ? 'up' : 'down';
}

/** @param {Direction} direction */
function wordFor(direction) {
  switch (direction) {
    case 'up':
      return text('changes.up');
    case 'down':
      return text('changes.down');
    case 'same':
      return text('changes.same');
    case 'new':
      return text('changes.new');
    case 'gone':
      return text('changes.gone');
    default:
      return text('changes.changed');
  }
}

/** @param {Direction} direction */
function toneOf(direction) {
  return direction === 'up' || direction === 'down' ? direction : 'same';
}

/**
 * @param {Source} source
 * @param {Rated} rated
 * @param {Value} value
 */
function answer({ definition }, { rating }, value) {
  return answerLines(rating, value, definition.data.language).join(', ') || text('results.not_answered');
}
