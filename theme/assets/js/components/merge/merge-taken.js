/**
 * What is taken from the files without a question, folded away: nobody has to read it, and everybody can. Where it
 * empties or removes what is here, it is open and says so.
 *
 * @typedef {import('../../draft/compare.js').Comparison} Comparison
 * @typedef {import('./merge-words.js').MergeWords} MergeWords
 */
import { text } from '../../catalogue.js';
import { isBlank } from '../../definition.js';
import { element } from '../../report/element.js';
import { fold } from '../fold.js';

/**
 * @param {Comparison} comparison
 * @param {MergeWords} words
 * @returns {HTMLElement | null} nothing where there is nothing to take
 */
export function takenList({ taken, takenEntries }, words) {
  const count = taken.length + takenEntries.length;
  if (count === 0) return null;
  const rows = [
    ...takenEntries.map((entry) => ({ path: `${entry.entriesId}/${entry.entryId}`, $row: entryRow(entry, words) })),
    ...taken.map((answer) => ({ path: answer.path, $row: answerRow(answer, words) })),
  ].sort((a, b) => words.inOrder(a.path, b.path));
  const losses = taken.filter(isEmptied).length + takenEntries.filter(({ what }) => what === 'removed').length;
  const $losses = losses > 0 && element('p', {}, element('strong', {}, text('merge.taken_away', { count: losses })));
  const $list = element('dl', { class: 'govuk-summary-list' }, ...rows.map(({ $row }) => $row));
  return fold(text('merge.taken', { count }), [$losses, $list], { open: losses > 0 });
}

/** @param {Comparison['taken'][number]} taken */
function isEmptied({ answer, former }) {
  return former !== null && !isBlank(former.value) && isBlank(answer.value);
}

/**
 * @param {Comparison['taken'][number]} taken
 * @param {MergeWords} words
 */
function answerRow({ path, answer, former, from }, words) {
  const { context, title } = words.question(path);
  const before = former && !isBlank(former.value) ? words.answer(path, former.value, 0).join(', ') : '';
  return row(
    context,
    title,
    element('p', { class: 'app-lines' }, words.answer(path, answer.value, from[0]).join('\n')),
    before !== '' && element('p', { class: 'app-merge__former app-lines' }, text('merge.instead_of', { before })),
    element('p', { class: 'app-who' }, words.author.both(answer)),
  );
}

/**
 * @param {Comparison['takenEntries'][number]} taken
 * @param {MergeWords} words
 */
function entryRow({ entriesId, entryId, entry, what }, words) {
  const said = {
    added: text('merge.entry_added'),
    back: text('merge.entry_back'),
    removed: text('merge.entry_removed'),
  };
  return row(
    words.definition.item(entriesId)?.title ?? '',
    words.entry(entriesId, entryId),
    element('p', {}, said[what]),
    element('p', { class: 'app-who' }, words.author.both(entry)),
  );
}

/**
 * @param {string} context
 * @param {string} title
 * @param {...(Node | false)} $value
 */
function row(context, title, ...$value) {
  return element(
    'div',
    { class: 'govuk-summary-list__row' },
    element(
      'dt',
      { class: 'govuk-summary-list__key app-lines' },
      element('span', { class: 'app-merge__context' }, context),
      title,
    ),
    element('dd', { class: 'govuk-summary-list__value' }, ...$value),
  );
}
