/**
 * Entries that stand for a finding carry its id in their own: they stay known when its words change, and two people
 * who make the same one do not make two.
 */

const ENTRY_ID = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * @param {'from' | 'set-aside'} what
 * @param {{id: string}} finding
 * @returns {string | undefined} undefined where no entry can be called so
 */
export function entryIdFor(what, { id }) {
  const entryId = `${what}-${id}`;
  return ENTRY_ID.test(entryId) ? entryId : undefined;
}
