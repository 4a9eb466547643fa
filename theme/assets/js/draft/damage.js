/**
 * What of the drafts in this browser cannot be read, what of it can be saved, and all there is of it, as it is.
 *
 * Only looks: what is damaged stays where it is.
 *
 * @typedef {import('./draft.js').Draft} Draft
 *
 * @typedef {object} Damage
 * @property {string} id  of the record
 * @property {boolean} isAtHand  the rest of it is at hand
 * @property {number} unreadable  parts that had to be left out; 0 where nobody can tell
 * @property {string} raw  all there is
 * @property {Draft | null} draft  what can be read of a draft that does not open
 */
import { decodeDraft, isRecord } from './decode.js';
import { answeredPaths, bareRecord, newDraft } from './draft.js';
import { newUuid } from './ids.js';
import { decodeRecord, isFromLaterRelease } from './record.js';
import { askRows, recordIn, resultOf } from './rows.js';

/**
 * @param {Pick<import('./store.js').DraftStore, 'journal' | 'copies'>} store
 * @param {import('../definition.js').Definition} definition
 * @param {string} atHand  the id of the record at hand
 * @returns {Promise<Damage[]>}
 */
export async function findDamage({ journal, copies }, definition, atHand) {
  const { suspects, known } = await findSuspects(journal.database, atHand);
  /** @type {Map<string, Damage>} */
  const damages = new Map();
  for (const [id, rows] of await readRows(journal.database, suspects)) {
    const damage = damageOf(id, rows, definition, atHand);
    if (damage) damages.set(id, damage);
  }
  for (const [id, raw] of copies.damaged()) {
    if (!known.has(id)) damages.set(id, { id, isAtHand: false, unreadable: 0, raw, draft: null });
  }
  return [...damages.values()];
}

/**
 * The record at hand, those whose head has gone, and those whose head is damaged. The others are looked at when they
 * are opened: to read every draft would take long.
 * @param {import('./database.js').Database} database
 * @param {string} atHand
 */
async function findSuspects(database, atHand) {
  /** @type {any[]} */
  let heads = [];
  /** @type {Set<string>} */
  const ids = new Set();
  await database.run('readonly', (tables) => {
    tables.heads.getAll().onsuccess = (event) => (heads = resultOf(event));
    for (const table of [tables.answers, tables.entries]) {
      table.getAllKeys().onsuccess = (event) => {
        for (const [id] of resultOf(event)) ids.add(id);
      };
    }
  });
  const known = new Set(heads.map(({ id }) => id));
  const whole = heads.filter((head) => decodeRecord({ ...head, draft: { ...head.draft, answers: {}, entries: {} } }));
  const suspects = new Set([...ids, ...known]);
  for (const { id } of whole) if (id !== atHand) suspects.delete(id);
  return { suspects, known };
}

/**
 * @param {import('./database.js').Database} database
 * @param {Set<string>} ids
 * @returns {Promise<Map<string, import('./rows.js').Rows>>}
 */
async function readRows(database, ids) {
  /** @type {Map<string, import('./rows.js').Rows>} */
  const rows = new Map();
  await database.run('readonly', (tables) => {
    for (const id of ids) rows.set(id, askRows(tables, id));
  });
  return rows;
}

/**
 * @param {string} id
 * @param {import('./rows.js').Rows} rows
 * @param {import('../definition.js').Definition} definition
 * @param {string} atHand
 * @returns {Damage | null}
 */
function damageOf(id, rows, definition, atHand) {
  const { head } = rows;
  // The record at hand may not have been stored yet.
  if (!head && rows.answers.length + rows.entries.length === 0) return null;
  const isOthers = isRecord(head?.draft) && head.draft.questionnaire_id !== definition.id;
  if (isOthers || isFromLaterRelease(head)) return null;
  const record = recordIn(isRecord(head?.draft) ? rows : { ...rows, head: { id, draft: {} } });
  const raw = JSON.stringify({ ...record.draft, kept_as: head }, null, 1);
  const decoded = decodeDraft(record.draft);
  if (decoded.ok && decodeRecord(record)) {
    const { unreadable } = decoded;
    return unreadable > 0 ? { id, isAtHand: id === atHand, unreadable, raw, draft: null } : null;
  }
  const draft = whatCanBeRead(record.draft, definition);
  return draft || isRecord(head) ? { id, isAtHand: false, unreadable: 0, raw, draft } : null;
}

/**
 * The answers of a draft whose head is damaged or gone, in a new head.
 * @param {any} stored
 * @param {import('../definition.js').Definition} definition
 * @returns {Draft | null} null when there are none of this questionnaire
 */
function whatCanBeRead({ name, answers, entries }, definition) {
  const blank = newDraft({
    draftId: newUuid(),
    questionnaireId: definition.id,
    revision: definition.revision,
    at: new Date(0).toISOString(),
  });
  const decoded = decodeDraft({ ...blank, name, answers: bareRecord(answers), entries: bareRecord(entries) });
  if (!decoded.ok) return null;
  const isOurs = answeredPaths(decoded.draft).some((path) => definition.item(path) !== null);
  return isOurs ? decoded.draft : null;
}
