/**
 * Which answers go into a copy: everything into the team's own, no private kinds into one to share.
 *
 * Leaves out rather too much than too little: a sentence that rests on a private answer goes with it.
 *
 * @typedef {import('../definition.js').Definition} Definition
 * @typedef {import('./blocks.js').Block} Block
 * @typedef {import('./blocks.js').Line} Line
 * @typedef {import('./source.js').Source} Source
 */

/**
 * The private kind of an answer: its question's own, or that of the group or entries it stands in.
 * @param {Definition} definition
 * @param {string} path
 */
export function privateKindOf(definition, path) {
  const place = definition.locate(path);
  return place?.item.private ?? place?.parent?.private ?? null;
}

/**
 * The source without the answers of these kinds.
 * @param {Source} source
 * @param {Set<string>} leftOut
 * @returns {Source}
 */
export function sourceWithout(source, leftOut) {
  const { definition, response } = source;
  const stays = (/** @type {string} */ path) => !isLeftOut(privateKindOf(definition, path), leftOut);
  return {
    definition,
    response: {
      ...response,
      answers: Object.fromEntries(Object.entries(response.answers).filter(([path]) => stays(path))),
      entries: Object.fromEntries(Object.entries(response.entries).filter(([id]) => stays(id))),
    },
    isVisible: (path) => stays(path) && source.isVisible(path),
  };
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
  return blocks.filter((block) => !isLeftOut(block.private, leftOut)).flatMap((block) => keep(block, stays));
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
    return reasons.length > 0 || block.reasons.length === 0 ? [{ ...block, reasons }] : [];
  }
  return [block];
}

/**
 * @param {string | null | undefined} kind
 * @param {Set<string>} leftOut
 */
function isLeftOut(kind, leftOut) {
  return kind != null && leftOut.has(kind);
}
