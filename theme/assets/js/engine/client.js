/**
 * The page's side of the engine: starts the worker, asks it, and brings it back when it breaks.
 *
 * Owns the worker's life and the order of requests. Knows nothing of Python or of the page.
 * - A worker that crashes is started again once; a second crash without a result between is failure.
 * - A worker that stays silent while it loads has failed; silent over a question, it counts as crashed.
 * - After either, Python's memory that the browser keeps is not trusted any more.
 * - While one evaluation is out, only the newest response waits: whoever asked for an older one gets the newer result.
 * - Other responses, to compare with, are asked about apart: each is answered as itself, when nothing newer waits.
 *
 * @typedef {import('./protocol.js').PlainResponse} PlainResponse
 * @typedef {import('./protocol.js').EvaluatePayload} EvaluatePayload
 * @typedef {import('./protocol.js').Evaluation} Evaluation
 *
 * @typedef {object} EngineOptions
 * @property {string} workerUrl
 * @property {import('./protocol.js').StartPayload} start  what the worker needs to load
 * @property {number | null} runtimeBytes  size of the whole download, to tell the share; null when unknown
 *
 * @typedef {import('../blob-worker.js').WorkerLike} WorkerLike
 *
 * @typedef {object} Question  An evaluation that somebody waits for.
 * @property {EvaluatePayload} payload
 * @property {Promise<Evaluation>} promise
 * @property {(evaluation: Evaluation | PromiseLike<Evaluation>) => void} resolve
 * @property {(error: Error) => void} reject
 */

import { createBlobWorker } from '../blob-worker.js';
import { EngineError } from './protocol.js';
import { EngineStatus } from './status.js';
import { Watchdog } from './watchdog.js';

/** Seconds without a byte or a step forward. The longest honest silence is Python's own start on a slow machine. */
const LOADING_SILENCE = 90;
const EVALUATION_SILENCE = 60;

export class EngineClient {
  status = new EngineStatus();

  /** @type {WorkerLike | null} */
  #worker = null;
  #lastId = 0;
  #startId = 0;
  #evaluationId = 0;
  #crashes = 0;
  #hasBroken = false;
  /** @type {Question | null} */
  #asked = null;
  /** @type {Question | null} */
  #waiting = null;
  /** @type {Question[]} */
  #apart = [];

  /**
   * @param {EngineOptions} options
   * @param {object} [surroundings]
   * @param {(url: string) => WorkerLike} [surroundings.createWorker]
   * @param {import('./watchdog.js').Timers} [surroundings.timers]
   */
  constructor(options, { createWorker = createBlobWorker, timers = globalThis } = {}) {
    this.options = options;
    this.createWorker = createWorker;
    this.watchdog = new Watchdog(() => this.#silent(), timers);
  }

  /** Start the engine, or try again after a failure. */
  start() {
    const { stage } = this.status;
    if (stage === 'loading' || stage === 'ready') return;
    this.#crashes = 0;
    this.#launch();
  }

  /**
   * @param {PlainResponse} response
   * @param {string} today  YYYY-MM-DD
   * @returns {Promise<Evaluation>} rejects with an EngineError
   */
  evaluate(response, today) {
    if (this.status.stage === 'failed') return Promise.reject(this.status.error);
    this.start();
    const payload = { response, today };
    if (this.#waiting) this.#waiting.payload = payload;
    else this.#waiting = question(payload);
    const { promise } = this.#waiting;
    this.#askNext();
    return promise;
  }

  /**
   * Ask about another response than the one that people are at work on.
   * @param {PlainResponse} response
   * @param {string} today  YYYY-MM-DD
   * @returns {Promise<Evaluation>} rejects with an EngineError
   */
  evaluateApart(response, today) {
    if (this.status.stage === 'failed') return Promise.reject(this.status.error);
    this.start();
    const asked = question({ response, today });
    this.#apart.push(asked);
    this.#askNext();
    return asked.promise;
  }

  /** There is nothing more to ask: give back what the worker takes. */
  end() {
    this.#end();
    this.status.set('idle');
  }

  #launch() {
    this.status.set('loading');
    this.watchdog.watch(LOADING_SILENCE);
    let worker;
    try {
      worker = this.createWorker(this.options.workerUrl);
    } catch (error) {
      this.#fail({ name: 'WorkerRefused', message: String(error) });
      return;
    }
    this.#worker = worker;
    // What a worker still sends after its end concerns nobody.
    worker.addEventListener('message', (event) => {
      if (worker === this.#worker) this.#receive(/** @type {MessageEvent} */ (event).data);
    });
    worker.addEventListener('error', (event) => {
      if (worker !== this.#worker) return;
      const { message } = /** @type {ErrorEvent} */ (event);
      this.#crashed({ name: 'WorkerError', message: message || 'the worker stopped' });
    });
  }

  /** @param {import('./protocol.js').Reply | import('./protocol.js').Status} message */
  #receive(message) {
    this.watchdog.heard();
    if ('type' in message) {
      if (message.stage === 'listening') this.#startId = this.#send('start', this.#whatToStart());
      if (message.stage === 'loading') this.status.set('loading', { share: this.#share(message.bytes) });
      if (message.stage === 'crashed') this.#crashed(message.error);
      if (message.stage === 'failed') this.#fail(message.error);
    } else if (message.id === this.#startId) {
      if (!message.ok) return this.#fail(message.error);
      this.watchdog.stop();
      this.status.set('ready');
      this.#askNext();
    } else if (message.id === this.#evaluationId && this.#asked) {
      this.watchdog.stop();
      this.#crashes = 0;
      const { resolve, reject } = this.#asked;
      this.#apart = this.#apart.filter((each) => each !== this.#asked);
      this.#asked = null;
      if (message.ok) resolve(message.result);
      else reject(new EngineError(message.error));
      this.#askNext();
    }
  }

  #askNext() {
    if (this.status.stage !== 'ready' || this.#asked) return;
    const next = this.#waiting ?? this.#apart[0];
    if (!next) return;
    if (next === this.#waiting) this.#waiting = null;
    this.#asked = next;
    this.watchdog.watch(EVALUATION_SILENCE);
    this.#evaluationId = this.#send('evaluate', this.#asked.payload);
  }

  /** @returns {import('./protocol.js').StartPayload} */
  #whatToStart() {
    const { start } = this.options;
    return this.#hasBroken && start.memory === 'use' ? { ...start, memory: 'spoil' } : start;
  }

  /**
   * @param {import('./protocol.js').Request['type']} type
   * @param {import('./protocol.js').Request['payload']} payload
   */
  #send(type, payload) {
    this.#lastId += 1;
    this.#worker?.postMessage({ id: this.#lastId, type, payload });
    return this.#lastId;
  }

  /** @param {number} bytes */
  #share(bytes) {
    const { runtimeBytes } = this.options;
    return runtimeBytes ? Math.min(bytes / runtimeBytes, 1) : null;
  }

  #silent() {
    const error = { name: 'Silence', message: 'the engine gave no sign of life' };
    if (this.status.stage === 'loading') this.#fail(error);
    else this.#crashed(error);
  }

  /** @param {import('./protocol.js').PostableError} error */
  #crashed(error) {
    this.#hasBroken = true;
    this.#crashes += 1;
    if (this.#crashes > 1) return this.#fail(error);
    this.#end();
    // What was being asked is asked again, unless something newer waits already; what is asked apart still stands in line.
    const lost = this.#asked && !this.#apart.includes(this.#asked) ? this.#asked : null;
    if (lost && this.#waiting) lost.resolve(this.#waiting.promise);
    this.#waiting ??= lost;
    this.#asked = null;
    this.#launch();
  }

  /** @param {import('./protocol.js').PostableError} cause */
  #fail(cause) {
    this.#end();
    this.#hasBroken = true;
    const error = new EngineError(cause);
    const questions = new Set([this.#asked, this.#waiting, ...this.#apart]);
    this.#asked = null;
    this.#waiting = null;
    this.#apart = [];
    this.status.set('failed', { error });
    for (const each of questions) each?.reject(error);
  }

  #end() {
    this.watchdog.stop();
    this.#worker?.terminate();
    this.#worker = null;
  }
}

/**
 * @param {EvaluatePayload} payload
 * @returns {Question}
 */
function question(payload) {
  /** @type {Pick<Question, 'resolve' | 'reject'>} */
  let settle = { resolve: () => {}, reject: () => {} };
  const promise = new Promise((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { payload, promise, ...settle };
}
