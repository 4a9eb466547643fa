/**
 * The parts of the report on the page, and what a person can do in them: reveal, compare, make an action of a finding,
 * set a finding aside.
 *
 * Owns which parts there are and draws them. What there is to report on comes from outside.
 *
 * @typedef {import('../../component.js').App} App
 * @typedef {import('../../engine/protocol.js').Evaluation} Evaluation
 * @typedef {import('../../report/blocks.js').Block} Block
 * @typedef {import('../../report/blocks.js').BlockOf<'finding'>} FindingBlock
 * @typedef {import('../../report/report.js').Material} Material
 * @typedef {import('../../report/report.js').Part & {level: number}} Part
 * @typedef {import('../../report/source.js').Source} Source
 * @typedef {{id: string, kind: string, title: string}} Finding
 */
import { text } from '../../catalogue.js';
import { codedTitle } from '../../definition.js';
import { placeOf } from '../../places.js';
import { kindLabel } from '../../report/kind-label.js';
import { entryName } from '../../report/reading.js';
import { isAnsweredHere, partBlocks, withLevels } from '../../report/report.js';
import { Comparison } from './comparison.js';
import { Dismissals } from './dismissals.js';
import { ReportPart } from './report-part.js';
import { Suggestions } from './suggestions.js';

export class ResultsParts {
  /** By the path of the entries that keep them. @type {Map<string, Dismissals>} */
  #dismissals = new Map();

  /** What is drawn from. @type {Source | null} */
  #source = null;

  /**
   * @param {HTMLElement} $view
   * @param {App} app
   * @param {import('../../engine/client.js').EngineClient} engine
   * @param {() => void} onChange  something that is not an answer has changed
   */
  constructor($view, app, engine, onChange) {
    this.$view = $view;
    this.app = app;
    const { definition } = app;
    const parts = withLevels(/** @type {import('../../report/report.js').Part[]} */ (definition.data.report));
    for (const { dismiss } of parts) {
      const entries = dismiss ? definition.item(dismiss) : null;
      if (entries) this.#dismissals.set(entries.path, new Dismissals(app, entries));
    }
    this.suggestions = this.#suggestionsFor(parts);
    this.reportParts = parts
      .filter((part) => part.part !== 'heading' && !isAnsweredHere(part, definition))
      .map((part) => this.#create(part, onChange));
    const compared = this.reportParts.find(({ part }) => part.part === 'changes');
    this.comparison = compared ? new Comparison(compared.$body, app, engine, onChange) : null;
  }

  /** The ids of parts that stay hidden until asked for, and have not been. */
  get unrevealed() {
    return this.reportParts.filter(({ isRevealed }) => !isRevealed).map(({ part }) => part.id);
  }

  /** Another draft was opened. */
  conceal() {
    this.comparison?.clear();
    for (const reportPart of this.reportParts) reportPart.conceal();
  }

  /**
   * @param {Material} material
   * @param {boolean} hasFailed  Python has; its parts cannot be waited for
   * @returns {boolean} whether any part waits for Python
   */
  draw(material, hasFailed) {
    this.#source = material.source;
    const contents = this.reportParts.map(({ part }) => contentOf(part, material, hasFailed));
    this.reportParts.forEach((reportPart, index) => reportPart.show(contents[index]));
    this.suggestions?.showPriorities(this.#standing(material.evaluation));
    this.suggestions?.refresh();
    for (const dismissals of this.#dismissals.values()) dismissals.refresh();
    return contents.includes(null);
  }

  /**
   * The findings that nobody has set aside.
   * @param {Evaluation | null} evaluation
   * @returns {Finding[]}
   */
  #standing(evaluation) {
    /** @type {Finding[]} */
    const findings = evaluation?.result.findings ?? [];
    const all = [...this.#dismissals.values()];
    return findings.filter((finding) => !all.some((dismissals) => dismissals.isSetAside(finding)));
  }

  /**
   * @param {Part} part
   * @param {() => void} onReveal
   */
  #create(part, onReveal) {
    const $section = this.$view.querySelector(`[data-report-part="${part.id}"]`);
    const { definition } = this.app;
    const hasKinds = (part.kinds ?? []).length > 1;
    return new ReportPart(
      /** @type {HTMLElement} */ ($section),
      part,
      {
        name: `part-${part.id}`,
        level: part.level + 1,
        title: part.title,
        link: (path) => this.#linkTo(path),
        kindLabel: (kind) => (hasKinds ? kindLabel(definition, kind) : null),
        findingTools: (finding) => this.#findingTools(part, finding),
      },
      onReveal,
    );
  }

  /**
   * What a person can do about a finding. One that was set aside can only be put back.
   * @param {Part} part
   * @param {FindingBlock} finding
   */
  #findingTools(part, finding) {
    const { suggestions } = this;
    const $tools = document.createDocumentFragment();
    const stands = !finding.set_aside?.length;
    if (suggestions && part.suggest && stands && suggestions.offers(finding)) $tools.append(suggestions.tool(finding));
    const dismissals = this.#dismissals.get(part.dismiss ?? '');
    if (dismissals) $tools.append(dismissals.tool(finding));
    return $tools.hasChildNodes() ? $tools : null;
  }

  /** @param {Part[]} parts */
  #suggestionsFor(parts) {
    const entries = this.app.definition.topItems.find((item) => item.suggest);
    if (!entries) return null;
    const shown = parts.find((part) => part.part === 'entries' && part.entries === entries.id);
    return new Suggestions(this.app, entries, this.$view, (shown?.level ?? 2) + 1);
  }

  /** @param {string} path */
  #linkTo(path) {
    const { evaluation, definition } = this.app.draft;
    const place = definition.locate(path);
    const { step: view } = placeOf(evaluation, path);
    if (!place || view === null || view === 'results') return null;
    const { item, parent, entryId, section } = place;
    // Where a section says how far it has come, the section is what a person knows it by.
    const saysStatus = parent?.items?.some((child) => child.sets_status);
    const holder = saysStatus ? section.title : codedTitle(parent ?? item);
    const isEntry = parent !== null && entryId !== null;
    const words = isEntry && this.#source ? entryName(this.#source, parent.path, entryId) : holder;
    return { href: `?step=${encodeURIComponent(view)}`, view, path, text: words };
  }
}

/**
 * What a part shows: blocks, or words instead; null while Python is at work on them.
 * @param {import('../../report/report.js').Part} part
 * @param {Material} material
 * @param {boolean} hasFailed
 * @returns {Block[] | string | null}
 */
function contentOf(part, material, hasFailed) {
  const blocks = partBlocks(part, material);
  if (blocks === null) return hasFailed ? text('results.not_worked_out') : null;
  // Until there is another draft, the part about changes is the choice of one alone.
  return blocks.length > 0 || part.part === 'changes' ? blocks : text('results.nothing_here');
}
