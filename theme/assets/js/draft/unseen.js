/**
 * What a draft has seen only in merges that were taken back, brought along when drafts are merged.
 *
 * Merging joins what the drafts have seen. What one of them had seen and taken back is seen by nobody, so the note of it
 * goes on with whatever stands at that place: else an answer that was never weighed would pass for one that was.
 *
 * @typedef {import('./change.js').Change} Change
 * @typedef {import('./draft.js').Answer} Answer
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {import('./draft.js').Entry} Entry
 * @typedef {import('./draft.js').Unseen} Unseen
 * @typedef {Required<Pick<Change, 'answers' | 'entries'>>} Places
 */
import { bareRecord, compareText } from './draft.js';
import { countsAt, entryPath } from './knowledge.js';
import { newestFirst } from './versions.js';

/**
 * Put the notes of all drafts with what a merge leaves at their places.
 * @param {Places} change  what the merge brings in, to be added to
 * @param {Draft[]} drafts  mine first
 * @returns {boolean} whether that changed anything
 */
export function noteUnseen({ answers, entries }, drafts) {
  let isChanged = false;
  for (const path of new Set(drafts.flatMap((draft) => notedIn(draft.answers)))) {
    const record = noted(path, answers[path], drafts, drafts.map((draft) => draft.answers[path]));
    if (record) answers[path] = record;
    isChanged ||= record !== null;
  }
  for (const entriesId of new Set(drafts.flatMap((draft) => Object.keys(draft.entries)))) {
    for (const entryId of new Set(drafts.flatMap((draft) => notedIn(draft.entries[entriesId] ?? {})))) {
      const there = drafts.map((draft) => draft.entries[entriesId]?.[entryId]);
      const record = noted(entryPath(entriesId, entryId), entries[entriesId]?.[entryId], drafts, there);
      if (record) (entries[entriesId] ??= bareRecord())[entryId] = record;
      isChanged ||= record !== null;
    }
  }
  return isChanged;
}

/** @param {Record<string, Answer | Entry>} records */
function notedIn(records) {
  return Object.keys(records).filter((id) => records[id].unseen);
}

/**
 * @template {Answer | Entry} T
 * @param {string} path
 * @param {T | undefined} brought  by the merge
 * @param {Draft[]} drafts
 * @param {(T | undefined)[]} records  what each has there
 * @returns {T | null}  null where what is there says so already
 */
function noted(path, brought, drafts, records) {
  // Where nothing else stands, the note stands with what was put back: nothing.
  const record = brought ?? records[0] ?? records.filter((one) => one?.again === null).sort(/** @type {any} */ (newestFirst))[0];
  if (!record) return null;
  const unseen = stillUnseen(path, drafts, records);
  if (record === records[0] && JSON.stringify(record.unseen ?? []) === JSON.stringify(unseen)) return null;
  const { unseen: _, ...bare } = record;
  return /** @type {T} */ (unseen.length > 0 ? { ...bare, unseen } : bare);
}

/**
 * What is noted in one of the drafts, and none of them has in view.
 * @param {string} path
 * @param {Draft[]} drafts
 * @param {(Answer | Entry | undefined)[]} records
 * @returns {Unseen[]}
 */
function stillUnseen(path, drafts, records) {
  let unseen = records.flatMap((record) => record?.unseen ?? []);
  drafts.forEach((draft, index) => {
    const known = countsAt(draft)(path);
    unseen = unseen.flatMap(([editor, after, upTo]) => {
      const own = (records[index]?.unseen ?? []).filter(([whose]) => whose === editor);
      return [...own, /** @type {Unseen} */ ([editor, known[editor] ?? 0, Infinity])]
        .map(([, from, to]) => /** @type {Unseen} */ ([editor, Math.max(after, from), Math.min(upTo, to)]))
        .filter(([, from, to]) => from < to);
    });
  });
  return inOneWay(unseen);
}

/**
 * The same stretches however they were written: in order, none touching another.
 * @param {Unseen[]} unseen
 */
function inOneWay(unseen) {
  /** @type {Unseen[]} */
  const all = [];
  for (const [editor, after, upTo] of unseen.sort((a, b) => compareText(a[0], b[0]) || a[1] - b[1])) {
    const last = all.at(-1);
    if (last?.[0] === editor && after <= last[2]) last[2] = Math.max(last[2], upTo);
    else all.push([editor, after, upTo]);
  }
  return all;
}
