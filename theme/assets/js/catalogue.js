/**
 * The words of the interface, as the page brings them: a flat list of entries by dotted key.
 *
 * @typedef {string | {one: string, other: string}} Entry
 */

/** @type {{entries: Record<string, Entry>, plural: Intl.PluralRules} | null} */
let catalogue = null;

/**
 * @param {Record<string, Entry>} entries
 * @param {string} language
 */
export function useCatalogue(entries, language) {
  catalogue = { entries, plural: new Intl.PluralRules(language) };
}

/**
 * Words that come after the page itself.
 * @param {Record<string, Entry>} entries
 */
export function addWords(entries) {
  Object.assign(loaded().entries, entries);
}

function loaded() {
  if (!catalogue) {
    const $entries = document.getElementById('catalogue');
    useCatalogue(JSON.parse($entries?.textContent ?? '{}'), document.documentElement.lang || 'en');
  }
  return /** @type {NonNullable<typeof catalogue>} */ (catalogue);
}

/**
 * The text of a key with its places filled in; `count` chooses between one and other.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function text(key, values = {}) {
  const { entries, plural } = loaded();
  const entry = entries[key] ?? key;
  const pattern =
    typeof entry === 'string' ? entry : entry[plural.select(Number(values.count)) === 'one' ? 'one' : 'other'];
  return pattern.replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));
}

/**
 * Every entry whose key begins so, as it stands: for those who fill in places themselves.
 * @param {string} prefix
 */
export function texts(prefix) {
  return Object.fromEntries(Object.entries(loaded().entries).filter(([key]) => key.startsWith(prefix)));
}
