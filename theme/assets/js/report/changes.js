/**
 * What has changed from one date to the next: a sentence for each kind of thing, drawings, and tables that say the same
 * and all the rest.
 *
 * @typedef {import('./blocks.js').Block} Block
 * @typedef {import('./changes/answers.js').AnswerRow} AnswerRow
 * @typedef {import('./changes/dated.js').Dated} Dated
 * @typedef {import('./changes/dated.js').Span} Span
 */
import { text } from '../catalogue.js';
import { answersTable, answersTally, otherRows, ratingFigures, ratingRows, statusRows } from './changes/answers.js';
import { dateLabels, inOrder, shortLabels, spansOf } from './changes/dated.js';
import { datedTable } from './changes/dated-table.js';
import { listsOverTime } from './changes/entries.js';
import { findingRows, findingsTable, findingsTally, hasFindings, kindCounts, kindsFigure } from './changes/findings.js';
import { nameOf } from './reading.js';

/**
 * @param {Dated[]} drafts  two or more, in any order
 * @param {import('./changes/entries.js').Done} [done]
 * @returns {Block[]}
 */
export function changesBlocks(drafts, done = {}) {
  const dated = inOrder(drafts);
  const latest = /** @type {Dated} */ (dated.at(-1));
  const { labels: called } = latest.source.definition.data;
  const times = timesOf(dateLabels(dated), shortLabels(dated));
  const ratings = ratingRows(dated);
  const statuses = statusRows(dated);
  const others = otherRows(dated);
  const lists = listsOverTime(dated, done);
  const workedOut = dated.filter(({ evaluation }) => evaluation !== null);
  // Every change is told up to the latest: without its findings none is.
  const findings = workedOut.length > 1 && latest.evaluation ? findingRows(workedOut) : [];
  const isWorkedOut = (/** @type {string} */ _, /** @type {number} */ index) => workedOut.includes(dated[index]);
  const found = {
    kinds: kindCounts(findings, latest),
    times: timesOf(times.labels.filter(isWorkedOut), times.shorts.filter(isWorkedOut)),
  };
  if (ratings.length + statuses.length + others.length + lists.length + findings.length === 0) {
    return [{ type: 'paragraph', text: text('changes.nothing') }];
  }

  const ratingTallies = times.spans.map((span) => say(called.items, answersTally(ratings, span)));
  const findingTallies = found.times.spans.map((span) => ({
    label: span.label,
    words: say(text('changes.findings'), findingsTally(findings, span)),
  }));
  // What was to be done comes before the other lists.
  const byUse = [...lists].sort((a, b) => Number(b.tellsDone) - Number(a.tellsDone));
  return [
    ...remarks(dated, times.labels, workedOut),
    ...times.spans.flatMap((span, index) => {
      return summary(span.label, [
        ratingTallies[index],
        say(called.sections, answersTally(statuses, span)),
        findingTallies.find(({ label }) => label === span.label)?.words ?? '',
        ...byUse.map((list) => say(list.title, list.tally(span))),
        say(text('changes.others'), answersTally(others, span)),
      ]);
    }),
    ...ratingFigures(ratings, times.shorts, ratingTallies[0]),
    ...answersTable(text('changes.caption'), called.item, ratings, times),
    ...answersTable(called.sections, called.section, statuses, times),
    ...kindsFigure(found.kinds, found.times.shorts, findingTallies[0]?.words ?? ''),
    ...findingsTable(findings, latest, found.times),
    ...byUse.flatMap((list) => list.table(times.labels)),
    ...answersTable(text('changes.others'), text('export.sheet_question'), others, times),
    ...countsTable(dated, times.labels, { ratings: [...ratings, ...statuses], lists, found }),
  ];
}

/**
 * @param {string[]} labels
 * @param {string[]} shorts  the same for drawings
 */
function timesOf(labels, shorts) {
  return { labels, shorts, spans: labels.length > 1 ? spansOf(labels) : [] };
}

/**
 * @param {string} what
 * @param {string} counts
 */
function say(what, counts) {
  return counts && text('changes.tally', { what, counts });
}

/**
 * @param {string} label
 * @param {string[]} sentences
 * @returns {Block[]}
 */
function summary(label, sentences) {
  const items = sentences.filter(Boolean);
  if (items.length === 0) return [];
  return [
    { type: 'heading', level: 1, text: label },
    { type: 'list', items },
  ];
}

/**
 * What is compared, and what a reader must know of it.
 * @param {Dated[]} dated
 * @param {string[]} labels
 * @param {Dated[]} workedOut
 * @returns {Block[]}
 */
function remarks(dated, labels, workedOut) {
  const { language } = dated[0].source.definition.data;
  const dates = new Intl.ListFormat(language).format(labels);
  const names = dated.map(({ source }) => nameOf(source));
  const isOfOthers = new Set(names.filter(Boolean)).size > 1;
  const isOfOneDay = new Set(dated.map(({ date }) => date)).size < dated.length;
  const parts = labels.filter((_, index) => dated[index].isPart);
  const missing = labels.filter((_, index) => !workedOut.includes(dated[index]));
  const told = names.map((name, index) => `${labels[index]}: ${name || text('changes.unnamed')}`);
  const notes = [
    ...(isOfOthers ? [text('changes.names_differ', { names: told.join('; ') })] : []),
    ...(isOfOneDay ? [text('changes.one_day')] : []),
    ...(parts.length > 0 ? [text('changes.part', { dates: parts.join('; ') })] : []),
    ...(missing.length > 0 && hasFindings(dated[0].source) ? [text('changes.not_worked_out', { dates: missing.join('; ') })] : []),
  ];
  return [
    { type: 'paragraph', text: text('changes.compared', { dates }) },
    ...notes.map((words) => /** @type {Block} */ ({ type: 'note', text: words })),
  ];
}

/**
 * How many there were of each thing, date by date.
 * @param {Dated[]} dated
 * @param {string[]} labels
 * @param {object} all
 * @param {AnswerRow[]} all.ratings
 * @param {import('./changes/entries.js').ListOverTime[]} all.lists
 * @param {{kinds: {title: string, counts: number[]}[], times: {labels: string[]}}} all.found
 * @returns {Block[]}
 */
function countsTable(dated, labels, { ratings, lists, found }) {
  const answers = new Set(ratings.flatMap(({ question, words }) => [...optionLabels(question), ...words]));
  const rows = [
    ...[...answers].map((answer) => ({
      title: answer,
      counts: dated.map((_, index) => ratings.filter(({ words }) => words[index] === answer).length),
    })),
    // Where a date has no findings, what stands in its column must not pass for none.
    ...found.kinds.map(({ title, counts }) => ({
      title,
      counts: labels.map((label) => counts[found.times.labels.indexOf(label)] ?? text('changes.unknown')),
    })),
    ...lists.flatMap(({ title, counts, doneCounts }) => [
      { title, counts },
      ...(doneCounts ? [{ title: text('changes.of_which_done', { title }), counts: doneCounts }] : []),
    ]),
  ].filter(({ counts }) => counts.some((count) => count !== 0));
  const told = rows.map(({ title, counts }) => ({ title, words: counts.map(String) }));
  const [table, ...none] = datedTable(text('changes.counts'), text('changes.how_many'), labels, [], told);
  if (table?.type !== 'table') return none;
  return [{ ...table, columns: table.columns.map((column, index) => ({ ...column, numeric: index > 0 })) }];
}

/** @param {import('../definition.js').Item} question */
function optionLabels({ options = [] }) {
  return options.map(({ label }) => label);
}
