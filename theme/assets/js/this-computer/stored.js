/**
 * What this website has stored in this browser, by name and size. Reads only, and says nothing of what is in it.
 *
 * @typedef {object} StoredDraft
 * @property {string} questionnaireId
 * @property {string} name  empty: none was given
 * @property {string | null} savedAt
 * @property {boolean} isDeleted  it goes for good with the next look at the list
 * @property {number} bytes  with its earlier versions, in both places
 * @property {number} versions  earlier versions kept
 *
 * @typedef {{key: string, bytes: number}} StoredSetting  `key` without the site's prefix
 * @typedef {{name: string, files: number}} StoredCache
 *
 * @typedef {object} Surroundings
 * @property {() => IDBFactory} databases
 * @property {(() => Storage)[]} storages  where settings and copies are: localStorage, sessionStorage
 * @property {() => CacheStorage | undefined} caches
 */
import { Journal } from '../draft/journal.js';

/** As early.js writes it, which shares no code with anything. */
const RELOADED = 'reloaded:';

/** @type {Surroundings} */
const BROWSER = {
  databases: () => indexedDB,
  storages: [() => localStorage, () => sessionStorage],
  caches: () => globalThis.caches,
};

/**
 * @param {string} prefix  the site's path: other projects of the same account share its origin
 * @param {Surroundings} [surroundings]
 * @returns {Promise<{drafts: StoredDraft[], settings: StoredSetting[], caches: StoredCache[]}>}
 */
export async function storedHere(prefix, surroundings = BROWSER) {
  const items = surroundings.storages.flatMap((storage) => itemsOf(storage, prefix));
  const [drafts, caches] = await Promise.all([draftsIn(prefix, surroundings), cachesOf(prefix, surroundings)]);
  const settings = [];
  for (const { key, bytes } of items) {
    const [, questionnaireId, id] = key.match(/^draft:([^:]+):(.+)$/) ?? [];
    if (id) draftOf(drafts, id, questionnaireId).bytes += bytes;
    else settings.push({ key, bytes });
  }
  return { drafts: [...drafts.values()], settings, caches };
}

/**
 * @param {() => Storage} storage
 * @param {string} prefix
 * @returns {StoredSetting[]}
 */
function itemsOf(storage, prefix) {
  try {
    const items = storage();
    const keys = Array.from({ length: items.length }, (_, index) => items.key(index) ?? '');
    return keys
      .filter((key) => key.startsWith(`${prefix}:`) || key.startsWith(`${RELOADED}${prefix}`))
      .map((key) => ({ key: key.replace(`${prefix}:`, ''), bytes: key.length + (items.getItem(key) ?? '').length }));
  } catch {
    // Where storage is blocked there is nothing.
    return [];
  }
}

/**
 * @param {string} prefix
 * @param {Surroundings} surroundings
 * @returns {Promise<Map<string, StoredDraft>>}
 */
async function draftsIn(prefix, { databases }) {
  /** @type {Map<string, StoredDraft>} */
  const drafts = new Map();
  if (!(await hasDatabase(databases, `${prefix}:drafts`))) return drafts;
  const journal = new Journal(`${prefix}:drafts`, databases);
  await journal.database.run('readonly', (tables) => {
    tables.heads.getAll().onsuccess = (event) => {
      for (const row of rowsOf(event)) {
        const draft = draftOf(drafts, row.id, String(row.draft?.questionnaire_id ?? ''));
        draft.name = String(row.draft?.name ?? '');
        draft.savedAt = row.draft?.saved_at ?? null;
        draft.isDeleted = typeof row.deleted === 'string';
        draft.bytes += sizeOf(row);
      }
    };
    for (const name of ['answers', 'entries', 'snapshots']) {
      tables[name].getAll().onsuccess = (event) => {
        for (const row of rowsOf(event)) {
          const draft = draftOf(drafts, row.id, '');
          draft.bytes += sizeOf(row);
          if (name === 'snapshots') draft.versions += 1;
        }
      };
    }
  });
  await journal.removeIfEmpty();
  return drafts;
}

/**
 * To open a database is to make it.
 * @param {() => IDBFactory} databases
 * @param {string} name
 */
async function hasDatabase(databases, name) {
  try {
    const known = await databases().databases();
    return known.some((each) => each.name === name);
  } catch {
    // Not every browser lists them; an empty one is taken away again.
    return true;
  }
}

/**
 * @param {Map<string, StoredDraft>} drafts
 * @param {string} id
 * @param {string} questionnaireId
 */
function draftOf(drafts, id, questionnaireId) {
  const draft = drafts.get(id) ?? { questionnaireId, name: '', savedAt: null, isDeleted: false, bytes: 0, versions: 0 };
  drafts.set(id, draft);
  return draft;
}

/**
 * @param {string} prefix
 * @param {Surroundings} surroundings
 * @returns {Promise<StoredCache[]>}
 */
async function cachesOf(prefix, { caches }) {
  try {
    const storage = caches();
    const names = ((await storage?.keys()) ?? []).filter((name) => name.startsWith(`${prefix}:`));
    const opened = names.map(async (name) => ({ name, files: (await (await storage?.open(name))?.keys())?.length ?? 0 }));
    return await Promise.all(opened);
  } catch {
    return [];
  }
}

/**
 * @param {Event} event
 * @returns {any[]}
 */
function rowsOf(event) {
  return /** @type {IDBRequest} */ (event.target).result;
}

/** @param {unknown} row */
function sizeOf(row) {
  return JSON.stringify(row).length;
}
