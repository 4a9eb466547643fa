/**
 * Compiles the theme's scripts and styles into one folder. Started by assets.py:
 *
 *     node bundle.mjs <theme/assets> <output folder>
 *
 * Beside them it writes manifest.json: for each page's script, the chunks it cannot start without.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';
import { compile } from 'sass';

const [source, output] = process.argv.slice(2);
const nodeModules = fileURLToPath(new URL('../../node_modules', import.meta.url));

const PAGE_SCRIPTS = ['main.js', 'search.js'];
const STYLES = ['site', 'home', 'late', 'report'];

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  target: 'es2022',
};

/**
 * What two page scripts share, and what one imports later, becomes chunks.
 *
 * @returns {Promise<Record<string, string[]>>} the manifest
 */
async function bundlePageScripts() {
  const { metafile } = await build({
    ...shared,
    entryPoints: PAGE_SCRIPTS.map((name) => join(source, 'js', name)),
    outdir: output,
    format: 'esm',
    splitting: true,
    chunkNames: 'chunk-[hash]',
    metafile: true,
  });
  /** @param {string} path @returns {string[]} */
  const needs = (path) =>
    metafile.outputs[path].imports
      .filter(({ kind }) => kind === 'import-statement')
      .flatMap((chunk) => [chunk.path, ...needs(chunk.path)]);
  const scripts = Object.keys(metafile.outputs).filter((path) => PAGE_SCRIPTS.includes(basename(path)));
  return Object.fromEntries(
    scripts.map((path) => [basename(path), [...new Set(needs(path))].map((chunk) => basename(chunk))]),
  );
}

/** @type {Record<string, string>} */
const SINGLE_FILES = {
  'worker.js': 'engine/worker.js',
  'word-writer.js': 'report/word/worker.js',
  // By itself, so that what it shares with a questionnaire's page is no file more for that to wait for.
  'offline-page.js': 'offline-page.js',
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
      build({ ...shared, entryPoints: [join(source, 'js', path)], outfile: join(output, name), format }),
    ),
  );

function compileStyles() {
  for (const name of STYLES) {
    const { css } = compile(join(source, `css/${name}.scss`), { style: 'compressed', loadPaths: [nodeModules] });
    writeFileSync(join(output, `${name}.css`), css);
  }
}

mkdirSync(output, { recursive: true });
compileStyles();
const [manifest] = await Promise.all([
  bundlePageScripts(),
  bundleSingleFiles(),
  bundleEach(CLASSIC_SCRIPTS, 'iife'),
]);
writeFileSync(join(output, 'manifest.json'), JSON.stringify(manifest));
