/**
 * Shapes of a draft over time. Each step is pure, has a name, and turns one version into the next, so that a file
 * saved by any release opens in every later one.
 *
 * To change the shape: add a step here, raise DRAFT_VERSION in draft.js, freeze a file of the old shape in
 * site_tests/fixtures/drafts, and never alter a step that has been released. A step may rely only on the fields of
 * the version it starts from. What a questionnaire asks is its revision, and no matter of this module.
 *
 * @typedef {object} Migration
 * @property {number} to  the version it makes
 * @property {string} name
 * @property {string} description
 * @property {(draft: Record<string, any>) => Record<string, any>} up
 *
 * @typedef {{ok: true, draft: Record<string, any>} | {ok: false, reason: 'newer' | 'unknown-version'}} MigrateResult
 */
import { DRAFT_VERSION } from './draft.js';

/** @type {readonly Migration[]} */
export const MIGRATIONS = Object.freeze([
  {
    to: 2,
    name: 'name-and-parts',
    description: 'Says whether the person has named the draft, which sections it carries, and where it began.',
    up: (draft) => ({ ...draft, name_chosen: false, parts: null, started_from: null, seen_in_parts: [] }),
  },
]);

/**
 * @param {Record<string, any>} draft  as parsed, of any version
 * @param {readonly Migration[]} [migrations]
 * @param {number} [current]
 * @returns {MigrateResult}
 */
export function migrate(draft, migrations = MIGRATIONS, current = DRAFT_VERSION) {
  const version = draft.draft_version;
  if (!Number.isSafeInteger(version) || version < 1) return { ok: false, reason: 'unknown-version' };
  if (version > current) return { ok: false, reason: 'newer' };
  return {
    ok: true,
    draft: migrations
      .filter((step) => step.to > version)
      .reduce((older, step) => ({ ...step.up(older), draft_version: step.to }), draft),
  };
}
