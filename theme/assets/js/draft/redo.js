/**
 * Edits made again, on top of what another tab has stored meanwhile.
 *
 * @typedef {import('./change.js').By} By
 * @typedef {import('./change.js').Change} Change
 * @typedef {import('./draft.js').Draft} Draft
 */
import { answerChange, apply, combine, entryChange, nameChange } from './change.js';

/**
 * @param {Draft} draft  changed in place
 * @param {Change} change  what was done to an earlier copy of it
 * @param {By} by
 * @returns {Change} the same, with stamps of its own
 */
export function redo(draft, change, by) {
  /** @type {Change} */
  let done = {};
  const carryOut = (/** @type {Change} */ edit) => {
    apply(draft, edit);
    done = combine(done, edit);
  };
  for (const [path, answer] of Object.entries(change.answers ?? {})) {
    const edit = answerChange(draft, path, answer.value, by);
    Object.assign(edit.answers?.[path] ?? {}, takenBack(answer));
    carryOut(edit);
  }
  for (const [entriesId, entries] of Object.entries(change.entries ?? {})) {
    for (const [entryId, entry] of Object.entries(entries)) {
      const { order, removed } = entry;
      const edit = entryChange(draft, entriesId, entryId, { order, removed }, by);
      Object.assign(edit.entries?.[entriesId][entryId] ?? {}, takenBack(entry));
      carryOut(edit);
    }
  }
  if (change.name_chosen !== undefined) {
    carryOut(nameChange(draft, change.name ?? draft.name, change.name_chosen, by));
  } else if (change.name !== undefined && !draft.name_chosen) {
    carryOut({ name: change.name });
  }
  return done;
}

/**
 * @param {import('./draft.js').TakenBack} record
 * @returns {import('./draft.js').TakenBack}
 */
function takenBack({ again, unseen }) {
  return { ...(again !== undefined && { again }), ...(unseen && { unseen }) };
}
