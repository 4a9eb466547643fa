/**
 * A copy as sheets of a workbook: plain data, every word decided, fit to be sent to a worker.
 *
 * What the copy says in words stands on the first sheet, part by part; what is a table stands on a sheet of its own.
 *
 * @typedef {import('../definition.js').Item} Item
 * @typedef {import('./blocks.js').Block} Block
 * @typedef {import('./report.js').CopyPart} CopyPart
 * @typedef {import('./source.js').Source} Source
 * @typedef {import('./summary-file.js').Summary} Summary
 * @typedef {import('./workbook-cells.js').Sheet} Sheet
 * @typedef {import('./workbook-cells.js').SheetCell} SheetCell
 * @typedef {import('./workbook-cells.js').SheetRow} SheetRow
 *
 * @typedef {CopyPart & {intro: string[]}} ToldPart
 *
 * @typedef {object} Material
 * @property {Source} source  as the copy has it
 * @property {boolean} isWhole  it has all that was answered: every answer and every list goes in
 * @property {string} today  YYYY-MM-DD
 * @property {(kind: string) => string} kindLabel
 */
import { text } from '../catalogue.js';
import { codedTitle } from '../definition.js';
import { column, row } from './workbook-cells.js';
import { answersSheet, entriesSheet, findingsSheet, ratingsSheet } from './workbook-sheets.js';
import { tableSheets } from './workbook-tables.js';

const LABELS_WIDE = 34;
const WORDS_WIDE = 90;

/**
 * @param {Pick<Summary, 'title' | 'name' | 'facts' | 'remarks'> & {parts: ToldPart[]}} summary
 * @param {Material} material
 */
export function workbookContent(summary, material) {
  const { source, isWhole, today, kindLabel } = material;
  const { parts } = summary;
  const findings = findingsSheet(parts, kindLabel);
  const ofParts = parts.map((part) => partSheets(part, source));
  const others = [
    ...(isWhole && !parts.some((part) => holdsEveryAnswer(part, source)) ? [answersSheet(text('export.sheet_answers'), source)] : []),
    ...listsOf(parts, source, isWhole),
  ];
  const about = { ...emptySheet(), title: text('export.sheet_results') };
  const sheets = [about, ...ofParts.flat(), findings, ...others].filter(
    (sheet) => sheet === about || sheet.rows.length > 0,
  );
  about.rows = [
    ...heading(summary),
    ...parts.flatMap((part, index) => [
      ...partRows(part),
      ...[...ofParts[index], ...(hasFindings(part) ? [findings] : [])]
        .filter((sheet) => sheets.includes(sheet))
        .map((sheet) => row(['', { sheet: sheets.indexOf(sheet) }])),
    ]),
    ...others
      .filter((sheet) => sheets.includes(sheet))
      .flatMap((sheet) => [row([sheet.title], 'heading'), row(['', { sheet: sheets.indexOf(sheet) }])]),
  ];
  return { title: [summary.name, summary.title].filter(Boolean).join(' – '), today, words: words(), sheets };
}

function words() {
  return {
    goes_on: text('export.sheet_goes_on'),
    went_on: text('export.sheet_went_on'),
    see_sheet: text('export.sheet_see', { sheet: '{sheet}' }),
    lists: text('export.sheet_lists'),
    choose: text('export.sheet_choose'),
    page: text('export.word_page', { page: '{page}', pages: '{pages}' }),
  };
}

/** @returns {Sheet} */
function emptySheet() {
  const columns = [column('', { width: LABELS_WIDE }), column('', { width: WORDS_WIDE })];
  return { title: '', columns, is_table: false, rows: [] };
}

/**
 * @param {Pick<Summary, 'title' | 'name' | 'facts' | 'remarks'>} summary
 * @returns {SheetRow[]}
 */
function heading({ title, name, facts, remarks }) {
  return [
    row([name || title], 'title'),
    ...(name ? [row([title])] : []),
    ...facts.map(([label, value]) => row([label, value])),
    ...remarks.map((remark) => row(['', remark], 'note')),
  ];
}

/** @param {CopyPart} part */
function hasFindings({ blocks }) {
  return blocks?.some((block) => block.type === 'finding') ?? false;
}

/**
 * @param {CopyPart} part
 * @param {Source} source
 */
function holdsEveryAnswer({ part, items = [], sections = [] }, { definition }) {
  const isHeld = (/** @type {import('../definition.js').Section} */ { id, place }) =>
    sections.length === 0 || sections.includes(id) || place === 'results';
  return part === 'answers' && items.length === 0 && definition.sections.every(isHeld);
}

/**
 * The lists of entries: all of them, or in a shorter version those of its parts. Findings set aside stand among the
 * findings.
 * @param {CopyPart[]} parts
 * @param {Source} source
 * @param {boolean} isWhole
 */
function listsOf(parts, source, isWhole) {
  const { data, topItems } = source.definition;
  const title = (/** @type {Item} */ item) =>
    data.report.find((part) => part.part === 'entries' && part.entries === item.id)?.title ?? codedTitle(item);
  return topItems
    .filter((item) => item.type === 'entries' && !data.report.some(({ dismiss }) => dismiss === item.path))
    .filter((item) => isWhole || parts.some((part) => part.part === 'entries' && part.entries === item.id))
    .filter((item) => source.isVisible(item.path) && !source.isLeftOut(item.path))
    .map((item) => entriesSheet(title(item), source, item));
}

/**
 * @param {CopyPart} part
 * @param {Source} source
 * @returns {Sheet[]}
 */
function partSheets(part, source) {
  switch (part.part) {
    case 'glance':
      return [ratingsSheet(part.title, source)];
    case 'answers':
      return [answersSheet(part.title, source, part)];
    case 'entries':
      return [];
    default:
      return tableSheets(part.blocks ?? [], part.title);
  }
}

/**
 * What a part says in words.
 * @param {ToldPart} part
 * @returns {SheetRow[]}
 */
function partRows({ part, title, blocks, intro }) {
  // Its own sheets say all there is to be said.
  const isOnSheets = part === 'glance' || part === 'answers' || part === 'entries';
  if (part === 'entries') return [];
  const missing = part !== 'heading' && blocks === null ? [row(['', text('export.part_missing')], 'note')] : [];
  return [
    row([title], 'heading'),
    ...intro.map((paragraph) => row(['', paragraph])),
    ...(isOnSheets ? [] : (blocks ?? []).flatMap(blockRows)),
    ...missing,
  ];
}

/**
 * @param {Block} block
 * @returns {SheetRow[]}
 */
function blockRows(block) {
  switch (block.type) {
    case 'heading':
      return [row(['', block.text], 'label')];
    case 'paragraph':
      return [row(['', block.text])];
    case 'note':
      return [row(['', block.text], 'note')];
    case 'list':
      return block.items.map((item) => row(['', typeof item === 'string' ? item : item.text]));
    case 'summary':
      return block.rows.map(({ key, lines }) => row([key, lines.join('\n')]));
    case 'table':
    case 'grid':
    case 'finding':
    case 'figure':
    case 'pathways':
      // Tables and findings have their sheets; a drawing says what stands beside it.
      return [];
    default:
      // A block of a newer core: what it says in words is said here too.
      return [row(['', /** @type {{text?: string}} */ (block).text ?? ''])];
  }
}
