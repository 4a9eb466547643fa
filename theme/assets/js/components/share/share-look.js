/**
 * A look before sharing: everything in a person's own words that is about to go, question by question, and what in it
 * may name or identify somebody.
 *
 * @typedef {import('../../draft/draft.js').Draft} Draft
 * @typedef {import('../../free-text.js').FreeText} FreeText
 * @typedef {import('../../look.js').Sign} Sign
 * @typedef {FreeText & {signs: Sign[]}} Looked
 */
import { text } from '../../catalogue.js';
import { codedTitle } from '../../definition.js';
import { answersChange } from '../../draft/change.js';
import { answeredPaths } from '../../draft/draft.js';
import { freeTexts } from '../../free-text.js';
import { signsIn } from '../../look.js';
import { privateKindOf } from '../../report/copy.js';
import { button, element, spoken } from '../../report/element.js';
import { answerLink } from '../answer-link.js';
import { entryTitle } from '../entries/entry-name.js';
import { fold } from '../fold.js';
import { QuestionNames } from '../questions/question-names.js';

/** What is suspected is shown at once, up to so much of it. */
const MOST_AT_ONCE = 30;

/** As much of a text as it takes to know it again. */
const EXCERPT = 400;

export class ShareLook {
  /** What has been looked at before. @type {Map<string, Sign[]>} */
  #known = new Map();

  /** @type {QuestionNames} */
  #called;

  /** @param {import('../../component.js').App} app */
  constructor(app) {
    this.app = app;
    this.#called = new QuestionNames(app.draft.evaluation);
    this.$said = element('p', { class: 'app-share__said', role: 'status', tabindex: -1 });
    this.$found = element('div', { 'data-share-look': true });
    this.$root = element('div', {}, this.$said, this.$found);
  }

  /** Anew, for whoever comes to it. */
  start() {
    this.$said.textContent = '';
  }

  /** @param {Draft} sent */
  show(sent) {
    this.#called = new QuestionNames(this.app.draft.evaluation);
    const looked = freeTexts(this.app.draft.evaluation, sent).map((free) => ({ ...free, signs: this.#signs(free.text) }));
    const shown = looked.filter(({ isShown }) => isShown);
    const hidden = looked.filter(({ isShown }) => !isShown);
    const suspected = shown.filter(({ signs }) => signs.length > 0);
    this.$found.replaceChildren(
      element('p', {}, looked.length === 0 ? text('look.nothing') : text('look.count', { count: looked.length })),
      ...this.#names(sent),
      ...this.#kinds(sent),
      ...(suspected.length > 0 ? this.#suspected(suspected) : []),
      ...(shown.length > 0 ? [this.#all(shown)] : []),
      ...(hidden.length > 0 ? this.#hidden(hidden) : []),
      element('p', { class: 'govuk-hint' }, text('look.misses')),
    );
  }

  /** @param {string} words */
  #signs(words) {
    const signs = this.#known.get(words) ?? signsIn(words);
    this.#known.set(words, signs);
    return signs;
  }

  /**
   * Who stands beside the answers, and what the person called the draft.
   * @param {Draft} sent
   */
  #names({ editors, name, name_chosen: isChosen }) {
    const names = [...new Set(Object.values(editors).filter((one) => one.trim() !== ''))];
    return [
      isChosen && element('p', { class: 'app-lines' }, text('look.draft_name', { name })),
      names.length > 0 && element('p', { class: 'app-lines' }, text('look.names', { names: names.join('; ') })),
    ].filter(($line) => $line !== false);
  }

  /**
   * Kinds of answers that a copy to share would leave out.
   * @param {Draft} sent
   */
  #kinds(sent) {
    const { definition } = this.app;
    const present = new Set(answeredPaths(sent).map((path) => privateKindOf(definition, path)));
    const labels = definition.data.private.filter(({ id }) => present.has(id)).map(({ label }) => label);
    return labels.length > 0 ? [element('p', {}, text('look.kinds', { kinds: labels.join('; ') }))] : [];
  }

  /** @param {Looked[]} suspected */
  #suspected(suspected) {
    const more = suspected.length - MOST_AT_ONCE;
    return [
      element('h3', { class: 'govuk-heading-s' }, text('look.suspected_title', { count: suspected.length })),
      this.#list(suspected.slice(0, MOST_AT_ONCE)),
      ...(more > 0 ? [element('p', {}, text('look.suspected_more', { count: more }))] : []),
    ];
  }

  /** Long in a large draft, so it is laid out when it is wanted. @param {Looked[]} shown */
  #all(shown) {
    const $fold = fold(text('look.all', { count: shown.length }), null);
    $fold.addEventListener(
      'toggle',
      () => {
        const sections = new Set(shown.map(({ section }) => section));
        $fold.lastElementChild?.append(
          ...[...sections].flatMap((section) => [
            element('h3', { class: 'govuk-heading-s' }, section ? codedTitle(section) : text('look.aside')),
            this.#list(shown.filter((one) => one.section === section)),
          ]),
        );
      },
      { once: true },
    );
    return $fold;
  }

  /**
   * What the person may think is gone.
   * @param {Looked[]} hidden
   */
  #hidden(hidden) {
    return [
      element('h3', { class: 'govuk-heading-s' }, text('look.hidden_title', { count: hidden.length })),
      element('p', {}, text('look.hidden_text')),
      this.#list(hidden.slice(0, MOST_AT_ONCE)),
      hidden.length > MOST_AT_ONCE &&
        element('p', {}, text('look.hidden_more', { count: hidden.length - MOST_AT_ONCE })),
      element('p', {}, button(text('look.erase', { count: hidden.length }), () => this.#erase(hidden))),
    ].filter(($part) => $part !== false);
  }

  /** @param {Looked[]} hidden */
  #erase(hidden) {
    const { draft } = this.app;
    const gone = Object.fromEntries(hidden.map(({ path }) => [path, null]));
    if (!draft.edit(answersChange(draft.draft, gone, draft.by), { label: text('look.erase_label') })) return;
    this.$said.textContent = text('look.erased', { count: hidden.length });
    // The button has gone.
    this.$said.focus();
  }

  /** @param {Looked[]} looked */
  #list(looked) {
    return element('dl', { class: 'govuk-summary-list app-look' }, ...looked.map((one) => this.#row(one)));
  }

  /** @param {Looked} looked */
  #row({ path, item, entryId, text: words, signs, isShown }) {
    const { evaluation } = this.app.draft;
    const title = item ? codedTitle(item) : path;
    const parent = evaluation.definition.locate(path)?.parent ?? null;
    const holder = parent && (entryId === null ? codedTitle(parent) : entryTitle(evaluation, parent, entryId));
    const within = holder ? text('look.within', { holder, title }) : title;
    const cut = [...words].length > EXCERPT;
    return element(
      'div',
      { class: 'govuk-summary-list__row' },
      element('dt', { class: 'govuk-summary-list__key app-lines' }, within),
      element(
        'dd',
        { class: 'govuk-summary-list__value' },
        element('p', { class: 'app-lines' }, cut ? `${[...words].slice(0, EXCERPT).join('')}…` : words),
        signs.length > 0 && element('ul', { class: 'govuk-list' }, ...signs.map((sign) => element('li', { class: 'app-look__sign' }, signText(sign)))),
      ),
      element('dd', { class: 'govuk-summary-list__actions' }, isShown && this.#link(path)),
    );
  }

  /** @param {string} path */
  #link(path) {
    return answerLink(this.app.draft.evaluation, path, text('draft.change'), spoken(`: ${this.#called.of(path)}`));
  }
}

/** @param {Sign} sign */
function signText({ kind, found }) {
  switch (kind) {
    case 'name':
      return text('look.name', { found });
    case 'email':
      return text('look.email', { found });
    case 'phone':
      return text('look.phone', { found });
    case 'postcode':
      return text('look.postcode', { found });
    case 'nhs-number':
      return text('look.nhs_number', { found });
    case 'date':
      return text('look.date', { found });
  }
}
