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
const WORKERS = { 'worker.js': 'engine/worker.js', 'word-writer.js': 'report/word/worker.js' };

/** A worker is one file: Firefox refuses static imports beneath a worker that starts from a blob: address. */
const bundleWorkers = () =>
  Promise.all(
    Object.entries(WORKERS).map(([name, path]) =>
      build({ ...shared, entryPoints: [join(source, 'js', path)], outfile: join(output, name), format: 'esm' }),
    ),
  );

/** A classic script, because it has to run before the page is drawn. */
const bundleEarly = () =>
  build({ ...shared, entryPoints: [join(source, 'js/early.js')], outfile: join(output, 'early.js'), format: 'iife' });

function compileStyles() {
  for (const name of STYLES) {
    const { css } = compile(join(source, `css/${name}.scss`), { style: 'compressed', loadPaths: [nodeModules] });
    writeFileSync(join(output, `${name}.css`), css);
  }
}

mkdirSync(output, { recursive: true });
compileStyles();
const [manifest] = await Promise.all([bundlePageScripts(), bundleWorkers(), bundleEarly()]);
writeFileSync(join(output, 'manifest.json'), JSON.stringify(manifest));
