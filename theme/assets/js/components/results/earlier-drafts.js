/**
 * Chooses drafts to put beside the one at hand: any number of files, locked ones with their passphrase, or others in
 * this browser. Those of earlier revisions are carried over first, for this look only.
 *
 * @typedef {import('../../draft/draft.js').Draft} Draft
 * @typedef {import('../../draft/shelf.js').Shelved} Shelved
 */
import { text } from '../../catalogue.js';
import { DRAFT_FILES } from '../../draft/file.js';
import { Shelf } from '../../draft/shelf.js';
import { dayOf } from '../../moments.js';
import { element, linkButton, spoken } from '../../report/element.js';
import { fold } from '../fold.js';

export class EarlierDrafts {
  /**
   * @param {string} id
   * @param {import('../../component.js').App} app
   * @param {(draft: Draft, name: string) => boolean} onChosen  in the present revision; false when it is not taken
   */
  constructor(id, app, onChosen) {
    this.app = app;
    this.onChosen = onChosen;
    this.shelf = new Shelf(app.draft);
    this.$input = element('input', {
      class: 'govuk-file-upload', type: 'file', id: `${id}-files`, multiple: true, accept: DRAFT_FILES,
      'aria-describedby': `${id}-hint`,
    });
    this.$input.addEventListener('change', () => this.#open([...(this.$input.files ?? [])]));
    this.$error = element('p', { class: 'govuk-error-message', id: `${id}-error`, hidden: true });
    this.$unlock = element('div');
    this.$group = element(
      'div',
      { class: 'govuk-form-group' },
      element('label', { class: 'govuk-label govuk-label--s', for: `${id}-files` }, text('changes.choose_file')),
      element('div', { class: 'govuk-hint', id: `${id}-hint` }, text('changes.choose_hint')),
      this.$error,
      this.$input,
    );
    this.$drafts = element('ul', { class: 'govuk-list app-comparison__list' });
    this.$here = fold(text('changes.in_browser'), this.$drafts);
    this.$here.addEventListener('toggle', () => this.$here.open && this.#showDrafts());
    this.$root = element('div', {}, this.$group, this.$unlock, this.$here);
    const refresh = () => (this.$here.hidden = app.draft.others.every(({ deleted }) => deleted !== null));
    app.draft.addEventListener('replaced', refresh);
    refresh();
  }

  focus() {
    this.$input.focus();
  }

  /** @param {string} message  why what was chosen is not compared */
  refuse(message) {
    this.$error.textContent = [this.$error.textContent, message].filter(Boolean).join(' ');
    this.$error.hidden = false;
    this.$group.classList.add('govuk-form-group--error');
    this.$input.setAttribute('aria-describedby', `${this.$error.id} ${this.$input.id.replace(/files$/, 'hint')}`);
    this.app.announce(message);
  }

  #forgive() {
    this.$error.textContent = '';
    this.$error.hidden = true;
    this.$group.classList.remove('govuk-form-group--error');
    this.$input.setAttribute('aria-describedby', this.$input.id.replace(/files$/, 'hint'));
  }

  /** @param {File[]} files */
  async #open(files) {
    this.#forgive();
    for (const file of files) {
      const failed = { ok: /** @type {const} */ (false), message: text('changes.failed') };
      const read = await this.app.readDraftFile(file, this.$unlock).catch(() => failed);
      // Nobody gave the passphrase: the other files are still to be looked at.
      if (read === null) this.focus();
      else if (read.ok) this.onChosen(read.draft, file.name);
      else this.refuse(files.length > 1 ? `${file.name}: ${read.message}` : read.message);
    }
    this.$input.value = '';
  }

  async #showDrafts() {
    const drafts = await this.shelf.list().catch(() => null);
    if (!drafts) return this.$drafts.replaceChildren(element('li', {}, text('changes.drafts_unreadable')));
    const others = drafts.filter(({ isAtHand, deleted, record }) => !isAtHand && deleted === null && record !== null);
    this.$drafts.replaceChildren(...others.map((draft) => this.#line(draft)));
  }

  /** @param {Shelved} shelved */
  #line({ name, savedAt, record }) {
    const title = name || text('files.no_name');
    const $use = linkButton(text('changes.compare_with'), () => record && this.#use(record.draft, title));
    $use.append(spoken(` ${text('changes.compare_with_draft', { name: title })}`));
    const { language } = this.app.definition.data;
    return element('li', {}, element('span', { class: 'app-lines' }, title), `, ${dayOf(savedAt, language)} `, $use);
  }

  /**
   * @param {Draft} draft
   * @param {string} name
   */
  async #use(draft, name) {
    this.#forgive();
    try {
      const carried = await this.app.draft.carried(draft);
      this.onChosen(carried?.draft ?? draft, name);
    } catch {
      this.refuse(text('changes.failed'));
    }
  }
}
