/** Whether this browser can run what the website brings: workers, WebAssembly, encryption; and whether its clock is right. */
import { createBlobWorker } from '../blob-worker.js';
import { text } from '../catalogue.js';
import { needWebAssembly } from '../engine/web-assembly.js';
import { look, note, ok } from './outcome.js';

/** Milliseconds after which a worker that has not answered does not work. */
const PATIENCE = 20_000;

/** Minutes that a clock may be out before anybody would notice. */
const CLOCK_MINUTES = 5;

export async function checkWebAssembly() {
  try {
    await needWebAssembly();
    return ok(text('computer.wasm_ok'));
  } catch {
    return look(text('computer.wasm_look'), text('computer.wasm_advice'));
  }
}

/**
 * A worker like the one that works out results: it starts from a blob and imports its script.
 * @param {string} workerUrl  of check-worker.js
 */
export async function checkWorker(workerUrl) {
  const ask = () => answerFrom(workerUrl, { type: 'check' });
  try {
    // Once more before anybody is alarmed: WebKit at times drops a worker while a page loads.
    const { compiles } = await ask().catch(ask);
    if (compiles) return ok(text('computer.worker_ok'));
    return look(text('computer.wasm_look'), text('computer.wasm_advice'));
  } catch {
    return look(text('computer.worker_look'), text('computer.worker_advice'));
  }
}

/**
 * Start a worker of check-worker.js, ask it one thing and end it.
 * @param {string} workerUrl
 * @param {import('./check-worker.js').Asked} asked
 * @returns {Promise<any>}
 */
export function answerFrom(workerUrl, asked) {
  const worker = createBlobWorker(workerUrl);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the worker does not answer')), PATIENCE);
    worker.addEventListener('error', () => reject(new Error('the worker stopped')));
    worker.addEventListener('message', (event) => {
      const { data } = /** @type {MessageEvent} */ (event);
      if (data.isListening) return worker.postMessage(asked);
      clearTimeout(timer);
      if (data.stage === 'failed') reject(new Error(data.error.message));
      else resolve(data);
    });
  }).finally(() => worker.terminate());
}

export async function checkEncryption() {
  try {
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, new Uint8Array(1));
    return ok(text('computer.crypto_ok'));
  } catch {
    return look(text('computer.crypto_look'), text('computer.crypto_advice'));
  }
}

/**
 * Beside the web server's clock, which every answer of its tells.
 * @param {string} language
 */
export async function checkClock(language) {
  const here = new Date();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const shown = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(here);
  const values = { now: shown, zone: timeZone ?? '' };
  const there = await serverTime().catch(() => null);
  if (there === null) return note(text('computer.clock_unknown', values));
  const minutes = Math.round(Math.abs(here.getTime() - there) / 60_000);
  if (minutes < CLOCK_MINUTES) return ok(text('computer.clock_ok', values));
  return look(text('computer.clock_look', { ...values, minutes }), text('computer.clock_advice'));
}

async function serverTime() {
  const response = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' });
  const time = Date.parse(response.headers.get('Date') ?? '');
  return Number.isNaN(time) ? null : time;
}

/** What keeps the website for working without a connection, where there is such a thing. */
export async function checkServiceWorker() {
  try {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.active ? ok(text('computer.offline_ok')) : note(text('computer.offline_note'));
  } catch {
    return note(text('computer.offline_unknown'));
  }
}
