/**
 * What a person chooses of a copy: how much of the report, for whom, and which private answers all the same.
 *
 * @typedef {import('../../component.js').App} App
 * @typedef {import('../../report/report.js').Part} Part
 * @typedef {import('../../report/versions.js').Version} Version
 * @typedef {import('../results/results.js').Results} Results
 *
 * @typedef {object} Copy  What the person has chosen.
 * @property {Version | null} version  null: the whole report
 * @property {boolean} isShared
 * @property {Set<string>} leftOut  private kinds
 * @property {Part[]} parts
 * @property {Part[]} hidden  parts nobody has asked for
 * @property {boolean} holdsDraft  the draft goes into its web page
 */
import { text } from '../../catalogue.js';
import { element } from '../../report/element.js';
import { tellsWhatChanged, versionsOf } from '../../report/versions.js';
import { checkboxes, radios } from '../choices.js';

/** Stands for the whole report among the versions of it: no id is like it. */
const WHOLE = '*';

export class CopyChoices {
  /**
   * @param {App} app
   * @param {Results} results
   */
  constructor(app, results) {
    this.results = results;
    this.parts = /** @type {Part[]} */ (app.definition.data.report);
    this.kinds = app.definition.data.private;
    /** Those a person may put in all the same. */
    this.optional = this.kinds.filter((kind) => !kind.team_only);
    this.versions = versionsOf(this.parts, app.definition.data.report_views ?? []);
    const onChange = () => this.refresh();
    this.version = radios('copy-version', text('export.version'), onChange, [
      { value: WHOLE, label: text('export.whole'), hint: text('export.whole_hint') },
      ...this.versions.map(({ id, title }) => ({ value: id, label: title })),
    ]);
    this.audience = radios('copy-audience', text('export.copy_title'), onChange, [
      { value: 'team', label: text('export.team_copy'), hint: text('export.team_copy_hint') },
      { value: 'share', label: text('export.share_copy'), hint: text('export.share_copy_hint') },
    ]);
    this.putIn = checkboxes(
      'copy-put-in',
      text('export.put_in'),
      onChange,
      this.optional.map(({ id, label }) => ({ value: id, label })),
    );
    this.asked = checkboxes(
      'copy-not-asked-for',
      text('export.not_asked_for'),
      onChange,
      this.#unrevealed(null).map(({ id, title }) => ({ value: id, label: title })),
    );
    this.inside = checkboxes('copy-draft', text('export.reopen'), onChange, [
      { value: 'draft', label: text('export.draft_inside'), hint: text('export.draft_inside_hint') },
    ]);
    this.inside.choose(['draft']);
    this.$noDraft = element('p', { class: 'govuk-hint' }, text('export.no_draft_inside'));
    this.$leftOut = element('p', { class: 'govuk-body app-copy__left-out', role: 'status' });
    this.$root = element(
      'div',
      {},
      this.version.$root,
      this.audience.$root,
      this.putIn.$root,
      this.asked.$root,
      this.inside.$root,
      this.$noDraft,
      this.$leftOut,
    );
    this.version.$root.hidden = this.versions.length === 0;
    // Nothing is private: there is one kind of copy.
    this.audience.$root.hidden = this.kinds.length === 0;
  }

  refresh() {
    this.#showVersions();
    const { copy } = this;
    this.putIn.show(copy.isShared ? this.optional.map(({ id }) => id) : []);
    this.asked.show(this.#unrevealed(copy.version).map(({ id }) => id));
    const isWhole = canHoldDraft(copy);
    this.inside.show(isWhole ? ['draft'] : []);
    this.$noDraft.hidden = isWhole;
    const words = this.leftOutWords(copy);
    if (this.$leftOut.textContent !== words) this.$leftOut.textContent = words;
  }

  /** What has changed can be had alone while there is anything to compare with. */
  #showVersions() {
    if (this.versions.length === 0) return;
    const isCompared = this.results.parts.comparison !== null && this.results.parts.comparison.dated.length > 0;
    const shown = this.versions.filter(({ parts }) => isCompared || !parts.every((id) => this.#isOfChanges(id)));
    this.version.show([WHOLE, ...shown.map(({ id }) => id)]);
    if (this.version.chosen.length === 0) this.version.choose([WHOLE]);
  }

  /** @param {string} id */
  #isOfChanges(id) {
    return this.parts.some((part) => part.id === id && (tellsWhatChanged(part) || part.part === 'heading'));
  }

  /** @returns {Copy} */
  get copy() {
    const version = this.versions.find(({ id }) => this.version.chosen.includes(id)) ?? null;
    const isShared = this.audience.chosen.includes('share');
    const putIn = this.putIn.chosen;
    const leftOut = this.kinds.map(({ id }) => id).filter((id) => isShared && !putIn.includes(id));
    const asked = this.asked.chosen;
    const hidden = this.#unrevealed(version).filter(({ id }) => !asked.includes(id));
    const parts = this.#partsOf(version).filter((part) => !hidden.includes(part));
    const holdsDraft = canHoldDraft({ version, isShared }) && this.inside.chosen.length > 0;
    return { version, isShared, leftOut: new Set(leftOut), parts, hidden, holdsDraft };
  }

  /** @param {Copy} copy */
  leftOutWords({ leftOut, hidden, version }) {
    const kinds = this.kinds.filter(({ id }) => leftOut.has(id)).map(({ label }) => label);
    const labels = [...kinds, ...hidden.map(({ title }) => title)];
    if (labels.length > 0) return text('export.leaves_out', { kinds: labels.join('; ') });
    return version ? text('export.leaves_out_of_version') : text('export.leaves_nothing_out');
  }

  /**
   * Its parts, in its own order.
   * @param {Version | null} version
   */
  #partsOf(version) {
    if (!version) return this.parts;
    return version.parts.flatMap((id) => this.parts.find((part) => part.id === id) ?? []);
  }

  /** @param {Version | null} version */
  #unrevealed(version) {
    const { unrevealed } = this.results.parts;
    return this.#partsOf(version).filter(({ id }) => unrevealed.includes(id));
  }
}

/**
 * Only a copy that keeps nothing from its reader may hold the draft, which holds everything.
 * @param {Pick<Copy, 'version' | 'isShared'>} copy
 */
function canHoldDraft({ version, isShared }) {
  return version === null && !isShared;
}
