/**
 * Entries that several people may each have entered: the same name in the same list.
 *
 * Only ever a hint. Two services may well have one name.
 *
 * @typedef {import('./response.js').Evaluation} Evaluation
 *
 * @typedef {object} Pair
 * @property {string} name
 * @property {[one: string, other: string]} paths  of the answers that name them
 */

/**
 * @param {Evaluation} evaluation
 * @param {{entriesId: string, entryId: string, from: number[]}[]} added  entries that have just come in
 * @returns {Pair[]}
 */
export function possibleDuplicates(evaluation, added) {
  return [...new Set(added.map(({ entriesId }) => entriesId))].flatMap((entriesId) => {
    const list = evaluation.definition.item(entriesId);
    const title = list?.entry_title;
    // A name chosen from a list is no name of its own.
    if (!title || list.items?.find(({ id }) => id === title)?.type !== 'text') return [];
    const origins = new Map(added.filter((one) => one.entriesId === entriesId).map((one) => [one.entryId, one.from]));
    const byName = namedAlike(evaluation, entriesId);
    return [...byName.values()].flatMap((ids) => {
      const newcomer = ids.find((id) => origins.has(id));
      const other = ids.find((id) => id !== newcomer && !isFromTheSame(origins.get(id), origins.get(newcomer ?? '')));
      if (newcomer === undefined || other === undefined) return [];
      const path = (/** @type {string} */ id) => `${entriesId}/${id}/${title}`;
      /** @type {Pair} */
      const pair = { name: evaluation.entryTitle(entriesId, newcomer), paths: [path(other), path(newcomer)] };
      return [pair];
    });
  });
}

/**
 * @param {Evaluation} evaluation
 * @param {string} entriesId
 */
function namedAlike(evaluation, entriesId) {
  /** @type {Map<string, string[]>} */
  const byName = new Map();
  for (const id of evaluation.entries(entriesId)) {
    const name = evaluation.entryTitle(entriesId, id).trim().toLowerCase().replace(/\s+/g, ' ');
    if (name !== '') byName.set(name, [...(byName.get(name) ?? []), id]);
  }
  return byName;
}

/**
 * Whether one person's file has both: then that person meant it.
 * @param {number[] | undefined} one
 * @param {number[] | undefined} other
 */
function isFromTheSame(one, other) {
  return one !== undefined && other !== undefined && one.some((index) => other.includes(index));
}
