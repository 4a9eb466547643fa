/**
 * What a person takes away from the results: a copy as one file or on paper, findings and entries as spreadsheets.
 *
 * @typedef {import('../../component.js').App} App
 * @typedef {import('../results/results.js').Results} Results
 */
import { text } from '../../catalogue.js';
import { element } from '../../report/element.js';
import { CopyTool } from './copy-tool.js';
import { Spreadsheets } from './spreadsheets.js';

export class Takeaways {
  /**
   * @param {HTMLElement} $tools
   * @param {App} app
   * @param {Results} results
   */
  constructor($tools, app, results) {
    this.copy = new CopyTool(app, results);
    this.spreadsheets = new Spreadsheets(app, results);
    $tools.classList.add('app-tools');
    $tools.append(
      element('h2', { class: 'govuk-heading-m', id: 'take-away' }, text('export.title')),
      this.copy.$root,
      this.spreadsheets.$root,
      ...(app.isExample ? [] : [passOn()]),
    );
  }

  /** The answers have changed, or what is shown of the results. */
  refresh() {
    this.copy.refresh();
    this.spreadsheets.refresh();
  }
}

/** The draft itself, for a colleague to add to. */
function passOn() {
  return element(
    'div',
    { class: 'app-tools__group' },
    element('h3', { class: 'govuk-heading-s' }, text('share.title')),
    element('p', { class: 'govuk-body' }, text('share.from_results')),
    element(
      'p',
      { class: 'govuk-body' },
      element('a', { class: 'govuk-link', href: '?step=share', 'data-go': 'share' }, text('hub.share')),
    ),
  );
}
