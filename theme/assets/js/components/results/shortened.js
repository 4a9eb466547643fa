/**
 * What is long on the page shows its beginning, and the rest in a fold. Copies are drawn without this, and are whole.
 *
 * @typedef {import('../../report/blocks.js').Block} Block
 * @typedef {import('../../report/report.js').Part} Part
 */
import { text } from '../../catalogue.js';
import { fold } from '../fold.js';
import { isNarrow } from '../narrow.js';

/** What is longer than `many` shows the `first` few. */
const FINDINGS = { many: 10, first: 8 };
const LINES = { many: 6, first: 4 };

/** Longer tables are there to be looked up. */
const LONG_LIST = 8;
const LONG_GRID = 12;
/** On a narrow screen the cells of a row stand below each other: a few rows fill it. */
const LONG_STACK = 3;

/**
 * The words for a part that is folded as a whole, for it would stand in the way of what follows; null where it is not.
 * @param {Part} part
 * @param {Block[]} blocks
 */
export function foldLabel({ part, sections = [] }, blocks) {
  if (part === 'answers') return sections.length > 0 ? text('results.show_answers') : null;
  const [table] = blocks;
  const isList = part === 'list' && table?.type === 'table';
  // On a narrow screen the cells of a row stand below each other.
  const isTallGrid = table?.type === 'grid' && isNarrow();
  const count = isList || isTallGrid ? table.rows.length : 0;
  return count > (isList ? LONG_LIST : LONG_GRID) ? text('results.show_list', { count }) : null;
}

/**
 * @param {DocumentFragment} $blocks  a node for each block
 * @param {Block[]} blocks
 * @param {boolean} [open]  whether the findings were
 */
export function shorten($blocks, blocks, open) {
  for (const $lines of $blocks.querySelectorAll('.app-reasons')) shortenLines(/** @type {HTMLElement} */ ($lines));
  const end = blocks.findIndex(({ type }) => type !== 'finding');
  const $findings = [...$blocks.children].slice(0, end < 0 ? undefined : end);
  if ($findings.length > FINDINGS.many) foldAway($findings.slice(FINDINGS.first), open);
}

/**
 * Of several tables each that is long is folded, under its caption.
 * @param {DocumentFragment} $blocks  a node for each block
 * @param {Block[]} blocks
 * @param {(label: string) => boolean} isOpen
 */
export function foldTables($blocks, blocks, isOpen) {
  const $nodes = [...$blocks.children];
  blocks.forEach((block, index) => {
    if (block.type !== 'table' || block.rows.length <= (isNarrow() ? LONG_STACK : LONG_LIST)) return;
    const label = text('changes.table', { caption: block.caption, count: block.rows.length });
    const $fold = fold(label, null, { open: isOpen(label) });
    $nodes[index].before($fold);
    $fold.lastElementChild?.append($nodes[index]);
  });
}

/**
 * The rest is a list of its own, which goes on counting.
 * @param {HTMLElement} $lines
 */
function shortenLines($lines) {
  if ($lines.children.length <= LINES.many) return;
  const $rest = /** @type {HTMLElement} */ ($lines.cloneNode(false));
  if ($lines.matches('ol')) $rest.setAttribute('start', String(LINES.first + 1));
  $rest.append(...[...$lines.children].slice(LINES.first));
  $lines.after($rest);
  foldAway([$rest], false, $rest.children.length);
}

/**
 * @param {Element[]} $more
 * @param {boolean} [open]
 * @param {number} [count]
 */
function foldAway($more, open, count = $more.length) {
  const $fold = fold(text('results.more', { count }), null, { open });
  $more[0].before($fold);
  $fold.lastElementChild?.append(...$more);
}
