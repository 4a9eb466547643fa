/**
 * Answers over time: ratings and statuses one by one, with a drawing of those on a scale, and what else is answered
 * otherwise than before.
 *
 * @typedef {import('../../definition.js').Item} Item
 * @typedef {import('../../definition.js').Value} Value
 * @typedef {import('../blocks.js').Block} Block
 * @typedef {import('../blocks.js').Mark} Mark
 * @typedef {import('./dated.js').Dated} Dated
 * @typedef {import('./dated.js').Span} Span
 *
 * @typedef {{section: import('../../definition.js').Section, holder: Item, question: Item}} Asked
 *   `holder`: the group that it stands in, or itself
 *
 * @typedef {object} AnswerRow
 * @property {string} title
 * @property {Item} question
 * @property {Value[]} values  at each date
 * @property {string[]} words  the same in words
 */
import { text } from '../../catalogue.js';
import { codedTitle, isBlank } from '../../definition.js';
import { linesAt } from '../reading.js';
import { answerAt } from '../source.js';
import { datedTable } from './dated-table.js';
import { directionOf, directionTally, wordFor } from './direction.js';

/** A longer drawing is cut, so that it fills pages and leaves no gap where it did not fit. */
const MOST_ROWS = 8;
/** The deepest colour that a drawing has. */
const DEEPEST = 5;

/**
 * Questions with a row of their own in the report's ratings.
 * @param {Dated[]} dated  in order
 */
export function ratingRows(dated) {
  return answerRows(dated, ({ glance }) => glance, ({ holder }) => codedTitle(holder));
}

/**
 * How far each section has come, where a question of its own says so.
 * @param {Dated[]} dated
 */
export function statusRows(dated) {
  return answerRows(dated, ({ glance, sets_status: is }) => !glance && is === true, ({ section }) => codedTitle(section));
}

/**
 * Whatever else was not answered alike at all dates. What dates a draft is what it is called by here.
 * @param {Dated[]} dated
 */
export function otherRows(dated) {
  const { date_from: dateFrom } = dated[0].source.definition.data;
  const { topItems } = dated[0].source.definition;
  const isOther = (/** @type {Item} */ { glance, sets_status: setsStatus, path }) =>
    !glance && !setsStatus && path !== dateFrom;
  const titleOf = (/** @type {Asked} */ { section, holder, question }) => {
    if (holder === question) return codedTitle(question);
    // The same group of questions in each section is told apart by the section.
    const isOnly = topItems.filter(({ title }) => title === holder.title).length === 1;
    return `${codedTitle(isOnly ? holder : section)}: ${question.title}`;
  };
  return answerRows(dated, isOther, titleOf).filter(({ question, values }) =>
    values.some((value) => directionOf(question, values[0], value) !== 'same'),
  );
}

/**
 * @param {Dated[]} dated
 * @param {(question: Item) => boolean} isWanted
 * @param {(asked: Asked) => string} titleOf
 * @returns {AnswerRow[]} those that were answered at any date
 */
function answerRows(dated, isWanted, titleOf) {
  return asked(dated[0].source.definition)
    .filter(({ question }) => isWanted(question))
    .map((each) => ({
      title: titleOf(each),
      question: each.question,
      values: dated.map(({ source }) => answerAt(source, each.question.path)),
      words: dated.map((one) => wordsAt(one, each.question)),
    }))
    .filter(({ values }) => values.some((value) => !isBlank(value)));
}

/**
 * Every question outside of lists.
 * @param {import('../../definition.js').Definition} definition
 * @returns {Asked[]}
 */
function asked({ sections }) {
  return sections.flatMap((section) =>
    section.items
      .filter(({ type }) => type !== 'entries' && type !== 'entries-view')
      .flatMap((holder) => {
        const questions = holder.type === 'group' ? (holder.items ?? []) : [holder];
        return questions.map((question) => ({ section, holder, question }));
      }),
  );
}

/**
 * Long texts are in the drafts; here it is told that there was one.
 * @param {Dated} dated
 * @param {Item} question
 */
function wordsAt({ source }, question) {
  if (!source.isVisible(question.path)) return text('changes.not_asked');
  const lines = linesAt(source, question);
  if (lines.length === 0) return text('results.not_answered');
  return question.type === 'long-text' ? text('changes.written') : lines.join('; ');
}

/**
 * @param {AnswerRow[]} rows
 * @param {Span} span
 */
export function answersTally(rows, { from, to }) {
  return directionTally(rows.map(({ question, values }) => directionOf(question, values[from], values[to])));
}

/**
 * @param {string} caption
 * @param {string} first
 * @param {AnswerRow[]} rows
 * @param {{labels: string[], spans: Span[]}} times
 */
export function answersTable(caption, first, rows, { labels, spans }) {
  const told = rows.map(({ title, question, values, words }) => ({
    title,
    paths: [question.path],
    words,
    changes: spans.map(({ from, to }) => {
      const direction = directionOf(question, values[from], values[to]);
      return { text: wordFor(direction), tone: direction === 'up' || direction === 'down' ? direction : 'same' };
    }),
  }));
  return datedTable(caption, first, labels, spans, told);
}

/**
 * A row for each rating on a scale; more than fit on a page go on in a further drawing.
 * @param {AnswerRow[]} rows
 * @param {string[]} labels  of the dates, short
 * @param {string} alternative
 * @returns {Block[]}
 */
export function ratingFigures(rows, labels, alternative) {
  const drawn = rows.filter(({ question }) => scaleOf(question).length > 1);
  const pages = Array.from({ length: Math.ceil(drawn.length / MOST_ROWS) }, (_, page) =>
    drawn.slice(page * MOST_ROWS, (page + 1) * MOST_ROWS),
  );
  return pages.map((some, page) => ({
    type: 'figure',
    kind: 'steps',
    title: page === 0 ? text('changes.figure_ratings') : '',
    marks: some.flatMap((row) => marksOf(row, labels)),
    alternative,
  }));
}

/**
 * @param {AnswerRow} row
 * @param {string[]} labels
 * @returns {Mark[]}
 */
function marksOf({ title, question, values, words }, labels) {
  const scale = scaleOf(question);
  return values.map((value, index) => {
    const points = question.options?.find(({ id }) => id === value)?.points ?? null;
    const place = points === null ? 0 : scale.indexOf(points);
    const beside = isBlank(value) ? null : 'unsure';
    return {
      label: labels[index],
      group: title,
      value: place,
      maximum: scale.length - 1,
      text: words[index],
      tone: points === null ? beside : Math.min(place, DEEPEST),
    };
  });
}

/**
 * The steps of a question's scale, the lowest first.
 * @param {Item} question
 */
function scaleOf({ options = [] }) {
  const points = options.flatMap((option) => (option.points === null ? [] : [option.points]));
  return [...new Set(points)].sort((a, b) => a - b);
}
