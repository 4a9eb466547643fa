/**
 * What can be done with the draft as a whole: download it, clear this computer.
 */
import { text } from '../catalogue.js';
import { Component } from '../component.js';
import { button, element } from '../report/element.js';

export class DraftTools extends Component {
  /**
   * @param {HTMLElement} $root
   * @param {import('../component.js').App} app
   */
  constructor($root, app) {
    super($root, app);
    if (app.isExample) this.#leaveOut();
    for (const $button of this.$$('[data-download-draft]')) {
      $button.addEventListener('click', () => app.downloadDraft());
    }
    for (const $clear of this.$$('[data-clear-computer]')) {
      $clear.addEventListener('click', () => this.#askClear($clear));
    }
  }

  /** An example is nobody's draft: there is nothing to carry on with, to replace or to clear. */
  #leaveOut() {
    this.$('[data-clear-computer]')?.closest('.app-panel')?.remove();
    for (const $link of this.$$('[data-go="open"], [data-go="drafts"]')) ($link.closest('p, li') ?? $link).remove();
  }

  /** @param {HTMLElement} $from */
  #askClear($from) {
    this.#ask($from, {
      title: text('draft.clear_title'),
      lines: [text('draft.clear_text'), text('draft.clear_files')],
      confirm: text('draft.clear'),
      onConfirm: async () => this.#showCleared(await this.app.draft.clear()),
    });
  }

  /**
   * Ask before something that cannot be taken lightly, in the place where it was asked for.
   * @param {HTMLElement} $from
   * @param {{title: string, lines: string[], confirm: string, onConfirm: () => void}} question
   */
  #ask($from, { title, lines, confirm, onConfirm }) {
    this.$('[data-question]')?.remove();
    const { draft } = this.app;
    const cancel = () => {
      $question.remove();
      $from.focus();
    };
    const goOn = () => {
      $question.remove();
      onConfirm();
    };
    const $question = element(
      'div',
      { class: 'app-alert app-alert--warning', 'data-question': true },
      element('h2', { class: 'app-alert__title', tabindex: -1 }, title),
      element(
        'div',
        { class: 'app-alert__body' },
        ...lines.map((line) => element('p', {}, line)),
        element(
          'div',
          { class: 'govuk-button-group' },
          !draft.isBlank && button(text('files.download_first'), () => this.app.downloadDraft()),
          button(confirm, goOn, { class: 'govuk-button govuk-button--warning' }),
          button(text('files.cancel'), cancel, { class: 'app-link-button' }),
        ),
      ),
    );
    $from.parentElement?.after($question);
    $question.scrollIntoView({ block: 'nearest' });
    $question.querySelector('h2')?.focus();
  }

  /** @param {boolean} gone */
  #showCleared(gone) {
    this.app.router.$view('cleared')?.remove();
    const lines = gone
      ? [text('draft.cleared_text'), text('draft.cleared_files')]
      : [text('draft.not_cleared_text')];
    const $again = element('a', { class: 'govuk-link', href: '?', 'data-go': 'start' }, text('draft.cleared_start'));
    const title = gone ? text('draft.cleared_title') : text('draft.not_cleared_title');
    const $view = element(
      'div',
      { 'data-view': 'cleared' },
      element('h1', { class: 'govuk-heading-l', tabindex: -1 }, title),
      ...lines.map((line) => element('p', {}, line)),
      element('p', {}, $again),
    );
    this.app.router.$view('open')?.after($view);
    this.app.router.showInstead('cleared');
  }
}
