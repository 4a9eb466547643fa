/** Whether this browser keeps answers: both places for them, how much room there is, and whether they may be thrown away. */
import { text } from '../catalogue.js';
import { Database } from '../draft/database.js';
import { FOR_ANSWERS } from '../room.js';
import { look, note, ok, sizeOf } from './outcome.js';

const PROBE = 'probe';

/**
 * Something is written, read back and removed, in a database of its own.
 * @param {string} prefix  the site's path
 */
export async function checkJournal(prefix) {
  const database = new Database(`${prefix}:check`, { version: 1, tables: { rows: 'id' } }, () => indexedDB, 8000);
  const written = await database.run('readwrite', ({ rows }) => rows.put({ id: PROBE, value: prefix }));
  /** @type {unknown} */
  let value;
  const read = await database.run('readonly', ({ rows }) => {
    rows.get(PROBE).onsuccess = (event) => (value = /** @type {IDBRequest} */ (event.target).result?.value);
  });
  if (!written.ok || !read.ok || value !== prefix) return look(text('computer.journal_look'), text('computer.storage_advice'));
  await database.remove();
  return ok(text('computer.journal_ok'));
}

/** @param {string} prefix */
export function checkLocal(prefix) {
  const key = `${prefix}:check`;
  try {
    localStorage.setItem(key, PROBE);
    const isKept = localStorage.getItem(key) === PROBE;
    localStorage.removeItem(key);
    if (isKept) return ok(text('computer.local_ok'));
  } catch {
    // Blocked or full, which comes to the same here.
  }
  return look(text('computer.local_look'), text('computer.storage_advice'));
}

export async function checkRoom() {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    if (usage === undefined || quota === undefined) throw new Error('not said');
    const sizes = { used: sizeOf(usage, text), room: sizeOf(Math.max(quota - usage, 0), text) };
    if (quota - usage < FOR_ANSWERS) return look(text('computer.room_look', sizes), text('computer.room_advice'));
    return ok(text('computer.room_ok', sizes));
  } catch {
    return note(text('computer.room_unknown'));
  }
}

export async function checkPersistence() {
  try {
    if (await navigator.storage.persisted()) return ok(text('computer.lasting_ok'));
    return note(text('computer.lasting_note'), text('computer.lasting_advice'));
  } catch {
    return note(text('computer.lasting_unknown'), text('computer.lasting_advice'));
  }
}
