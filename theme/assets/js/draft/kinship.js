/**
 * How another draft is related to mine: whether combining the two is what a person is likely to want.
 *
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {'copy' | 'earlier' | 'later' | 'other'} Kinship  copy: both go back to one draft, whose edits they share;
 *   earlier: mine was started from it; later: it was started from mine; other: begun apart.
 */
import { highestCounts } from './knowledge.js';

/**
 * @param {Draft} mine
 * @param {Draft} other  as it was read, before it is carried over
 * @returns {Kinship}
 */
export function kinshipOf(mine, other) {
  if (other.draft_id === mine.draft_id) return 'copy';
  if (other.draft_id === mine.started_from?.draft_id) return 'earlier';
  if (mine.draft_id === other.started_from?.draft_id) return 'later';
  // A duplicate has an id of its own. No two drafts that were begun apart have an editor in common.
  const [known, theirs] = [highestCounts(mine), highestCounts(other)];
  return Object.keys(theirs).some((editor) => editor in known) ? 'copy' : 'other';
}
