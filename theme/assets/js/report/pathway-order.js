/**
 * The order of boxes in a drawing of ways between them: who stands in which lane where nobody says, and who above whom.
 *
 * Pure: numbers in, numbers out.
 *
 * @typedef {{from: number, to: number}} Way
 */

/** So many passes untangle what can be untangled simply. */
const PASSES = 4;

/**
 * How many steps each box is from the nearest start: a box that nothing leads to or, in a circle, the first of it.
 * @param {number} count  of boxes
 * @param {Way[]} ways
 * @returns {number[]}
 */
export function depths(count, ways) {
  const all = [...Array(count).keys()];
  const depth = all.map(() => -1);
  const starts = all.filter((box) => !ways.some(({ to }) => to === box));
  for (const queue of [starts, ...all.map((box) => [box])]) {
    for (const start of queue) depth[start] = Math.max(depth[start], 0);
    for (let box = queue.shift(); box !== undefined; box = queue.shift()) {
      for (const { from, to } of ways) {
        if (from !== box || depth[to] >= 0) continue;
        depth[to] = depth[box] + 1;
        queue.push(to);
      }
    }
  }
  return depth;
}

/**
 * The boxes of each lane from top to bottom, each near those it is joined to in other lanes, so that fewer ways cross.
 * @param {number[]} lanes  the lane of each box
 * @param {Way[]} ways
 * @returns {number[][]}
 */
export function orderInLanes(lanes, ways) {
  /** @type {number[][]} */
  const columns = Array.from({ length: Math.max(-1, ...lanes) + 1 }, () => []);
  lanes.forEach((lane, box) => columns[lane].push(box));
  const joined = lanes.map((lane, box) =>
    ways
      .flatMap(({ from, to }) => (from === box ? [to] : to === box ? [from] : []))
      .filter((other) => lanes[other] !== lane),
  );
  /** @type {Map<number, number>} */
  const heights = new Map();
  const heightOf = (/** @type {number} */ box) => heights.get(box) ?? 0;
  const measure = (/** @type {number[]} */ column) =>
    column.forEach((box, index) => heights.set(box, (index + 0.5) / column.length));
  columns.forEach(measure);
  for (let pass = 0; pass < PASSES; pass += 1) {
    // There and back: each pass goes by the lanes in the other direction.
    for (const column of pass % 2 === 0 ? columns : [...columns].reverse()) {
      const wanted = new Map(column.map((box) => [box, mean(joined[box].map(heightOf)) ?? heightOf(box)]));
      column.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0));
      measure(column);
    }
  }
  return columns;
}

/** @param {number[]} numbers */
function mean(numbers) {
  return numbers.length > 0 ? numbers.reduce((sum, number) => sum + number, 0) / numbers.length : null;
}
