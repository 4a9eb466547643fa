/** The Word document, unzipped and read back: everything the summary says is in it, as what it is. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { wordContent } from '../../theme/assets/js/report/word-content.js';
import { wordFile } from '../../theme/assets/js/report/word/document.js';
import { columnWidths } from '../../theme/assets/js/report/word/tables.js';
import { useEnglish } from './support/workshop.js';

before(useEnglish);

/** The smallest PNG there is. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const FIGURE = {
  type: 'figure',
  kind: 'bars',
  title: 'How far',
  marks: [{ label: 'Tools', value: 1, maximum: 2, text: '1 of 2' }],
  alternative: 'Tools: 1 of 2',
};
const PARTS = [
  part('chapter', 'heading', 'What there is', 2, []),
  part('gaps', 'findings', 'Gaps', 3, [
    {
      type: 'finding',
      id: 'a',
      kind: 'gap',
      title: 'No oil',
      rule: 'R1',
      reasons: [{ text: 'The can is dry' }, { text: 'No one buys any' }],
      set_aside: [{ text: 'It rains' }],
    },
  ]),
  part('numbers', 'scores', 'Numbers', 3, [
    {
      type: 'table',
      caption: 'Counted',
      columns: [{ text: 'Thing' }, { text: 'Number', numeric: true }],
      rows: [
        [{ text: 'Pumps', header: true }, '3'],
        [{ text: 'Lamps', header: true }, '0'],
      ],
    },
    FIGURE,
  ]),
  part('grid', 'grid', 'By corner', 3, [
    {
      type: 'grid',
      caption: 'By corner',
      row_header: 'Thing',
      columns: ['Worn', 'Ready'],
      rows: [
        { header: 'Tools', cells: [] },
        { header: 'Stand', cells: [{ text: '', state: null }, { text: 'Ready', state: 'chosen-4' }] },
        { header: 'Bench', cells: [{ text: 'Not answered', state: 'blank', span: 2 }] },
      ],
    },
  ]),
  part('all', 'answers', 'All', 2, [
    { type: 'heading', level: 1, text: 'About' },
    { type: 'summary', rows: [{ key: 'Notes', lines: ['one\ntwo', 'three'] }] },
    { type: 'list', ordered: true, items: ['first', { text: 'second' }] },
    { type: 'note', text: 'Mind the step' },
  ]),
];

function part(id, kind, title, level, blocks) {
  return { id, part: kind, title, level, intro: [], blocks, kinds: ['gap', 'partial'] };
}

function summary(more = {}) {
  return /** @type {import('../../theme/assets/js/report/summary-file.js').Summary} */ ({
    language: 'en-GB',
    isShort: false,
    title: 'Is the workshop ready?',
    name: 'Spokes',
    date: '2 May 2026',
    facts: [['Visited', '2 May 2026']],
    remarks: ['No one has checked it.'],
    parts: PARTS,
    kindLabel: (kind) => ({ gap: 'Gap' })[kind] ?? null,
    css: '',
    draft: null,
    ...more,
  });
}

const PICTURES = new Map([[/** @type {any} */ (FIGURE), { png: new Uint8Array(PNG), width: 640, height: 40 }]]);

/** The files inside, and what the body says: one array for each paragraph or table, in order. */
async function read(content) {
  const files = unzipSync(new Uint8Array(await wordFile(content)));
  const xml = (name) => strFromU8(files[name]);
  return { files, xml, body: bodyOf(xml('word/document.xml')) };
}

const PARAGRAPH = /<w:p>(.*?)<\/w:p>|<w:p\/>/gs;
const TABLE = /<w:tbl>(.*?)<\/w:tbl>/gs;

function bodyOf(xml) {
  const body = xml.replace(/.*<w:body>/s, '');
  const tables = [...body.matchAll(TABLE)].map(([, table]) => rowsOf(table));
  const paragraphs = [...body.replace(TABLE, '').matchAll(PARAGRAPH)].map(([, inner = '']) => ({
    style: inner.match(/<w:pStyle w:val="(\w+)"/)?.[1] ?? '',
    text: wordsOf(inner),
  }));
  return { tables, paragraphs };
}

function rowsOf(table) {
  return [...table.matchAll(/<w:tr>(.*?)<\/w:tr>/gs)].map(([, row]) => ({
    repeats: row.includes('<w:tblHeader/>'),
    whole: row.includes('<w:cantSplit/>'),
    cells: [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell]) =>
      [...cell.matchAll(PARAGRAPH)].map(([, inner = '']) => wordsOf(inner)).join('\n\n'),
    ),
  }));
}

function wordsOf(xml) {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>|<w:br\/>/gs)]
    .map(([, words]) => (words === undefined ? '\n' : unescape(words)))
    .join('');
}

function unescape(words) {
  const named = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return words.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => named[name]);
}

const styled = (body, style) => body.paragraphs.filter((one) => one.style === style).map(({ text }) => text);

test('Parts, what stands under them and findings are headings of their levels', async () => {
  const { body } = await read(wordContent(summary(), PICTURES));

  assert.deepEqual(styled(body, 'Title'), ['Spokes']);
  assert.deepEqual(styled(body, 'Heading1'), ['What there is', 'All']);
  assert.deepEqual(styled(body, 'Heading2'), ['Gaps', 'Numbers', 'By corner', 'About']);
  assert.deepEqual(styled(body, 'Heading3'), ['No oil']);
});

test('The contents list every part and are shown as they are, without a question', async () => {
  const { xml, body } = await read(wordContent(summary(), PICTURES));

  assert.deepEqual(styled(body, 'TOC1'), ['What there is', 'All']);
  assert.deepEqual(styled(body, 'TOC2'), ['Gaps', 'Numbers', 'By corner']);
  assert.match(xml('word/document.xml'), /TOC [^<]*1-2/);
  assert.doesNotMatch(xml('word/document.xml'), /w:dirty="(true|1)"/);
  assert.doesNotMatch(xml('word/settings.xml'), /updateFields/);
  for (const [, anchor] of xml('word/document.xml').matchAll(/w:anchor="(\w+)"/g)) {
    assert.ok(xml('word/document.xml').includes(`<w:bookmarkStart w:name="${anchor}"`), anchor);
  }
});

test('Tables are tables, their header rows are repeated and their rows stay whole', async () => {
  const { body } = await read(wordContent(summary(), PICTURES));
  const [facts, counted, grid, answers] = body.tables;

  assert.deepEqual(facts.map(({ cells }) => cells), [['Visited', '2 May 2026']]);
  assert.deepEqual(counted.map(({ cells }) => cells), [['Thing', 'Number'], ['Pumps', '3'], ['Lamps', '0']]);
  assert.deepEqual(counted.map(({ repeats }) => repeats), [true, false, false]);
  assert.ok([...counted, ...grid, ...answers].every(({ whole }) => whole));
  assert.deepEqual(grid.map(({ cells }) => cells), [
    ['Thing', 'Worn', 'Ready'],
    ['Tools'],
    ['Stand', '', 'Ready'],
    ['Bench', 'Not answered'],
  ]);
  assert.deepEqual(answers.map(({ cells }) => cells), [['Notes', 'one\ntwo\nthree']]);
  assert.equal(body.tables.length, 4);
});

test('A finding says its kind, its rule, why, and why it was set aside', async () => {
  const { body } = await read(wordContent(summary(), PICTURES));

  assert.deepEqual(styled(body, 'Label'), ['Gap · Rule R1', 'Set aside: It rains']);
  for (const said of ['The can is dry', 'No one buys any', 'first', 'second']) {
    assert.ok(styled(body, 'ListParagraph').includes(said), said);
  }
  assert.deepEqual(styled(body, 'Remark'), ['No one has checked it.', 'Mind the step']);
});

test('A drawing has its words; one that could not be made leaves them in its place', async () => {
  const drawn = await read(wordContent(summary(), PICTURES));
  const undrawn = await read(wordContent(summary(), new Map()));

  assert.match(drawn.xml('word/document.xml'), /<wp:docPr [^>]*descr="Tools: 1 of 2"/);
  const media = Object.keys(drawn.files).filter((name) => name.startsWith('word/media/'));
  assert.deepEqual(drawn.files[media[0]], new Uint8Array(PNG));
  assert.doesNotMatch(undrawn.xml('word/document.xml'), /<w:drawing>/);
  assert.ok(undrawn.body.paragraphs.some(({ text }) => text === 'Tools: 1 of 2'));
});

test('Each page says of whom, of when and which page it is; the file says its language and its title', async () => {
  const { xml, files } = await read(wordContent(summary(), PICTURES));
  const edge = (kind) => Object.keys(files).filter((name) => name.startsWith(`word/${kind}`)).map(xml).join('');

  assert.equal(wordsOf(edge('header')), 'Spokes · 2 May 2026');
  assert.match(edge('footer'), /Page .*PAGE.* of .*NUMPAGES/s);
  assert.match(xml('word/styles.xml'), /<w:lang w:val="en-GB"\/>/);
  assert.match(xml('docProps/core.xml'), /<dc:title>Spokes<\/dc:title>.*<dc:subject>Is the workshop ready\?</s);
  assert.match(xml('word/document.xml'), /<w:pgSz w:w="11906" w:h="16838"/);
});

test('A shorter version has no contents, and its findings run on', async () => {
  const { body } = await read(wordContent(summary({ isShort: true }), PICTURES));

  assert.deepEqual(styled(body, 'TOC1'), []);
  const line = 'Gap · Rule R1 · The can is dry · No one buys any · Set aside: It rains';
  assert.ok(body.paragraphs.some(({ text }) => text === line));
});

const HOSTILE = `</w:t></w:r><w:r><w:t>"&amp;]]>\u0000\u0001\u000b\ufffe\ud800{ MERGEFIELD x }\u202e`;

test('Whatever people write stays text, without what XML cannot hold', async () => {
  const parts = [
    part('x', 'answers', HOSTILE, 2, [
      { type: 'heading', level: 1, text: HOSTILE },
      { type: 'paragraph', text: HOSTILE },
      { type: 'list', items: [HOSTILE] },
      { type: 'table', caption: HOSTILE, columns: [{ text: HOSTILE }], rows: [[HOSTILE]] },
      { ...FIGURE, alternative: HOSTILE },
    ]),
    part('y', 'answers', HOSTILE, 2, []),
  ];
  const pictures = new Map([[/** @type {any} */ (parts[0].blocks[4]), [...PICTURES.values()][0]]]);
  const content = wordContent(summary({ parts, name: HOSTILE, facts: [[HOSTILE, HOSTILE]] }), pictures);
  const { files, xml, body } = await read(content);
  const expected = `</w:t></w:r><w:r><w:t>"&amp;]]>{ MERGEFIELD x }\u202e`;

  assert.deepEqual(styled(body, 'Title'), [expected]);
  assert.deepEqual(styled(body, 'Heading1'), [expected, expected]);
  assert.deepEqual(styled(body, 'TOC1'), [expected, expected]);
  assert.deepEqual(body.tables.at(-1)?.map(({ cells }) => cells), [[expected], [expected]]);
  assert.match(xml('word/document.xml'), /descr="&lt;\/w:t&gt;[^"]*"/);
  for (const name of Object.keys(files).filter((one) => one.endsWith('.xml'))) {
    // eslint-disable-next-line no-control-regex
    assert.doesNotMatch(xml(name), /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/, name);
  }
});

test('Any text comes back as it was, line breaks included', async () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 60 }).map((one) => one.replace(/\s+/g, ' ').trim());
  const lines = fc.array(words.filter(Boolean), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(lines, async (given) => {
      const note = given.join('\n');
      const blocks = [
        { type: 'paragraph', text: note },
        { type: 'summary', rows: [{ key: 'k', lines: [note] }] },
      ];
      const { body } = await read(wordContent(summary({ parts: [part('x', 'answers', 'X', 2, blocks)] }), new Map()));
      // eslint-disable-next-line no-control-regex
      const kept = note.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
      assert.equal(body.paragraphs.find(({ style }) => style === '')?.text, kept);
      assert.equal(body.tables.at(-1)?.[0].cells[1], kept);
    }),
    { numRuns: 40 },
  );
});

test('A very long note is whole, and its row may be cut where a page ends', async () => {
  const note = 'word '.repeat(20_000).trim();
  const blocks = [{ type: 'summary', rows: [{ key: 'Notes', lines: [note] }] }];
  const { body } = await read(wordContent(summary({ parts: [part('x', 'answers', 'X', 2, blocks)] }), new Map()));

  assert.equal(body.tables.at(-1)?.[0].cells[1], note);
  assert.equal(body.tables.at(-1)?.[0].whole, false);
});

test('Columns share the width of the page, whatever stands in them', () => {
  const cell = (text) => ({ text });
  const wide = columnWidths([Array.from({ length: 9 }, () => cell('Incomprehensibilities'))], 9, 100);
  const uneven = columnWidths([[cell('No'), cell('A long answer of many words '.repeat(9))]], 2, 100);

  for (const widths of [wide, uneven]) {
    const total = widths.reduce((sum, width) => sum + width, 0);
    assert.ok(total > 9_700 && total <= 9_866, `${total}`);
  }
  assert.ok(uneven[1] > 4 * uneven[0]);
});
