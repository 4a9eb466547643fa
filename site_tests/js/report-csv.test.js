/** CSV: as RFC 4180 says, and nothing in it runs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toCsv } from '../../theme/assets/js/report/csv.js';

const APOSTROPHE = /^'(?=[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/;

/**
 * A plain reader, written apart from the writer.
 * @param {string} csv
 */
function parse(csv) {
  assert.ok(csv.startsWith('\uFEFF'));
  const cells = csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g);
  const rows = [[]];
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)?.push(/** @type {never} */ (quoted === undefined ? plain : quoted.replaceAll('""', '"')));
    if (end === '\r\n') rows.push([]);
  }
  return /** @type {string[][]} */ (rows.slice(0, -1));
}

test('Cells hold commas, quotes and line breaks; lines end as the standard says', () => {
  assert.equal(toCsv([['a, "b"\nc', 3], ['', -1.5]]), '\uFEFF"a, ""b""\nc",3\r\n"",-1.5\r\n');
});

test('Whatever might be a formula begins with an apostrophe', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
    assert.equal(toCsv([[`${start}HYPERLINK("x")`]]), `\uFEFF"'${start}HYPERLINK(""x"")"\r\n`);
  }
});

test('Every text survives, but for the apostrophe before a formula', () => {
  const texts = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }), { minLength: 1 });
  const bare = (/** @type {string[][]} */ rows) => rows.map((row) => row.map((cell) => cell.replace(APOSTROPHE, '')));
  fc.assert(
    fc.property(texts, (rows) => {
      const back = parse(toCsv(rows));

      assert.deepEqual(bare(back), bare(rows));
      for (const cell of back.flat()) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
    }),
  );
});
