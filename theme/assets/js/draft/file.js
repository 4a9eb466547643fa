/**
 * Draft files: the text that leaves this browser, its name, and the reading of one that comes back.
 *
 * Reading never throws and changes nothing: it says what the file is, or why it cannot be opened.
 *
 * @typedef {import('../definition.js').Definition} Definition
 * @typedef {import('./draft.js').Draft} Draft
 *
 * @typedef {object} FileSummary  What a person is shown before anything is replaced.
 * @property {string} name
 * @property {string} savedAt
 * @property {number} answers  answers this questionnaire can use
 * @property {number} unknown  answers to questions it does not have: kept, not shown
 * @property {number} unusable  answers its questions cannot hold: kept until they are answered again
 * @property {number} unreadable  damaged parts that had to be left out
 *
 * @typedef {'empty' | 'too-large' | 'not-a-draft' | 'damaged' | 'other-questionnaire' | 'newer-version'
 *   | 'newer-revision' | 'unreadable' | 'summary-without-draft' | import('./workbook-file.js').WorkbookProblem
 *   | import('./locked-file.js').LockProblem} FileProblem
 *
 * @typedef {object} Locked  A file that a passphrase opens; all that is known of it is that it is of this questionnaire.
 * @property {false} ok
 * @property {'locked'} reason
 * @property {import('./locked-file.js').DecodedLock} lock
 * @property {(passphrase: string) => Promise<FileResult>} unlock
 *
 * @typedef {{ok: true, draft: Draft, summary: FileSummary}
 *   | {ok: false, reason: FileProblem, questionnaireId?: string} | Locked} FileResult
 */
import { problemOf } from '../validation.js';
import { decodeDraft, isRecord } from './decode.js';
import { answeredPaths, valueAt } from './draft.js';
import { canLock, decodeLock, isAsMade, LOCKED_TYPE, unlock } from './locked-file.js';
import { draftTextIn } from './summary-draft.js';
import { workbookProblem } from './workbook-file.js';

/** More than any real draft; reading it would freeze the page. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/**
 * What a file chooser offers: drafts, and summaries that hold theirs. Some browsers share a file with another program
 * only as plain text.
 */
export const DRAFT_FILES = '.json,.txt,.html,.htm,application/json,text/plain,text/html';

/** @param {Draft} draft */
export function toFileText(draft) {
  return `${JSON.stringify(draft, null, 2)}\n`;
}

/**
 * A name that every system accepts: letters and digits of any script, and hyphens.
 * @param {string} name  what the draft is of; may be empty
 * @param {string} fallback  the questionnaire's id
 * @param {string} today  local date, YYYY-MM-DD
 * @param {string} [ending]
 */
export function fileName(name, fallback, today, ending = '.json') {
  const hyphenated = name.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').toLowerCase();
  const short = [...hyphenated].slice(0, 60).join('').replace(/^-+|-+$/g, '');
  return `${short || fallback}-${today}${ending}`;
}

/**
 * @param {Blob} file
 * @param {Definition} definition
 * @returns {Promise<FileResult>}
 */
export async function readDraftFile(file, definition) {
  if (file.size > LARGEST_FILE) return { ok: false, reason: 'too-large' };
  try {
    const workbook = await workbookProblem(file);
    if (workbook) return { ok: false, reason: workbook };
    const result = readDraftText(await file.text(), definition);
    // Nobody is to search for a passphrase that cannot help.
    const isDamaged = !result.ok && result.reason === 'locked' && !(await isAsMade(result.lock));
    return isDamaged ? { ok: false, reason: 'damaged' } : result;
  } catch {
    // The file was moved, or the disk it was on has gone.
    return { ok: false, reason: 'unreadable' };
  }
}

/**
 * @param {string} text
 * @param {Definition} definition
 * @returns {FileResult}
 */
export function readDraftText(text, definition) {
  const json = text.replace(/^\uFEFF/, '').trim();
  if (json === '') return { ok: false, reason: 'empty' };
  if (json.startsWith('<')) return readSummaryText(json, definition);
  let parsed;
  try {
    parsed = JSON.parse(json);
  } catch {
    return { ok: false, reason: json.startsWith('{') ? 'damaged' : 'not-a-draft' };
  }
  if (isRecord(parsed) && parsed.type === LOCKED_TYPE) return readLocked(parsed, definition);
  const decoded = decodeDraft(parsed);
  if (!decoded.ok) return { ok: false, reason: decoded.reason === 'newer' ? 'newer-version' : decoded.reason };

  const { draft, unreadable } = decoded;
  if (draft.questionnaire_id !== definition.id) {
    return { ok: false, reason: 'other-questionnaire', questionnaireId: draft.questionnaire_id };
  }
  if (draft.questionnaire_revision > definition.revision) return { ok: false, reason: 'newer-revision' };
  return { ok: true, draft, summary: summarise(draft, definition, unreadable) };
}

/**
 * @param {string} html
 * @param {Definition} definition
 * @returns {FileResult}
 */
function readSummaryText(html, definition) {
  const inside = draftTextIn(html);
  if (!inside.ok) return inside;
  const result = inside.text.startsWith('{') ? readDraftText(inside.text, definition) : null;
  // No page puts a locked file into a summary.
  return result && (result.ok || result.reason !== 'locked') ? result : { ok: false, reason: 'damaged' };
}

/**
 * @param {Record<string, unknown>} parsed
 * @param {Definition} definition
 * @returns {FileResult}
 */
function readLocked(parsed, definition) {
  const lock = decodeLock(parsed);
  if (!lock.ok) return lock;
  const { questionnaire_id: id, questionnaire_title: title } = lock.file;
  if (id !== definition.id) return { ok: false, reason: 'other-questionnaire', questionnaireId: title || id };
  if (!canLock()) return { ok: false, reason: 'no-lock' };
  return {
    ok: false,
    reason: 'locked',
    lock,
    unlock: async (passphrase) => {
      const opened = await unlock(lock, passphrase);
      if (!opened.ok) return opened;
      const result = readDraftText(opened.text, definition);
      // No page locks a file twice.
      return !result.ok && result.reason === 'locked' ? { ok: false, reason: 'damaged' } : result;
    },
  };
}

/**
 * @param {Draft} draft
 * @param {Definition} definition
 * @param {number} unreadable
 * @returns {FileSummary}
 */
export function summarise(draft, definition, unreadable) {
  const summary = { name: draft.name, savedAt: draft.saved_at, answers: 0, unknown: 0, unusable: 0, unreadable };
  for (const path of answeredPaths(draft)) {
    const item = definition.item(path);
    if (!item || item.type === 'computed' || item.items) summary.unknown += 1;
    else if (problemOf(item, valueAt(draft, path))) summary.unusable += 1;
    else summary.answers += 1;
  }
  return summary;
}
