/**
 * A summary as pieces of a document, in reading order: plain data, every word decided, fit to be sent to a worker.
 *
 * Owns what becomes of each block on paper that can be edited. Knows nothing of the file's format.
 *
 * @typedef {import('./blocks.js').Block} Block
 * @typedef {import('./blocks.js').Line} Line
 * @typedef {import('./summary-file.js').Summary} Summary
 * @typedef {import('./summary-file.js').SummaryPart} SummaryPart
 *
 * @typedef {{png: Uint8Array, width: number, height: number}} Picture  its size on paper, in pixels of 1/96 inch
 *
 * @typedef {object} TableCell
 * @property {string} text
 * @property {number} [span]  as many columns
 * @property {'header' | 'group'} [look]
 * @property {string | null} [state]  how a cell of a grid reads at a glance
 * @property {boolean} [numeric]
 *
 * @typedef {{type: 'heading', level: number, text: string, contents?: boolean}} HeadingPiece
 *   Level 1 is that of a part. `contents`: listed in the table of contents.
 * @typedef {{type: 'text', text: string, look?: 'note' | 'label' | 'caption'}} TextPiece
 * @typedef {{type: 'list', ordered: boolean, items: string[]}} ListPiece
 * @typedef {{type: 'table', head: TableCell[], rows: TableCell[][], caption: string}} TablePiece  `head` may be empty
 * @typedef {{type: 'picture', alternative: string} & Picture} PicturePiece
 * @typedef {HeadingPiece | TextPiece | ListPiece | TablePiece | PicturePiece} Piece
 *
 * @typedef {object} WordContent  Everything that the file says.
 * @property {string} language
 * @property {boolean} isShort
 * @property {string} title
 * @property {string} caption  above the title; may be empty
 * @property {string} header  at the top of each page: what it is of, and of when
 * @property {string} footer  at the foot of each page, with {page} and {pages} in it
 * @property {string | null} contents  the title of the table of contents; null: it has none
 * @property {Piece[]} pieces
 */
import { text } from '../catalogue.js';

/** The level of a part's heading on a page, where the title has the first. */
const FIRST_LEVEL = 2;

/**
 * @param {Summary} summary
 * @param {Map<Block, Picture>} pictures  of the blocks that are drawings, as far as they could be drawn
 * @returns {WordContent}
 */
export function wordContent(summary, pictures) {
  const { language, isShort, title, name, date, facts, remarks, parts, kindLabel } = summary;
  return {
    language,
    isShort,
    title: name || title,
    caption: name && title,
    header: [name || title, date].filter(Boolean).join(' · '),
    footer: text('export.word_page', { page: '{page}', pages: '{pages}' }),
    contents: isShort ? null : text('export.word_contents'),
    pieces: [
      factsPiece(facts, isShort),
      ...remarks.map((remark) => note(remark)),
      ...parts.flatMap((part) => partPieces(part, { pictures, kindLabel, isShort })),
    ],
  };
}

/**
 * @param {Summary['facts']} facts
 * @param {boolean} isShort
 * @returns {Piece}
 */
function factsPiece(facts, isShort) {
  if (isShort) return { type: 'text', text: facts.map((fact) => fact.join(': ')).join(' · ') };
  return answersTable(facts.map(([key, value]) => ({ key, lines: [value] })));
}

/**
 * @typedef {object} Surroundings
 * @property {Map<Block, Picture>} pictures
 * @property {Summary['kindLabel']} kindLabel
 * @property {boolean} isShort
 */

/**
 * @param {SummaryPart} part
 * @param {Surroundings} surroundings
 * @returns {Piece[]}
 */
function partPieces({ title, level: pageLevel, intro, blocks, part, kinds = [] }, { pictures, kindLabel, isShort }) {
  const level = pageLevel - FIRST_LEVEL + 1;
  const surroundings = { pictures, kindLabel: kinds.length > 1 ? kindLabel : () => null, isShort, level: level + 1, title };
  const told = blocks?.flatMap((block) => blockPieces(block, surroundings));
  const nothing = part === 'heading' ? [] : [note(text('export.part_missing'))];
  return [
    { type: 'heading', level, text: title, contents: true },
    ...intro.map((paragraph) => /** @type {Piece} */ ({ type: 'text', text: paragraph })),
    ...(told ?? nothing),
  ];
}

/**
 * @param {Block} block
 * @param {Surroundings & {level: number, title: string}} surroundings  `level`: of a heading of the first level
 * @returns {Piece[]}
 */
function blockPieces(block, surroundings) {
  const { level, title, pictures } = surroundings;
  switch (block.type) {
    case 'heading':
      return [{ type: 'heading', level: level + block.level - 1, text: block.text }];
    case 'paragraph':
      return [{ type: 'text', text: block.text }];
    case 'note':
      return [note(block.text)];
    case 'list':
      return [{ type: 'list', ordered: block.ordered ?? false, items: block.items.map(wordsOf) }];
    case 'table':
      return [tableOf(block, title)];
    case 'grid':
      return [gridOf(block, title)];
    case 'figure':
      return [...captionOf(block.title, title), ...pictureOf(pictures.get(block), block.alternative)];
    case 'pathways':
      // The list that follows says it all: a drawing that could not be made leaves nothing out.
      return pictures.has(block) ? pictureOf(pictures.get(block), pathwaysAlternative(block)) : [];
    case 'finding':
      return findingPieces(block, surroundings);
    case 'summary':
      return [answersTable(block.rows)];
    default:
      // A block of a newer core: what it says in words still shows.
      return [{ type: 'text', text: /** @type {{text?: string}} */ (block).text ?? '' }];
  }
}

/** @param {string} words @returns {TextPiece} */
function note(words) {
  return { type: 'text', text: words, look: 'note' };
}

/** @param {string | Line} line */
function wordsOf(line) {
  return typeof line === 'string' ? line : line.text;
}

/**
 * A caption that only says again what stands above it is left out, as on the page.
 * @param {string} caption
 * @param {string} title
 * @returns {TextPiece[]}
 */
function captionOf(caption, title) {
  return caption && caption !== title ? [{ type: 'text', text: caption, look: 'caption' }] : [];
}

/**
 * @param {Picture | undefined} picture
 * @param {string} alternative
 * @returns {Piece[]}
 */
function pictureOf(picture, alternative) {
  return picture ? [{ type: 'picture', alternative, ...picture }] : [{ type: 'text', text: alternative }];
}

/** @param {import('./blocks.js').BlockOf<'pathways'>} block */
function pathwaysAlternative({ title, boxes, arrows }) {
  return text('results.pathways_drawing', { title, boxes: boxes.length, arrows: arrows.length });
}

/**
 * @param {import('./blocks.js').BlockOf<'table'>} block
 * @param {string} title
 * @returns {TablePiece}
 */
function tableOf({ caption, columns, rows }, title) {
  return {
    type: 'table',
    caption: caption === title ? '' : caption,
    head: columns.map((column) => ({ text: column.text, look: 'header', numeric: column.numeric })),
    rows: rows.map((cells) =>
      cells.map((cell, index) => ({
        text: wordsOf(cell),
        look: typeof cell !== 'string' && cell.header ? 'header' : undefined,
        numeric: columns[index]?.numeric,
      })),
    ),
  };
}

/**
 * @param {import('./blocks.js').BlockOf<'grid'>} block
 * @param {string} title
 * @returns {TablePiece}
 */
function gridOf({ caption, row_header, columns, rows }, title) {
  return {
    type: 'table',
    caption: caption === title ? '' : caption,
    head: [row_header, ...columns].map((words) => ({ text: words, look: 'header' })),
    rows: rows.map(({ header, cells }) =>
      cells.length === 0
        ? [{ text: header, look: 'group', span: columns.length + 1 }]
        : [
            { text: header, look: 'header' },
            ...cells.map(({ text: words, state, span, lines }) => ({
              text: lines ? lines.map((line) => line.text).join('\n') : words,
              state,
              span,
            })),
          ],
    ),
  };
}

/**
 * Questions and their answers side by side.
 * @param {{key: string, lines: string[]}[]} rows
 * @returns {TablePiece}
 */
function answersTable(rows) {
  return {
    type: 'table',
    caption: '',
    head: [],
    rows: rows.map(({ key, lines }) => [{ text: key, look: 'header' }, { text: lines.join('\n') }]),
  };
}

/**
 * What was found, what kind it is and by which rule, and why. In a shorter version the reasons run on.
 * @param {import('./blocks.js').BlockOf<'finding'>} finding
 * @param {Surroundings & {level: number}} surroundings
 * @returns {Piece[]}
 */
function findingPieces({ kind, title, reasons, rule, set_aside: setAside = [] }, { level, kindLabel, isShort }) {
  const labels = [kindLabel(kind), rule && text('results.rule', { rule })].filter(Boolean).join(' · ');
  const why = reasons.map(wordsOf);
  const asides = setAside.map((reason) => text('results.set_aside_because', { reason: reason.text }));
  /** @type {Piece} */
  const named = { type: 'heading', level, text: title };
  if (isShort) {
    const line = [labels, ...why, ...asides].filter(Boolean).join(' · ');
    return line ? [named, { type: 'text', text: line }] : [named];
  }
  return [
    named,
    ...(labels ? [/** @type {Piece} */ ({ type: 'text', text: labels, look: 'label' })] : []),
    ...(why.length > 0 ? [/** @type {Piece} */ ({ type: 'list', ordered: false, items: why })] : []),
    ...asides.map((words) => /** @type {Piece} */ ({ type: 'text', text: words, look: 'label' })),
  ];
}
