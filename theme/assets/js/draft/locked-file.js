/**
 * Files that a passphrase locks: AES-GCM with a key made from it by PBKDF2.
 *
 * Outside the lock stands which questionnaire it is of, so that another page can say so, and how to unlock it; nothing
 * of the answers, of the draft's name or of who answered. A sum over all of it tells a damaged file from a wrong
 * passphrase. The passphrase is kept nowhere: whoever has forgotten it cannot be helped.
 *
 * @typedef {{id: string, title: string}} Of  The questionnaire.
 *
 * @typedef {object} LockedFile
 * @property {'questionnaire-draft-locked'} type
 * @property {1} version
 * @property {string} questionnaire_id
 * @property {string} questionnaire_title
 * @property {'PBKDF2-SHA256'} key_from
 * @property {number} rounds
 * @property {string} salt
 * @property {'AES-256-GCM'} locked_by
 * @property {string} iv
 * @property {string} sum  SHA-256 of all that stands here
 * @property {string} data
 *
 * @typedef {'damaged' | 'newer-version' | 'wrong-passphrase' | 'no-lock'} LockProblem
 * @typedef {{ok: true, file: LockedFile, salt: Bytes, iv: Bytes, sum: Bytes, data: Bytes}} DecodedLock
 * @typedef {Uint8Array<ArrayBuffer>} Bytes
 */
import { fromBase64, toBase64 } from './base64.js';
import { isRecord } from './decode.js';

export const LOCKED_TYPE = 'questionnaire-draft-locked';
const VERSION = 1;

export const ROUNDS = 600_000;

/** What a hostile file may ask for: a few seconds of a phone. */
const MOST_ROUNDS = 2_000_000;

const SALT_BYTES = 16;
const IV_BYTES = 12;
const SUM_BYTES = 32;

/** Browsers lock only on a page that came by a secure connection. */
export function canLock() {
  return globalThis.crypto?.subtle !== undefined;
}

/**
 * The same passphrase, however a keyboard put its letters together, and without what copying puts around it.
 * @param {string} passphrase
 */
export function normalPassphrase(passphrase) {
  return passphrase.normalize('NFC').trim();
}

/**
 * @param {string} text  of the draft file
 * @param {string} passphrase
 * @param {Of} of
 * @param {number} [rounds]
 * @returns {Promise<string>} the text of the locked file
 */
export async function lock(text, passphrase, { id, title }, rounds = ROUNDS) {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  /** @type {Omit<LockedFile, 'sum' | 'data'>} */
  const head = {
    type: LOCKED_TYPE,
    version: VERSION,
    questionnaire_id: id,
    questionnaire_title: title,
    key_from: 'PBKDF2-SHA256',
    rounds,
    salt: toBase64(salt),
    locked_by: 'AES-256-GCM',
    iv: toBase64(iv),
  };
  const key = await keyFrom(passphrase, salt, rounds);
  const cipher = { name: 'AES-GCM', iv, additionalData: bytesOf(head) };
  const data = new Uint8Array(await crypto.subtle.encrypt(cipher, key, new TextEncoder().encode(text)));
  const sum = toBase64(await sumOf(head, data));
  return `${JSON.stringify({ ...head, sum, data: toBase64(data) }, null, 2)}\n`;
}

/**
 * What a locked file says of itself.
 * @param {unknown} parsed  of this type
 * @returns {DecodedLock | {ok: false, reason: LockProblem}}
 */
export function decodeLock(parsed) {
  if (!isRecord(parsed) || !Number.isSafeInteger(parsed.version) || parsed.version < 1) return { ok: false, reason: 'damaged' };
  if (parsed.version > VERSION) return { ok: false, reason: 'newer-version' };
  const [salt, iv, sum, data] = [parsed.salt, parsed.iv, parsed.sum, parsed.data].map(fromBase64);
  const isWhole =
    [parsed.questionnaire_id, parsed.questionnaire_title].every((one) => typeof one === 'string') &&
    parsed.key_from === 'PBKDF2-SHA256' &&
    parsed.locked_by === 'AES-256-GCM' &&
    Number.isSafeInteger(parsed.rounds) &&
    parsed.rounds > 0 &&
    parsed.rounds <= MOST_ROUNDS;
  if (!isWhole || salt?.length !== SALT_BYTES || iv?.length !== IV_BYTES || sum?.length !== SUM_BYTES || !data) {
    return { ok: false, reason: 'damaged' };
  }
  return { ok: true, file: /** @type {LockedFile} */ (parsed), salt, iv, sum, data };
}

/**
 * Whether a locked file is as it was made. Where the browser cannot tell, nothing is said against it.
 * @param {DecodedLock} lock
 */
export async function isAsMade({ file, sum, data }) {
  if (!canLock()) return true;
  const found = await sumOf(headOf(file), data);
  return found.every((byte, index) => byte === sum[index]);
}

/**
 * @param {DecodedLock} lock
 * @param {string} passphrase
 * @returns {Promise<{ok: true, text: string} | {ok: false, reason: LockProblem}>}
 */
export async function unlock(lock, passphrase) {
  if (!canLock()) return { ok: false, reason: 'no-lock' };
  if (!(await isAsMade(lock))) return { ok: false, reason: 'damaged' };
  const { file, salt, iv, data } = lock;
  const key = await keyFrom(passphrase, salt, file.rounds);
  try {
    const cipher = { name: 'AES-GCM', iv, additionalData: bytesOf(headOf(file)) };
    return { ok: true, text: new TextDecoder().decode(await crypto.subtle.decrypt(cipher, key, data)) };
  } catch {
    return { ok: false, reason: 'wrong-passphrase' };
  }
}

/**
 * @param {string} passphrase
 * @param {Bytes} salt
 * @param {number} iterations
 */
async function keyFrom(passphrase, salt, iterations) {
  const letters = new TextEncoder().encode(normalPassphrase(passphrase));
  const source = await crypto.subtle.importKey('raw', letters, 'PBKDF2', false, ['deriveKey']);
  const making = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(making, source, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/**
 * @param {LockedFile} file
 * @returns {Omit<LockedFile, 'sum' | 'data'>}
 */
function headOf({ type, version, questionnaire_id, questionnaire_title, key_from, rounds, salt, locked_by, iv }) {
  return { type, version, questionnaire_id, questionnaire_title, key_from, rounds, salt, locked_by, iv };
}

/**
 * @param {Omit<LockedFile, 'sum' | 'data'>} head
 * @param {Bytes} data
 */
async function sumOf(head, data) {
  const start = bytesOf(head);
  const all = new Uint8Array(start.length + data.length);
  all.set(start);
  all.set(data, start.length);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all));
}

/**
 * The head as it is locked in: the same bytes, however a file was laid out.
 * @param {Omit<LockedFile, 'sum' | 'data'>} head
 */
function bytesOf(head) {
  return new TextEncoder().encode(JSON.stringify(head));
}
