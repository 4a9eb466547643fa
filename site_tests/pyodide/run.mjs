/**
 * Starts the shipped Pyodide once and puts every request to it.
 *
 *   node run.mjs RUNTIME_FOLDER LOCK_FILE
 *     < {"probe": Python source, "packages": [name in the lock, ...], "requests": [text, ...], "memory": false}
 *     > [reply, ...]
 *
 * The probe's `answer(request: str) -> str` gives each reply. Pyodide comes up as in the site's worker: the lock's
 * contents are passed to it, and the wheels come from beside the lock. With `memory`, one Pyodide makes the memory
 * that the next one starts with, as a browser keeps it.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

import { trimmed } from '../../theme/assets/js/engine/memory.js';
import { bridgeFrom, packagesIn } from '../../theme/assets/js/engine/python.js';

const [runtime, lockFile] = process.argv.slice(2).map((path) => resolve(path));
const { probe, packages, requests, memory } = JSON.parse(await text(process.stdin));

const { loadPyodide } = await import(pathToFileURL(`${runtime}/pyodide.mjs`).href);
const lock = readFileSync(lockFile, 'utf8');

/** @param {object} options */
async function start(options) {
  const pyodide = await loadPyodide({
    indexURL: runtime,
    lockFileContents: lock,
    packageBaseUrl: dirname(lockFile),
    // Python may print, and only the replies belong in the output.
    stdout: (line) => console.error(line),
    ...options,
  });
  const names = packagesIn(lock, packages).map((each) => each.file_name);
  bridgeFrom(
    pyodide,
    names.map((name) => ({ name, bytes: readFileSync(join(dirname(lockFile), name)) })),
  );
  return pyodide;
}

const kept = memory ? trimmed((await start({ _makeSnapshot: true })).makeMemorySnapshot()) : null;
const pyodide = await start(kept ? { _loadSnapshot: kept } : {});
pyodide.runPython(probe);
const answer = pyodide.globals.get('answer');
process.stdout.write(JSON.stringify(requests.map((request) => answer(request))));
