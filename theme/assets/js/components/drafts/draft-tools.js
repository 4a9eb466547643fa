/** What can be done with the draft as a whole: download it, clear this computer. */
import { text } from '../../catalogue.js';
import { Component } from '../../component.js';
import { offlineOf } from '../../offline/offline.js';
import { element, linkButton } from '../../report/element.js';
import { ask } from '../notices/ask.js';
import { sayMissing } from '../notices/missing-part.js';
import { considerRelease } from '../notices/new-release.js';
import { forgetWorkshops } from '../workshop/workshop-kept.js';

export class DraftTools extends Component {
  /**
   * @param {HTMLElement} $root
   * @param {import('../../component.js').App} app
   */
  constructor($root, app) {
    super($root, app);
    if (app.isExample) this.#leaveOut();
    for (const $button of this.$$('[data-download-draft]')) {
      $button.addEventListener('click', () => app.downloadDraft());
    }
    this.#offerWorkbook();
    for (const $clear of this.$$('[data-clear-computer]')) {
      $clear.addEventListener('click', () => this.#askClear($clear));
    }
  }

  /** An example is nobody's draft: there is nothing to carry on with, to replace or to clear. */
  #leaveOut() {
    this.$('[data-clear-computer]')?.closest('.app-panel')?.remove();
    for (const $link of this.$$('[data-go="open"], [data-go="drafts"]')) ($link.closest('p, li') ?? $link).remove();
  }

  /** For those who would rather carry on in a spreadsheet. What makes it comes when it is asked for. */
  #offerWorkbook() {
    const $share = this.$('[data-view="hub"] [data-go="share"]')?.closest('p');
    const take = async () => {
      const { alerts } = this.app;
      try {
        const { takeWorkbook } = await import('./draft-workbook.js');
        alerts.clear('late');
        takeWorkbook(this.app, $button);
      } catch (error) {
        sayMissing(alerts, 'late', error);
        considerRelease(this.app, 'late');
      }
    };
    const $button = linkButton(text('hub.workbook'), take);
    $share?.after(element('p', {}, $button));
  }

  /** @param {HTMLElement} $from */
  #askClear($from) {
    const { draft } = this.app;
    const download = { label: text('files.download_first'), onClick: () => this.app.downloadDraft(), stays: true };
    ask($from, {
      title: text('draft.clear_title'),
      lines: [text('draft.clear_text'), text('draft.clear_files')],
      answers: [
        ...(draft.isBlank ? [] : [download]),
        { label: text('draft.clear'), onClick: () => this.#clear(), isWarning: true },
      ],
    });
  }

  async #clear() {
    const { draft, storeOf, definition } = this.app;
    forgetWorkshops(this.app);
    const isGone = await draft.clear();
    // What was kept in memory alone is gone; there may be drafts of before.
    const areGone = draft.keepsNothing ? await storeOf(definition.id).clear() : isGone;
    // Last, as it holds no answers: what of it may stay is no reason to say that something did.
    await offlineOf(this.app.$main)?.remove().catch(() => {});
    this.#showCleared(areGone);
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
