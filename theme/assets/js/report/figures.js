/**
 * Figures: drawings in SVG, their words in HTML, so that the words keep their size on every screen.
 *
 * Sizes and places are attributes and colours are classes: the page's policy allows no inline style.
 * A figure is one image to a screen reader, with a text that says the same.
 *
 * @typedef {import('./blocks.js').Mark} Mark
 * @typedef {import('./blocks.js').BlockOf<'figure'>} FigureBlock
 */
import { element, svgElement } from './element.js';
import { byGroup } from './mark-groups.js';
import { stepsAxis, stepsRows, stepsStrip } from './steps-drawing.js';

/** @type {Record<string, (marks: Mark[]) => HTMLElement[]>} */
const DRAWINGS = { bars, levels, steps };

/** @param {FigureBlock} figure */
export function renderFigure({ kind, title, marks, alternative }) {
  const $caption = title && element('figcaption', { class: 'app-figure__caption' }, title);
  if (!Object.hasOwn(DRAWINGS, kind)) {
    return element('figure', { class: 'app-figure' }, $caption, element('p', { class: 'govuk-body' }, alternative));
  }
  const attributes = { class: `app-${kind}`, role: 'img', 'aria-label': alternative };
  return element('figure', { class: 'app-figure' }, $caption, element('div', attributes, ...DRAWINGS[kind](marks)));
}

const BAR = { length: 100, height: 10 };

/**
 * A row each: its name, a bar as long as its share of the maximum, its value in words.
 * @param {Mark[]} marks
 */
function bars(marks) {
  return marks.map((mark) =>
    element(
      'div',
      { class: 'app-bars__row' },
      element('span', { class: 'app-bars__label' }, mark.label),
      barDrawing(mark),
      element('span', { class: 'app-bars__value' }, mark.text),
    ),
  );
}

/** @param {Mark} mark */
export function barDrawing(mark) {
  const { length, height } = BAR;
  return svgElement(
    'svg',
    { class: 'app-bars__bar', viewBox: `0 0 ${length} ${height}`, preserveAspectRatio: 'none' },
    svgElement('rect', { class: 'app-bars__track', width: length, height }),
    svgElement('rect', { class: 'app-bars__fill', 'data-tone': mark.tone, width: length * share(mark), height }),
  );
}

const TILE = { width: 36, height: 36, inset: 1.5, line: 18 };

/**
 * A row for each group, a tile for each mark, filled from below as far as it has come.
 * @param {Mark[]} marks
 */
function levels(marks) {
  return [...byGroup(marks)].map(([group, members]) =>
    element(
      'div',
      { class: 'app-levels__row' },
      element('span', { class: 'app-levels__label' }, group),
      element('span', { class: 'app-levels__tiles' }, ...members.map(levelTile)),
    ),
  );
}

/** @param {Mark} mark */
export function levelTile(mark) {
  const { width, height, inset, line } = TILE;
  const inner = { x: inset, width: width - 2 * inset };
  const full = height - 2 * inset;
  const filled = full * share(mark);
  const centre = { x: width / 2, 'text-anchor': 'middle' };
  return svgElement(
    'svg',
    { class: 'app-levels__tile', width, height: height + line, 'data-tone': mark.tone ?? 'none' },
    svgElement('title', {}, `${mark.label}: ${mark.text}`),
    svgElement('rect', { class: 'app-levels__empty', y: inset, height: full, rx: 4, ...inner }),
    svgElement('rect', { class: 'app-levels__fill', y: inset + full - filled, height: filled, rx: 3, ...inner }),
    mark.tone === 'unsure' && svgElement('text', { class: 'app-levels__unsure', y: height * 0.66, ...centre }, '?'),
    svgElement('text', { class: 'app-levels__code', y: height + line - 4, ...centre }, mark.label),
  );
}

/**
 * A row for each thing: its name, its steps from date to date, and what it was in words.
 * @param {Mark[]} marks
 */
function steps(marks) {
  const rows = stepsRows(marks);
  return [
    element('div', { class: 'app-steps__row app-steps__row--dates' }, element('span'), stepsAxis(rows[0].members)),
    ...rows.map(({ label, members, words }) =>
      element(
        'div',
        { class: 'app-steps__row' },
        element('span', { class: 'app-steps__label' }, label),
        stepsStrip(members),
        element('span', { class: 'app-steps__words' }, words),
      ),
    ),
  ];
}

/** @param {Mark} mark */
function share({ value, maximum }) {
  return maximum > 0 ? Math.min(Math.max(value / maximum, 0), 1) : 0;
}
