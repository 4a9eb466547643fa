/**
 * The report as data: the blocks under each of its parts, for the page and for a copy.
 *
 * Some parts are made here from the answers, the others by the core; who asks need not know which.
 *
 * @typedef {import('../definition.js').Definition} Definition
 * @typedef {import('../engine/protocol.js').Evaluation} Evaluation
 * @typedef {import('./blocks.js').Block} Block
 * @typedef {import('./source.js').Source} Source
 *
 * @typedef {object} Part  As the questionnaire's `report` lists it; the keys after `private` depend on the kind.
 * @property {string} id
 * @property {string} part  its kind
 * @property {string} title
 * @property {string | null} private
 * @property {string[]} [kinds]
 * @property {string | null} [empty]
 * @property {boolean} [suggest]
 * @property {string | null} [dismiss]
 * @property {string[]} [items]
 * @property {string[]} [sections]
 * @property {string} [entries]
 * @property {import('../definition.js').Condition | null} [where]
 * @property {string} [rows]
 * @property {string} [columns]
 * @property {'names' | 'count'} [cell]
 * @property {string} [from]
 * @property {string} [to]
 * @property {string | null} [kind]
 * @property {string | null} [lanes]
 * @property {string[]} [text]
 * @property {import('../definition.js').Condition | null} [open_when]
 * @property {import('../definition.js').Condition | null} [done_when]
 * @property {string[]} [show]
 * @property {string | null} [sort]
 *
 * @typedef {object} Material  What there is to report on.
 * @property {Source} source
 * @property {string} savedAt  when the draft was, as an instant
 * @property {import('./changes/dated.js').Dated[]} compared  other drafts that were opened to compare with
 * @property {Evaluation | null} evaluation  what the core made of the response; null when it has not (yet)
 * @property {boolean} [isPart]  of a draft that holds only some sections
 * @property {boolean} [isShort]  for a shorter version, without what the page keeps folded
 * @property {number | null} [most]  findings or entries in each part, in a shorter version
 *
 * @typedef {Part & {level: number, blocks: Block[] | null}} CopyPart  `level`: of its heading
 */
import { answersBlocks } from './answers.js';
import { changesBlocks } from './changes.js';
import { datedFrom } from './changes/dated.js';
import { blocksWithout, evaluationWithout, isSpoilt, sourceWithout } from './copy.js';
import { entriesBlocks, moreBlocks } from './entries-table.js';
import { glanceBlocks } from './glance.js';
import { gridBlocks } from './grid.js';
import { listBlocks } from './list.js';
import { pathwaysBlocks } from './pathways.js';

/** @type {Record<string, (part: Part, material: Material) => Block[]>} */
const MADE_HERE = {
  heading: () => [],
  glance: (_, { source }) => glanceBlocks(source),
  answers: (part, { source }) => answersBlocks(source, part),
  entries: (part, { source, isShort, most }) => {
    const item = source.definition.item(part.entries ?? '');
    return item && source.isVisible(item.path) ? entriesBlocks(source, item, { isShort, most }) : [];
  },
  grid: (part, { source }) => gridBlocks(part, source),
  list: (part, { source }) => orEmpty(part, listBlocks(part, source)),
  pathways: (part, { source }) => orEmpty(part, pathwaysBlocks(part, source)),
  changes: (part, { compared, ...present }) =>
    compared.length > 0 ? changesBlocks([...compared, datedFrom(present)], part) : [],
};

/**
 * @param {Part} part
 * @param {Block[]} blocks
 * @returns {Block[]}
 */
function orEmpty({ empty }, blocks) {
  return blocks.length > 0 || !empty ? blocks : [{ type: 'note', text: empty }];
}

/** @param {Part} part */
export function needsEngine({ part }) {
  return !Object.hasOwn(MADE_HERE, part);
}

/**
 * Whether the person answers on the page itself what a part shows; only copies then draw it.
 * @param {Part} part
 * @param {Definition} definition
 */
export function isAnsweredHere({ part, sections = [] }, definition) {
  if (part === 'entries') return true;
  const shown = definition.sections.filter(({ id }) => sections.includes(id));
  return part === 'answers' && shown.length > 0 && shown.every(({ place }) => place === 'results');
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
 * The level of the heading of each part: those after a `heading` stand under it.
 * @template {{part: string}} T
 * @param {T[]} parts
 * @returns {(T & {level: number})[]}
 */
export function withLevels(parts) {
  const first = parts.findIndex(({ part }) => part === 'heading');
  const isUnder = (/** @type {T} */ { part }, /** @type {number} */ index) =>
    first >= 0 && index > first && part !== 'heading';
  return parts.map((part, index) => ({ ...part, level: isUnder(part, index) ? 3 : 2 }));
}

/**
 * The parts of a copy: without the private kinds left out, and without parts that have nothing to say.
 * @param {Part[]} parts
 * @param {Material} material
 * @param {Set<string>} leftOut  private kinds
 * @returns {CopyPart[]}
 */
export function copyParts(parts, material, leftOut) {
  const { definition } = material.source;
  const { most = null } = material;
  const without = (/** @type {Pick<Material, 'source' | 'evaluation'>} */ { source, evaluation }) => ({
    source: sourceWithout(source, leftOut),
    evaluation: evaluation && evaluationWithout(evaluation, definition, leftOut),
  });
  const filtered = {
    ...material,
    ...without(material),
    compared: material.compared.map((one) => ({ ...one, ...without(one) })),
  };
  const told = parts
    .filter((part) => part.private === null || !leftOut.has(part.private))
    .filter((part) => !isSpoilt(part, filtered.source))
    .map((part) => {
      const blocks = partBlocks(part, filtered);
      const kept = blocks && blocksWithout(blocks, definition, leftOut);
      return { ...part, blocks: kept && most !== null ? firstFindings(kept, most) : kept };
    })
    .filter(({ part, blocks }) => part === 'heading' || blocks === null || blocks.length > 0);
  return withLevels(told.filter(({ part }, index) => part !== 'heading' || headsPart(told[index + 1])));
}

/**
 * The first findings that stand, and how many more there are. Those set aside come after the others, under a heading.
 * @param {Block[]} blocks
 * @param {number} most
 * @returns {Block[]}
 */
function firstFindings(blocks, most) {
  const end = blocks.findIndex((block) => block.type === 'heading');
  const standing = blocks.slice(0, end < 0 ? undefined : end).filter((block) => block.type === 'finding');
  if (standing.length <= most) return blocks;
  return [...blocks.slice(0, blocks.indexOf(standing[most])), ...moreBlocks(standing.length - most)];
}

/** @param {Part | undefined} next */
function headsPart(next) {
  return next !== undefined && next.part !== 'heading';
}
