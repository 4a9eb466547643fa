/**
 * Finding entries of the index that MkDocs makes. Touches no page.
 *
 * The index has an entry for each page, with all its text, and one for each of the page's headings.
 *
 * @typedef {{title: string, text: string, location: string}} Entry
 * @typedef {Entry & {page: string | null}} Found  `page`: the title of the page that a heading stands on
 */

const EXCERPT = 160;
const IN_TITLE = 10;

/**
 * Entries that hold every word of a query, those with the words in their title first, and of these the pages that are
 * not in a folder: what is meant for few people is in one. A page gives way to those of its headings under which the
 * words stand.
 *
 * @param {Entry[]} entries
 * @param {string} query
 * @returns {Found[]}
 */
export function findEntries(entries, query) {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const titles = new Map(entries.filter(isPage).map((entry) => [entry.location, entry.title]));
  const found = entries
    // The first heading of a page says the same as the page.
    .filter((entry) => isPage(entry) || entry.title !== titles.get(pageOf(entry)))
    .map((entry) => ({ ...entry, page: isPage(entry) ? null : (titles.get(pageOf(entry)) ?? null) }))
    .map((entry) => ({ entry, score: scoreOf(entry, words) }))
    .filter(({ score }) => score > 0);
  const withHeadings = new Set(found.filter(({ entry }) => !isPage(entry)).map(({ entry }) => pageOf(entry)));
  return found
    .filter(({ entry, score }) => !isPage(entry) || score >= IN_TITLE || !withHeadings.has(entry.location))
    .sort((a, b) => b.score - a.score || depthOf(a.entry) - depthOf(b.entry))
    .map(({ entry }) => entry);
}

/** @param {Entry} entry */
const isPage = (entry) => !entry.location.includes('#');

/** @param {Entry} entry */
const pageOf = (entry) => entry.location.split('#')[0];

/** @param {Entry} entry */
const depthOf = (entry) => pageOf(entry).split('/').length;

/**
 * The stretch of a text around the first word found, cut at spaces.
 *
 * @param {string} text
 * @param {string} query
 */
export function excerptOf(text, query) {
  const lower = text.toLowerCase();
  const places = wordsOf(query).map((word) => lower.indexOf(word)).filter((place) => place >= 0);
  const start = places.length === 0 ? 0 : Math.max(0, Math.min(...places) - EXCERPT / 4);
  const end = start + EXCERPT;
  const [before, after] = [start > 0, end < text.length];
  let cut = text.slice(start, end);
  if (before) cut = `… ${cut.replace(/^\S*\s/, '')}`;
  if (after) cut = `${cut.replace(/\s\S*$/, '')} …`;
  return cut;
}

/**
 * Short words say little, and many a page does without them; "8c" and "A1" say much.
 * @param {string} query
 */
function wordsOf(query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const telling = words.filter((word) => word.length > 2 || /\d/.test(word));
  return telling.length > 0 ? telling : words;
}

/** @param {Entry} entry @param {string[]} words */
function scoreOf(entry, words) {
  const title = entry.title.toLowerCase();
  const text = entry.text.toLowerCase();
  const scores = words.map((word) => (title.includes(word) ? IN_TITLE : 0) + (text.includes(word) ? 1 : 0));
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0);
}
