/**
 * Once Python has been there and the site is kept, Python's memory is kept too: the next visit has its results sooner.
 *
 * It is made in a worker of its own, which knows no answer, while nobody waits for anything. Nobody misses it.
 *
 * @typedef {import('../../component.js').App} App
 */
import { wantsMemory } from '../../engine/memory.js';
import { whenIdle } from '../../idle.js';
import { memoryEngine } from './page-engine.js';

/** Milliseconds that whoever has just got results has the processor to themselves. */
const BEFORE_MAKING = 3000;

/**
 * @param {App} app
 * @returns {Promise<void>}
 */
export async function keepForNextStart(app) {
  // Never ends where nothing is kept.
  await navigator.serviceWorker?.ready;
  setTimeout(() => whenIdle(() => make(app).catch(() => {})), BEFORE_MAKING);
}

/** @param {App} app */
async function make({ $main, draft, isExample }) {
  const lockUrl = new URL($main.dataset.lock ?? '', document.baseURI).href;
  // On a shared computer nothing new is put into the browser.
  if ((draft.keepsNothing && !isExample) || !(await wantsMemory(lockUrl))) return;
  const engine = memoryEngine($main);
  engine.start();
  await engine.status.settled();
  engine.end();
}
