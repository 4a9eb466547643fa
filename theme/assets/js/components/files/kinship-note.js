/**
 * What a person is told before another draft than theirs is combined with it: which two drafts these are, and what to
 * do where they are of different times.
 *
 * @typedef {import('../../definition.js').Definition} Definition
 * @typedef {import('../../draft/draft.js').Draft} Draft
 */
import { text } from '../../catalogue.js';
import { isBlank } from '../../definition.js';
import { kinshipOf } from '../../draft/kinship.js';
import { nameFromAnswers } from '../../draft/naming.js';
import { dayOf } from '../../moments.js';
import { element } from '../../report/element.js';
import { Evaluation } from '../../response.js';

/**
 * @param {Definition} definition
 * @param {Draft} mine
 * @param {Draft} other  as it was read
 * @returns {HTMLElement | null} null for copies of one draft
 */
export function kinshipNote(definition, mine, other) {
  const values = { here: draftWords(definition, mine), there: draftWords(definition, other) };
  switch (kinshipOf(mine, other)) {
    case 'copy':
      return null;
    case 'other':
      return note(text('files.is_other', values));
    case 'earlier':
      return note(text('files.is_earlier', values), ...comparing(definition));
    case 'later':
      return note(text('files.is_later', values), ...comparing(definition));
  }
}

/** @param {...(Node | string)} words */
function note(...words) {
  return element('div', { class: 'app-panel', 'data-kinship': true }, element('p', { class: 'app-lines' }, ...words));
}

/** @param {Definition} definition */
function comparing({ data }) {
  if (!data.report.some(({ part }) => part === 'changes')) return [];
  return [' ', element('a', { class: 'govuk-link', href: '?step=results', 'data-go': 'results' }, text('files.compare_instead'))];
}

/**
 * What tells one draft from another: its name, what its answers call it, and its date.
 * @param {Definition} definition
 * @param {Draft} draft
 */
function draftWords(definition, draft) {
  const evaluation = new Evaluation(definition, draft);
  const { language, date_from: dateFrom } = definition.data;
  const dated = dateFrom === null ? null : evaluation.value(dateFrom);
  const called = nameFromAnswers(evaluation);
  const names = [draft.name || text('files.no_name'), called === draft.name ? '' : called].filter((name) => name !== '');
  return text('files.draft_of', { name: names.join(', '), date: dayOf(isBlank(dated) ? draft.saved_at : String(dated), language) });
}
