/**
 * What is checked only when somebody presses a button: it takes a while, makes a file, or alarms those who watch.
 *
 * @typedef {import('./line.js').Line} Line
 * @typedef {{lock: string, runtime: string, runtimeBytes: number, worker: string, checkWorker: string}} Places  absolute
 */
import { createBlobWorker } from '../blob-worker.js';
import { text } from '../catalogue.js';
import { download } from '../download.js';
import { EngineClient } from '../engine/client.js';
import { button, element } from '../report/element.js';
import { answerFrom } from './browser-checks.js';
import { Line as LineOfPage } from './line.js';
import { look, note, ok } from './outcome.js';
import { isRefused } from './reaching.js';

/**
 * An address elsewhere that nobody has: no computer can ever be called so (RFC 6761). It is put together here because no
 * script of this website knows an address elsewhere.
 */
const NOWHERE = new URL('//this-website.invalid/', location.href).href;

/**
 * Save a small file, and ask whether it came: no page can know.
 * @param {() => void} onChange
 */
export function downloadTrial(onChange) {
  const $asked = element('div', { class: 'govuk-button-group', hidden: true });
  const answer = (/** @type {import('./outcome.js').Outcome} */ outcome) => () => {
    line.show(outcome);
    onChange();
  };
  $asked.append(
    button(text('computer.download_came'), answer(ok(text('computer.download_ok')))),
    button(
      text('computer.download_did_not'),
      answer(look(text('computer.download_look'), text('computer.download_advice'))),
    ),
  );
  const $button = button(text('computer.download_button'), () => {
    download({ name: text('computer.download_name'), type: 'text/plain', text: `${text('computer.download_content')}\n` });
    line.say('untried', text('computer.download_asked'));
    $asked.hidden = false;
  });
  const line = new LineOfPage(text('computer.download'), $button, $asked);
  line.say('untried', text('computer.download_untried'));
  return line;
}

/**
 * Start Python as the results do, tell how long it took, and hear which addresses the browser fetched for it.
 * @param {Places} places
 * @param {(addresses: string[]) => void} onChange
 */
export function pythonTrial(places, onChange) {
  const $button = button(text('computer.python_button'), async () => {
    if ($button.getAttribute('aria-disabled') === 'true') return;
    $button.setAttribute('aria-disabled', 'true');
    const began = performance.now();
    /** @type {import('../blob-worker.js').WorkerLike | null} */
    let worker = null;
    const engine = new EngineClient(
      {
        workerUrl: places.worker,
        start: { runtimeUrl: places.runtime, lockUrl: places.lock, scoringUrl: null, definition: null, texts: {} },
        runtimeBytes: places.runtimeBytes,
      },
      { createWorker: (url) => (worker = engineWorker(places.checkWorker, url)) },
    );
    const outcome = await started(engine, line);
    const seconds = Math.ceil((performance.now() - began) / 1000);
    line.show(outcome ?? ok(text('computer.python_ok', { seconds })));
    onChange(outcome === null && worker ? await fetchedBy(worker) : []);
    engine.end();
    $button.removeAttribute('aria-disabled');
  });
  const line = new LineOfPage(text('computer.python'), $button);
  line.say('untried', text('computer.python_untried'));
  return line;
}

/**
 * @param {EngineClient} engine
 * @param {Line} line
 * @returns {Promise<import('./outcome.js').Outcome | null>}  null: it started
 */
function started(engine, line) {
  return new Promise((resolve) => {
    engine.status.addEventListener('stage', () => {
      const { stage, share, error } = engine.status;
      if (stage === 'ready') resolve(null);
      if (stage === 'failed') {
        const message = error?.message ?? '';
        resolve(look(text('computer.python_look', { message }), text('computer.python_advice')));
      }
      if (stage !== 'loading') return;
      const percent = Math.floor((share ?? 0) * 100);
      line.say('wait', text('computer.python_loading', { percent }));
    });
    engine.start();
  });
}

/**
 * The engine's worker, in one that can be asked what it fetched.
 * @param {string} checkWorkerUrl
 * @param {string} url
 */
function engineWorker(checkWorkerUrl, url) {
  const worker = createBlobWorker(checkWorkerUrl);
  worker.addEventListener('message', () => worker.postMessage({ type: 'engine', url }), { once: true });
  return worker;
}

/**
 * @param {import('../blob-worker.js').WorkerLike} worker
 * @returns {Promise<string[]>}
 */
function fetchedBy(worker) {
  return new Promise((resolve) => {
    worker.addEventListener('message', (event) => {
      const { addresses } = /** @type {MessageEvent} */ (event).data;
      if (addresses) resolve(addresses);
    });
    worker.postMessage({ type: 'fetched' });
  });
}

/**
 * Try to reach an address elsewhere, from the page and from a worker.
 * @param {Places} places
 * @param {() => void} onChange
 */
export function reachingTrial({ checkWorker }, onChange) {
  const $button = button(text('computer.reach_button'), async () => {
    line.say('wait', text('computer.checking'));
    const [fromPage, fromWorker] = await Promise.all([
      isRefused(NOWHERE, document),
      answerFrom(checkWorker, { type: 'reach', address: NOWHERE }).then(
        ({ isRefused: refused }) => /** @type {boolean | null} */ (refused),
        () => null,
      ),
    ]);
    if (fromPage && fromWorker) line.show(ok(text('computer.reach_ok')));
    else if (fromPage && fromWorker === null) line.show(note(text('computer.reach_page_only')));
    else line.show(look(text('computer.reach_look'), text('computer.reach_advice')));
    onChange();
  });
  const line = new LineOfPage(text('computer.reach'), $button);
  line.say('untried', text('computer.reach_untried'));
  return line;
}
