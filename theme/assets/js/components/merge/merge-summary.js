/**
 * What combining would do, in one sentence for each file.
 *
 * @typedef {import('../../draft/compare.js').Comparison} Comparison
 * @typedef {import('./merge-words.js').MergeWords} MergeWords
 */
import { text } from '../../catalogue.js';

/**
 * @param {Comparison} comparison
 * @param {MergeWords} words
 * @returns {string[]}
 */
export function summarySentences(comparison, words) {
  return comparison.drafts.slice(1).map((_, at) => {
    const facts = factsOf(comparison, words, at + 1);
    const list = new Intl.ListFormat(words.language, { type: 'conjunction' });
    const values = { file: words.draftName(at + 1) };
    if (facts.length === 0) return text('merge.nothing_new', values);
    return text('merge.from', { ...values, facts: list.format(facts) });
  });
}

/**
 * @param {Comparison} comparison
 * @param {MergeWords} words
 * @param {number} index  of the file's draft
 */
function factsOf({ taken, takenEntries, conflicts }, words, index) {
  const entries = takenEntries.filter(({ from }) => from.includes(index));
  const isInNewEntry = (/** @type {string} */ path) => {
    return entries.some(({ entriesId, entryId, what }) => {
      return what === 'added' && path.startsWith(`${entriesId}/${entryId}/`);
    });
  };
  const answers = taken.filter(({ path, from }) => from.includes(index) && !isInNewEntry(path));
  const asked = conflicts.filter((conflict) => {
    return conflict.kind === 'answer' && conflict.versions.some(({ saidBy }) => saidBy.includes(index));
  });
  return [
    answers.length > 0 && text('merge.count_answers', { count: answers.length }),
    ...entryFacts(entries, words),
    asked.length > 0 && text('merge.count_asked', { count: asked.length }),
    ...removalFacts(conflicts, words, index),
  ].filter((fact) => fact !== false);
}

/**
 * @param {Comparison['takenEntries']} entries
 * @param {MergeWords} words
 */
function entryFacts(entries, words) {
  return counted(entries).map(({ what, entriesId, count }) => {
    const values = { count, singular: words.singular(entriesId), list: words.definition.item(entriesId)?.title ?? '' };
    if (what === 'removed') return text('merge.count_removed', values);
    return what === 'back' ? text('merge.count_back', values) : text('merge.count_added', values);
  });
}

/**
 * @param {Comparison['conflicts']} conflicts
 * @param {MergeWords} words
 * @param {number} index
 */
function removalFacts(conflicts, words, index) {
  const removals = conflicts.flatMap((conflict) => {
    if (conflict.kind === 'answer') return [];
    const { entriesId, removed, present, edits } = conflict;
    if (removed.from.includes(index)) return [{ what: 'removed there', entriesId }];
    const changes = edits.length > 0 ? edits.map(({ version }) => version) : [present];
    return changes.some(({ from }) => from.includes(index)) ? [{ what: 'changed there', entriesId }] : [];
  });
  return counted(removals).map(({ what, entriesId, count }) => {
    const values = { count, singular: words.singular(entriesId), list: words.definition.item(entriesId)?.title ?? '' };
    return what === 'changed there' ? text('merge.count_changed_there', values) : text('merge.count_removed_there', values);
  });
}

/**
 * How often each thing happened in each list.
 * @param {{what: string, entriesId: string}[]} things
 */
function counted(things) {
  /** @type {{what: string, entriesId: string, count: number}[]} */
  const counts = [];
  for (const { what, entriesId } of things) {
    const same = counts.find((one) => one.what === what && one.entriesId === entriesId);
    if (same) same.count += 1;
    else counts.push({ what, entriesId, count: 1 });
  }
  return counts;
}
