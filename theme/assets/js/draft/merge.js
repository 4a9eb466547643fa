/**
 * Several drafts as one: the change that brings into mine what a comparison found, once a person has decided the rest.
 *
 * What only others changed keeps its stamp, so that everybody ends with the same draft. What was decided is an edit of
 * the person who decided: it gets a fresh stamp, and whoever sees it sees that both sides were known.
 *
 * @typedef {import('../definition.js').Value} Value
 * @typedef {import('./change.js').By} By
 * @typedef {import('./change.js').Change} Change
 * @typedef {import('./compare.js').Comparison} Comparison
 * @typedef {import('./compare.js').Conflict} Conflict
 * @typedef {import('./draft.js').Answer} Answer
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {import('./draft.js').Entry} Entry
 * @typedef {import('./draft.js').Stamp} Stamp
 *
 * @typedef {object} Decisions  By a conflict's path. What is not decided: the newest answer, and an entry stays.
 * @property {Record<string, Value>} answers  what is to be the answer
 * @property {Record<string, boolean>} kept  whether the entry stays
 */
import { apply } from './change.js';
import { bareRecord, compareText } from './draft.js';
import { highestCounts, isSameKnowledge, joinKnowledge } from './knowledge.js';
import { noteUnseen } from './unseen.js';

/**
 * Whether a comparison found anything to bring in.
 * @param {Comparison} comparison
 */
export function hasNews({ taken, takenEntries, conflicts, quiet }) {
  const found = [taken, takenEntries, conflicts, Object.keys(quiet.answers), Object.keys(quiet.entries)];
  return found.some(({ length }) => length > 0);
}

/**
 * @param {Comparison} comparison
 * @param {Decisions} decisions
 * @param {By} by  under an editor id that is not among the forked ones
 * @returns {Change} where there is no news only what has been seen now, and nothing at all where that is none either
 */
export function mergeChange(comparison, decisions, by) {
  const [mine, ...others] = comparison.drafts;
  const known = others.reduce(joinKnowledge, joinKnowledge(mine, mine));
  if (!hasNews(comparison)) {
    const notes = { answers: bareRecord(), entries: bareRecord() };
    if (noteUnseen(notes, comparison.drafts)) return { ...known, ...notes };
    return isSameKnowledge(known, joinKnowledge(mine, mine)) ? {} : known;
  }
  const { seen } = known;
  const count = (highestCounts(known)[by.editor] ?? 0) + 1;
  seen[by.editor] = count;
  const editors = joinedEditors(comparison.drafts);
  editors[by.editor] ??= '';
  /** @type {Change & Required<Pick<Change, 'seen' | 'editors' | 'answers' | 'entries'>>} */
  const change = {
    saved_at: by.at,
    ...nameFrom(mine, others),
    ...(mine.parts !== null && { parts: joinedParts(comparison.drafts) }),
    editors,
    ...known,
    answers: bareRecord(comparison.quiet.answers),
    entries: bareRecord(),
  };
  for (const [entriesId, some] of Object.entries(comparison.quiet.entries)) {
    change.entries[entriesId] = bareRecord(some);
  }
  for (const { path, answer } of comparison.taken) change.answers[path] = answer;
  for (const { entriesId, entryId, entry } of comparison.takenEntries) putEntry(change, entriesId, entryId, entry);
  /** @type {Pick<Answer, 'stamp' | 'at'>} */
  const made = { stamp: [by.editor, count], at: by.at };
  for (const conflict of comparison.conflicts) decide(change, conflict, decisions, made);
  noteUnseen(change, comparison.drafts);
  for (const editor of comparison.forked) renew(change, mine, editor, by);
  return change;
}

/**
 * @param {Change & Required<Pick<Change, 'answers' | 'entries'>>} change
 * @param {Conflict} conflict
 * @param {Decisions} decisions
 * @param {Pick<Answer, 'stamp' | 'at'>} made
 */
function decide(change, conflict, { answers, kept }, made) {
  const { path } = conflict;
  if (conflict.kind === 'answer') {
    const [newest] = conflict.versions;
    change.answers[path] = { value: path in answers ? answers[path] : newest.record.value, ...made };
    return;
  }
  const { entriesId, entryId, present } = conflict;
  const removed = path in kept ? !kept[path] : false;
  putEntry(change, entriesId, entryId, { order: present.record.order, removed, ...made });
}

/**
 * @param {Required<Pick<Change, 'entries'>>} change
 * @param {string} entriesId
 * @param {string} entryId
 * @param {Entry} entry
 */
function putEntry({ entries }, entriesId, entryId, entry) {
  entries[entriesId] ??= bareRecord();
  entries[entriesId][entryId] = entry;
}

/**
 * What an editor whose id two computers used has done, under an id of its own: the next comparison with either
 * computer's file can then go by stamps again.
 * @param {Change & Required<Pick<Change, 'seen' | 'editors' | 'answers' | 'entries'>>} change
 * @param {Draft} mine
 * @param {string} editor
 * @param {By} by
 */
function renew(change, mine, editor, by) {
  const renewed = `${editor}-${by.editor}`;
  change.editors[renewed] = change.editors[editor] ?? '';
  change.seen[renewed] = (change.seen[renewed] ?? 0) + 1;
  /** @type {Stamp} */
  const stamp = [renewed, change.seen[renewed]];
  const merged = { ...mine, answers: bareRecord(mine.answers), entries: bareRecord() };
  for (const [entriesId, some] of Object.entries(mine.entries)) merged.entries[entriesId] = bareRecord(some);
  apply(merged, { answers: change.answers, entries: change.entries });
  for (const [path, answer] of Object.entries(merged.answers)) {
    if (answer.stamp[0] === editor) change.answers[path] = { ...answer, stamp };
  }
  for (const [entriesId, some] of Object.entries(merged.entries)) {
    for (const [entryId, entry] of Object.entries(some)) {
      if (entry.stamp[0] === editor) putEntry(change, entriesId, entryId, { ...entry, stamp });
    }
  }
}

/**
 * A name that a person gave the draft stands before none, and mine before another's.
 * @param {Draft} mine
 * @param {Draft[]} others
 * @returns {Pick<Change, 'name' | 'name_chosen'>}
 */
function nameFrom(mine, others) {
  if (mine.name_chosen) return {};
  const named = others
    .filter((draft) => draft.name_chosen && draft.draft_id === mine.draft_id)
    .sort((a, b) => compareText(b.saved_at, a.saved_at) || compareText(a.name, b.name));
  return named.length > 0 ? { name: named[0].name, name_chosen: true } : {};
}

/**
 * The sections that drafts carry together; null when one of them is whole.
 * @param {Draft[]} drafts
 */
function joinedParts(drafts) {
  return drafts.some(({ parts }) => parts === null) ? null : [...new Set(drafts.flatMap(({ parts }) => parts ?? []))].sort();
}

/**
 * Each editor's name as the draft has it that has seen most of what that editor did; a name stands before none.
 * @param {Draft[]} drafts
 */
function joinedEditors(drafts) {
  /** @type {Record<string, string>} */
  const editors = bareRecord();
  /** @type {Record<string, number>} */
  const seen = bareRecord();
  for (const draft of drafts) {
    for (const [editor, name] of Object.entries(draft.editors)) {
      const count = name === '' ? -1 : (draft.seen[editor] ?? 0);
      const before = seen[editor] ?? -2;
      if (count < before || (count === before && name <= editors[editor])) continue;
      [editors[editor], seen[editor]] = [name, count];
    }
  }
  return editors;
}
