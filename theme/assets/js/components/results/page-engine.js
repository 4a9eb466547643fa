/** The engine as a page describes it: where its files are, and what it is to load. Another questionnaire has its own. */
import { texts } from '../../catalogue.js';
import { EngineClient } from '../../engine/client.js';
import { READER_PACKAGE, WHOLE_CORE_PACKAGE, WORKBOOK_PACKAGE } from '../../engine/python.js';

/**
 * @param {HTMLElement} $main
 * @param {import('../../definition.js').Definition} definition
 * @param {string} [scoring]  where its scoring is; empty when it has none
 */
export function pageEngine($main, definition, scoring = $main.dataset.scoring) {
  const { workerUrl, files } = places($main);
  return new EngineClient({
    workerUrl,
    start: {
      ...files,
      memory: 'use',
      scoringUrl: scoring ? absolute(scoring) : null,
      definition: definition.data,
      texts: texts('core.'),
    },
    runtimeBytes: Number($main.dataset.runtimeBytes) || null,
  });
}

/**
 * What makes the memory that a later visit starts Python with, and keeps it in the browser.
 * @param {HTMLElement} $main
 */
export function memoryEngine($main) {
  const { workerUrl, files } = places($main);
  const start = { ...files, memory: /** @type {const} */ ('make'), scoringUrl: null, definition: null, texts: {} };
  return new EngineClient({ workerUrl, start, runtimeBytes: null });
}

/**
 * What starts a Python that writes workbooks and nothing else.
 * @param {HTMLElement} $main
 */
export function workbookEngine($main) {
  return fileEngine($main, WORKBOOK_PACKAGE);
}

/**
 * What starts a Python that reads workbooks and nothing else.
 * @param {HTMLElement} $main
 */
export function readingEngine($main) {
  return fileEngine($main, READER_PACKAGE);
}

/**
 * @param {HTMLElement} $main
 * @param {string} library  its name in the lock
 */
function fileEngine($main, library) {
  const { workerUrl, files } = places($main);
  return { workerUrl, start: { ...files, packages: [WHOLE_CORE_PACKAGE, library], scoringUrl: null, definition: null, texts: {} } };
}

/** @param {HTMLElement} $main */
function places({ dataset: { runtime, lock, worker } }) {
  return { workerUrl: absolute(worker), files: { runtimeUrl: absolute(runtime), lockUrl: absolute(lock) } };
}

/** @param {string | undefined} url */
function absolute(url) {
  return new URL(url ?? '', document.baseURI).href;
}
