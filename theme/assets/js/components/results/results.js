/**
 * The results: keeps every part of the report as the answers stand, and starts the engine that makes some of them.
 *
 * Owns what there is to report on. The parts draw themselves; tools beside them take copies away.
 * Python is asked only while the results are in view, and again whenever an answer changes.
 *
 * @typedef {import('../../component.js').App} App
 * @typedef {import('../../draft/session.js').Cause} Cause
 * @typedef {import('../../engine/protocol.js').Evaluation} Evaluation
 * @typedef {import('../../report/report.js').Material} Material
 */
import { text } from '../../catalogue.js';
import { Component } from '../../component.js';
import { whatFailed } from '../../engine/web-assembly.js';
import { localDate } from '../../moments.js';
import { sourceFrom } from '../../report/source.js';
import { Takeaways } from '../copies/takeaways.js';
import { openFoldsToPrint } from '../fold.js';
import { checkLink } from '../notices/check-link.js';
import { considerRelease } from '../notices/new-release.js';
import { EngineStatusLine } from './engine-status.js';
import { pageEngine } from './page-engine.js';
import { addContents } from './results-frame.js';
import { keepForNextStart } from './quick-start.js';
import { ResultsParts } from './results-parts.js';
import { ResultsProgress } from './results-progress.js';

export class Results extends Component {
  /** @type {Evaluation | null} */
  #evaluation = null;
  /** @type {Error | null} why the latest answers could not be worked out */
  #error = null;
  /** The draft's version that was last asked about. */
  #askedVersion = -1;
  #questions = 0;
  /** @type {string | null} */
  #shownProblem = null;
  #scheduled = false;
  #hasArrived = false;
  /** @type {Promise<void> | null} */
  #nextStart = null;

  /**
   * @param {HTMLElement} $root
   * @param {App} app
   */
  constructor($root, app) {
    super($root, app);
    this.$view = /** @type {HTMLElement} */ (this.$('[data-view="results"]'));
    this.engine = pageEngine($root, app.definition);
    new EngineStatusLine($root, this.engine);

    this.parts = new ResultsParts(this.$view, app, this.engine, () => this.schedule());
    this.takeaways = new Takeaways(/** @type {HTMLElement} */ (this.$('[data-results-tools]')), app, this);
    addContents(this.$view);
    this.progress = new ResultsProgress(this.$view, this.engine.status);
    openFoldsToPrint(this.$view);

    app.draft.addEventListener('change', () => this.schedule());
    app.draft.addEventListener('replaced', (event) => this.draftReplaced(/** @type {CustomEvent} */ (event).detail.cause));
    this.engine.status.addEventListener('stage', () => this.stageChanged());
    app.router.addEventListener('view', () => this.schedule());
    this.engine.start();
    this.schedule();
  }

  get isShown() {
    return this.app.router.current === 'results';
  }

  /** @returns {Material} */
  get material() {
    const { evaluation, draft } = this.app.draft;
    return {
      source: sourceFrom(evaluation),
      savedAt: draft.saved_at,
      isPart: draft.parts !== null,
      compared: this.parts.comparison?.dated ?? [],
      evaluation: this.#evaluation,
    };
  }

  /** Draw once a frame, however many answers change in it. */
  schedule() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    requestAnimationFrame(() => {
      this.#scheduled = false;
      this.refresh();
    });
  }

  refresh() {
    this.showProblem();
    if (!this.isShown) return;
    this.draw();
    if (this.app.draft.version !== this.#askedVersion) this.evaluate().catch(() => {});
  }

  /**
   * Ask Python about the answers as they stand, and draw what it says.
   * @returns {Promise<Evaluation>}
   */
  async evaluate() {
    this.#askedVersion = this.app.draft.version;
    this.#questions += 1;
    const question = this.#questions;
    const answer = this.engine.evaluate(this.app.draft.response(), localDate(new Date()));
    const [evaluation, error] = await answer.then(
      (good) => [good, null],
      (bad) => [null, bad],
    );
    // An answer that was overtaken is not drawn: the next one is on its way.
    if (question === this.#questions) {
      this.#evaluation = evaluation;
      this.#error = error;
      this.draw();
      if (evaluation) this.arrived();
    }
    return answer;
  }

  /**
   * The same, and whatever is compared with them: for a copy that is to be whole.
   * @returns {Promise<Evaluation>}
   */
  async evaluateAll() {
    const evaluation = await this.evaluate();
    await this.parts.comparison?.workedOut();
    return evaluation;
  }

  /** Say once that what was being waited for is there. */
  arrived() {
    if (this.#hasArrived || !this.isShown) return;
    this.#hasArrived = true;
    this.app.announce(text('results.arrived'));
  }

  draw() {
    const isWaiting = this.parts.draw(this.material, this.problem() !== null);
    this.progress.show(isWaiting);
    this.takeaways.refresh();
    this.showProblem();
  }

  /** Why there is nothing from Python, in words; null while there is no trouble. */
  problem() {
    const { stage, error } = this.engine.status;
    if (stage === 'failed') return browserProblem(error) ?? text('results.engine_failed');
    if (this.#error === null) return null;
    return browserProblem(this.#error) ?? text('results.scoring_failed', { message: this.#error.message });
  }

  /** Said once at the top, and only in the results: whoever is still answering is not to be alarmed. */
  showProblem() {
    const problem = this.isShown ? this.problem() : null;
    if (problem === this.#shownProblem) return;
    this.#shownProblem = problem;
    const { alerts, isExample } = this.app;
    if (problem === null) return alerts.clear('results');
    const download = { label: text('draft.download'), onClick: () => this.app.downloadDraft() };
    alerts.show('results', {
      kind: 'warning',
      title: text('results.problem_title'),
      lines: [problem, text('results.still_works'), ...checkLink(this.app.$main)],
      actions: [
        { label: text('results.try_again'), onClick: () => this.tryAgain() },
        ...(isExample ? [] : [download]),
      ],
      lasting: true,
    });
  }

  stageChanged() {
    const { stage } = this.engine.status;
    // A new start: whatever could not be worked out before is asked again.
    if (stage === 'loading' && this.#error) {
      this.#error = null;
      this.#askedVersion = -1;
    }
    if (stage === 'failed') considerRelease(this.app);
    if (stage === 'ready') {
      this.parts.comparison?.workOut();
      this.#nextStart ??= keepForNextStart(this.app);
    }
    this.schedule();
  }

  /** @param {Cause} cause */
  draftReplaced(cause) {
    if (cause !== 'other-tab') {
      this.#evaluation = null;
      this.parts.conceal();
    }
    this.schedule();
  }

  tryAgain() {
    this.#askedVersion = -1;
    this.#error = null;
    this.engine.start();
    this.schedule();
  }
}

/**
 * What the browser lacks, and what to do about it; null when something else went wrong.
 * @param {Error | null} error
 */
function browserProblem(error) {
  switch (whatFailed(error)) {
    case 'forbidden':
      return text('results.engine_forbidden');
    case 'memory':
      return text('results.engine_memory');
    default:
      return null;
  }
}
