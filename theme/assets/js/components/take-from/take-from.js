/**
 * Takes an answer from a draft of another questionnaire: the person chooses the draft, sees what it suggests, and says
 * whether that is the answer.
 *
 * @typedef {import('../../draft/draft.js').Draft} Draft
 */
import { text } from '../../catalogue.js';
import { Component } from '../../component.js';
import { DRAFT_FILES } from '../../draft/file.js';
import { dayOf, timeOf } from '../../moments.js';
import { button, element, linkButton, spoken } from '../../report/element.js';
import { OtherQuestionnaire } from './other-questionnaire.js';

export class TakeFrom extends Component {
  /**
   * @param {HTMLElement} $root  [data-take-from]
   * @param {import('../../component.js').App} app
   */
  constructor($root, app) {
    super($root, app);
    const { takeFrom = '', fromQuestionnaire = '', fromTitle = '', fromDefinition = '', fromScoring = '', fromRevisions = '' } =
      $root.dataset;
    this.path = takeFrom;
    this.title = fromTitle;
    this.language = app.definition.data.language;
    this.other = new OtherQuestionnaire(app, {
      id: fromQuestionnaire,
      title: fromTitle,
      definitionUrl: fromDefinition,
      scoringUrl: fromScoring,
      revisionsUrl: fromRevisions,
    });
    this.$title = element('p', { class: 'app-file__title', tabindex: -1 }, text('take.title', { title: fromTitle }));
    this.$content = element('div');
    this.$panel = element('div', { class: 'app-file', 'data-take-panel': true }, this.$title, this.$content);
  }

  async open() {
    this.$root.append(this.$panel);
    const drafts = await this.other.drafts();
    this.$content.replaceChildren(...this.#choice(drafts));
    this.$title.focus();
  }

  close() {
    this.$panel.remove();
    /** @type {HTMLElement | null} */ (this.$('[data-take]'))?.focus();
  }

  /** @param {Draft[]} drafts */
  #choice(drafts) {
    const id = `${this.path}-take-file`;
    const $error = element('p', { class: 'govuk-error-message', id: `${id}-error`, hidden: true });
    const $unlock = element('div');
    const $input = element('input', { class: 'govuk-file-upload', type: 'file', id, accept: DRAFT_FILES });
    $input.addEventListener('change', () => this.#read($input, $error, $unlock));
    return [
      element('p', { class: 'govuk-label--s' }, text('take.in_browser')),
      drafts.length === 0 && element('p', {}, text('take.none_in_browser')),
      ...drafts.map((draft) => this.#draftLine(draft)),
      element(
        'div',
        { class: 'govuk-form-group' },
        element('label', { class: 'govuk-label govuk-label--s', for: id }, text('take.file', { title: this.title })),
        $error,
        $input,
      ),
      $unlock,
      this.#cancel(),
    ].filter(($node) => $node !== false);
  }

  /** @param {Draft} draft */
  #draftLine(draft) {
    const { name, date } = this.#about(draft);
    const $use = linkButton(text('take.use'), () => this.#workOut(draft));
    $use.append(spoken(`: ${name}`));
    return element('p', {}, element('span', { class: 'app-lines' }, name), ` – ${date} `, $use);
  }

  /** @param {Draft} draft */
  #about({ name, saved_at: savedAt }) {
    const date = text('files.moment', { date: dayOf(savedAt, this.language), time: timeOf(savedAt, this.language) });
    return { name: name || text('files.no_name'), date };
  }

  /**
   * @param {HTMLInputElement} $input
   * @param {HTMLElement} $error
   * @param {HTMLElement} $unlock
   */
  async #read($input, $error, $unlock) {
    const file = $input.files?.[0];
    if (!file) return;
    // Not even the questionnaire that the file is of may be there to read it by.
    const failed = { ok: /** @type {const} */ (false), message: text('take.failed') };
    const read = await this.other.readFile(file, $unlock).catch(() => failed);
    if (read === null) {
      $input.value = '';
      return $input.focus();
    }
    if (read.ok) return this.#workOut(read.draft);
    const { message } = read;
    $error.textContent = message;
    $error.hidden = false;
    $input.setAttribute('aria-describedby', $error.id);
    this.app.announce(message);
  }

  /** @param {Draft} draft */
  async #workOut(draft) {
    const $working = element('p', { tabindex: -1 }, text('take.working'));
    this.$content.replaceChildren($working, this.#cancel());
    $working.focus();
    let $found;
    try {
      $found = this.#found(draft, await this.other.classify(draft));
    } catch {
      $found = [
        element('p', { class: 'govuk-error-message', tabindex: -1 }, text('take.failed')),
        button(text('take.try_again'), () => this.#workOut(draft)),
      ];
    }
    // Cancelled meanwhile.
    if (!$working.isConnected) return;
    this.$content.replaceChildren(...$found, this.#cancel());
    /** @type {HTMLElement} */ (this.$content.firstElementChild).focus();
  }

  /**
   * @param {Draft} draft
   * @param {import('./other-questionnaire.js').Classification | null} classification
   */
  #found(draft, classification) {
    const about = this.#about(draft);
    const say = (/** @type {string} */ words) => element('p', { class: 'app-lines', tabindex: -1 }, words);
    if (!classification) return [say(text('take.says_nothing', about))];
    const options = this.app.definition.item(this.path)?.options ?? [];
    const option = options.find(({ id }) => id === classification.id);
    if (!option) return [say(text('take.no_option', { ...about, result: classification.title }))];
    return [
      say(text('take.suggests', { ...about, result: option.label })),
      element('p', {}, text('take.agree')),
      button(text('take.confirm'), () => this.#take(option), { class: 'govuk-button' }),
    ];
  }

  /** @param {import('../../definition.js').Option} option */
  #take({ id, label }) {
    // First, for a question under someone's hands is not filled in from elsewhere.
    this.$panel.remove();
    this.app.draft.set(this.path, id);
    this.app.goToAnswer(this.path);
    this.app.announce(text('take.taken', { label }));
  }

  #cancel() {
    return element('p', {}, linkButton(text('files.cancel'), () => this.close()));
  }
}
