/**
 * The way of an arrow from one box to another: one curve or, where lanes lie between, several that go between the
 * boxes which stand there.
 *
 * Pure, as is the layout that asks for it.
 *
 * @typedef {{x: number, y: number}} Point
 * @typedef {[Point, Point, Point, Point]} Curve  cubic Bézier
 * @typedef {{left: number, right: number, y: number}} Gap  where a lane is crossed, level
 * @typedef {{x: number, y: number, width: number, height: number}} Area
 */

/**
 * Finds where the lanes between two points can be crossed: nearest to the straight line. Each crossing takes its gap a
 * little further, so that several arrows in one gap lie beside each other.
 * @param {Area[]} boxes
 * @param {number} spacing
 */
export function gapFinder(boxes, spacing) {
  /** Boxes of a lane stand at one place. @type {Map<number, Area[]>} */
  const lanes = new Map();
  for (const box of boxes) lanes.set(box.x, [...(lanes.get(box.x) ?? []), box]);
  /** @type {Map<string, number>} */
  const used = new Map();
  return (/** @type {Point} */ start, /** @type {Point} */ end) => {
    const [from, to] = [Math.min(start.x, end.x), Math.max(start.x, end.x)];
    const crossed = [...lanes].filter(([x, [{ width }]]) => x > from && x + width < to).sort(([a], [b]) => a - b);
    const gaps = crossed.map(([x, column]) => {
      const { width } = column[0];
      const straight = start.y + ((x + width / 2 - start.x) / (end.x - start.x)) * (end.y - start.y);
      const { at, room } = nearest(gapsOf(column), straight);
      const key = `${x} ${at}`;
      const count = used.get(key) ?? 0;
      used.set(key, count + 1);
      // On one side of the middle and then on the other, and never out of the gap.
      const shift = Math.ceil(count / 2) * spacing * (count % 2 === 0 ? 1 : -1);
      return { left: x, right: x + width, y: at + Math.max(-room, Math.min(room, shift)) };
    });
    return start.x < end.x ? gaps : gaps.reverse();
  };
}

/**
 * Above, between and below the boxes of a lane.
 * @param {Area[]} column
 */
function gapsOf(column) {
  const sorted = [...column].sort((a, b) => a.y - b.y);
  const [first, last] = [sorted[0], /** @type {Area} */ (sorted.at(-1))];
  const between = sorted.slice(1).map((box, index) => {
    const above = sorted[index].y + sorted[index].height;
    return { at: (above + box.y) / 2, room: Math.max(0, (box.y - above) / 2 - 3) };
  });
  return [{ at: first.y - 10, room: 6 }, ...between, { at: last.y + last.height + 10, room: 6 }];
}

/**
 * @param {{at: number, room: number}[]} gaps
 * @param {number} y
 */
function nearest(gaps, y) {
  return gaps.reduce((best, gap) => (Math.abs(gap.at - y) < Math.abs(best.at - y) ? gap : best));
}

/**
 * @param {Point} start
 * @param {Point} end
 * @param {object} how
 * @param {number} how.outwards  the side on which it leaves: -1 left, 1 right
 * @param {number} how.inwards  the side on which it arrives
 * @param {number} how.bends  how far it goes straight on at least, before it turns
 * @param {Gap[]} how.gaps  in the order in which they are crossed
 * @returns {Curve[]}
 */
export function routeOf(start, end, { outwards, inwards, bends, gaps }) {
  if (gaps.length === 0) {
    const reach = Math.max(bends, Math.abs(end.x - start.x) / 2);
    return [curve(start, outwards * reach, end, inwards * reach)];
  }
  const isRight = end.x > start.x;
  /** @type {Curve[]} */
  const route = [];
  let at = start;
  for (const { left, right, y } of gaps) {
    const [near, far] = isRight ? [left, right] : [right, left];
    route.push(level(at, { x: near, y }), level({ x: near, y }, { x: far, y }));
    at = { x: far, y };
  }
  return [...route, level(at, end)];
}

/**
 * From one point to another, level at both.
 * @param {Point} from
 * @param {Point} to
 */
function level(from, to) {
  const half = (to.x - from.x) / 2;
  return curve(from, half, to, -half);
}

/**
 * @param {Point} from
 * @param {number} out
 * @param {Point} to
 * @param {number} into
 * @returns {Curve}
 */
function curve(from, out, to, into) {
  return [from, { x: from.x + out, y: from.y }, { x: to.x + into, y: to.y }, to];
}

/**
 * A point of a route.
 * @param {Curve[]} route
 * @param {number} share  how far along, 0 to 1
 */
export function pointOn(route, share) {
  const index = Math.min(Math.floor(share * route.length), route.length - 1);
  const [a, b, c, d] = route[index];
  const t = share * route.length - index;
  const rest = 1 - t;
  const at = (/** @type {'x' | 'y'} */ axis) =>
    rest ** 3 * a[axis] + 3 * rest ** 2 * t * b[axis] + 3 * rest * t ** 2 * c[axis] + t ** 3 * d[axis];
  return { x: at('x'), y: at('y') };
}
