/**
 * From parsed JSON to a draft, whoever wrote it.
 *
 * Trusts nothing: every field is checked and copied, what cannot be read is counted and left out, and no key can
 * touch a prototype. Answers to questions nobody knows are kept: they may be another revision's.
 *
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {import('./draft.js').Answer} Answer
 * @typedef {import('./draft.js').Entry} Entry
 * @typedef {import('./draft.js').Stamp} Stamp
 * @typedef {import('../definition.js').Value} Value
 *
 * @typedef {{ok: true, draft: Draft, unreadable: number}
 *   | {ok: false, reason: 'not-a-draft' | 'newer' | 'damaged'}} DecodeResult
 */
import { bareRecord, DRAFT_TYPE, newDraft } from './draft.js';
import { newUuid } from './ids.js';
import { entryPath, knows } from './knowledge.js';
import { migrate } from './migrations.js';
import { isOrder } from './order.js';

const ENTRY_ID = /^[A-Za-z0-9_-]{1,64}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;
const NEVER = '1970-01-01T00:00:00Z';

/**
 * @param {unknown} parsed
 * @returns {DecodeResult}
 */
export function decodeDraft(parsed) {
  if (!isRecord(parsed) || parsed.type !== DRAFT_TYPE) return { ok: false, reason: 'not-a-draft' };
  const migrated = migrate(parsed);
  if (!migrated.ok) return { ok: false, reason: migrated.reason === 'newer' ? 'newer' : 'damaged' };
  const raw = migrated.draft;
  if (typeof raw.questionnaire_id !== 'string' || !isCount(raw.questionnaire_revision)) {
    return { ok: false, reason: 'damaged' };
  }
  const reader = new Reader();
  const createdAt = isInstant(raw.created_at) ? raw.created_at : NEVER;
  /** @type {Draft} */
  const draft = {
    ...newDraft({
      draftId: isId(raw.draft_id) ? raw.draft_id : newUuid(),
      questionnaireId: raw.questionnaire_id,
      revision: raw.questionnaire_revision,
      at: createdAt,
    }),
    name: typeof raw.name === 'string' ? raw.name : '',
    name_chosen: raw.name_chosen === true,
    parts: isTexts(raw.parts) ? raw.parts : null,
    started_from: readOrigin(raw.started_from),
    saved_at: isInstant(raw.saved_at) ? raw.saved_at : createdAt,
    editors: reader.record(raw.editors, (name) => (typeof name === 'string' ? name : null)),
    seen: reader.record(raw.seen, readCount),
    seen_in_parts: reader.list(raw.seen_in_parts, (part) => reader.partSeen(part)),
    // Every page writes them: a draft without any has lost them.
    answers: reader.record(raw.answers ?? null, readAnswer),
    entries: reader.record(raw.entries, (some) => reader.record(some, readEntry, isEntryId)),
  };
  seeAllStamps(draft);
  return { ok: true, draft, unreadable: reader.unreadable };
}

/** Copies records member by member and counts what it had to leave out. */
class Reader {
  unreadable = 0;

  /**
   * @template T
   * @param {unknown} raw
   * @param {(value: unknown) => T | null} read
   * @param {(key: string) => boolean} [isKey]
   * @returns {Record<string, T>}
   */
  record(raw, read, isKey = () => true) {
    /** @type {Record<string, T>} */
    const result = bareRecord();
    if (!isRecord(raw)) {
      if (raw !== undefined) this.unreadable += 1;
      return result;
    }
    for (const [key, value] of Object.entries(raw)) {
      const member = isKey(key) ? read(value) : null;
      if (member === null) this.unreadable += 1;
      else result[key] = member;
    }
    return result;
  }

  /**
   * @template T
   * @param {unknown} raw
   * @param {(value: unknown) => T | null} read
   * @returns {T[]}
   */
  list(raw, read) {
    if (raw === undefined) return [];
    if (!Array.isArray(raw)) {
      this.unreadable += 1;
      return [];
    }
    const good = raw.map(read).filter((member) => member !== null);
    this.unreadable += raw.length - good.length;
    return good;
  }

  /**
   * @param {unknown} raw
   * @returns {import('./knowledge.js').PartSeen | null}
   */
  partSeen(raw) {
    if (!isRecord(raw) || !isTexts(raw.paths)) return null;
    return { paths: raw.paths, seen: this.record(raw.seen, readCount) };
  }
}

/** @param {unknown} raw */
function readCount(raw) {
  return isCount(raw) ? raw : null;
}

/**
 * @param {unknown} raw
 * @returns {Answer | null}
 */
function readAnswer(raw) {
  if (!isRecord(raw) || !isValue(raw.value)) return null;
  return { value: raw.value, stamp: readStamp(raw.stamp), at: isInstant(raw.at) ? raw.at : NEVER, ...readTakenBack(raw) };
}

/**
 * @param {unknown} raw
 * @returns {Entry | null}
 */
function readEntry(raw) {
  if (!isRecord(raw)) return null;
  return {
    order: isOrder(raw.order) ? raw.order : 'a1',
    stamp: readStamp(raw.stamp),
    at: isInstant(raw.at) ? raw.at : NEVER,
    removed: raw.removed === true,
    ...readTakenBack(raw),
  };
}

/**
 * @param {Record<string, any>} raw
 * @returns {import('./draft.js').TakenBack}
 */
function readTakenBack({ again, unseen }) {
  const isPutBack = again === null || (isRecord(again) && isInstant(again.at));
  return {
    ...(isPutBack && { again: again && { stamp: readStamp(again.stamp), at: again.at } }),
    ...(Array.isArray(unseen) && { unseen: unseen.filter(isUnseen).map(([editor, after, upTo]) => [editor, after, upTo]) }),
  };
}

/**
 * @param {unknown} raw
 * @returns {raw is import('./draft.js').Unseen}
 */
function isUnseen(raw) {
  return Array.isArray(raw) && typeof raw[0] === 'string' && isCount(raw[1]) && isCount(raw[2]);
}

/**
 * @param {unknown} raw
 * @returns {import('./draft.js').Origin | null}
 */
function readOrigin(raw) {
  if (!isRecord(raw) || !isId(raw.draft_id)) return null;
  return {
    draft_id: raw.draft_id,
    name: typeof raw.name === 'string' ? raw.name : '',
    saved_at: isInstant(raw.saved_at) ? raw.saved_at : NEVER,
  };
}

/**
 * @param {unknown} raw
 * @returns {Stamp}
 */
function readStamp(raw) {
  if (!Array.isArray(raw)) return ['', 0];
  const [editor, count] = raw;
  return typeof editor === 'string' && isCount(count) ? [editor, count] : ['', 0];
}

/**
 * A draft has seen every stamp it holds, whatever a file says.
 * @param {Draft} draft
 */
function seeAllStamps(draft) {
  const isSeen = knows(draft);
  const see = (/** @type {string} */ path, /** @type {Answer | Entry} */ { stamp }) => {
    const [editor, count] = stamp;
    if (!isSeen(path, stamp)) draft.seen[editor] = count;
  };
  for (const [path, answer] of Object.entries(draft.answers)) see(path, answer);
  for (const [id, some] of Object.entries(draft.entries)) {
    for (const [entryId, entry] of Object.entries(some)) see(entryPath(id, entryId), entry);
  }
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, any>}
 */
export function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * @param {unknown} value
 * @returns {value is Value}
 */
function isValue(value) {
  if (value === null || typeof value === 'string') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  return isTexts(value);
}

/**
 * @param {unknown} value
 * @returns {value is string[]}
 */
function isTexts(value) {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
function isCount(value) {
  return Number.isSafeInteger(value) && /** @type {number} */ (value) >= 0 && /** @type {number} */ (value) < 1e12;
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
function isInstant(value) {
  return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
function isId(value) {
  return typeof value === 'string' && ENTRY_ID.test(value);
}

/** @param {string} key */
function isEntryId(key) {
  return ENTRY_ID.test(key) && key !== '__proto__';
}
