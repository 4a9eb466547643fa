/**
 * A new draft that begins with some of an earlier one: what the questionnaire says is carried over, and what it offers
 * besides and the person asks for. The earlier draft is left as it is.
 *
 * @typedef {import('../definition.js').Carried} Carried
 * @typedef {import('../definition.js').Definition} Definition
 * @typedef {import('../definition.js').Value} Value
 * @typedef {import('./change.js').By} By
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {import('./draft.js').Entry} Entry
 */
import { holds } from '../conditions.js';
import { isBlank } from '../definition.js';
import { Evaluation } from '../response.js';
import { answersChange, apply } from './change.js';
import { bareRecord, entryIds, newDraft, valueAt } from './draft.js';
import { newUuid } from './ids.js';
import { nameFromAnswers } from './naming.js';

/**
 * @param {Definition} definition
 * @param {Draft} earlier
 * @param {string[]} asked  ids of what is offered and wanted
 * @param {By} by
 * @returns {Draft}
 */
export function startFrom(definition, earlier, asked, by) {
  const { start_from: rules } = definition.data;
  const carried = rules ? [rules, ...rules.offer.filter(({ id }) => asked.includes(id))] : [];
  const chosen = entriesCarried(definition, earlier, carried);
  /** @type {Record<string, Value>} */
  const values = bareRecord();
  for (const path of Object.keys(earlier.answers)) {
    const value = valueAt(earlier, path);
    const [top, entryId, child] = path.split('/');
    const isCarried = child ? chosen.get(top)?.has(entryId) : carried.some((some) => carries(definition, some, path));
    // What this revision does not ask stays with the earlier draft.
    if (isCarried && definition.item(path) && !isBlank(value)) values[path] = value;
  }
  const draft = newDraft({
    draftId: newUuid(),
    questionnaireId: definition.id,
    revision: definition.revision,
    at: by.at,
  });
  draft.started_from = { draft_id: earlier.draft_id, name: earlier.name, saved_at: earlier.saved_at };
  apply(draft, answersChange(draft, values, by));
  apply(draft, { entries: stampedEntries(earlier, chosen, { by, count: draft.seen[by.editor] }) });
  draft.name = nameFromAnswers(new Evaluation(definition, draft));
  return draft;
}

/**
 * Whether a section, an item or a child is carried by the names that its author gave. What dates a draft never is:
 * the new one has a date of its own.
 * @param {Definition} definition
 * @param {Carried} carried
 * @param {string} path
 */
function carries(definition, { keep, leave_out: leftOut }, path) {
  const place = definition.locate(path);
  if (!place || path === definition.data.date_from) return false;
  const names = [path, place.item.id, place.section.id, place.parent?.id];
  return keep.some((name) => names.includes(name)) && !leftOut.some((name) => names.includes(name));
}

/**
 * The entries that are carried, by list.
 * @param {Definition} definition
 * @param {Draft} earlier
 * @param {Carried[]} carried
 */
function entriesCarried(definition, earlier, carried) {
  const evaluation = new Evaluation(definition, earlier);
  /** @type {Map<string, Set<string>>} */
  const chosen = new Map();
  for (const { id } of definition.topItems.filter((item) => item.type === 'entries')) {
    const isCarried = (/** @type {string} */ entryId) =>
      carried.some((some) => {
        const { where } = some.entries.find(({ entries }) => entries === id) ?? {};
        return carries(definition, some, id) || (where && holds(where, evaluation, entryId));
      });
    chosen.set(id, new Set(entryIds(earlier, id).filter(isCarried)));
  }
  return chosen;
}

/**
 * Entries keep their ids and their order, so that what names one of them still does.
 * @param {Draft} earlier
 * @param {Map<string, Set<string>>} chosen
 * @param {{by: By, count: number}} stamp
 */
function stampedEntries(earlier, chosen, { by, count }) {
  /** @type {Record<string, Record<string, Entry>>} */
  const entries = bareRecord();
  for (const [id, entryIds] of chosen) {
    if (entryIds.size === 0) continue;
    entries[id] = bareRecord();
    for (const entryId of entryIds) {
      const { order } = earlier.entries[id][entryId];
      entries[id][entryId] = { order, stamp: [by.editor, count], at: by.at, removed: false };
    }
  }
  return entries;
}
