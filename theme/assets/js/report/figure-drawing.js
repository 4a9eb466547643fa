/**
 * A figure as one drawing with its words inside, for documents that hold pictures. On the page the words are HTML.
 *
 * @typedef {import('./blocks.js').BlockOf<'figure'>} FigureBlock
 * @typedef {import('./blocks.js').Mark} Mark
 */
import { svgElement } from './element.js';
import { barDrawing, levelTile } from './figures.js';
import { byGroup } from './mark-groups.js';
import { wrapped } from './pathway-layout.js';
import { AXIS_HEIGHT, STRIP, stepsAxis, stepsRows, stepsStrip } from './steps-drawing.js';

const WIDTH = 640;
const LINE = 19;
const BETWEEN = 10;
const LABEL = { width: 210, letters: 27, lines: 4 };
const BAR = { x: 220, width: 250, height: 14 };
const VALUE = { x: 482, letters: 20 };
const TILE = { x: 220, step: 42, height: 54, inRow: 10 };

/** @type {Record<string, (marks: Mark[]) => {height: number, $parts: SVGElement[]}[]>} */
const ROWS = { bars, levels, steps };

/**
 * @param {FigureBlock} figure
 * @returns {SVGSVGElement | null} null for a kind that there is no drawing of
 */
export function figureDrawing({ kind, marks }) {
  if (!Object.hasOwn(ROWS, kind)) return null;
  let top = 0;
  const $rows = ROWS[kind](marks).map(({ height, $parts }) => {
    const $row = svgElement('g', { transform: `translate(0 ${top})` }, ...$parts);
    top += height + BETWEEN;
    return $row;
  });
  const height = Math.max(top - BETWEEN, 1);
  return svgElement('svg', { width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}` }, ...$rows);
}

/** @param {Mark[]} marks */
function bars(marks) {
  return marks.map((mark) => {
    const label = wrapped(mark.label, LABEL.letters, LABEL.lines);
    const value = wrapped(mark.text, VALUE.letters, LABEL.lines);
    const height = Math.max(label.length, value.length, 1) * LINE;
    const $bar = barDrawing(mark);
    const place = { x: BAR.x, y: (height - BAR.height) / 2, width: BAR.width, height: BAR.height };
    for (const [name, number] of Object.entries(place)) $bar.setAttribute(name, String(number));
    return { height, $parts: [...words(label, 0, height), $bar, ...words(value, VALUE.x, height)] };
  });
}

/** @param {Mark[]} marks */
function levels(marks) {
  return [...byGroup(marks)].map(([group, members]) => {
    const label = wrapped(group, LABEL.letters, LABEL.lines);
    const lines = Math.ceil(members.length / TILE.inRow);
    const height = Math.max(label.length * LINE, lines * TILE.height);
    const $tiles = members.map((mark, index) => {
      const $tile = levelTile(mark);
      $tile.setAttribute('x', String(TILE.x + (index % TILE.inRow) * TILE.step));
      $tile.setAttribute('y', String(Math.floor(index / TILE.inRow) * TILE.height));
      return $tile;
    });
    return { height, $parts: [...words(label, 0, height), ...$tiles] };
  });
}

/** @param {Mark[]} marks */
function steps(marks) {
  const rows = stepsRows(marks);
  const $axis = stepsAxis(rows[0].members);
  $axis.setAttribute('x', String(BAR.x));
  return [
    { height: AXIS_HEIGHT, $parts: [$axis] },
    ...rows.map((row) => {
      const label = wrapped(row.label, LABEL.letters, LABEL.lines);
      const value = wrapped(row.words, VALUE.letters, LABEL.lines);
      const height = Math.max(Math.max(label.length, value.length) * LINE, STRIP.height);
      const $strip = stepsStrip(row.members);
      $strip.setAttribute('x', String(BAR.x));
      $strip.setAttribute('y', String((height - STRIP.height) / 2));
      return { height, $parts: [...words(label, 0, height), $strip, ...words(value, VALUE.x, height)] };
    }),
  ];
}

/**
 * Lines of words, in the middle of so much height.
 * @param {string[]} lines
 * @param {number} x
 * @param {number} height
 */
function words(lines, x, height) {
  const first = (height - lines.length * LINE) / 2 + LINE * 0.75;
  return lines.map((line, index) => svgElement('text', { class: 'app-levels__code', x, y: first + index * LINE }, line));
}
