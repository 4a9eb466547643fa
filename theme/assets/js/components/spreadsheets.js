/**
 * Entries as spreadsheets: a CSV file for each list that holds something.
 *
 * @typedef {import('../component.js').App} App
 * @typedef {import('../definition.js').Item} Item
 */
import { text } from '../catalogue.js';
import { codedTitle } from '../definition.js';
import { toCsv } from '../report/csv.js';
import { button, element } from '../report/element.js';
import { entriesRows } from '../report/entries-table.js';
import { sourceFrom } from '../report/source.js';

export class Spreadsheets {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    const { report } = app.definition.data;
    this.lists = app.definition.topItems
      .filter((item) => item.type === 'entries')
      .map((item) => {
        const part = report.find((one) => one.part === 'entries' && one.entries === item.id);
        const title = part?.title ?? codedTitle(item);
        const $button = button(text('export.download_csv', { title }), () => this.take(item, title));
        return { item, $button };
      });
    this.$root = element(
      'div',
      { class: 'app-tools__group' },
      element('h3', { class: 'govuk-heading-s' }, text('export.csv_title')),
      element('p', { class: 'govuk-body' }, text('export.csv_text')),
      element('div', { class: 'govuk-button-group' }, ...this.lists.map(({ $button }) => $button)),
    );
  }

  refresh() {
    const { evaluation } = this.app.draft;
    for (const { item, $button } of this.lists) $button.hidden = evaluation.count(item.id) === 0;
    this.$root.hidden = this.lists.every(({ $button }) => $button.hidden);
  }

  /**
   * @param {Item} item
   * @param {string} title
   */
  take(item, title) {
    const rows = entriesRows(sourceFrom(this.app.draft.evaluation), item);
    const ending = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
    const name = this.app.fileName(`-${ending}.csv`);
    this.app.download({ name, type: 'text/csv;charset=utf-8', text: toCsv(rows) });
    this.app.announce(text('export.downloaded', { file: name }));
  }
}
