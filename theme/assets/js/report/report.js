/**
 * The report as data: the blocks under each of its parts, for the page and for a copy.
 *
 * Some parts are made here from the answers, the others by the core; who asks need not know which.
 *
 * @typedef {import('../engine/protocol.js').Evaluation} Evaluation
 * @typedef {import('./blocks.js').Block} Block
 * @typedef {import('./source.js').Source} Source
 *
 * @typedef {object} Part  As the questionnaire's `report` lists it.
 * @property {string} id
 * @property {string} part  its kind
 * @property {string} title
 * @property {string | null} private
 * @property {string[]} [kinds]
 * @property {boolean} [suggest]
 * @property {string[]} [items]
 * @property {string[]} [sections]
 * @property {string} [entries]
 *
 * @typedef {object} Material  What there is to report on.
 * @property {Source} source
 * @property {Source | null} earlier  an earlier response that was opened to compare with
 * @property {Evaluation | null} evaluation  what the core made of the response; null when it has not (yet)
 */
import { answersBlocks } from './answers.js';
import { changesBlocks } from './changes.js';
import { blocksWithout, sourceWithout } from './copy.js';
import { entriesBlocks } from './entries-table.js';
import { glanceBlocks } from './glance.js';

/** @type {Record<string, (part: Part, material: Material) => Block[]>} */
const MADE_HERE = {
  glance: (_, { source }) => glanceBlocks(source),
  answers: (part, { source }) => answersBlocks(source, part),
  entries: (part, { source }) => {
    const item = source.definition.item(part.entries ?? '');
    return item && source.isVisible(item.path) ? entriesBlocks(source, item) : [];
  },
  changes: (_, { source, earlier }) => (earlier ? changesBlocks(source, earlier) : []),
};

/** @param {Part} part */
export function needsEngine({ part }) {
  return !Object.hasOwn(MADE_HERE, part);
}

/**
 * @param {Part} part
 * @param {Material} material
 * @returns {Block[] | null} null: the core makes it and has not
 */
export function partBlocks(part, material) {
  if (needsEngine(part)) return material.evaluation ? (material.evaluation.parts[part.id] ?? []) : null;
  return MADE_HERE[part.part](part, material);
}

/**
 * The parts of a copy: without the private kinds left out, and without parts that have nothing to say.
 * @param {Part[]} parts
 * @param {Material} material
 * @param {Set<string>} leftOut  private kinds
 */
export function copyParts(parts, material, leftOut) {
  const { definition } = material.source;
  const filtered = {
    ...material,
    source: sourceWithout(material.source, leftOut),
    earlier: material.earlier && sourceWithout(material.earlier, leftOut),
  };
  return parts
    .filter((part) => part.private === null || !leftOut.has(part.private))
    .map((part) => {
      const blocks = partBlocks(part, filtered);
      return { ...part, blocks: blocks && blocksWithout(blocks, definition, leftOut) };
    })
    .filter(({ blocks }) => blocks === null || blocks.length > 0);
}
