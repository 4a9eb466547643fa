/**
 * A record: a draft as this browser keeps it, with what belongs to this browser alone and never to a file.
 *
 * Records have ids of their own, because two copies of one draft (today's and last week's file) may both be here.
 *
 * @typedef {import('./draft.js').Draft} Draft
 *
 * @typedef {object} DraftRecord
 * @property {string} id
 * @property {number} opened  Of a questionnaire's records the one with the largest number is the one at hand.
 * @property {string} editor  This browser's editor id in this copy; a copy opened from a file gets a new one, so that
 *   two lines of editing never use the same stamp.
 * @property {string | null} step  Where the person was.
 * @property {{at: string, edits: number} | null} downloaded  When it was last downloaded, and how far it had come.
 * @property {string | null} deleted  When the person deleted it: it can be brought back for a while.
 * @property {CarriedOver | null} carried_over
 * @property {boolean} as_it_was  The person went back to the draft of an earlier revision: it is not carried over unasked.
 * @property {Draft} draft
 *
 * @typedef {object} CarriedOver  That the draft was begun with an earlier revision of the questionnaire.
 * @property {number} from  the revision
 * @property {number} answers  how many were of use as they were
 * @property {boolean} put_away  the person has read of it
 *
 * @typedef {object} RecordHead  Enough to list a record.
 * @property {string} id
 * @property {number} opened
 * @property {number} edits
 * @property {string} name
 * @property {string} savedAt
 * @property {string | null} deleted
 */
import { decodeDraft, isRecord } from './decode.js';
import { DRAFT_VERSION } from './draft.js';
import { newShortId } from './ids.js';
import { editCount } from './knowledge.js';
import { newest } from './newest.js';

/**
 * @param {Draft} draft
 * @param {number} opened
 * @returns {DraftRecord}
 */
export function newRecord(draft, opened) {
  return {
    id: newShortId(),
    opened,
    editor: newShortId(),
    step: null,
    downloaded: null,
    deleted: null,
    carried_over: null,
    as_it_was: false,
    draft,
  };
}

/**
 * @param {unknown} stored
 * @returns {DraftRecord | null}  null when it is damaged
 */
export function decodeRecord(stored) {
  if (!isRecord(stored)) return null;
  const decoded = decodeDraft(stored.draft);
  const { id, opened, editor, step, downloaded, deleted, carried_over: carried } = stored;
  if (!decoded.ok || typeof id !== 'string' || typeof editor !== 'string' || !Number.isSafeInteger(opened)) {
    return null;
  }
  return {
    id,
    opened,
    editor,
    step: typeof step === 'string' ? step : null,
    downloaded: isRecord(downloaded) ? { at: String(downloaded.at), edits: Number(downloaded.edits) } : null,
    deleted: typeof deleted === 'string' ? deleted : null,
    carried_over: isRecord(carried)
      ? { from: Number(carried.from), answers: Number(carried.answers), put_away: carried.put_away === true }
      : null,
    as_it_was: stored.as_it_was === true,
    draft: decoded.draft,
  };
}

/**
 * Whether what is stored was written by a later release of this page. It is then left alone: nothing here can tell
 * what it holds, and writing over it would lose that.
 * @param {unknown} stored  a record, or its head
 */
export function isFromLaterRelease(stored) {
  return isRecord(stored) && isRecord(stored.draft) && stored.draft.draft_version > DRAFT_VERSION;
}

/**
 * @param {DraftRecord} record
 * @returns {RecordHead}
 */
export function headOf({ id, opened, deleted, draft }) {
  return { id, opened, edits: editCount(draft), name: draft.name, savedAt: draft.saved_at, deleted };
}

/**
 * Two copies of one record, of which either may be missing or behind.
 * @param {DraftRecord | null} one
 * @param {DraftRecord | null} other
 * @returns {DraftRecord | null}
 */
export function joinRecords(one, other) {
  if (!one || !other) return one ?? other;
  const later = editCount(one.draft) >= editCount(other.draft) ? one : other;
  // A page may go when a download is noted in one place alone.
  const downloaded = (one.downloaded?.edits ?? 0) >= (other.downloaded?.edits ?? 0) ? one.downloaded : other.downloaded;
  return { ...later, opened: Math.max(one.opened, other.opened), downloaded, draft: newest(one.draft, other.draft) };
}
