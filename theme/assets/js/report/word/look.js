/**
 * How the Word document looks: its page, its type and its colours, which are those of the site's palette.
 *
 * Lengths are in twentieths of a point, sizes of type in half points, as Word counts them.
 */

const MILLIMETRE = 1440 / 25.4;
const A4 = { width: 11906, height: 16838 };
const MARGIN = Math.round(18 * MILLIMETRE);

/** @param {boolean} isShort */
export function pageOf(isShort) {
  const [top, bottom] = (isShort ? [17, 14] : [23, 20]).map((length) => Math.round(length * MILLIMETRE));
  const edge = Math.round((isShort ? 7 : 10) * MILLIMETRE);
  return { size: A4, margin: { top, bottom, left: MARGIN, right: MARGIN, header: edge, footer: edge } };
}

/** How wide text may run. */
export const MEASURE = A4.width - 2 * MARGIN;
const FONT = 'Arial';

export const COLOURS = {
  ink: '1e2b31',
  soft: '4a585e',
  line: 'd9ccb9',
  sand: 'f7efe3',
  deep: '0b423e',
};

/** A cell of a grid by its state: its ground, and its words where they are not in ink. */
export const STATES = /** @type {Record<string, {fill: string, color?: string}>} */ ({
  'chosen-0': { fill: 'e4f1ee' },
  'chosen-1': { fill: 'bfdfd9' },
  'chosen-2': { fill: '7fbdb4' },
  'chosen-3': { fill: '7fbdb4' },
  'chosen-4': { fill: '2f8078', color: 'ffffff' },
  'chosen-5': { fill: '14605a', color: 'ffffff' },
  unsure: { fill: 'f7efe3' },
  unknown: { fill: 'f7efe3' },
  yes: { fill: 'bfdfd9' },
  partial: { fill: 'e4f1ee' },
  no: { fill: 'fdeeec' },
});

/** The whole of a report, and a shorter version, which is set closer. */
const SIZES = {
  whole: { body: 21, table: 19, title: 44, caption: 24, headings: [32, 26, 23, 21], space: 1 },
  short: { body: 18, table: 16, title: 30, caption: 19, headings: [22, 18, 18, 18], space: 0.35 },
};

/** @param {boolean} isShort */
export function sizesOf(isShort) {
  return isShort ? SIZES.short : SIZES.whole;
}

/**
 * @param {string} language
 * @param {boolean} isShort
 * @returns {import('docx').IStylesOptions}
 */
export function stylesOf(language, isShort) {
  const { body, title, caption, headings, space } = sizesOf(isShort);
  const above = (/** @type {number} */ points) => Math.round(points * 20 * space);
  const heading = (/** @type {number} */ level) => ({
    run: { font: FONT, size: headings[level], bold: true, italics: false, color: COLOURS.deep },
    paragraph: {
      keepNext: true,
      keepLines: true,
      outlineLevel: level,
      spacing: { before: above(level === 0 ? 22 : 14), after: above(5) },
    },
  });
  const words = { font: FONT, size: body, color: COLOURS.ink };
  /** @type {import('docx').IParagraphStylePropertiesOptions} */
  const paragraph = { spacing: { after: above(7), line: isShort ? 240 : 276, lineRule: 'auto' } };
  return {
    default: {
      document: { run: { ...words, language: { value: language } }, paragraph },
      title: {
        run: { font: FONT, size: title, bold: true, color: COLOURS.deep },
        paragraph: { keepNext: true, spacing: { after: above(10) } },
      },
      heading1: heading(0),
      heading2: heading(1),
      heading3: heading(2),
      heading4: heading(3),
      caption: {
        run: { font: FONT, size: body, bold: true, italics: false, color: COLOURS.ink },
        paragraph: { keepNext: true, spacing: { before: above(7), after: above(4) } },
      },
    },
    paragraphStyles: [
      {
        id: 'Subtitle',
        name: 'Subtitle',
        basedOn: 'Normal',
        run: { size: caption, color: COLOURS.soft },
        paragraph: { keepNext: true, spacing: { after: above(2) } },
      },
      {
        id: 'Remark',
        name: 'Remark',
        basedOn: 'Normal',
        quickFormat: true,
        run: { color: COLOURS.ink },
        paragraph: {
          shading: { type: 'clear', color: 'auto', fill: COLOURS.sand },
          indent: { left: 120, right: 120 },
          spacing: { before: above(4), after: above(7) },
        },
      },
      { id: 'Label', name: 'Label', basedOn: 'Normal', run: { color: COLOURS.soft } },
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        run: { size: sizesOf(isShort).table },
        paragraph: { spacing: { before: above(2), after: above(2), line: isShort ? 240 : 252, lineRule: 'auto' } },
      },
      {
        id: 'Gap',
        name: 'Gap',
        basedOn: 'Normal',
        run: { size: 2 },
        paragraph: { spacing: { after: above(7), line: 20, lineRule: 'exact' } },
      },
      {
        id: 'ContentsTitle',
        name: 'Contents Title',
        basedOn: 'Normal',
        run: { size: headings[1], bold: true, color: COLOURS.deep },
        paragraph: { keepNext: true, spacing: { before: above(14), after: above(5) } },
      },
      {
        id: 'Edge',
        name: 'Page Edge',
        basedOn: 'Normal',
        run: { size: 17, color: COLOURS.soft },
        paragraph: { spacing: { after: 0 } },
      },
    ],
  };
}
