/**
 * The results: keeps every part of the report as the answers stand, and starts the engine that makes some of them.
 *
 * Owns what there is to report on. The parts draw themselves; tools beside them take copies away.
 * Python is asked only while the results are in view, and again whenever an answer changes.
 *
 * @typedef {import('../component.js').App} App
 * @typedef {import('../draft/session.js').Cause} Cause
 * @typedef {import('../engine/protocol.js').Evaluation} Evaluation
 * @typedef {import('../report/report.js').Material} Material
 * @typedef {import('../report/report.js').Part} Part
 */
import { text } from '../catalogue.js';
import { Component } from '../component.js';
import { codedTitle } from '../definition.js';
import { localDate } from '../moments.js';
import { partBlocks } from '../report/report.js';
import { sourceFrom } from '../report/source.js';
import { Comparison } from './comparison.js';
import { EngineStatusLine } from './engine-status.js';
import { pageEngine } from './page-engine.js';
import { ReportPart } from './report-part.js';
import { Suggestions } from './suggestions.js';
import { addContents, openFoldsToPrint } from './results-frame.js';
import { Takeaways } from './takeaways.js';

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

  /**
   * @param {HTMLElement} $root
   * @param {App} app
   */
  constructor($root, app) {
    super($root, app);
    this.$view = /** @type {HTMLElement} */ (this.$('[data-view="results"]'));
    this.engine = pageEngine($root, app.definition);
    new EngineStatusLine($root, this.engine);

    this.suggestions = this.createSuggestions();
    const parts = /** @type {Part[]} */ (app.definition.data.report);
    // The list of entries stands on the page itself; only copies draw it.
    this.reportParts = parts.filter(({ part }) => part !== 'entries').map((part) => this.createPart(part));
    this.comparison = this.createComparison();
    this.takeaways = new Takeaways(/** @type {HTMLElement} */ (this.$('[data-results-tools]')), app, this);
    addContents(this.$view);
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
    const source = sourceFrom(this.app.draft.evaluation);
    return { source, earlier: this.comparison?.earlier ?? null, evaluation: this.#evaluation };
  }

  /** Parts that stay hidden until asked for, and have not been. */
  get unrevealed() {
    return this.reportParts.filter(({ isRevealed }) => !isRevealed).map(({ part }) => part);
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
    this.takeaways.refresh();
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

  /** Say once that what was being waited for is there. */
  arrived() {
    if (this.#hasArrived || !this.isShown) return;
    this.#hasArrived = true;
    this.app.announce(text('results.arrived'));
  }

  draw() {
    const { material } = this;
    for (const reportPart of this.reportParts) {
      reportPart.show(this.contentOf(reportPart.part, material));
    }
    this.suggestions?.showPriorities(material.evaluation?.result.findings ?? []);
    this.suggestions?.refresh();
    this.showProblem();
  }

  /**
   * @param {Part} part
   * @param {Material} material
   */
  contentOf(part, material) {
    const blocks = partBlocks(part, material) ?? this.absence();
    // Until a file is opened, the part about changes is its file input alone.
    return blocks.length > 0 || part.part === 'changes' ? blocks : text('results.nothing_here');
  }

  /** What stands where blocks cannot. */
  absence() {
    return this.problem() === null ? text('results.waiting') : text('results.not_worked_out');
  }

  /** Why there is nothing from Python, in words; null while there is no trouble. */
  problem() {
    if (this.engine.status.stage === 'failed') return text('results.engine_failed');
    return this.#error ? text('results.scoring_failed', { message: this.#error.message }) : null;
  }

  /** Said once at the top, and only in the results: whoever is still answering is not to be alarmed. */
  showProblem() {
    const problem = this.isShown ? this.problem() : null;
    if (problem === this.#shownProblem) return;
    this.#shownProblem = problem;
    const { alerts } = this.app;
    if (problem === null) return alerts.clear('results');
    alerts.show('results', {
      kind: 'warning',
      title: text('results.problem_title'),
      lines: [problem, text('results.still_works')],
      actions: [{ label: text('results.try_again'), onClick: () => this.tryAgain() }],
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
    this.schedule();
  }

  /** @param {Cause} cause */
  draftReplaced(cause) {
    if (cause !== 'other-tab') {
      this.#evaluation = null;
      for (const reportPart of this.reportParts) reportPart.conceal();
    }
    this.schedule();
  }

  tryAgain() {
    this.#askedVersion = -1;
    this.#error = null;
    this.engine.start();
    this.schedule();
  }

  /**
   * @param {Part} part
   * @returns {ReportPart}
   */
  createPart(part) {
    const $section = this.$view.querySelector(`[data-report-part="${part.id}"]`);
    const kinds = part.kinds ?? [];
    return new ReportPart(
      /** @type {HTMLElement} */ ($section),
      part,
      {
        name: `part-${part.id}`,
        level: 3,
        link: (path) => this.linkTo(path),
        kindLabel: (kind) => (kinds.length > 1 ? this.kindLabel(kind) : null),
        findingTools: (finding) =>
          part.suggest && this.suggestions?.offers(finding) ? this.suggestions.tool(finding) : null,
      },
      () => this.schedule(),
    );
  }

  createSuggestions() {
    const entries = this.app.definition.topItems.find((item) => item.suggest);
    return entries ? new Suggestions(this.app, entries, this.$view) : null;
  }

  createComparison() {
    const shown = this.reportParts.find(({ part }) => part.part === 'changes');
    return shown ? new Comparison(shown.$body, this.app, () => this.schedule()) : null;
  }

  /** @param {string} kind */
  kindLabel(kind) {
    return this.app.definition.data.findings_labels[kind] ?? null;
  }

  /** @param {string} path */
  linkTo(path) {
    const { definition } = this.app;
    const place = definition.locate(path);
    const view = definition.stepOf(path);
    if (!place || view === null || view === 'results') return null;
    const href = `?step=${encodeURIComponent(view)}`;
    return { href, view, path, text: codedTitle(place.parent ?? place.item) };
  }
}
