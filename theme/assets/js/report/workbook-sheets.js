/**
 * The sheets that are lists to work on: ratings, answers, findings, and every list of entries.
 *
 * Made from the same source as the copy's blocks, so that what a copy leaves out is in none of them.
 *
 * @typedef {import('../definition.js').Item} Item
 * @typedef {import('./report.js').CopyPart} CopyPart
 * @typedef {import('./source.js').Source} Source
 * @typedef {import('./workbook-cells.js').Sheet} Sheet
 * @typedef {import('./workbook-cells.js').SheetCell} SheetCell
 * @typedef {import('./workbook-cells.js').SheetColumn} SheetColumn
 */
import { text } from '../catalogue.js';
import { codedTitle } from '../definition.js';
import { ratedItems } from './glance.js';
import { entriesOf, linesAt, optionsOf } from './reading.js';
import { answerCell, column, fullColumns, row, titleWithUnit } from './workbook-cells.js';

/** As wide as reads well, for what people write at length. */
const PROSE = 60;

/**
 * @param {string} title
 * @param {Source} source
 * @returns {Sheet}
 */
export function ratingsSheet(title, source) {
  const { labels } = source.definition.data;
  const columns = [
    column(labels.section),
    column(labels.item),
    column(text('results.answer')),
    column(text('export.sheet_points'), { kind: 'number' }),
  ];
  const cells = ratedItems(source).map(({ section, item, rating, value }) => [
    codedTitle(section),
    codedTitle(item),
    linesAt(source, rating).join('; ') || text('results.not_answered'),
    rating.options?.find(({ id }) => id === value)?.points ?? null,
  ]);
  return fullColumns(title, columns, cells);
}

/**
 * Question by question, what was answered; of all questions, or of those a part asks for.
 * @param {string} title
 * @param {Source} source
 * @param {{items?: string[], sections?: string[]}} [part]  ids of questions and of sections; an empty list means all
 * @returns {Sheet}
 */
export function answersSheet(title, source, { items: wanted = [], sections = [] } = {}) {
  const { labels } = source.definition.data;
  const columns = [
    column(labels.section),
    column(labels.item),
    column(text('export.sheet_question')),
    column(text('results.answer'), { width: PROSE }),
    column(text('export.sheet_unit')),
  ];
  /** @type {SheetCell[][]} */
  const cells = [];
  for (const section of source.definition.sections) {
    if (sections.length > 0 && !sections.includes(section.id)) continue;
    for (const item of section.items) {
      const group = item.type === 'group' ? codedTitle(item) : '';
      for (const question of item.type === 'group' ? (item.items ?? []) : [item]) {
        if (wanted.length > 0 && !wanted.includes(question.id)) continue;
        if (linesAt(source, question).length === 0) continue;
        const asked = group ? question.title : codedTitle(question);
        cells.push([codedTitle(section), group, asked, answerCell(source, question), question.unit ?? '']);
      }
    }
  }
  return fullColumns(title, columns, cells);
}

/**
 * Every finding that the copy tells of, with the part that tells it.
 * @param {CopyPart[]} parts
 * @param {(kind: string) => string} kindLabel
 * @returns {Sheet}
 */
export function findingsSheet(parts, kindLabel) {
  const columns = [
    column(text('export.sheet_part')),
    column(text('export.finding_kind')),
    column(text('export.finding_rule')),
    column(text('export.finding'), { width: PROSE }),
    column(text('export.finding_why'), { width: PROSE }),
    column(text('export.finding_set_aside')),
  ];
  const cells = parts.flatMap(({ title, blocks }) =>
    (blocks ?? []).flatMap((block) => {
      if (block.type !== 'finding') return [];
      const { kind, rule, title: found, reasons, set_aside: setAside = [] } = block;
      return [[title, kindLabel(kind), rule ?? '', found, lines(reasons), lines(setAside)]];
    }),
  );
  return fullColumns(text('export.findings'), columns, cells);
}

/** @param {{text: string}[]} reasons */
function lines(reasons) {
  return reasons.map((reason) => reason.text).join('\n');
}

/**
 * Entries, a row each, with what can be chosen offered in every row and in those still to be written.
 * @param {string} title
 * @param {Source} source
 * @param {Item} entries
 * @returns {Sheet}
 */
export function entriesSheet(title, source, entries) {
  const children = (entries.items ?? []).filter((child) => !source.isLeftOut(child.path));
  return {
    title,
    columns: children.map((child) => entryColumn(source, child)),
    is_table: true,
    rows: entriesOf(source, entries.path).map((id) => row(children.map((child) => answerCell(source, child, id)))),
  };
}

/**
 * @param {Source} source
 * @param {Item} child
 * @returns {SheetColumn}
 */
function entryColumn(source, child) {
  const kind = child.type === 'number' || child.type === 'date' ? child.type : 'text';
  // Of several ticks a drop-down would keep one.
  const options = child.type === 'choice' || child.type === 'yes-no' ? labelsOf(source, child) : null;
  return column(titleWithUnit(child), { kind, options, width: child.type === 'long-text' ? PROSE : null });
}

/**
 * @param {Source} source
 * @param {Item} child
 */
function labelsOf(source, child) {
  const labels = [...new Set(optionsOf(source, child).map(({ label }) => label))].filter(Boolean);
  return labels.length > 0 ? labels : null;
}
