/**
 * The rows of the entries at one place, under their headings: put in order, filled, and touched only where something
 * has changed.
 *
 * Owns the markup around the lines. What a line says and what its buttons do is its owner's.
 *
 * @typedef {import('../../definition.js').Item} Item
 * @typedef {import('../../entry-groups.js').EntryGroup} EntryGroup
 * @typedef {import('./entry-line.js').Line} Line
 * @typedef {import('./entry-line.js').Tool} Tool
 *
 * @typedef {object} Owner
 * @property {(id: string) => Pick<Line, 'name' | 'facts' | 'standing' | 'isOpen' | 'isFull'>} line
 * @property {(tool: Tool, id: string) => void} use
 */
import { text } from '../../catalogue.js';
import { codedTitle } from '../../definition.js';
import { hasEntry } from '../../draft/draft.js';
import { entryGroups } from '../../entry-groups.js';
import { element } from '../../report/element.js';
import { entryLine } from './entry-line.js';
import { twins } from './entry-name.js';

/** How many rows are laid out wherever they are. */
const NEAR = 40;

export class EntryRows {
  /** @type {Map<string, HTMLElement>} */
  #$rows = new Map();

  /** Where the rows of each group stand. @type {Map<string, HTMLElement>} */
  #$groups = new Map();

  /**
   * The group of each row, and which of its entries are there: not removed.
   * @type {Map<string, {id: string, there: string[]}>}
   */
  #groupOf = new Map();

  /**
   * Removed during this visit, by id, with their names: a line in their place offers them back, for as long as the
   * page stands.
   * @type {Map<string, string>}
   */
  #removed = new Map();

  /** Names that several of those shown here have. @type {Set<string>} */
  #twins = new Set();

  /** The one that stays in its group for now, whatever its answers say. @type {string | null} */
  pinned = null;

  /**
   * @param {HTMLElement} $root
   * @param {Item} list
   * @param {Owner} owner
   */
  constructor($root, list, owner) {
    this.list = list;
    this.owner = owner;
    this.$list = /** @type {HTMLElement} */ ($root.querySelector('[data-entry-list]'));
    this.$empty = element('p', { class: 'govuk-hint' }, text('question.no_entries'));
    this.$list.before(this.$empty);
  }

  /** @param {string} id */
  $row(id) {
    return this.#$rows.get(id) ?? null;
  }

  /**
   * The entries that one is shown with, in order; those that were removed are not among them.
   * @param {string} id
   */
  among(id) {
    return this.#groupOf.get(id)?.there ?? [];
  }

  /**
   * @param {string} id
   * @param {string} name
   */
  setRemoved(id, name) {
    this.#removed.set(id, name);
  }

  /** Another draft is at hand. */
  clear() {
    this.#removed.clear();
    this.#$rows.clear();
    this.#$groups.clear();
    this.#groupOf.clear();
    this.$list.replaceChildren();
  }

  /**
   * @param {string} id
   * @param {Tool} tool
   */
  focus(id, tool) {
    const $tool = this.#$rows.get(id)?.querySelector(`[data-tool="${tool}"]`);
    /** @type {HTMLElement | null | undefined} */ ($tool)?.focus();
  }

  /**
   * Bring the rows into order, as the answers stand.
   * @param {import('../../response.js').Evaluation} evaluation
   * @param {string} path  of the list or the view that is shown
   */
  arrange(evaluation, path) {
    const groups = entryGroups(evaluation, path, this.#kept(evaluation));
    this.#groupOf.clear();
    for (const { id: group, ids } of groups) {
      const there = ids.filter((id) => !this.#removed.has(id));
      for (const id of ids) this.#groupOf.set(id, { id: group, there });
    }
    for (const [id, $row] of this.#$rows) {
      if (this.#groupOf.has(id)) continue;
      $row.remove();
      this.#$rows.delete(id);
    }
    this.#twins = twins([...this.#groupOf.keys()].map((id) => this.#removed.get(id) ?? this.owner.line(id).name));
    let position = 0;
    for (const group of groups) {
      const $group = this.#$group(group, evaluation, groups.length > 1);
      group.ids.forEach((id, index) => {
        const $row = this.#$rows.get(id) ?? this.#newRow(id);
        const $present = $group.children[index];
        if ($present !== $row) $group.insertBefore($row, $present ?? null);
        $row.classList.toggle('app-entry--far', position >= NEAR);
        position += 1;
        this.fill(id);
      });
    }
    this.$empty.hidden = this.#$rows.size > 0;
  }

  /** @param {import('../../response.js').Evaluation} evaluation */
  #kept({ draft }) {
    const isThere = (/** @type {string} */ id) => hasEntry(draft, this.list.id, id);
    for (const id of this.#removed.keys()) {
      if (isThere(id)) this.#removed.delete(id);
    }
    const pinned = this.pinned !== null && isThere(this.pinned) ? [this.pinned] : [];
    return new Map([...this.#removed.keys(), ...pinned].map((id) => [id, this.#groupOf.get(id)?.id ?? '']));
  }

  /**
   * @param {EntryGroup} group
   * @param {import('../../response.js').Evaluation} evaluation
   * @param {boolean} isOneOfSeveral
   */
  #$group({ id, view, ids }, { definition }, isOneOfSeveral) {
    // Which of the two holds the rows is what a screen reader is to count.
    this.$list.setAttribute('role', isOneOfSeveral ? 'presentation' : 'list');
    if (!isOneOfSeveral) return this.$list;
    let $rows = this.#$groups.get(id);
    if (!$rows) {
      const section = view && definition.locate(view.path)?.section;
      const title = section ? codedTitle(section) : text('entries.in_no_group');
      $rows = element('div', { role: 'list' });
      this.#$groups.set(id, $rows);
      this.$list.append(
        element('div', { class: 'app-entries__group' }, element('h3', { class: 'govuk-heading-s' }, title), $rows),
      );
    }
    /** @type {HTMLElement} */ ($rows.parentElement).hidden = ids.length === 0;
    return $rows;
  }

  /** @param {string} id */
  #newRow(id) {
    const $row = element('div', { class: 'app-entry', role: 'listitem', 'data-entry': id });
    this.#$rows.set(id, $row);
    return $row;
  }

  /**
   * A row's line, made anew when what it says has changed.
   * @param {string} id
   */
  fill(id) {
    const $row = this.#$rows.get(id);
    if (!$row) return;
    const line = this.#line(id);
    const state = JSON.stringify(line);
    if ($row.dataset.state === state) return;
    $row.dataset.state = state;
    $row.classList.toggle('app-entry--removed', line.isRemoved);
    $row.classList.toggle('app-entry--open', line.isOpen);
    const $line = entryLine(line, (tool) => this.owner.use(tool, id));
    const $before = $row.querySelector(':scope > .app-entry__line');
    // In its place: a new neighbour would have the open form beneath it styled afresh at every key.
    if ($before) $before.replaceChildren(...$line.childNodes);
    else $row.prepend($line);
  }

  /**
   * @param {string} id
   * @returns {Line}
   */
  #line(id) {
    const removed = this.#removed.get(id);
    const ends = { isFirst: false, isLast: false };
    if (removed !== undefined) {
      return { name: removed, facts: '', isTwin: false, standing: null, isOpen: false, isFull: false, isRemoved: true, ...ends };
    }
    const among = this.among(id);
    const line = this.owner.line(id);
    const isTwin = this.#twins.has(line.name);
    return { ...line, isTwin, isRemoved: false, isFirst: among[0] === id, isLast: among.at(-1) === id };
  }
}
