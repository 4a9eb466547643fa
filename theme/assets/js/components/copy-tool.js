/**
 * The results as one file: the team's own copy, or one to share.
 *
 * Owns the choices, says plainly what a copy leaves out, and never makes anybody wait for Python who does not want to.
 *
 * @typedef {import('../component.js').App} App
 * @typedef {import('../engine/protocol.js').Evaluation} Evaluation
 * @typedef {import('../report/report.js').Part} Part
 * @typedef {import('../report/source.js').Source} Source
 * @typedef {import('./results.js').Results} Results
 *
 * @typedef {object} Copy  What the person has chosen.
 * @property {boolean} isShared
 * @property {Set<string>} leftOut  private kinds
 * @property {Part[]} parts
 * @property {Part[]} hidden  parts nobody has asked for
 */
import { text } from '../catalogue.js';
import { fileName } from '../draft/file.js';
import { localDate } from '../moments.js';
import { sourceWithout } from '../report/copy.js';
import { button, element } from '../report/element.js';
import { copyParts, needsEngine } from '../report/report.js';
import { linesAt, longDate, nameOf } from '../report/source.js';
import { summaryHtml } from '../report/summary-file.js';
import { checkboxes, radios } from './choices.js';

export class CopyTool {
  /** @type {Promise<string> | null} */
  #css = null;

  /**
   * @param {App} app
   * @param {Results} results
   */
  constructor(app, results) {
    this.app = app;
    this.results = results;
    this.kinds = app.definition.data.private;
    const onChange = () => this.refresh();
    this.audience = radios('copy-audience', text('export.copy_title'), onChange, [
      { value: 'team', label: text('export.team_copy'), hint: text('export.team_copy_hint') },
      { value: 'share', label: text('export.share_copy'), hint: text('export.share_copy_hint') },
    ]);
    this.putIn = checkboxes(
      'copy-put-in',
      text('export.put_in'),
      onChange,
      this.kinds.map(({ id, label }) => ({ value: id, label })),
    );
    this.asked = checkboxes(
      'copy-not-asked-for',
      text('export.not_asked_for'),
      onChange,
      results.unrevealed.map(({ id, title }) => ({ value: id, label: title })),
    );
    this.$leftOut = element('p', { class: 'govuk-body app-copy__left-out', role: 'status' });
    this.$offer = element('div', { class: 'app-copy__offer', tabindex: -1, hidden: true });
    this.$root = element(
      'div',
      { class: 'app-tools__group app-copy' },
      element('h3', { class: 'govuk-heading-s' }, text('export.copy_title')),
      element('p', { class: 'govuk-body' }, text('export.copy_text')),
      this.audience.$root,
      this.putIn.$root,
      this.asked.$root,
      this.$leftOut,
      button(text('export.download_copy'), () => this.take(), { class: 'govuk-button' }),
      this.$offer,
    );
    // Nothing is private: there is one kind of copy.
    this.audience.$root.hidden = this.kinds.length === 0;
  }

  refresh() {
    const { copy } = this;
    this.putIn.show(copy.isShared ? this.kinds.map(({ id }) => id) : []);
    this.asked.show(this.results.unrevealed.map(({ id }) => id));
    const words = this.leftOutWords(copy);
    if (this.$leftOut.textContent !== words) this.$leftOut.textContent = words;
  }

  /** @returns {Copy} */
  get copy() {
    const isShared = this.audience.chosen.includes('share');
    const putIn = this.putIn.chosen;
    const leftOut = this.kinds.map(({ id }) => id).filter((id) => isShared && !putIn.includes(id));
    const asked = this.asked.chosen;
    const hidden = this.results.unrevealed.filter(({ id }) => !asked.includes(id));
    const all = /** @type {Part[]} */ (this.app.definition.data.report);
    return { isShared, leftOut: new Set(leftOut), parts: all.filter((part) => !hidden.includes(part)), hidden };
  }

  /** @param {Copy} copy */
  leftOutWords({ leftOut, hidden }) {
    const kinds = this.kinds.filter(({ id }) => leftOut.has(id)).map(({ label }) => label);
    const labels = [...kinds, ...hidden.map(({ title }) => title)];
    return labels.length > 0 ? text('export.leaves_out', { kinds: labels.join('; ') }) : text('export.leaves_nothing_out');
  }

  /** Make the copy; where Python has not answered yet, ask first whether to wait for it. */
  async take() {
    const { copy } = this;
    if (copy.parts.some(needsEngine) && this.results.engine.status.stage !== 'ready') {
      this.offerToWait(copy);
      return;
    }
    const evaluation = await this.results.evaluate().catch(() => null);
    await this.save(copy, evaluation);
  }

  /** @param {Copy} copy */
  offerToWait(copy) {
    const hasFailed = this.results.engine.status.stage === 'failed';
    const $words = element('p', { class: 'govuk-body' }, hasFailed ? text('export.failed') : text('export.not_ready'));
    const $wait = button(hasFailed ? text('export.try_again') : text('export.wait'), async () => {
      $words.textContent = text('export.waiting');
      $wait.hidden = true;
      this.$offer.focus();
      this.results.engine.start();
      try {
        await this.save(copy, await this.results.evaluate());
      } catch {
        this.offerToWait(copy);
      }
    });
    const $without = button(text('export.without'), () => this.save(copy, null));
    this.$offer.replaceChildren($words, element('div', { class: 'govuk-button-group' }, $wait, $without));
    this.$offer.hidden = false;
    this.$offer.focus();
  }

  /**
   * @param {Copy} copy
   * @param {Evaluation | null} evaluation
   */
  async save(copy, evaluation) {
    const { app } = this;
    const { language } = app.definition.data;
    const material = { ...this.results.material, evaluation };
    const source = sourceWithout(material.source, copy.leftOut);
    const name = nameOf(source);
    const today = localDate(new Date());
    const isMissing = evaluation === null && copy.parts.some(needsEngine);
    const html = summaryHtml({
      language,
      title: app.definition.title,
      name,
      facts: [
        ...dateFact(source),
        [text('export.copy'), copy.isShared ? text('export.share_copy') : text('export.team_copy')],
        [text('export.made_on'), longDate(today, language)],
      ],
      remarks: [
        ...(copy.isShared || copy.hidden.length > 0 ? [this.leftOutWords(copy)] : []),
        ...(isMissing ? [text('export.made_without')] : []),
        text('export.own_answers'),
      ],
      parts: copyParts(copy.parts, material, copy.leftOut).map((part) => ({ ...part, intro: this.introOf(part) })),
      kindLabel: (kind) => this.results.kindLabel(kind),
      css: await this.css(),
    });
    const ending = copy.isShared ? text('export.share_copy_ending') : text('export.team_copy_ending');
    const file = fileName(name, app.definition.id, today, `-${ending}.html`);
    app.download({ name: file, type: 'text/html;charset=utf-8', text: html });
    app.announce(text('export.downloaded', { file }));
    this.$offer.hidden = true;
  }

  /**
   * What the page says above a part, in plain words; above entries and changes it says what to do on the page.
   * @param {Pick<Part, 'id' | 'part'>} part
   */
  introOf({ id, part }) {
    if (part === 'entries' || part === 'changes') return [];
    const $paragraphs = this.app.$main.querySelectorAll(`[data-report-part="${id}"] > .app-prose > p`);
    return [...$paragraphs].map(($paragraph) => $paragraph.textContent ?? '');
  }

  /** The file's own style sheet; without it (the line is down) the file is plain, and whole. */
  css() {
    this.#css ??= fetch(this.app.$main.dataset.reportCss ?? '')
      .then((response) => (response.ok ? response.text() : Promise.reject(new Error(response.statusText))))
      .catch(() => {
        this.#css = null;
        return '';
      });
    return this.#css;
  }
}

/**
 * @param {Source} source
 * @returns {[string, string][]}
 */
function dateFact(source) {
  const { date_from: path } = source.definition.data;
  const item = path === null ? null : source.definition.item(path);
  const [date] = item ? linesAt(source, item) : [];
  return item && date ? [[item.title, date]] : [];
}
