/**
 * Tables as CSV that spreadsheets open and do not obey.
 *
 * As RFC 4180 says: commas, quotes doubled, lines end in CR LF; with a byte order mark, without which Excel
 * misreads every letter beyond ASCII. A text that a spreadsheet might run as a formula gets an apostrophe before
 * it: the spreadsheet then shows it as text, and nothing of it is lost.
 */

/** What a formula starts with, full-width forms among them, and the control characters that hide such a start. */
const FORMULA_START = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** @param {(string | number)[][]} rows */
export function toCsv(rows) {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** @param {string | number} value */
function cell(value) {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA_START.test(value) ? `'${value}` : value;
  // Every text is quoted: a spreadsheet that splits at semicolons then still finds one cell.
  return `"${safe.replaceAll('"', '""')}"`;
}
