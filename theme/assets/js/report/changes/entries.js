/**
 * Lists over time: which entries are new, which are gone, what others answer anew and, in a list of what was to be done,
 * which are done. An entry is known by its id, which it keeps from one year's draft to the next.
 *
 * @typedef {import('../../definition.js').Condition} Condition
 * @typedef {import('../../definition.js').Item} Item
 * @typedef {import('../blocks.js').Block} Block
 * @typedef {import('../source.js').Source} Source
 * @typedef {import('./dated.js').Dated} Dated
 * @typedef {import('./dated.js').Span} Span
 *
 * @typedef {{entries?: string, done_when?: Condition | null}} Done  What is to be done, and when it is.
 *
 * @typedef {object} Listing  A list as it was at one date.
 * @property {Source} source
 * @property {string[]} ids
 * @property {Set<string> | null} done  null where nothing says what is done
 */
import { text } from '../../catalogue.js';
import { pathsIn } from '../../condition-paths.js';
import { codedTitle, concretePath } from '../../definition.js';
import { entriesOf, entriesWhere, entryName } from '../reading.js';
import { answerAt } from '../source.js';
import { datedTable } from './dated-table.js';
import { tally } from './tally.js';

export class ListOverTime {
  /**
   * @param {Item} list
   * @param {Dated[]} dated  in order
   * @param {Condition | null} doneWhen
   */
  constructor(list, dated, doneWhen) {
    this.list = list;
    this.title = codedTitle(list);
    /** @type {Listing[]} */
    this.listings = dated.map(({ source }) => ({
      source,
      ids: entriesOf(source, list.path),
      done: doneWhen && new Set(entriesWhere(source, list.path, doneWhen)),
    }));
  }

  get counts() {
    return this.listings.map(({ ids }) => ids.length);
  }

  get tellsDone() {
    return this.listings[0].done !== null;
  }

  /** How many are done at each date; null where nothing says so. */
  get doneCounts() {
    return this.listings[0].done && this.listings.map(({ done }) => done?.size ?? 0);
  }

  /** @param {Span} span */
  tally({ from, to }) {
    const [then, now] = [this.listings[from], this.listings[to]];
    const stayed = now.ids.filter((id) => then.ids.includes(id));
    const changed = stayed.filter((id) => this.#changedTitles(then, now, id).length > 0).length;
    /** @type {import('./tally.js').Count[]} */
    const cameAndWent = [
      [now.ids.length - stayed.length, (values) => text('changes.n_new', values)],
      [then.ids.length - stayed.length, (values) => text('changes.n_not_listed', values)],
    ];
    if (!now.done) {
      return tally([
        ...cameAndWent,
        [changed, (values) => text('changes.n_changed', values)],
        [stayed.length - changed, (values) => text('changes.n_same', values)],
      ]);
    }
    return tally([
      [now.done.size, (values) => text('changes.n_done', values), true],
      [now.ids.length - now.done.size, (values) => text('changes.n_not_done', values), true],
      ...cameAndWent,
    ]);
  }

  /**
   * The entries in which anything changed; of what was to be done, all of them.
   * @param {string[]} labels
   * @returns {Block[]}
   */
  table(labels) {
    const ids = new Set([...this.listings].reverse().flatMap((listing) => listing.ids));
    const rows = [...ids]
      .map((id) => ({ id, words: this.listings.map((_, index) => this.#wordsAt(index, id)) }))
      .filter(({ words }) => this.listings[0].done || words.slice(1).some((word) => word !== text('changes.same')))
      .map(({ id, words }) => ({ title: this.#nameOf(id), words }));
    return datedTable(this.title, this.title, labels, [], rows);
  }

  /** @param {string} id */
  #nameOf(id) {
    const { source } = /** @type {Listing} */ (this.listings.findLast(({ ids }) => ids.includes(id)));
    return entryName(source, this.list.path, id);
  }

  /**
   * What an entry was at a date, and what had become of it since the one before.
   * @param {number} index
   * @param {string} id
   */
  #wordsAt(index, id) {
    const now = this.listings[index];
    const then = index > 0 ? this.listings[index - 1] : null;
    const was = then?.ids.includes(id) ?? false;
    if (!now.ids.includes(id)) return was ? text('changes.entry_gone') : text('changes.none');
    const titles = then && was ? this.#changedTitles(then, now, id) : [];
    const change = [
      ...(then && !was ? [text('changes.entry_new')] : []),
      ...(titles.length > 0 ? [text('changes.entry_changed', { titles: titles.join('; ') })] : []),
    ];
    if (now.done) return [now.done.has(id) ? text('changes.done') : text('changes.not_done'), ...change].join('\n');
    return change[0] ?? (then ? text('changes.same') : text('changes.listed'));
  }

  /**
   * @param {Listing} then
   * @param {Listing} now
   * @param {string} id
   */
  #changedTitles(then, now, id) {
    const answer = (/** @type {Listing} */ { source }, /** @type {Item} */ child) =>
      JSON.stringify(answerAt(source, concretePath(child.path, id)));
    return (this.list.items ?? []).filter((child) => answer(now, child) !== answer(then, child)).map(({ title }) => title);
  }
}

/**
 * Every list that had an entry at any date. Findings set aside are told of with the findings.
 * @param {Dated[]} dated
 * @param {Done} done
 */
export function listsOverTime(dated, { entries, done_when: doneWhen = null }) {
  const { definition, isLeftOut } = dated[0].source;
  const { data, topItems } = definition;
  // Without the answers that say so, nobody is to read that something was not done.
  const isTold = !pathsIn(doneWhen).some((path) => isLeftOut(path));
  return topItems
    .filter(({ type, path }) => type === 'entries' && !data.report.some(({ dismiss }) => dismiss === path))
    .map((list) => new ListOverTime(list, dated, isTold && list.path === entries ? doneWhen : null))
    .filter(({ counts }) => counts.some((count) => count > 0));
}
