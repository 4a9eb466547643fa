/**
 * What a chosen file is, or why it cannot be opened.
 *
 * @typedef {import('../../draft/draft.js').Draft} Draft
 * @typedef {import('../../draft/file.js').FileResult} FileResult
 * @typedef {import('../../draft/file.js').FileSummary} FileSummary
 */
import { text } from '../../catalogue.js';
import { dayOf, timeOf } from '../../moments.js';
import { element } from '../../report/element.js';
import { alertBox } from '../notices/alert-box.js';
import { fileProblemText } from './file-problem.js';

/**
 * @param {string} fileName
 * @param {FileResult & {ok: false}} problem
 * @param {string} title  of the questionnaire on this page
 */
export function refusalCard(fileName, problem, title) {
  return refusalBox(fileName, fileProblemText(problem, title));
}

/**
 * @param {string} fileName
 * @param {string} why
 */
export function refusalBox(fileName, why) {
  return alertBox('error', text('files.cannot_open', { file: fileName }), [
    element('p', {}, why),
    element('p', {}, text('files.nothing_changed')),
  ]);
}

/**
 * @param {string} fileName
 * @param {FileResult & {ok: true}} found
 * @param {import('../../definition.js').Definition} definition
 * @param {...(Node | string | false)} more
 */
export function fileCard(fileName, { draft, summary }, definition, ...more) {
  return element(
    'div',
    { class: 'app-file' },
    element('h2', { class: 'app-file__title app-lines', tabindex: -1 }, fileName),
    factList(factsOf(draft, summary, definition)),
    ...notes(summary).map((note) => element('p', {}, note)),
    ...more,
  );
}

/**
 * @param {Draft} draft
 * @param {FileSummary} summary
 * @param {import('../../definition.js').Definition} definition
 * @returns {[string, string][]}
 */
function factsOf(draft, { name, savedAt, answers }, { title, sections, data: { language } }) {
  const moment = text('files.moment', { date: dayOf(savedAt, language), time: timeOf(savedAt, language) });
  const titles = sections.filter(({ id }) => draft.parts?.includes(id)).map((section) => section.title);
  return [
    [text('files.questionnaire'), title],
    [text('files.name'), name || text('files.no_name')],
    ...(draft.parts ? [/** @type {[string, string]} */ ([text('files.part'), titles.join('\n')])] : []),
    [text('files.saved'), moment],
    [text('files.answers'), String(answers)],
  ];
}

/**
 * What of a file cannot be shown as answers, and what becomes of it.
 * @param {FileSummary} summary
 */
function notes({ unknown, unusable, unreadable }) {
  return [
    unknown > 0 && text('files.unknown', { count: unknown }),
    unusable > 0 && text('files.unusable', { count: unusable }),
    unreadable > 0 && text('files.unreadable_parts', { count: unreadable }),
  ].filter((note) => note !== false);
}

/** @param {[string, string][]} facts */
function factList(facts) {
  return element(
    'dl',
    { class: 'govuk-summary-list' },
    ...facts.map(([key, value]) =>
      element(
        'div',
        { class: 'govuk-summary-list__row' },
        element('dt', { class: 'govuk-summary-list__key' }, key),
        element('dd', { class: 'govuk-summary-list__value app-lines' }, value),
      ),
    ),
  );
}
