/**
 * A computer that others use too: on request, answers are kept in this window's memory alone, and the page says so for
 * as long as that is so.
 *
 * The address remembers the mode, so that a page that is loaded again keeps nothing either. Nothing else does.
 */
import { text } from '../../catalogue.js';
import { Component } from '../../component.js';
import { MemoryStore } from '../../draft/memory-store.js';
import { ask } from '../notices/ask.js';
import { forgetName } from './editor-name.js';

const PARAMETER = 'shared';

export class SharedComputer extends Component {
  /**
   * @param {HTMLElement} $root
   * @param {import('../../component.js').App} app
   */
  constructor($root, app) {
    super($root, app);
    for (const $button of this.$$('[data-shared-computer]')) {
      $button.addEventListener('click', () => this.#ask($button));
    }
    if (app.isExample) return;
    for (const event of ['change', 'replaced', 'downloaded']) {
      app.draft.addEventListener(event, () => this.#warnBeforeLeaving());
    }
    this.#leaveNothingToGoBackTo();
    this.#show();
  }

  get #isOn() {
    return this.app.draft.keepsNothing && !this.app.isExample;
  }

  /** @param {HTMLElement} $from */
  #ask($from) {
    const { draft } = this.app;
    const blank = { label: text('shared.begin'), onClick: () => this.#beginBlank() };
    ask($from, {
      title: text('shared.ask_title'),
      lines: [text('shared.ask_text'), text('shared.means'), ...(draft.isBlank ? [] : [text('shared.ask_stored')])],
      answers: draft.isBlank
        ? [blank]
        : [
            { label: text('files.download_first'), onClick: () => this.app.downloadDraft(), stays: true },
            { label: text('shared.take_out'), onClick: () => this.#takeOut(), isWarning: true },
            { ...blank, label: text('shared.leave_it') },
          ],
    });
  }

  /** What is stored stays; nothing that comes now is. */
  async #beginBlank() {
    await this.app.draft.leaveStored(new MemoryStore(null));
    this.#turned();
  }

  /** The draft at hand goes on in memory, and what is stored of it is removed. */
  async #takeOut() {
    const { draft, alerts } = this.app;
    const isGone = await draft.takeOut(new MemoryStore(null));
    forgetName(this.app);
    this.#turned();
    if (!isGone) alerts.show('not-cleared', { kind: 'error', title: text('draft.not_cleared_title'), lines: [text('draft.not_cleared_text')] });
  }

  async #keep() {
    const { draft, storeOf, definition, announce } = this.app;
    await draft.keepIn(storeOf(definition.id));
    this.#turned();
    announce(text('shared.ended'));
  }

  /** The mode is another now: the address says so, and the start page is the place from which to go on. */
  #turned() {
    const url = new URL(location.href);
    if (this.#isOn) url.searchParams.set(PARAMETER, '');
    else url.searchParams.delete(PARAMETER);
    history.replaceState(null, '', url);
    this.#show();
    this.#warnBeforeLeaving();
    this.$('[data-current] h1')?.focus();
  }

  #show() {
    const { alerts } = this.app;
    const isOn = this.#isOn;
    // What says that answers are kept is not so now.
    for (const $part of this.$$('[data-kept]')) $part.hidden = isOn;
    if (!isOn) {
      alerts.clear(PARAMETER);
      return;
    }
    this.#refuseRestoring();
    alerts.show(PARAMETER, {
      kind: 'warning',
      lasting: true,
      quiet: true,
      title: text('shared.title'),
      lines: [text('shared.means')],
      actions: [
        { label: text('draft.download'), onClick: () => this.app.downloadDraft() },
        { label: text('shared.end'), onClick: () => this.#keep() },
      ],
    });
  }

  /** Browsers note what is in a form to restore it with the window, unless a field asks them not to. */
  #refuseRestoring() {
    const $templates = [...this.$root.querySelectorAll('template')].map(({ content }) => content);
    for (const $part of [this.$root, ...$templates]) {
      for (const $field of $part.querySelectorAll('input, textarea, select')) $field.setAttribute('autocomplete', 'off');
    }
  }

  #warnBeforeLeaving() {
    const { draft } = this.app;
    // Only while there is something to lose: a page with this listener is not kept for Back and Forward.
    if (this.#isOn && !draft.isBlank && draft.changedSinceDownload) window.addEventListener('beforeunload', warn);
    else window.removeEventListener('beforeunload', warn);
  }

  /** Back would bring the page to life as it was, for whoever sits here then. */
  #leaveNothingToGoBackTo() {
    window.addEventListener('pagehide', () => (this.$root.hidden = this.#isOn));
    window.addEventListener('pageshow', (event) => {
      if (event.persisted && this.#isOn) location.reload();
    });
  }
}

/** @param {BeforeUnloadEvent} event */
function warn(event) {
  event.preventDefault();
}
