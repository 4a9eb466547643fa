/**
 * Findings offered as entries: "make an action of this", beside a finding and as priorities above the plan.
 *
 * Owns which findings are entries already.
 *
 * @typedef {import('../../definition.js').Item} Item
 * @typedef {{id: string, kind: string, title: string}} Suggested
 * @typedef {{finding: Suggested, $tool: HTMLElement, made: boolean, isInList: boolean}} Tool
 */
import { text } from '../../catalogue.js';
import { button, element, heading, spoken } from '../../report/element.js';
import { entryIdFor } from './finding-entry.js';

export class Suggestions {
  /** @type {Tool[]} */
  #tools = [];

  /** The priorities that are drawn, as text to compare with. */
  #drawn = '';

  /**
   * @param {import('../../component.js').App} app
   * @param {Item} entries  the entries item that takes suggestions
   * @param {HTMLElement} $view  the results, in which the part of these entries shows the priorities
   * @param {number} level  of the heading over them
   */
  constructor(app, entries, $view, level) {
    this.app = app;
    this.entries = entries;
    this.level = level;
    this.rule = /** @type {NonNullable<Item['suggest']>} */ (entries.suggest);
    const part = app.definition.data.report.find((one) => one.part === 'entries' && one.entries === entries.id);
    /** What the person knows the entries as. */
    this.list = part?.title ?? entries.title;
    this.$body = part ? $view.querySelector(`[data-report-part="${part.id}"] [data-part-body]`) : null;
  }

  /** @param {Suggested} finding */
  offers({ kind }) {
    return this.rule.kinds.includes(kind);
  }

  /** @param {Suggested} finding */
  isMade(finding) {
    const { draft } = this.app;
    const made = entryIdFor('from', finding);
    return draft.entryIds(this.entries.id).some((id) => {
      const title = draft.value(`${this.entries.id}/${id}/${this.rule.into}`);
      return id === made || title === finding.title;
    });
  }

  /** @param {Suggested} finding */
  make(finding) {
    const { draft } = this.app;
    const id = entryIdFor('from', finding);
    const before = draft.value(`${this.entries.id}/${id}/${this.rule.into}`);
    draft.addEntry(this.entries.id, id, before ? {} : { [this.rule.into]: finding.title });
  }

  /**
   * The button for one finding, or the word that it is made already.
   * @param {Suggested} finding
   * @param {boolean} [isInList]  it stands with the entries, which need not be named
   */
  tool(finding, isInList = false) {
    const made = this.isMade(finding);
    const $tool = element('span', { class: 'app-finding__suggest' });
    const tool = { finding, $tool, made, isInList };
    this.#draw(tool);
    this.#tools.push(tool);
    return $tool;
  }

  /** The draft has changed: bring the buttons up to date. */
  refresh() {
    this.#tools = this.#tools.filter(({ $tool }) => $tool.isConnected);
    for (const tool of this.#tools) {
      const made = this.isMade(tool.finding);
      if (made === tool.made) continue;
      const hadFocus = tool.$tool.contains(document.activeElement);
      tool.made = made;
      this.#draw(tool);
      if (hadFocus) /** @type {HTMLElement} */ (tool.$tool.firstElementChild).focus({ preventScroll: true });
    }
  }

  /**
   * Offer the first findings above the entries.
   * @param {Suggested[]} findings  in order of rank
   */
  showPriorities(findings) {
    if (!this.$body) return;
    const offered = findings.filter((finding) => this.offers(finding)).slice(0, this.rule.most);
    const drawn = JSON.stringify(offered);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    if (offered.length === 0) {
      this.$body.replaceChildren();
      return;
    }
    const $items = offered.map((finding) =>
      element('li', {}, element('span', { class: 'app-lines' }, finding.title), ' ', this.tool(finding, true)),
    );
    this.$body.replaceChildren(
      element(
        'div',
        { class: 'app-suggestions' },
        heading(text('results.priorities_title'), this.level),
        element('ol', { class: 'govuk-list app-suggestions__list' }, ...$items),
      ),
    );
  }

  /** @param {Tool} tool */
  #draw({ finding, $tool, made, isInList }) {
    const { list } = this;
    if (made) {
      const words = isInList ? text('results.suggestion_added') : text('results.suggestion_made', { list });
      $tool.replaceChildren(element('span', { class: 'app-finding__made', tabindex: -1 }, words));
      return;
    }
    const onClick = () => {
      this.make(finding);
      this.app.announce(text('results.suggestion_announced', { list, title: finding.title }));
    };
    // Ten buttons of the same words are told apart by what a screen reader adds.
    const $about = spoken(`: ${finding.title}`);
    const words = isInList ? text('results.suggestion_add') : text('results.suggestion_make', { list });
    const $button = button(words, onClick, {
      class: 'govuk-button govuk-button--secondary app-button--small',
    });
    $button.append($about);
    $tool.replaceChildren($button);
  }
}
