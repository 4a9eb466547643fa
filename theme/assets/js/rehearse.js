/**
 * Opens kept drafts as the page would, outside the browser: the build's way to see that old drafts still find their
 * place.
 *
 * Reads `{definition, revisions, drafts}` from standard input, each draft as the text of its file, and writes an answer
 * for each: `{ok: true, carried, look_at, kept_aside, answers}`, or `{ok: false, reason}` with the reasons of
 * draft/file.js. Run by node; no page loads it.
 */
import { Definition } from './definition.js';
import { readDraftText } from './draft/file.js';
import { reconcile } from './draft/reconcile.js';
import { NO_REVISIONS } from './draft/revisions.js';
import { readJson, write } from './standard-streams.js';

const request = await readJson();
const definition = new Definition(request.definition);

/** @param {string} text */
function rehearse(text) {
  const read = readDraftText(text, definition);
  if (!read.ok) return { ok: false, reason: read.reason };
  const by = { editor: '', at: read.draft.saved_at };
  const { draft, carried, toLookAt, keptAside } = reconcile(read.draft, definition, request.revisions ?? NO_REVISIONS, by);
  const answers = Object.entries(draft.answers).map(([path, { value }]) => [path, value]);
  return {
    ok: true,
    carried,
    look_at: toLookAt.map(({ path }) => path),
    kept_aside: keptAside.map(({ path }) => path),
    answers: Object.fromEntries(answers),
  };
}

write(request.drafts.map(rehearse));
