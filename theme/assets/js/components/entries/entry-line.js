/**
 * The line of one entry: its name, what else it says, how complete it is, and what can be done with it.
 *
 * @typedef {'edit' | 'duplicate' | 'up' | 'down' | 'remove' | 'undo'} Tool
 *
 * @typedef {object} Line
 * @property {string} name
 * @property {string} facts
 * @property {boolean} isTwin  another here has the same name
 * @property {import('./entry-words.js').Words['standing']} standing
 * @property {boolean} isOpen
 * @property {boolean} isRemoved
 * @property {boolean} isFirst
 * @property {boolean} isLast
 * @property {boolean} isFull  no further entry may be added
 */
import { text } from '../../catalogue.js';
import { element, linkButton, spoken } from '../../report/element.js';

/** The id of the name of the entry that is open: one is, at a time. */
export const OPEN_NAME = 'open-entry-name';

/**
 * @param {Line} line
 * @param {(tool: Tool) => void} use
 */
export function entryLine(line, use) {
  const { name, facts, standing, isOpen, isRemoved } = line;
  return element(
    'div',
    { class: 'app-entry__line' },
    element('strong', { class: 'app-entry__name', id: isOpen && OPEN_NAME }, isRemoved ? text('entries.removed', { name }) : name),
    facts !== '' && !isOpen && !isRemoved && element('span', { class: 'app-entry__facts' }, facts),
    standing &&
      !isRemoved &&
      element('span', { class: `app-entry__standing app-entry__standing--${standing.status}` }, standing.text),
    element('span', { class: 'app-entry__tools' }, ...toolsOf(line).map((tool) => toolButton(line, tool, use))),
  );
}

/**
 * @param {Line} line
 * @returns {Tool[]}
 */
function toolsOf({ isOpen, isRemoved, isFull }) {
  if (isRemoved) return ['undo'];
  /** @type {Tool[]} */
  const tools = ['edit', 'duplicate', 'up', 'down', 'remove'];
  return tools.filter((tool) => !(isOpen && tool === 'edit') && !(isFull && tool === 'duplicate'));
}

/**
 * A button that cannot be used just now keeps its place and the focus that is on it.
 * @param {Line} line
 * @param {Tool} tool
 * @param {(tool: Tool) => void} use
 */
function toolButton({ name, facts, isTwin, isFirst, isLast }, tool, use) {
  const unavailable = (tool === 'up' && isFirst) || (tool === 'down' && isLast);
  const $button = linkButton(labelOf(tool), () => unavailable || use(tool), {
    'data-tool': tool,
    'aria-disabled': unavailable && 'true',
  });
  // Many buttons of the same words are told apart by what a screen reader adds.
  const told = isTwin && facts !== '' ? text('entries.told_apart', { name, facts }) : name;
  $button.append(spoken(`: ${told}`));
  return $button;
}

/** @param {Tool} tool */
function labelOf(tool) {
  switch (tool) {
    case 'edit':
      return text('entries.edit');
    case 'duplicate':
      return text('entries.duplicate');
    case 'up':
      return text('entries.up');
    case 'down':
      return text('entries.down');
    case 'remove':
      return text('entries.remove');
    case 'undo':
      return text('entries.undo');
  }
}
