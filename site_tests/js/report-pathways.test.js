/** Pathways: the list says everything, and the drawing can be read. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { layoutPathways, wrapped } from '../../theme/assets/js/report/pathway-layout.js';
import { depths, orderInLanes } from '../../theme/assets/js/report/pathway-order.js';
import { pointOn } from '../../theme/assets/js/report/pathway-routes.js';
import { pathwaysBlocks } from '../../theme/assets/js/report/pathways.js';
import { streetSource } from './support/street.js';
import { useEnglish } from './support/workshop.js';

before(useEnglish);

const PART = {
  id: 'p',
  part: 'pathways',
  title: 'Swaps',
  private: null,
  entries: 'swaps',
  from: 'give',
  to: 'take',
  kind: 'how',
  lanes: 'uses',
  text: ['when'],
};

test('The list holds every step in words, those that lack an end too', () => {
  const list = /** @type {any} */ (pathwaysBlocks(PART, streetSource()).at(-1));

  assert.deepEqual(list.items.map(({ text }) => text), [
    'Lent: from Saw to Glue (Sundays)',
    'Given: from Glue to Saw',
    'Lent: from Knife to Not answered',
  ]);
});

test('The drawing has the steps whose ends are known, by the numbers of the list', () => {
  const [drawing] = /** @type {any[]} */ (pathwaysBlocks(PART, streetSource()));

  assert.deepEqual(drawing.lanes, ['Cut', 'Fix']);
  assert.deepEqual(drawing.boxes, [
    { label: 'Saw', note: '', lane: 0 },
    { label: 'Glue', note: '', lane: 1 },
  ]);
  assert.deepEqual(drawing.arrows, [
    { from: 0, to: 1, kind: 0, label: '1 Lent' },
    { from: 1, to: 0, kind: 1, label: '2 Given' },
  ]);
});

test('What stands in several lanes stands in the last and says so; what stands in none comes after them', () => {
  const source = streetSource({ 'swaps/three/take': 'thing' });
  const [{ lanes, boxes }] = /** @type {any[]} */ (pathwaysBlocks(PART, source));

  assert.deepEqual(lanes, ['Cut', 'Fix', 'Not answered']);
  assert.deepEqual(boxes.slice(2), [
    { label: 'Knife', note: 'Cut, Fix', lane: 1 },
    { label: 'Tool 4', note: '', lane: 2 },
  ]);
});

test('Without a question for lanes, boxes stand by how many steps they are from a start', () => {
  assert.deepEqual(depths(4, [{ from: 0, to: 1 }, { from: 1, to: 2 }, { from: 3, to: 2 }]), [0, 1, 1, 0]);
  assert.deepEqual(depths(2, [{ from: 0, to: 1 }, { from: 1, to: 0 }]), [0, 1]);
});

test('Boxes are ordered so that simple ways do not cross', () => {
  const ways = [{ from: 0, to: 3 }, { from: 1, to: 4 }, { from: 2, to: 5 }, { from: 6, to: 5 }];
  const [left, right] = orderInLanes([0, 0, 0, 1, 1, 1, 0], [ways[0], { from: 4, to: 1 }, ...ways.slice(2)]);

  const ends = ways.map(({ from, to }) => [left.indexOf(from), right.indexOf(to)]).sort(([a], [b]) => a - b);
  assert.deepEqual(ends.map(([, to]) => to), [...ends.map(([, to]) => to)].sort((a, b) => a - b));
});

test('A way from a thing to itself is in the list and not drawn', () => {
  const source = streetSource({ 'swaps/one/take': 'saw', 'swaps/two/take': 'glue' });

  assert.deepEqual(pathwaysBlocks(PART, source).map(({ type }) => type), ['list']);
});

test('Long names are wrapped and cut, and no word is lost before the cut', () => {
  assert.deepEqual(wrapped('Health visiting for every family', 16, 3), ['Health visiting', 'for every family']);
  assert.deepEqual(wrapped('aaaaaaaaaaaa', 5, 2), ['aaaaa', 'aaaa…']);
  assert.deepEqual(wrapped('one', 5, 2), ['one']);
});

const drawings = fc
  .record({ lanes: fc.integer({ min: 1, max: 4 }), boxes: fc.integer({ min: 2, max: 14 }) })
  .chain(({ lanes, boxes }) =>
    fc.record({
      lanes: fc.constant(Array(lanes).fill('A lane')),
      boxes: fc.array(
        fc.record({ label: fc.string({ maxLength: 120 }), note: fc.constant(''), lane: fc.nat(lanes - 1) }),
        { minLength: boxes, maxLength: boxes },
      ),
      arrows: fc.array(
        fc
          .record({
            from: fc.nat(boxes - 1),
            to: fc.nat(boxes - 1),
            kind: fc.integer({ min: -1, max: 6 }),
            label: fc.constant('1 Way'),
          })
          .filter(({ from, to }) => from !== to),
        { maxLength: 25 },
      ),
    }),
  );

test('However many there are, boxes lie within the drawing, in their lane, and never on one another', () => {
  fc.assert(
    fc.property(drawings, (drawing) => {
      const { width, height, lanes, boxes, arrows } = layoutPathways(drawing);
      assert.equal(arrows.length, drawing.arrows.length);
      boxes.forEach((box, index) => {
        const lane = lanes[drawing.boxes[index].lane];
        assert.ok(box.x >= lane.x && box.x + box.width <= lane.x + lane.width);
        assert.ok(box.y >= 0 && box.y + box.height <= height && box.x + box.width <= width);
        for (const other of boxes.slice(index + 1)) {
          const apart = box.x !== other.x || box.y + box.height <= other.y || other.y + other.height <= box.y;
          assert.ok(apart);
        }
      });
      for (const { curve, head } of arrows) assert.doesNotMatch(curve + head, /NaN|undefined|Infinity/);
    }),
    { numRuns: 60 },
  );
});

/** The curves of an arrow, as they are drawn. */
function routeIn(curve) {
  const numbers = curve.match(/-?[\d.]+/g).map(Number);
  const points = Array.from({ length: numbers.length / 2 }, (_, at) => ({ x: numbers[2 * at], y: numbers[2 * at + 1] }));
  return Array.from({ length: (points.length - 1) / 3 }, (_, at) => points.slice(3 * at, 3 * at + 4));
}

test('An arrow never runs behind a box', () => {
  fc.assert(
    fc.property(drawings, (drawing) => {
      const { boxes, arrows } = layoutPathways(drawing);
      for (const { curve } of arrows) {
        const route = /** @type {any} */ (routeIn(curve));
        for (let step = 0; step <= 40; step += 1) {
          const { x, y } = pointOn(route, step / 40);
          const inside = boxes.find(
            (box) => x > box.x + 1 && x < box.x + box.width - 1 && y > box.y + 1 && y < box.y + box.height - 1,
          );
          assert.equal(inside, undefined);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test('A step that is not there yet is drawn open, and says so', () => {
  const part = { ...PART, open_when: { item: 'swaps/*/how', is: 'given' } };
  const [drawing] = /** @type {any[]} */ (pathwaysBlocks(part, streetSource()));

  assert.deepEqual(drawing.arrows, [
    { from: 0, to: 1, kind: 0, label: '1 Lent' },
    { from: 1, to: 0, kind: 1, label: '2 Given, not there yet', open: true },
  ]);
  assert.deepEqual(layoutPathways(drawing).arrows.map(({ open }) => open), [false, true]);
});
