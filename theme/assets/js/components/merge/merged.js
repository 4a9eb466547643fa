/**
 * What stands at the top of the page once drafts are combined: what came of it, entries that may be there twice, and
 * the way back.
 *
 * @typedef {import('../../draft/compare.js').Comparison} Comparison
 */
import { text } from '../../catalogue.js';
import { possibleDuplicates } from '../../duplicates.js';
import { element } from '../../report/element.js';
import { answerLink } from '../answer-link.js';

/** As many as anybody would follow up. */
const MOST = 12;

/**
 * @param {import('../../component.js').App} app
 * @param {Comparison} comparison  that has been carried out
 * @param {string} files  whose they are
 */
export function showMerged(app, { taken, takenEntries, conflicts }, files) {
  const { draft, alerts } = app;
  const step = draft.undoable;
  const facts = [
    taken.length > 0 && text('merge.done_answers', { count: taken.length }),
    takenEntries.length > 0 && text('merge.done_entries', { count: takenEntries.length }),
    conflicts.length > 0 && text('merge.done_decided', { count: conflicts.length }),
  ].filter((fact) => fact !== false);
  const list = new Intl.ListFormat(app.definition.data.language, { type: 'conjunction' });
  const undo = () => {
    stopWatching();
    draft.undo();
    alerts.show('merged', { kind: 'info', title: text('merge.undone_title'), lines: [text('merge.undone')] });
  };
  const $alert = alerts.show('merged', {
    kind: 'success',
    title: facts.length > 0 ? text('merge.done', { facts: list.format(facts) }) : text('merge.done_alike'),
    lines: [text('merge.done_from', { files }), ...duplicateLines(app, takenEntries)],
    actions: [{ label: text('merge.undo'), onClick: undo }],
  });
  // Undo means this step: once another has been made it would be that one.
  const watch = () => {
    if (draft.undoable === step) return;
    stopWatching();
    $alert.querySelector('.govuk-button')?.remove();
  };
  const stopWatching = () => draft.removeEventListener('history', watch);
  draft.addEventListener('history', watch);
}

/**
 * @param {import('../../component.js').App} app
 * @param {Comparison['takenEntries']} takenEntries
 */
function duplicateLines({ draft }, takenEntries) {
  const added = takenEntries.filter(({ what }) => what !== 'removed');
  const pairs = possibleDuplicates(draft.evaluation, added);
  if (pairs.length === 0) return [];
  return [
    text('merge.duplicates', { count: pairs.length }),
    ...pairs.slice(0, MOST).map(({ name, paths: [one, other] }) =>
      element(
        'span',
        { class: 'app-lines' },
        answerLink(draft.evaluation, one, name),
        ' · ',
        answerLink(draft.evaluation, other, text('merge.the_other', { name })),
      ),
    ),
  ];
}
