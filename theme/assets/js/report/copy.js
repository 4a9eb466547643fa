/**
 * Which answers go into a copy: everything into the team's own, no private kinds into one to share.
 *
 * Leaves out rather too much than too little: a sentence that rests on a private answer goes with it.
 *
 * @typedef {import('../definition.js').Definition} Definition
 * @typedef {import('./blocks.js').Block} Block
 * @typedef {import('./blocks.js').Line} Line
 * @typedef {import('./report.js').Part} Part
 * @typedef {import('./source.js').Source} Source
 */
import { text } from '../catalogue.js';
import { pathsIn } from '../condition-paths.js';

/**
 * The private kind of an answer: its question's own, or that of the group or entries it stands in, or that of the
 * text whose line it repeats.
 * @param {Definition} definition
 * @param {string} path
 * @returns {string | null}
 */
export function privateKindOf(definition, path) {
  const place = definition.locate(path);
  if (!place) return null;
  const { item, parent } = place;
  const kind = item.private ?? parent?.private ?? null;
  return kind ?? (item.options_from_text ? privateKindOf(definition, item.options_from_text) : null);
}

/**
 * The source without the answers of these kinds.
 * @param {Source} source
 * @param {Set<string>} leftOut
 * @returns {Source}
 */
export function sourceWithout(source, leftOut) {
  const { definition, response } = source;
  const goes = (/** @type {string} */ path) => isLeftOut(privateKindOf(definition, path), leftOut);
  return {
    definition,
    response: {
      ...response,
      answers: Object.fromEntries(Object.entries(response.answers).filter(([path]) => !goes(path))),
      entries: Object.fromEntries(Object.entries(response.entries).filter(([id]) => !goes(id))),
    },
    isVisible: (path) => !goes(path) && source.isVisible(path),
    isLeftOut: goes,
  };
}

/**
 * Whether what a part shows at all depends on answers that are left out: without them it would say what is not so.
 * @param {Part} part
 * @param {Source} source  as the copy has it
 */
export function isSpoilt(part, { definition, isLeftOut: goes }) {
  // What has changed is told of everything else all the same.
  if (!part.entries || part.part === 'changes') return false;
  const view = definition.item(part.entries);
  const list = view?.of ?? part.entries;
  const children = [part.rows, part.columns, part.from, part.to, ...Object.keys(view?.where ?? {})];
  const paths = [
    part.entries,
    list,
    ...children.flatMap((child) => (child ? [`${list}/*/${child}`] : [])),
    ...pathsIn(part.where ?? null),
    ...pathsIn(part.open_when ?? null),
  ];
  return paths.some((path) => goes(path));
}

/**
 * The blocks without what is of these kinds or rests on answers of these kinds.
 * @param {Block[]} blocks
 * @param {Definition} definition
 * @param {Set<string>} leftOut
 * @returns {Block[]}
 */
export function blocksWithout(blocks, definition, leftOut) {
  /** @param {string | Line} line */
  const stays = (line) =>
    typeof line === 'string' ||
    (!isLeftOut(line.private, leftOut) &&
      !(line.paths ?? []).some((path) => isLeftOut(privateKindOf(definition, path), leftOut)));
  const kept = blocks.filter((block) => !isLeftOut(block.private, leftOut)).flatMap((block) => keep(block, stays));
  return kept.length === blocks.length ? kept : kept.filter(headsSomething);
}

/**
 * What the core made of a response, without what is of these kinds.
 * @param {import('../engine/protocol.js').Evaluation} evaluation
 * @param {Definition} definition
 * @param {Set<string>} leftOut
 */
export function evaluationWithout(evaluation, definition, leftOut) {
  const goes = (/** @type {string} */ id) =>
    definition.data.report.some((part) => part.id === id && isLeftOut(part.private, leftOut));
  const parts = Object.entries(evaluation.parts)
    .filter(([id]) => !goes(id))
    .map(([id, blocks]) => [id, blocksWithout(blocks, definition, leftOut)]);
  return { ...evaluation, parts: Object.fromEntries(parts) };
}

/**
 * The block with the lines that stay. One of which none stays would only tell that there was one.
 * @param {Block} block
 * @param {(line: string | Line) => boolean} stays
 * @returns {Block[]}
 */
function keep(block, stays) {
  if (block.type === 'list') {
    const items = block.items.filter(stays);
    return items.length > 0 ? [{ ...block, items }] : [];
  }
  if (block.type === 'finding') {
    const reasons = block.reasons.filter(stays);
    if (reasons.length === 0 && block.reasons.length > 0) return [];
    return [{ ...block, reasons, ...(block.set_aside && { set_aside: asideReasons(block.set_aside, stays) }) }];
  }
  return [block];
}

/**
 * That a finding was set aside is told wherever the finding is; why, only to those who may read it.
 * @param {Line[]} told
 * @param {(line: Line) => boolean} stays
 * @returns {Line[]}
 */
function asideReasons(told, stays) {
  const kept = told.filter(stays);
  return told.length > 0 && kept.length === 0 ? [{ text: text('export.reason_kept') }] : kept;
}

/**
 * A heading over nothing would tell that something stood there.
 * @param {Block} block
 * @param {number} index
 * @param {Block[]} blocks
 */
function headsSomething(block, index, blocks) {
  if (block.type !== 'heading') return true;
  const next = blocks[index + 1];
  return next !== undefined && (next.type !== 'heading' || next.level > block.level);
}

/**
 * @param {string | null | undefined} kind
 * @param {Set<string>} leftOut
 */
function isLeftOut(kind, leftOut) {
  return kind != null && leftOut.has(kind);
}
