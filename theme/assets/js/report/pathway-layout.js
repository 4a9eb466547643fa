/**
 * Where everything stands in a drawing of pathways: lanes side by side, boxes in them, arrows through the gaps between.
 *
 * Pure: a drawing as data in, sizes and places out. An arrow leaves a box on the side of the lane it leads to, and
 * within a lane on the right. Where it crosses a lane, it goes between the boxes there.
 *
 * @typedef {import('./pathways.js').Drawing} Drawing
 * @typedef {import('./pathways.js').Arrow} Arrow
 * @typedef {import('./pathway-routes.js').Curve} Curve
 * @typedef {import('./pathway-routes.js').Point} Point
 * @typedef {Point & {width: number, height: number}} Area
 * @typedef {Area & {title: string}} LaneArea
 * @typedef {Area & {label: string, lines: string[], note: string[]}} BoxArea
 * @typedef {Area & {text: string}} LabelArea
 * @typedef {{kind: number, open: boolean, curve: string, head: string, label: LabelArea}} ArrowPlace
 * @typedef {{width: number, height: number, lanes: LaneArea[], boxes: BoxArea[], arrows: ArrowPlace[]}} Layout
 */
import { orderInLanes } from './pathway-order.js';
import { gapFinder, pointOn, routeOf } from './pathway-routes.js';

const BOX = { width: 200, line: 18, inset: 10, gap: 20, letters: 25, lines: 3 };
const LANE = { gutter: 130, inset: 12, head: 40 };
const ARROW = { reach: 60, loop: 70, head: 9, spread: 16, spacing: 5 };
const LABEL = { letter: 7, inset: 6, height: 20 };
/** Where along its arrow a label stands: at the first of these that is free, or else at the freest. */
const LABEL_PLACES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78, 0.15, 0.85, 0.1, 0.9];

/**
 * @param {Drawing} drawing
 * @returns {Layout}
 */
export function layoutPathways({ lanes, boxes, arrows }) {
  const columns = orderInLanes(boxes.map(({ lane }) => lane), arrows);
  const sides = sidesOf(boxes.map(({ lane }) => lane), arrows);
  const sizes = boxes.map(({ label, note }, box) => {
    const lines = wrapped(label, BOX.letters, BOX.lines);
    const more = note ? wrapped(note, BOX.letters, 2) : [];
    const ends = (/** @type {string} */ side) => sides.filter((one) => one.box === box && one.side === side).length;
    const text = (lines.length + more.length) * BOX.line + 2 * BOX.inset;
    const room = (Math.max(ends('left'), ends('right')) + 1) * ARROW.spread;
    return { label, lines, note: more, height: Math.max(text, room) };
  });
  const heights = columns.map((column) => column.reduce((sum, box) => sum + sizes[box].height + BOX.gap, BOX.gap));
  const head = lanes.some(Boolean) ? LANE.head : 0;
  const height = head + Math.max(0, ...heights);
  const laneWidth = BOX.width + 2 * LANE.inset;

  /** @type {BoxArea[]} */
  const places = Array(boxes.length);
  columns.forEach((column, lane) => {
    let y = head + (height - head - heights[lane]) / 2 + BOX.gap;
    for (const box of column) {
      places[box] = { x: lane * (laneWidth + LANE.gutter) + LANE.inset, y, width: BOX.width, ...sizes[box] };
      y += sizes[box].height + BOX.gap;
    }
  });
  const last = columns.length - 1;
  const hasLoop = arrows.some(({ from, to }) => boxes[from].lane === last && boxes[to].lane === last);
  return {
    width: columns.length * (laneWidth + LANE.gutter) - (hasLoop ? 0 : LANE.gutter),
    height,
    lanes: lanes.map((title, lane) => ({ title, x: lane * (laneWidth + LANE.gutter), y: 0, width: laneWidth, height })),
    boxes: places,
    arrows: placeArrows(arrows, places, sides),
  };
}

/**
 * Two for each arrow, its start and its end: which box, and which side of it.
 * @param {number[]} lanes
 * @param {Arrow[]} arrows
 * @returns {{box: number, other: number, side: 'left' | 'right'}[]}
 */
function sidesOf(lanes, arrows) {
  return arrows.flatMap(({ from, to }) => [
    { box: from, other: to, side: lanes[to] < lanes[from] ? 'left' : 'right' },
    { box: to, other: from, side: lanes[from] < lanes[to] ? 'left' : 'right' },
  ]);
}

/**
 * @param {Arrow[]} arrows
 * @param {BoxArea[]} boxes
 * @param {ReturnType<typeof sidesOf>} ends
 * @returns {ArrowPlace[]}
 */
function placeArrows(arrows, boxes, ends) {
  const middle = (/** @type {number} */ box) => boxes[box].y + boxes[box].height / 2;
  // Arrows on one side of a box share its height, in the order of where they lead to.
  const points = ends.map((end, index) => {
    const { x, y, width, height } = boxes[end.box];
    const neighbours = ends.flatMap((one, at) => (one.box === end.box && one.side === end.side ? [at] : []));
    neighbours.sort((a, b) => middle(ends[a].other) - middle(ends[b].other) || a - b);
    const place = (neighbours.indexOf(index) + 1) / (neighbours.length + 1);
    return { x: end.side === 'left' ? x : x + width, y: y + height * place };
  });
  const gapsBetween = gapFinder(boxes, ARROW.spacing);
  /** @type {Area[]} */
  const taken = [...boxes];
  return arrows.map((arrow, index) => {
    const [start, end] = [points[2 * index], points[2 * index + 1]];
    const [outwards, inwards] = [ends[2 * index], ends[2 * index + 1]].map(({ side }) => (side === 'left' ? -1 : 1));
    const back = { x: end.x + inwards * ARROW.head, y: end.y };
    const bends = start.x === end.x ? ARROW.loop : ARROW.reach;
    const route = routeOf(start, back, { outwards, inwards, bends, gaps: gapsBetween(start, end) });
    const label = labelOn(route, arrow.label, taken);
    taken.push(label);
    const half = ARROW.head / 2;
    return {
      kind: arrow.kind,
      open: arrow.open ?? false,
      curve: `M${spot(start)} ${route.map(([, ...points]) => `C${points.map(spot).join(' ')}`).join(' ')}`,
      head: `M${spot(end)} L${spot({ x: back.x, y: end.y - half })} L${spot({ x: back.x, y: end.y + half })} Z`,
      label,
    };
  });
}

/**
 * @param {Curve[]} route
 * @param {string} text
 * @param {Area[]} taken
 * @returns {LabelArea}
 */
function labelOn(route, text, taken) {
  const width = text.length * LABEL.letter + 2 * LABEL.inset;
  const areas = LABEL_PLACES.map((share) => {
    const { x, y } = pointOn(route, share);
    return { x: x - width / 2, y: y - LABEL.height / 2, width, height: LABEL.height, text };
  });
  const covered = areas.map((area) => taken.reduce((sum, other) => sum + overlap(area, other), 0));
  return areas[covered.indexOf(Math.min(...covered))];
}

/**
 * How much of one is on the other.
 * @param {Area} a
 * @param {Area} b
 */
function overlap(a, b) {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(across, 0) * Math.max(down, 0);
}

/** @param {Point} point */
function spot({ x, y }) {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}

/**
 * Words in lines of so many letters; what does not fit ends in an ellipsis.
 * @param {string} words
 * @param {number} letters
 * @param {number} most
 */
export function wrapped(words, letters, most) {
  const pieces = words.split(/\s+/).flatMap((word) => word.match(new RegExp(`.{1,${letters}}`, 'gsu')) ?? []);
  /** @type {string[]} */
  const lines = [];
  for (const piece of pieces) {
    const longer = `${lines.at(-1)} ${piece}`;
    if (lines.length > 0 && longer.length <= letters) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${[...lines[most - 1]].slice(0, letters - 1).join('')}…`];
}
