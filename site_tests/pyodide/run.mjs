/**
 * Starts the shipped Pyodide once and puts every request to it.
 *
 *   node run.mjs RUNTIME_FOLDER LOCK_FILE < {"probe": Python source, "requests": [text, ...]} > [reply, ...]
 *
 * The probe's `answer(request: str) -> str` gives each reply. Pyodide comes up as in the site's worker: the lock's
 * contents are passed to it, and it loads the core's wheel from beside the lock, checking its hash.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

const [runtime, lock] = process.argv.slice(2).map((path) => resolve(path));
const { probe, requests } = JSON.parse(await text(process.stdin));

const { loadPyodide } = await import(pathToFileURL(`${runtime}/pyodide.mjs`).href);
const pyodide = await loadPyodide({
  indexURL: runtime,
  lockFileContents: readFileSync(lock, 'utf8'),
  packageBaseUrl: dirname(lock),
  packages: ['questionnaire-core'],
  // Python may print, and only the replies belong in the output.
  stdout: (line) => console.error(line),
});
pyodide.runPython(probe);
const answer = pyodide.globals.get('answer');
process.stdout.write(JSON.stringify(requests.map((request) => answer(request))));
