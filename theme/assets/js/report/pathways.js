/**
 * Ways from one entry to another: a drawing, and the same as a list, which is whole by itself.
 *
 * The drawing shows the steps that lead from one known end to another; the list also those that lack one.
 *
 * @typedef {import('../definition.js').Item} Item
 * @typedef {import('./blocks.js').Block} Block
 * @typedef {import('./blocks.js').Line} Line
 * @typedef {import('./report.js').Part} Part
 * @typedef {import('./source.js').Source} Source
 *
 * @typedef {object} Box  What steps lead from and to.
 * @property {string} label
 * @property {string} note  further lanes that it also stands in; mostly empty
 * @property {number} lane  its column
 *
 * @typedef {object} Arrow
 * @property {number} from  a box
 * @property {number} to  a box
 * @property {number} kind  which of the kinds there are; -1 when nobody said
 * @property {string} label
 * @property {boolean} [open]  it is not there yet
 *
 * @typedef {object} Drawing
 * @property {string[]} lanes  their titles, empty where lanes have none
 * @property {Box[]} boxes
 * @property {Arrow[]} arrows
 */
import { text } from '../catalogue.js';
import { concretePath } from '../definition.js';
import { depths } from './pathway-order.js';
import { childOf, entriesOf, entriesWhere, linesAt, optionsOf } from './reading.js';
import { answerAt } from './source.js';

/**
 * @typedef {object} Step
 * @property {number} number  its place in the list
 * @property {string} id
 * @property {string | null} from
 * @property {string | null} to
 * @property {boolean} open
 */

/**
 * @param {Part} part
 * @param {Source} source
 * @returns {Block[]}
 */
export function pathwaysBlocks(part, source) {
  const entries = source.definition.listOf(part.entries ?? '');
  const from = childOf(entries, part.from);
  const to = childOf(entries, part.to);
  if (!entries || !from || !to) return [];
  const open = part.open_when ? entriesWhere(source, part.entries ?? '', part.open_when) : [];
  const steps = entriesOf(source, part.entries ?? '').map((id, index) => ({
    number: index + 1,
    id,
    from: end(source, from, id),
    to: end(source, to, id),
    open: open.includes(id),
  }));
  if (steps.length === 0) return [];

  const kind = childOf(entries, part.kind);
  const texts = (part.text ?? []).flatMap((id) => childOf(entries, id) ?? []);
  const lane = childOf(source.definition.listOf(from.options_from ?? ''), part.lanes);
  const drawing = drawingOf(source, from, lane, kind, steps);
  /** @type {Line[]} */
  const items = steps.map((step) => ({
    text: stepInWords(source, { from, to, kind, texts }, step.id),
    paths: [concretePath(from.path, step.id)],
  }));
  return [
    ...(drawing.arrows.length > 0 ? [/** @type {Block} */ ({ type: 'pathways', title: part.title, ...drawing })] : []),
    { type: 'list', ordered: true, items },
  ];
}

/**
 * @param {Source} source
 * @param {Item} child
 * @param {string} id
 */
function end(source, child, id) {
  const value = answerAt(source, concretePath(child.path, id));
  return value === null ? null : String(value);
}

/**
 * "Step up: from Toy library to Little Steps (Written)".
 * @param {Source} source
 * @param {{from: Item, to: Item, kind: Item | null, texts: Item[]}} children
 * @param {string} id
 */
function stepInWords(source, { from, to, kind, texts }, id) {
  const said = (/** @type {Item | null} */ child) => (child ? linesAt(source, child, id).join(', ') : '');
  const ends = { from: said(from) || text('results.not_answered'), to: said(to) || text('results.not_answered') };
  const way = text('results.pathway_step', ends);
  const more = texts.map(said).filter(Boolean).join('; ');
  const named = said(kind) ? text('results.pathway_kind', { kind: said(kind), step: way }) : way;
  return more ? text('results.pathway_more', { step: named, more }) : named;
}

/**
 * @param {Source} source
 * @param {Item} from
 * @param {Item | null} lane  the question whose options are the lanes
 * @param {Item | null} kind
 * @param {Step[]} steps
 * @returns {Drawing}
 */
function drawingOf(source, from, lane, kind, steps) {
  const drawn = steps.filter((step) => step.from !== null && step.to !== null && step.from !== step.to);
  const ids = [...new Set(drawn.flatMap((step) => [String(step.from), String(step.to)]))];
  const place = new Map(ids.map((id, index) => [id, index]));
  const kinds = kind ? optionsOf(source, kind) : [];
  const arrows = drawn.map((step) => {
    const answer = kind ? answerAt(source, concretePath(kind.path, step.id)) : null;
    const chosen = kinds.findIndex(({ id }) => id === answer);
    const words = chosen < 0 ? '' : ` ${kinds[chosen].label}`;
    const [start, stop] = [place.get(String(step.from)) ?? 0, place.get(String(step.to)) ?? 0];
    const label = `${step.number}${words}`;
    const way = { from: start, to: stop, kind: chosen };
    return step.open ? { ...way, label: text('results.pathway_open', { label }), open: true } : { ...way, label };
  });
  const labels = new Map(optionsOf(source, from).map(({ id, label }) => [id, label]));
  const boxes = ids.map((id) => ({ label: labels.get(id) ?? id, note: '', lane: 0 }));
  if (lane) return { ...inLanes(source, lane, ids, boxes), arrows };
  const lanes = depths(boxes.length, arrows);
  return {
    lanes: lanes.map(() => '').slice(0, Math.max(...lanes, 0) + 1),
    boxes: boxes.map((box, index) => ({ ...box, lane: lanes[index] })),
    arrows,
  };
}

/**
 * Each box stands in the lane of its answer; of several in the last, where the others are told in the box. Lanes in
 * which nothing stands are left out.
 * @param {Source} source
 * @param {Item} lane
 * @param {string[]} ids
 * @param {Box[]} boxes
 */
function inLanes(source, lane, ids, boxes) {
  const options = optionsOf(source, lane);
  const found = ids.map((id) => {
    const answer = [answerAt(source, concretePath(lane.path, id))].flat();
    return options.flatMap((option, index) => (answer.includes(option.id) ? [index] : []));
  });
  const used = [...new Set(found.map((lanes) => lanes.at(-1) ?? options.length))].sort((a, b) => a - b);
  return {
    lanes: used.map((index) => options[index]?.label ?? text('results.not_answered')),
    boxes: boxes.map((box, index) => ({
      ...box,
      lane: used.indexOf(found[index].at(-1) ?? options.length),
      note: found[index].length > 1 ? found[index].map((one) => options[one].label).join(', ') : '',
    })),
  };
}
