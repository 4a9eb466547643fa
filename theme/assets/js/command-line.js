/**
 * From a draft file to a plain response, outside the browser: the command line's way to the code that the page uses.
 *
 * Reads `{definition, text}` from standard input and writes `{ok: true, response}`, or `{ok: false, reason}` with the
 * reasons of draft/file.js. Run by node; no page loads it.
 */
import { Definition } from './definition.js';
import { readDraftText } from './draft/file.js';
import { toResponse } from './response.js';

// Everything else here is for browsers, and is checked without node's types.
/** @type {{stdin: AsyncIterable<Uint8Array>, stdout: {write(text: string): void}}} */
const { stdin, stdout } = /** @type {any} */ (globalThis).process;

const decoder = new TextDecoder();
let input = '';
for await (const chunk of stdin) input += decoder.decode(chunk, { stream: true });

const request = JSON.parse(input + decoder.decode());
const definition = new Definition(request.definition);
const read = readDraftText(request.text, definition);
stdout.write(JSON.stringify(read.ok ? { ok: true, response: toResponse(definition, read.draft) } : read));
