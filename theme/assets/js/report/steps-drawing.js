/**
 * One thing over time, as steps up and down: a dot for each date, as high as it was, joined by a line.
 *
 * What is not on the scale stands below it: a question mark for an answer beside the scale, a dash for none.
 *
 * @typedef {import('./blocks.js').Mark} Mark
 */
import { svgElement } from './element.js';
import { byGroup } from './mark-groups.js';

export const STRIP = { width: 240, height: 46, edge: 30, top: 8, bottom: 8, dot: 6 };
export const AXIS_HEIGHT = 18;
/** Of more dates than this only the first and the last are named. */
const MOST_LABELS = 4;
/** Of a longer scale only the ends are ruled. */
const MOST_LINES = 7;

/**
 * A row for each thing: what it is called, its marks, and what it was in words, each once while it stayed so.
 * @param {Mark[]} marks
 */
export function stepsRows(marks) {
  return [...byGroup(marks)].map(([label, members]) => {
    const texts = members.map(({ text }) => text);
    return { label, members, words: texts.filter((text, index) => text !== texts[index - 1]).join(' → ') };
  });
}

/** @param {Mark[]} marks  of one thing, the earliest first */
export function stepsStrip(marks) {
  const { width, height } = STRIP;
  const places = marks.map((mark, index) => ({ mark, x: across(index, marks.length), y: upward(mark) }));
  return svgElement(
    'svg',
    { class: 'app-steps__strip', width, height, viewBox: `0 0 ${width} ${height}` },
    ...rules(marks),
    ...joins(places),
    ...places.map((place, index) => point(place, index === places.length - 1)),
  );
}

/** @param {Mark[]} marks  of one thing: the dates are the same for all */
export function stepsAxis(marks) {
  const isNamed = (/** @type {number} */ index) =>
    marks.length <= MOST_LABELS || index === 0 || index === marks.length - 1;
  const $names = marks.map(
    ({ label }, index) =>
      isNamed(index) &&
      svgElement('text', { class: 'app-steps__date', x: across(index, marks.length), y: 13, 'text-anchor': 'middle' }, label),
  );
  const { width } = STRIP;
  const box = { width, height: AXIS_HEIGHT, viewBox: `0 0 ${width} ${AXIS_HEIGHT}` };
  return svgElement('svg', { class: 'app-steps__strip', ...box }, ...$names);
}

/**
 * @param {number} index
 * @param {number} count
 */
function across(index, count) {
  const { width, edge } = STRIP;
  return count < 2 ? width / 2 : edge + (index / (count - 1)) * (width - 2 * edge);
}

/** @param {Mark} mark */
function upward({ value, maximum }) {
  const { height, top, bottom } = STRIP;
  return height - bottom - (maximum > 0 ? value / maximum : 0) * (height - top - bottom);
}

/** @param {Mark} mark */
function isOnScale({ tone }) {
  return tone !== null && tone !== 'unsure';
}

/** @param {Mark[]} marks */
function rules([first]) {
  const steps = first.maximum + 1;
  const values = steps <= MOST_LINES ? Array.from({ length: steps }, (_, value) => value) : [0, first.maximum];
  return values.map((value) => {
    const y = upward({ ...first, value });
    return svgElement('line', { class: 'app-steps__rule', x1: 0, x2: STRIP.width, y1: y, y2: y });
  });
}

/** @param {{mark: Mark, x: number, y: number}[]} places */
function joins(places) {
  return places.slice(1).flatMap((place, index) => {
    const before = places[index];
    if (!isOnScale(before.mark) || !isOnScale(place.mark)) return [];
    return [svgElement('line', { class: 'app-steps__join', x1: before.x, y1: before.y, x2: place.x, y2: place.y })];
  });
}

/**
 * @param {{mark: Mark, x: number, y: number}} place
 * @param {boolean} isLast
 */
function point({ mark, x, y }, isLast) {
  const { height, dot } = STRIP;
  if (!isOnScale(mark)) {
    const attributes = { class: 'app-steps__beside', x, y: height / 2 + 6, 'text-anchor': 'middle' };
    return svgElement('text', attributes, mark.tone === null ? '–' : '?');
  }
  return svgElement('circle', { class: isLast ? 'app-steps__last' : 'app-steps__dot', cx: x, cy: y, r: isLast ? dot + 1 : dot });
}
