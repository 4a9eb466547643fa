/**
 * Packs a part of Python for the browser into one folder. Started by wheel.py:
 *
 *     node pack.mjs <request.json> <output folder>
 *
 * The request:
 * - archive: the name of the zip to be made
 * - modules: of the standard library, packed with all that they import; null for other sources
 * - left_out: of what they import
 * - sources: file name to text; null for the standard library
 * - library: further modules of it, packed without what they import
 * - record: the name of the wheel's list of its files; null when it is no wheel
 *
 * Each run is a new Python: what one has compiled before shows in its bytecode.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { loadPyodide } from 'pyodide';

const [requestFile, output] = process.argv.slice(2);
const request = JSON.parse(readFileSync(requestFile, 'utf8'));
const runtime = dirname(fileURLToPath(import.meta.resolve('pyodide/package.json')));

async function pack() {
  const pyodide = await loadPyodide({
    // Its own, which has no package in it: packing fetches nothing.
    lockFileContents: JSON.stringify({ info: lockInfo(), packages: {} }),
    packageBaseUrl: runtime,
    // Sets have another order in each process.
    env: { PYTHONHASHSEED: '0' },
  });
  for (const module of request.modules ?? []) pyodide.pyimport(module);
  const loaded = pyodide.runPython('import json, sys; json.dumps(sorted(sys.modules))');
  pyodide.FS.writeFile('/request.json', JSON.stringify({ ...request, loaded: JSON.parse(loaded) }));
  pyodide.runPython(readFileSync(new URL('pack.py', import.meta.url), 'utf8'));
  return pyodide.FS.readFile('/archive');
}

function lockInfo() {
  return JSON.parse(readFileSync(join(runtime, 'pyodide-lock.json'), 'utf8')).info;
}

mkdirSync(output, { recursive: true });
writeFileSync(join(output, request.archive), await pack());
