/**
 * The Word document itself, from its pieces: headings, tables, lists, pictures, contents, header and footer.
 *
 * Owns the format, by way of the library docx. Knows nothing of questionnaires, nor of the page: it runs in a worker.
 *
 * @typedef {import('../word-content.js').HeadingPiece} HeadingPiece
 * @typedef {import('../word-content.js').Piece} Piece
 * @typedef {import('../word-content.js').WordContent} WordContent
 */
import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx';

import { MEASURE, pageOf, stylesOf } from './look.js';
import { legal, runs } from './runs.js';
import { table } from './tables.js';

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4];
const STYLES = { note: 'Remark', label: 'Label', caption: 'Caption' };
/** Word takes pictures in pixels, of which there are 96 to the inch. */
const MOST_WIDE = (MEASURE / 1440) * 96;
const MOST_HIGH = 860;

/**
 * @param {WordContent} content
 * @returns {Promise<ArrayBuffer>}
 */
export function wordFile(content) {
  return Packer.toArrayBuffer(documentOf(content));
}

/** @param {WordContent} content */
function documentOf(content) {
  const { language, isShort, title, caption, pieces } = content;
  const first = pieces.findIndex((piece) => piece.type === 'heading');
  const start = first < 0 ? pieces.length : first;
  const drawer = new Drawer(isShort);
  return new Document({
    title: legal(title),
    subject: legal(caption),
    creator: legal(title),
    lastModifiedBy: legal(title),
    styles: stylesOf(language, isShort),
    numbering: { config: [listConfig('bullets', LevelFormat.BULLET, '•'), listConfig('numbers', LevelFormat.DECIMAL, '%1.')] },
    sections: [
      {
        properties: { page: pageOf(isShort) },
        headers: { default: new Header({ children: [edge(runs(content.header))] }) },
        footers: { default: new Footer({ children: [edge(pageNumbers(content.footer), AlignmentType.RIGHT)] }) },
        children: [
          ...(caption ? [new Paragraph({ style: 'Subtitle', children: runs(caption) })] : []),
          new Paragraph({ heading: HeadingLevel.TITLE, children: runs(title) }),
          ...drawer.draw(pieces.slice(0, start)),
          ...contentsOf(content),
          ...drawer.draw(pieces.slice(start)),
        ],
      },
    ],
  });
}

/** Draws pieces, and counts what is numbered through the document. */
class Drawer {
  #lists = 0;
  #headings = 0;

  /** @param {boolean} isShort */
  constructor(isShort) {
    this.isShort = isShort;
  }

  /**
   * @param {Piece[]} pieces
   * @returns {(Paragraph | import('docx').Table)[]}
   */
  draw(pieces) {
    return pieces.flatMap((piece, index) => this.#draw(piece, pieces[index + 1]));
  }

  /**
   * @param {Piece} piece
   * @param {Piece | undefined} next
   */
  #draw(piece, next) {
    switch (piece.type) {
      case 'heading':
        return [this.#heading(piece)];
      case 'text':
        return [paragraph(piece, next)];
      case 'list':
        return this.#list(piece);
      case 'table':
        return this.#table(piece);
      case 'picture':
        return [picture(piece)];
    }
  }

  /** @param {HeadingPiece} piece */
  #heading({ level, text, contents }) {
    const words = runs(text);
    if (contents) this.#headings += 1;
    const children = contents ? [new Bookmark({ id: anchor(this.#headings), children: words })] : words;
    return new Paragraph({ heading: LEVELS[Math.min(level, LEVELS.length) - 1], children });
  }

  /** @param {import('../word-content.js').ListPiece} piece */
  #list({ ordered, items }) {
    this.#lists += 1;
    const numbering = { reference: ordered ? 'numbers' : 'bullets', level: 0, instance: this.#lists };
    return items.map((item) => new Paragraph({ numbering, children: runs(item), contextualSpacing: true }));
  }

  /** @param {import('../word-content.js').TablePiece} piece */
  #table(piece) {
    if (piece.rows.length === 0) return [];
    const caption = piece.caption ? [new Paragraph({ style: 'Caption', children: runs(piece.caption) })] : [];
    // Two tables that touch would become one.
    return [...caption, table(piece, this.isShort), new Paragraph({ style: 'Gap' })];
  }
}

/**
 * What stands above a table or a drawing stays with it.
 * @param {import('../word-content.js').TextPiece} piece
 * @param {Piece | undefined} next
 */
function paragraph({ text, look }, next) {
  const keepNext = next?.type === 'table' || next?.type === 'picture';
  return new Paragraph({ style: look && STYLES[look], keepNext, children: runs(text) });
}

/** @param {import('../word-content.js').PicturePiece} piece */
function picture({ png, width, height, alternative }) {
  const scale = Math.min(1, MOST_WIDE / width, MOST_HIGH / height);
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const altText = { name: '', description: legal(alternative) };
  return new Paragraph({ children: [new ImageRun({ type: 'png', data: png, transformation, altText })] });
}

/**
 * The parts, each a link to its place. It is a field: Word adds page numbers when somebody updates it, and asks nobody
 * to when the document is opened.
 * @param {WordContent} content
 */
function contentsOf({ contents, pieces }) {
  const parts = pieces.filter((piece) => piece.type === 'heading').filter((piece) => piece.contents);
  if (contents === null || parts.length < 2) return [];
  const deepest = Math.max(...parts.map(({ level }) => level));
  return [
    new Paragraph({ style: 'ContentsTitle', children: runs(contents) }),
    new TableOfContents(legal(contents), {
      hyperlink: true,
      headingStyleRange: `1-${deepest}`,
      beginDirty: false,
      cachedEntries: parts.map(({ text, level }, index) => ({ title: legal(text), level, href: anchor(index + 1) })),
      tabLeader: 'none',
    }),
  ];
}

/** @param {number} number */
function anchor(number) {
  return `_Toc${number}`;
}

/**
 * @param {TextRun[]} children
 * @param {(typeof AlignmentType)[keyof typeof AlignmentType]} [alignment]
 */
function edge(children, alignment) {
  return new Paragraph({ style: 'Edge', alignment, children });
}

/**
 * "Page {page} of {pages}", with the numbers as fields.
 * @param {string} words
 */
function pageNumbers(words) {
  const fields = { '{page}': PageNumber.CURRENT, '{pages}': PageNumber.TOTAL_PAGES };
  const children = words.split(/(\{pages?\})/).map((word) => fields[/** @type {'{page}'} */ (word)] ?? word);
  return [new TextRun({ children })];
}

/**
 * @param {string} reference
 * @param {(typeof LevelFormat)[keyof typeof LevelFormat]} format
 * @param {string} text
 */
function listConfig(reference, format, text) {
  const paragraph = { indent: { left: 480, hanging: 360 } };
  return { reference, levels: [{ level: 0, format, text, alignment: AlignmentType.LEFT, style: { paragraph } }] };
}
