/**
 * Compiles the theme's scripts and styles into one folder. Started by assets.py:
 *
 *     node bundle.mjs <theme/assets> <output folder>
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { rollup } from '@rollup/wasm-node';
import { build, transform } from 'esbuild';
import { compile } from 'sass';

const [source, output] = process.argv.slice(2);
const nodeModules = fileURLToPath(new URL('../../node_modules', import.meta.url));

const STYLES = ['site', 'home', 'booklet', 'late', 'report', 'this-computer'];

/** @type {import('esbuild').TransformOptions} */
const minified = { minify: true, charset: 'utf8', legalComments: 'none', target: 'es2022' };

/**
 * The same wherever the theme stands: with this project's packages, and by no settings that are found beside it.
 * @type {import('esbuild').BuildOptions}
 */
const bundled = {
  ...minified,
  bundle: true,
  nodePaths: [nodeModules],
  tsconfigRaw: { compilerOptions: { alwaysStrict: true } },
  logLevel: 'warning',
};

/**
 * What a first answer needs is one file, from which the parts that come later import what they share with it. Rollup
 * knows that it is there by then; esbuild would make a chunk for each set of parts that share something, and sixteen
 * of them compress worse than one and wait for each other.
 */
async function bundlePage() {
  const bundle = await rollup({ input: join(source, 'js/main.js'), onLog: refuse });
  const { output: files } = await bundle.generate({ format: 'es', chunkFileNames: 'late-[name].js' });
  await bundle.close();
  for (const file of files) {
    if (file.type !== 'chunk') throw new Error(`${file.fileName} is no script`);
    if (file.isEntry && file.imports.length > 0) throw new Error(`main.js waits for ${file.imports.join(', ')}`);
    const { code } = await transform(file.code, { ...minified, format: 'esm' });
    writeFileSync(join(output, file.fileName), code);
  }
}

/**
 * Modules that need each other are refused too: which of them is read first would hang on a thread.
 * @type {import('@rollup/wasm-node').LogHandlerWithDefault}
 */
function refuse(level, log) {
  if (level === 'warn') throw new Error(log.message);
}

/** @type {Record<string, string>} */
const SINGLE_FILES = {
  'search.js': 'search.js',
  'worker.js': 'engine/worker.js',
  'word-writer.js': 'report/word/worker.js',
  'check-worker.js': 'this-computer/check-worker.js',
  // By themselves, so that what they share with a questionnaire's page is no file more for that to wait for.
  'offline-page.js': 'offline-page.js',
  'this-computer.js': 'this-computer.js',
};

/** @type {Record<string, string>} */
const CLASSIC_SCRIPTS = {
  // It has to run before the page is drawn.
  'early.js': 'early.js',
  // Not every browser has service workers that are modules.
  'sw.js': 'offline/worker.js',
  'sw-remover.js': 'offline/remover.js',
};

/** A worker is one file: Firefox refuses static imports beneath a worker that starts from a blob: address. */
const bundleSingleFiles = () => bundleEach(SINGLE_FILES, 'esm');

/**
 * @param {Record<string, string>} scripts  where each is, by the name of what is made of it
 * @param {'esm' | 'iife'} format
 */
const bundleEach = (scripts, format) =>
  Promise.all(
    Object.entries(scripts).map(([name, path]) =>
      build({ ...bundled, entryPoints: [join(source, 'js', path)], outfile: join(output, name), format }),
    ),
  );

function compileStyles() {
  for (const name of STYLES) {
    const { css } = compile(join(source, `css/${name}.scss`), { style: 'compressed', loadPaths: [nodeModules] });
    writeFileSync(join(output, `${name}.css`), css);
  }
}

mkdirSync(output, { recursive: true });
try {
  compileStyles();
  await Promise.all([bundlePage(), bundleSingleFiles(), bundleEach(CLASSIC_SCRIPTS, 'iife')]);
} catch (error) {
  // What is wrong and where, without where the compilers were in their own code.
  const { message, frame } = /** @type {Error & { frame?: string }} */ (error);
  console.error([message, frame].filter(Boolean).join('\n\n'));
  process.exitCode = 1;
}
