/**
 * Makes Pyodide's scripts and WebAssembly smaller, and changes nothing of what is left. Started by distribution.py:
 *
 *     node shrink.mjs <folder of the npm package> <output folder>
 *
 * Pyodide gives out all 8,500 functions of C and of Python by name, for extension modules that are loaded later. Our
 * packages have none: what Pyodide's own scripts never name is not given out, and code that nothing reaches then goes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import binaryen from 'binaryen';
import { transform } from 'esbuild';

const SCRIPTS = ['pyodide.mjs', 'pyodide.asm.mjs'];
const WASM = 'pyodide.asm.wasm';

// _PyDict_New=Module["_PyDict_New"]=wasmExports["PyDict_New"];
const GIVEN_OUT = /([\w$]+)=Module\["\1"\]=wasmExports\["([\w$]+)"\](?:\.value>>>0)?;?/g;
// The names above are declared in one list; no other is nearly as long.
const DECLARED = /var (?:[\w$]+,){1000,}[\w$]+;/;

/** What the WebAssembly's features are called there; it does not say itself, and more of them would change its form. */
const FEATURES = ['MutableGlobals', 'SignExt', 'NontrappingFPToInt', 'BulkMemory', 'ReferenceTypes', 'Multivalue', 'ExceptionHandling'];

const [folder, output] = process.argv.slice(2);
const sources = SCRIPTS.map((name) => readFileSync(join(folder, name), 'utf8'));

/** Every word of the scripts, apart from the lists of what is given out. */
const named = new Set(sources.join('\n').replace(GIVEN_OUT, '').replace(DECLARED, '').match(/[\w$]+/g));

/** @param {string} source */
function withoutUnnamed(source) {
  const gone = new Set();
  const rest = source.replace(GIVEN_OUT, (statement, name, exported) => {
    if (named.has(name) || named.has(exported)) return statement;
    gone.add(name);
    return '';
  });
  return rest.replace(DECLARED, (list) => {
    const names = list.slice('var '.length, -1).split(',');
    return `var ${names.filter((name) => !gone.has(name)).join(',')};`;
  });
}

/** Node.js branches stay: the tests run the shipped scripts. @param {string} source */
async function minified(source) {
  const { code } = await transform(source, { minify: true, format: 'esm', target: 'es2022', legalComments: 'none' });
  return code;
}

/** @param {Uint8Array} wasm */
function withoutUnreached(wasm) {
  const module = binaryen.readBinary(wasm);
  module.setFeatures(FEATURES.reduce((all, name) => all | binaryen.Features[name], 0));
  const exports = Array.from({ length: module.getNumExports() }, (_, index) => module.getExportByIndex(index));
  const names = exports.map((each) => binaryen.getExportInfo(each).name);
  for (const name of names) if (!named.has(name) && !named.has(`_${name}`)) module.removeExport(name);
  module.runPasses(['remove-unused-module-elements']);
  return module.emitBinary();
}

mkdirSync(output, { recursive: true });
for (const [index, name] of SCRIPTS.entries()) {
  writeFileSync(join(output, name), await minified(withoutUnnamed(sources[index])));
}
writeFileSync(join(output, WASM), withoutUnreached(readFileSync(join(folder, WASM))));
