/** The engine as a page describes it: where its files are, and what it is to load. Another questionnaire has its own. */
import { texts } from '../catalogue.js';
import { EngineClient } from '../engine/client.js';

/**
 * @param {HTMLElement} $main
 * @param {import('../definition.js').Definition} definition
 * @param {string} [scoring]  where its scoring is; empty when it has none
 */
export function pageEngine($main, definition, scoring = $main.dataset.scoring) {
  const { runtime, lock, worker, runtimeBytes } = $main.dataset;
  const absolute = (/** @type {string | undefined} */ url) => new URL(url ?? '', document.baseURI).href;
  return new EngineClient({
    workerUrl: absolute(worker),
    start: {
      runtimeUrl: absolute(runtime),
      lockUrl: absolute(lock),
      scoringUrl: scoring ? absolute(scoring) : null,
      definition: definition.data,
      texts: texts('core.'),
    },
    runtimeBytes: Number(runtimeBytes) || null,
  });
}
