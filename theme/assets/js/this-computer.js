/**
 * "Check this computer": what this browser allows, what this website keeps and fetches here, from the browser's own
 * records, in words for whoever uses the computer and for whoever looks after it. Sends nothing, and tells no answer.
 */
import { text } from './catalogue.js';
import { announcer } from './component.js';
import { button, element } from './report/element.js';
import {
  checkClock,
  checkEncryption,
  checkServiceWorker,
  checkWebAssembly,
  checkWorker,
} from './this-computer/browser-checks.js';
import { Line } from './this-computer/line.js';
import { look, ok } from './this-computer/outcome.js';
import { isSealed, rulesIn } from './this-computer/policy.js';
import { policyList } from './this-computer/policy-list.js';
import { addressesFetched, sorted } from './this-computer/reaching.js';
import { checkJournal, checkLocal, checkPersistence, checkRoom } from './this-computer/storage-checks.js';
import { storedHere } from './this-computer/stored.js';
import { storedList, storedSummary } from './this-computer/stored-list.js';
import { downloadTrial, pythonTrial, reachingTrial } from './this-computer/trials.js';

/** @typedef {import('./this-computer/outcome.js').Outcome} Outcome */

class ThisComputer {
  /** Addresses that workers have fetched. @type {string[]} */
  #ofWorkers = [];

  #stored = '';

  /** @param {HTMLElement} $root */
  constructor($root) {
    this.$root = $root;
    this.language = document.documentElement.lang;
    this.announce = announcer(this.$('[data-announce]'));
    this.$letter = /** @type {HTMLTextAreaElement} */ (this.$('textarea'));
    this.lines = [...this.needs(), ...this.trials(), this.sealed()];
    this.$('[data-copy]').append(
      button(text('computer.copy'), () => this.copy(), { class: 'govuk-button' }),
      button(text('computer.print'), () => print()),
    );
    $root.classList.add('app-computer--working');
    this.refresh();
  }

  /** What is checked at once. */
  needs() {
    const { storagePrefix: prefix = '' } = this.$root.dataset;
    /** @type {[string, () => Outcome | Promise<Outcome>][]} */
    const checks = [
      [text('computer.journal'), () => checkJournal(prefix)],
      [text('computer.local'), () => checkLocal(prefix)],
      [text('computer.room'), checkRoom],
      [text('computer.lasting'), checkPersistence],
      [text('computer.wasm'), checkWebAssembly],
      [text('computer.worker'), () => checkWorker(this.places.checkWorker)],
      [text('computer.crypto'), checkEncryption],
      [text('computer.clock'), () => checkClock(this.language)],
      [text('computer.offline'), checkServiceWorker],
    ];
    const lines = checks.map(([title, check]) => {
      const line = new Line(title);
      return { line, done: Promise.resolve(check()).then((outcome) => line.show(outcome)) };
    });
    this.$('[data-needs]').append(...lines.map(({ line }) => line.$root));
    Promise.all(lines.map(({ done }) => done)).then(() => this.finished());
    return lines.map(({ line }) => line);
  }

  trials() {
    const lines = [
      downloadTrial(() => this.refresh()),
      pythonTrial(this.places, (addresses) => {
        this.#ofWorkers.push(...addresses);
        this.refresh();
      }),
      reachingTrial(this.places, () => this.refresh()),
    ];
    this.$('[data-trials]').append(...lines.map(({ $root }) => $root));
    return lines;
  }

  /** The policy in force, as the page itself has it. */
  sealed() {
    const $policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
    const rules = rulesIn($policy?.getAttribute('content') ?? '', location.origin);
    const line = new Line(text('computer.sealed'), policyList(rules));
    line.show(
      isSealed(rules) ? ok(text('computer.sealed_ok')) : look(text('computer.sealed_look'), text('computer.sealed_advice')),
    );
    this.$('[data-sealed]').append(line.$root);
    return line;
  }

  async finished() {
    const toLookAt = this.lines.filter(({ outcome }) => outcome?.state === 'look').length;
    const words = toLookAt === 0 ? text('computer.all_well') : text('computer.some_look', { count: toLookAt });
    this.$('[data-verdict]').textContent = words;
    this.announce(words);
    const stored = await storedHere(this.$root.dataset.storagePrefix ?? '');
    const titles = JSON.parse(this.$root.dataset.titles ?? '{}');
    this.$('[data-stored]').replaceChildren(storedList(stored, titles, this.language));
    this.#stored = storedSummary(stored);
    this.refresh();
    this.$root.dataset.ready = '';
  }

  /** Something was checked: what was fetched, and the results to send. */
  refresh() {
    const { own, foreign } = sorted([...addressesFetched(), ...this.#ofWorkers], location.origin);
    this.$('[data-fetched]').replaceChildren(
      element('p', {}, text('computer.fetched', { count: own.length })),
      element('p', {}, foreign.length === 0 ? text('computer.fetched_none') : text('computer.fetched_foreign', { count: foreign.length })),
      element(
        'details',
        { class: 'govuk-details' },
        element('summary', { class: 'govuk-details__summary' }, text('computer.fetched_list')),
        element(
          'ul',
          { class: 'govuk-details__text app-check__addresses' },
          ...[...foreign, ...own].map((address) => element('li', {}, address)),
        ),
      ),
    );
    this.$letter.value = [
      text('computer.letter_title', { site: this.$root.dataset.site ?? '' }),
      location.href,
      new Date().toISOString(),
      navigator.userAgent,
      '',
      ...this.lines.map(({ words }) => words),
      '',
      this.#stored,
      '',
      text('computer.letter_fetched'),
      ...foreign,
      ...own,
    ].join('\n');
  }

  async copy() {
    this.refresh();
    try {
      await navigator.clipboard.writeText(this.$letter.value);
      this.$('[data-copied]').textContent = text('computer.copied');
    } catch {
      // Not allowed here, or not there: the words are marked, to be copied as any text is.
      this.$letter.closest('details')?.setAttribute('open', '');
      this.$letter.focus();
      this.$letter.select();
      this.$('[data-copied]').textContent = text('computer.copy_yourself');
    }
  }

  get places() {
    const { lock, runtime, runtimeBytes, worker, checkWorker } = this.$root.dataset;
    const absolute = (/** @type {string | undefined} */ url) => new URL(url ?? '', document.baseURI).href;
    return {
      lock: absolute(lock),
      runtime: absolute(runtime),
      worker: absolute(worker),
      checkWorker: absolute(checkWorker),
      runtimeBytes: Number(runtimeBytes),
    };
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement}
   */
  $(selector) {
    return /** @type {HTMLElement} */ (this.$root.querySelector(selector));
  }
}

for (const $root of document.querySelectorAll('[data-module="this-computer"]')) {
  new ThisComputer(/** @type {HTMLElement} */ ($root));
}
