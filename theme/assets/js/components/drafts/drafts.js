/**
 * The list of drafts: all of this questionnaire in this browser, and what can be done with each.
 *
 * @typedef {import('../../draft/shelf.js').Shelved} Shelved
 * @typedef {import('./draft-card.js').DraftTool} DraftTool
 */
import { text } from '../../catalogue.js';
import { Component } from '../../component.js';
import { fileName, toFileText } from '../../draft/file.js';
import { Shelf } from '../../draft/shelf.js';
import { localDate } from '../../moments.js';
import { draftCard, draftTitle } from './draft-card.js';
import { renameForm, startFromForm } from './draft-forms.js';
import { Snapshots } from './snapshots.js';

export class Drafts extends Component {
  /** Counts the lists made: one that comes late must not replace a later one. */
  #made = 0;

  /**
   * @param {HTMLElement} $root  [data-view=drafts]
   * @param {import('../../component.js').App} app
   */
  constructor($root, app) {
    super($root, app);
    this.shelf = new Shelf(app.draft);
    this.$list = /** @type {HTMLElement} */ (this.$('[data-drafts]'));
    this.$('[data-new-draft]')?.addEventListener('click', () => this.#startNew());
    app.router.addEventListener('view', () => this.#showIfCurrent());
    app.draft.addEventListener('replaced', () => this.#showIfCurrent());
    document.addEventListener('visibilitychange', () => {
      // Another tab may have changed the list; a form that is open here is not taken away.
      if (document.visibilityState === 'visible' && !this.$('form')) this.#showIfCurrent();
    });
    new Snapshots(/** @type {HTMLElement} */ (this.$('[data-earlier-versions]')), app);
    this.#show();
  }

  #showIfCurrent() {
    if (this.app.router.current === 'drafts') this.#show();
  }

  /**
   * @param {string} [id]  of the draft to put the cursor on
   * @param {string} [selector]  what in it
   */
  async #show(id, selector = 'h2') {
    this.#made += 1;
    const made = this.#made;
    await this.app.draft.settled();
    const drafts = await this.shelf.list();
    if (made !== this.#made) return;
    const { definition } = this.app;
    const $cursor = /** @type {HTMLElement | null} */ (document.activeElement);
    const $form = $cursor?.closest('form');
    const asked = $form?.closest('[data-draft]')?.getAttribute('data-draft');
    this.$list.replaceChildren(...drafts.map((draft) => draftCard(draft, definition, (...use) => this.#use(...use))));
    if (!id) return;
    if (!$form || !asked || asked === id) return this.#focus(id, selector);
    // Someone fills in the form of another draft meanwhile: it stays, with the cursor in it.
    this.#showForm(asked, $form);
    $cursor?.focus();
  }

  /**
   * @param {string} id
   * @param {string} selector
   */
  #focus(id, selector) {
    const $target = this.#$card(id)?.querySelector(selector) ?? this.$('h1');
    /** @type {HTMLElement | null} */ ($target)?.focus();
  }

  /** @param {string} id */
  #$card(id) {
    return this.$$('[data-draft]').find(($card) => $card.dataset.draft === id) ?? null;
  }

  /**
   * @param {DraftTool} tool
   * @param {Shelved} draft
   */
  #use(tool, draft) {
    switch (tool) {
      case 'open':
        return this.#open(draft);
      case 'rename':
        return this.#askName(draft);
      case 'duplicate':
        return this.#duplicate(draft);
      case 'download':
        return this.#download(draft);
      case 'start-from':
        return this.#askStart(draft);
      case 'delete':
        return this.#delete(draft);
      case 'undo':
        return this.#undo(draft);
      default:
        return this.#remove(draft);
    }
  }

  async #startNew() {
    await this.app.draft.startAfresh();
    this.app.router.go('hub');
  }

  /** @param {Shelved} draft */
  async #open({ id, isAtHand }) {
    if (isAtHand || (await this.app.draft.openRecord(id))) this.app.router.go(this.app.draft.step ?? 'hub');
    else this.#fail(text('files.other_unreadable'));
  }

  /** @param {Shelved} draft */
  #askName(draft) {
    const close = () => this.#show(draft.id, '[data-tool="rename"]');
    const $form = renameForm(draft, (name) => this.#rename(draft.id, name), close);
    this.#showForm(draft.id, $form);
    $form.querySelector('input')?.select();
  }

  /**
   * @param {string} id
   * @param {string} name
   */
  async #rename(id, name) {
    if (!(await this.shelf.rename(id, name))) this.#fail(text('drafts.not_stored'));
    await this.#show(id, '[data-tool="rename"]');
  }

  /** @param {Shelved} draft */
  async #duplicate(draft) {
    const copy = await this.shelf.duplicate(draft.id, text('drafts.copy_of', { name: draftTitle(draft) }));
    if (copy === null) return this.#fail(text('drafts.not_stored'));
    await this.#show(copy);
    this.app.announce(text('drafts.duplicated', { name: draftTitle(draft) }));
  }

  /** @param {Shelved} draft */
  async #download({ id, isAtHand, record }) {
    if (isAtHand || !record) {
      this.app.downloadDraft();
    } else {
      const name = fileName(record.draft.name, this.app.definition.id, localDate(new Date()));
      this.app.download({ name, type: 'application/json', text: toFileText(record.draft) });
      await this.shelf.markDownloaded(id);
      this.app.announce(text('draft.downloaded'));
    }
    await this.#show(id, '[data-tool="download"]');
  }

  /** @param {Shelved} draft */
  #askStart(draft) {
    const rules = this.app.definition.data.start_from;
    if (!rules) return;
    const close = () => this.#show(draft.id, '[data-tool="start-from"]');
    const $form = startFromForm(draft, rules, (asked) => this.#startFrom(draft, asked), close);
    this.#showForm(draft.id, $form);
    $form.querySelector('h3')?.focus();
  }

  /**
   * @param {Shelved} earlier
   * @param {string[]} asked
   */
  async #startFrom(earlier, asked) {
    const { draft, alerts, router, definition } = this.app;
    const outcome = await this.shelf.startFrom(earlier.id, asked);
    if (outcome === 'unreadable') return this.#fail(text('files.other_unreadable'));
    if (outcome === 'not-carried') return this.#fail(text('drafts.not_started'), text('files.not_carried'));
    const { reminder = null } = definition.data.start_from ?? {};
    router.go('hub');
    alerts.show('started', {
      kind: 'success',
      title: text('drafts.started_title', { name: draftTitle(earlier) }),
      lines: [text('drafts.carried', { count: draft.answerCount }), ...(reminder ? [reminder] : [])],
    });
  }

  /** @param {Shelved} draft */
  async #delete(draft) {
    if (!(await this.shelf.delete(draft.id))) this.#fail(text('drafts.not_deleted'));
    await this.#show(draft.id, '[data-tool="undo"]');
    this.app.announce(text('drafts.deleted', { name: draftTitle(draft) }));
  }

  /** @param {Shelved} draft */
  async #undo(draft) {
    if (!(await this.shelf.bringBack(draft.id))) this.#fail(text('drafts.not_stored'));
    await this.#show(draft.id);
    this.app.announce(text('drafts.brought_back', { name: draftTitle(draft) }));
  }

  /** @param {Shelved} draft */
  async #remove(draft) {
    if (!(await this.shelf.removeForGood(draft.id))) this.#fail(text('drafts.not_deleted'));
    await this.#show(draft.id);
    this.app.announce(text('drafts.removed', { name: draftTitle(draft) }));
  }

  /**
   * In the place of a draft's tools; one at a time.
   * @param {string} id
   * @param {HTMLElement} $form
   */
  #showForm(id, $form) {
    const $before = this.$('form');
    $before?.parentElement?.querySelector('.app-draft__tools')?.removeAttribute('hidden');
    $before?.remove();
    const $tools = this.#$card(id)?.querySelector('.app-draft__tools');
    $tools?.setAttribute('hidden', '');
    $tools?.after($form);
  }

  /**
   * @param {string} title
   * @param {string} [advice]
   */
  #fail(title, advice = text('save.failed_advice')) {
    this.app.alerts.show('drafts', { kind: 'error', title, lines: [advice] });
  }
}
