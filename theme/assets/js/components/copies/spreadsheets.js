/**
 * Findings and entries as spreadsheets: a CSV file for each list that holds something.
 *
 * @typedef {import('../../component.js').App} App
 * @typedef {import('../../report/report.js').Part} Part
 * @typedef {import('../results/results.js').Results} Results
 * @typedef {{title: string, rows: () => (string | number)[][], isEmpty: () => boolean}} Sheet
 */
import { text } from '../../catalogue.js';
import { codedTitle } from '../../definition.js';
import { changesRows } from '../../report/changes/rows.js';
import { toCsv } from '../../report/csv.js';
import { button, element } from '../../report/element.js';
import { entriesRows } from '../../report/entries-table.js';
import { findingsRows } from '../../report/findings-table.js';
import { kindLabel } from '../../report/kind-label.js';
import { partBlocks } from '../../report/report.js';
import { tellsWhatChanged } from '../../report/versions.js';

export class Spreadsheets {
  /**
   * @param {App} app
   * @param {Results} results
   */
  constructor(app, results) {
    this.app = app;
    this.sheets = sheetsOf(app, results).map((sheet) => ({
      ...sheet,
      $button: button(text('export.download_csv', { title: sheet.title }), () => this.take(sheet)),
    }));
    this.$root = element(
      'div',
      { class: 'app-tools__group' },
      element('h3', { class: 'govuk-heading-s' }, text('export.csv_title')),
      element('p', { class: 'govuk-body' }, text('export.csv_text')),
      element('div', { class: 'govuk-button-group' }, ...this.sheets.map(({ $button }) => $button)),
    );
  }

  refresh() {
    for (const { isEmpty, $button } of this.sheets) $button.hidden = isEmpty();
    this.$root.hidden = this.sheets.every(({ $button }) => $button.hidden);
  }

  /** @param {Sheet} sheet */
  take({ title, rows }) {
    const ending = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
    const name = this.app.fileName(`-${ending}.csv`);
    this.app.download({ name, type: 'text/csv;charset=utf-8', text: toCsv(rows()) });
    this.app.announce(text('export.downloaded', { file: name }));
  }
}

/**
 * @param {App} app
 * @param {Results} results
 * @returns {Sheet[]}
 */
function sheetsOf({ definition, draft }, results) {
  const report = /** @type {Part[]} */ (definition.data.report);
  const findings = () => results.material.evaluation?.result.findings ?? [];
  const lists = definition.topItems
    // Findings set aside stand among the findings.
    .filter((item) => item.type === 'entries' && !report.some(({ dismiss }) => dismiss === item.path))
    .map((item) => ({
      title: report.find((one) => one.part === 'entries' && one.entries === item.id)?.title ?? codedTitle(item),
      rows: () => entriesRows(results.material.source, item),
      isEmpty: () => draft.evaluation.count(item.id) === 0,
    }));
  const changes = report.find(tellsWhatChanged);
  const compared = changes
    ? [
        {
          title: changes.title,
          rows: () => changesRows(partBlocks(changes, results.material) ?? []),
          isEmpty: () => results.parts.comparison?.dated.length === 0,
        },
      ]
    : [];
  return [
    {
      title: text('export.findings'),
      rows: () => findingsRows(results.material.source, findings(), (kind) => kindLabel(definition, kind)),
      isEmpty: () => findings().length === 0,
    },
    ...lists,
    ...compared,
  ];
}
