/**
 * The cells of a workbook that were not understood: where each is, what it says, why, and how to mend it. The list can
 * be taken away, since nothing of it is in the draft.
 *
 * @typedef {import('./workbook-reading.js').Left} Left
 */
import { text } from '../../catalogue.js';
import { toCsv } from '../../report/csv.js';
import { button, element } from '../../report/element.js';

/** Of a list that nobody would read to the end, this many are shown. */
const MOST_SHOWN = 50;
/** As much of a long text as tells which it is. */
const LONGEST_SHOWN = 300;

/**
 * @param {import('./workbook-reading.js').WorkbookResult & {ok: true}} read
 * @param {string} fileName  of the workbook
 * @param {import('../../component.js').App} app
 */
export function leftCells({ left, summary, isEarlier }, fileName, app) {
  const $earlier = isEarlier && element('p', {}, text('files.earlier_workbook'));
  if (left.length === 0) {
    const words = summary.answers > 0 ? text('files.all_understood') : text('files.all_blank');
    return element('div', {}, $earlier, element('p', {}, words));
  }
  return element(
    'div',
    { 'data-left-cells': true },
    $earlier,
    element('h3', { class: 'govuk-heading-s' }, text('files.left', { count: left.length })),
    element('p', {}, text('files.left_text')),
    element('ul', { class: 'govuk-list govuk-list--spaced' }, ...left.slice(0, MOST_SHOWN).map(leftCell)),
    left.length > MOST_SHOWN && element('p', {}, text('files.left_more', { count: left.length - MOST_SHOWN })),
    button(text('files.left_download'), () => takeList(left, fileName, app), {
      class: 'govuk-button govuk-button--secondary',
    }),
  );
}

/** @param {Left} cell */
function leftCell({ sheet, cell, question, says, why }) {
  const place = cell ? text('files.left_place', { sheet, cell }) : sheet;
  const short = says.length > LONGEST_SHOWN ? `${says.slice(0, LONGEST_SHOWN)}…` : says;
  return element(
    'li',
    {},
    element('strong', {}, place),
    question && element('span', {}, ` – ${question}`),
    says && element('span', { class: 'app-lines app-left__says' }, text('files.left_says', { says: short })),
    element('span', { class: 'app-left__why' }, why),
  );
}

/**
 * @param {Left[]} left
 * @param {string} fileName
 * @param {import('../../component.js').App} app
 */
function takeList(left, fileName, app) {
  const header = ['sheet', 'cell', 'question', 'says', 'why'];
  const titles = [
    text('files.left_sheet'),
    text('files.left_cell'),
    text('files.left_question'),
    text('files.left_content'),
    text('files.left_why'),
  ];
  const rows = left.map((one) => header.map((name) => one[/** @type {keyof Left} */ (name)]));
  const name = `${fileName.replace(/\.[^.]*$/, '')}-${text('files.left_file')}.csv`;
  app.download({ name, type: 'text/csv;charset=utf-8', text: toCsv([titles, ...rows]) });
  app.announce(text('export.downloaded', { file: name }));
}
