/**
 * Tables of the Word document: widths from what stands in them, header rows that repeat, rows that stay whole.
 *
 * @typedef {import('../word-content.js').TableCell} TableCell
 * @typedef {import('../word-content.js').TablePiece} TablePiece
 */
import { AlignmentType, BorderStyle, Paragraph, ShadingType, Table, TableCell as Cell, TableLayoutType, TableRow, WidthType } from 'docx';

import { COLOURS, MEASURE, STATES, sizesOf } from './look.js';
import { runs } from './runs.js';

/** The most that a letter of the table's type is wide, in twentieths of a point, for a size of one half point. */
const LETTER = 5.6;
const PADDING = { left: 90, right: 90, top: 40, bottom: 40 };
/** A column is given room for its longest word up to so many letters; a longer one is broken. */
const LONGEST_WORD = 16;
/** A row of more lines than this may be cut, or some programs would not show its end. */
const MOST_LINES = 40;

/**
 * @param {TablePiece} piece
 * @param {boolean} isShort
 */
export function table({ head, rows }, isShort) {
  const { table: size } = sizesOf(isShort);
  const letter = (LETTER * size) / 10;
  const count = Math.max(...[head, ...rows].map((row) => row.reduce((sum, { span = 1 }) => sum + span, 0)));
  const widths = head.length > 0 ? columnWidths([head, ...rows], count, letter) : [0.34, 0.66].map(share);
  const rule = { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return new Table({
    columnWidths: widths,
    width: { size: sum(widths), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { ...PADDING, marginUnitType: WidthType.DXA },
    borders: { top: rule, bottom: rule, insideHorizontal: rule, left: none, right: none, insideVertical: none },
    tableLook: { firstRow: head.length > 0, firstColumn: true, lastRow: false, lastColumn: false, noVBand: true },
    rows: [
      ...(head.length > 0 ? [row(head, widths, { isHead: true, letter })] : []),
      ...rows.map((cells) => row(cells, widths, { isHead: false, letter })),
    ],
  });
}

/**
 * @param {TableCell[]} cells
 * @param {number[]} widths
 * @param {{isHead: boolean, letter: number}} how
 */
function row(cells, widths, { isHead, letter }) {
  let column = 0;
  const placed = cells.map((one) => {
    const width = sum(widths.slice(column, column + (one.span ?? 1)));
    column += one.span ?? 1;
    return { one, width };
  });
  const lines = Math.max(...placed.map(({ one, width }) => linesIn(one.text, width, letter)));
  return new TableRow({
    tableHeader: isHead,
    cantSplit: lines <= MOST_LINES,
    // A heading within a table stays with the row below.
    keepNext: isHead || cells[0].look === 'group',
    children: placed.map(({ one, width }) => cell(one, width, isHead)),
  });
}

/**
 * @param {TableCell} cell
 * @param {number} width
 * @param {boolean} isHead
 */
function cell({ text, span, look, state, numeric }, width, isHead) {
  const shade = STATES[state ?? ''] ?? (isHead ? { fill: COLOURS.sand } : null);
  const how = { bold: look !== undefined, color: shade?.color };
  return new Cell({
    columnSpan: span,
    width: { size: width, type: WidthType.DXA },
    shading: shade ? { type: ShadingType.CLEAR, color: 'auto', fill: shade.fill } : undefined,
    children: text.split(/\n{2,}/).map(
      (paragraph) =>
        new Paragraph({
          style: 'TableText',
          alignment: numeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: runs(paragraph, how),
        }),
    ),
  });
}

/**
 * Each column gets room for its longest word, and of the rest as much as it has to say.
 * @param {TableCell[][]} rows
 * @param {number} count
 * @param {number} letter
 */
export function columnWidths(rows, count, letter) {
  const least = Array(count).fill(0);
  const amount = Array(count).fill(1);
  for (const cells of rows) {
    let column = 0;
    for (const { text, span = 1, look } of cells) {
      if (span === 1) {
        const bold = look ? 1.1 : 1;
        const longest = Math.max(...text.split(/[\s/]+/).map((word) => Math.min(word.length, LONGEST_WORD)));
        least[column] = Math.max(least[column], longest * letter * bold + PADDING.left + PADDING.right);
        amount[column] = Math.max(amount[column], Math.sqrt(Math.min(text.length, 600)));
      }
      column += span;
    }
  }
  const needed = sum(least);
  // Too many long words for the page: every column gives way alike.
  if (needed >= MEASURE) return least.map((width) => Math.floor((width / needed) * MEASURE));
  const free = MEASURE - needed;
  const total = sum(amount);
  return least.map((width, column) => Math.floor(width + (free * amount[column]) / total));
}

/**
 * @param {string} text
 * @param {number} width
 * @param {number} letter
 */
function linesIn(text, width, letter) {
  const letters = Math.max((width - PADDING.left - PADDING.right) / letter, 1);
  return text.split('\n').reduce((lines, line) => lines + Math.max(Math.ceil(line.length / letters), 1), 0);
}

/** @param {number} part */
function share(part) {
  return Math.floor(part * MEASURE);
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
