/**
 * Findings that a person sets aside, with a reason, and can put back.
 *
 * Owns the entries that keep them. The core goes by these entries: it shows a finding set aside under a heading of its
 * own, with the reason.
 *
 * @typedef {import('../../component.js').App} App
 * @typedef {import('../../definition.js').Item} Item
 * @typedef {{id: string, title: string}} Dismissable
 * @typedef {{finding: Dismissable, $tool: HTMLElement, state: 'stands' | 'asked' | 'set-aside'}} Tool
 */
import { text } from '../../catalogue.js';
import { button, element, spoken } from '../../report/element.js';
import { DismissalForm } from './dismissal-form.js';
import { entryIdFor } from './finding-entry.js';

const SMALL = 'govuk-button govuk-button--secondary app-button--small';

export class Dismissals {
  /** @type {Tool[]} */
  #tools = [];

  /**
   * @param {App} app
   * @param {Item} entries  whose children `finding` and `reason` are texts
   */
  constructor(app, entries) {
    this.app = app;
    this.entries = entries;
  }

  /** @param {Dismissable} finding */
  isSetAside(finding) {
    return this.#entriesFor(finding).length > 0;
  }

  /**
   * @param {Dismissable} finding
   * @param {string} reason
   */
  setAside(finding, reason) {
    const { draft, announce } = this.app;
    draft.addEntry(this.entries.id, entryIdFor('set-aside', finding), { finding: finding.id, reason });
    announce(text('results.set_aside_announced', { title: finding.title }));
  }

  /** @param {Dismissable} finding */
  putBack(finding) {
    for (const id of this.#entriesFor(finding)) this.app.draft.removeEntry(this.entries.id, id);
    this.app.announce(text('results.put_back_announced', { title: finding.title }));
  }

  /**
   * The button for one finding.
   * @param {Dismissable} finding
   */
  tool(finding) {
    const $tool = element('span', { class: 'app-finding__dismiss' });
    /** @type {Tool} */
    const tool = { finding, $tool, state: this.isSetAside(finding) ? 'set-aside' : 'stands' };
    this.#tools.push(tool);
    this.#draw(tool);
    return $tool;
  }

  /** The draft has changed: bring the buttons up to date. */
  refresh() {
    this.#tools = this.#tools.filter(({ $tool }) => $tool.isConnected);
    for (const tool of this.#tools) {
      const isSetAside = this.isSetAside(tool.finding);
      if (isSetAside !== (tool.state === 'set-aside')) this.#turn(tool, isSetAside ? 'set-aside' : 'stands');
    }
  }

  /**
   * @param {Tool} tool
   * @param {Tool['state']} state
   */
  #turn(tool, state) {
    const hadFocus = tool.$tool.contains(document.activeElement);
    tool.state = state;
    this.#draw(tool);
    // The form that asks for a reason has the cursor in it.
    if (hadFocus && state !== 'asked') tool.$tool.querySelector('button')?.focus({ preventScroll: true });
  }

  /** @param {Tool} tool */
  #draw(tool) {
    const { finding, $tool, state } = tool;
    const $about = spoken(`: ${finding.title}`);
    if (state === 'asked') {
      const form = new DismissalForm(this.entries, finding, {
        onReason: (reason) => {
          this.setAside(finding, reason);
          this.#turn(tool, 'set-aside');
        },
        onCancel: () => this.#turn(tool, 'stands'),
      });
      $tool.replaceChildren(form.$root);
      form.focus();
      return;
    }
    const $button =
      state === 'set-aside'
        ? button(text('results.put_back'), () => this.putBack(finding), { class: SMALL })
        : button(text('results.set_aside'), () => this.#turn(tool, 'asked'), { class: SMALL });
    $button.append($about);
    $tool.replaceChildren($button);
  }

  /**
   * Two people may have set it aside, each in an entry of their own.
   * @param {Dismissable} finding
   */
  #entriesFor(finding) {
    const { draft } = this.app;
    return draft
      .entryIds(this.entries.id)
      .filter((id) => draft.value(`${this.entries.id}/${id}/finding`) === finding.id);
  }
}
