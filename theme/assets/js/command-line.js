/**
 * From a draft file to a plain response, outside the browser: the command line's way to the code that the page uses.
 *
 * Reads `{definition, revisions, text}` from standard input and writes `{ok: true, response}`, or `{ok: false, reason}`
 * with the reasons of draft/file.js. Run by node; no page loads it.
 */
import { Definition } from './definition.js';
import { readDraftText } from './draft/file.js';
import { reconcile } from './draft/reconcile.js';
import { NO_REVISIONS } from './draft/revisions.js';
import { toResponse } from './response.js';
import { readJson, write } from './standard-streams.js';

const request = await readJson();
const definition = new Definition(request.definition);
const read = readDraftText(request.text, definition);
if (read.ok) {
  const by = { editor: '', at: read.draft.saved_at };
  const { draft } = reconcile(read.draft, definition, request.revisions ?? NO_REVISIONS, by);
  write({ ok: true, response: toResponse(definition, draft) });
} else {
  write(read);
}
