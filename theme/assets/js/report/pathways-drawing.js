/**
 * A drawing of pathways in SVG. The list beside it says the same in words.
 *
 * Sizes and places are attributes and looks are classes: the page's policy allows no inline style.
 *
 * @typedef {import('./blocks.js').BlockOf<'pathways'>} PathwaysBlock
 * @typedef {import('./pathway-layout.js').Area} Area
 * @typedef {import('./pathway-layout.js').ArrowPlace} ArrowPlace
 * @typedef {import('./pathway-layout.js').BoxArea} BoxArea
 * @typedef {import('./pathway-layout.js').LaneArea} LaneArea
 */
import { text } from '../catalogue.js';
import { element, svgElement } from './element.js';
import { layoutPathways } from './pathway-layout.js';

/** Lines differ in as many ways; further kinds begin again. */
const STYLES = 5;
const TEXT = { top: 24, line: 18, base: 13 };

/**
 * @param {PathwaysBlock} block
 * @param {string} id
 */
export function renderPathways(block, id) {
  const { width, height, lanes, boxes, arrows } = layoutPathways(block);
  const name = text('results.pathways_drawing', { title: block.title, boxes: boxes.length, arrows: arrows.length });
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const $drawing = svgElement(
    'svg',
    { class: 'app-pathways', role: 'img', 'aria-labelledby': `${id}-title`, ...size },
    svgElement('title', { id: `${id}-title` }, name),
    ...lanes.map(lane),
    ...arrows.map(arrow),
    ...boxes.map(box),
    ...arrows.map(label),
  );
  return element(
    'figure',
    { class: 'app-figure app-figure--pathways' },
    element('div', { class: 'app-scroll', role: 'group', tabindex: 0, 'aria-label': name }, $drawing),
    element('figcaption', { class: 'govuk-hint' }, text('results.pathways_same')),
  );
}

/** @param {LaneArea} lane */
function lane({ title, ...area }) {
  const middle = { x: area.x + area.width / 2, y: TEXT.top, 'text-anchor': 'middle' };
  return svgElement(
    'g',
    { class: 'app-pathways__lane' },
    svgElement('rect', { ...area, rx: 8 }),
    title && svgElement('text', middle, title),
  );
}

/** @param {BoxArea} box */
function box({ x, y, width, height, label: words, lines, note }) {
  const all = [...lines, ...note];
  const first = y + (height - all.length * TEXT.line) / 2 + TEXT.base;
  const $lines = all.map((line, index) => {
    const middle = { x: x + width / 2, y: first + index * TEXT.line, 'text-anchor': 'middle' };
    return svgElement('text', { ...middle, class: index < lines.length ? null : 'app-pathways__note' }, line);
  });
  return svgElement(
    'g',
    { class: 'app-pathways__box' },
    svgElement('title', {}, words),
    svgElement('rect', { x, y, width, height, rx: 6 }),
    ...$lines,
  );
}

/** @param {ArrowPlace} arrow */
function arrow({ kind, open, curve, head }) {
  const look = open ? 'app-pathways__arrow app-pathways__arrow--open' : 'app-pathways__arrow';
  return svgElement(
    'g',
    { class: look, 'data-kind': kind < 0 ? null : kind % STYLES },
    svgElement('path', { class: 'app-pathways__line', d: curve }),
    svgElement('path', { class: 'app-pathways__head', d: head }),
  );
}

/** @param {ArrowPlace} arrow */
function label({ label: { text: words, ...area } }) {
  const middle = { x: area.x + area.width / 2, y: area.y + TEXT.base + 1, 'text-anchor': 'middle' };
  return svgElement(
    'g',
    { class: 'app-pathways__label' },
    svgElement('rect', { ...area, rx: 4 }),
    svgElement('text', middle, words),
  );
}
