/**
 * What has become of a draft's answers since its questionnaire changed: which to look at, which are kept aside, and
 * the way back to the draft as it was.
 *
 * @typedef {import('../../draft/look-back.js').OldAnswer} OldAnswer
 */
import { text } from '../../catalogue.js';
import { Component } from '../../component.js';
import { codedTitle } from '../../definition.js';
import { asItWas } from '../../draft/carry-over.js';
import { fileName, toFileText } from '../../draft/file.js';
import { lookBackAt } from '../../earlier-revisions.js';
import { dayOf, localDate } from '../../moments.js';
import { button, element, linkButton, spoken } from '../../report/element.js';
import { isCalendarDate } from '../../validation.js';
import { carryOverAgain, countWords } from './revision-words.js';

export class Revision extends Component {
  /** Counts what was asked for: an answer that comes late must not replace a later one. */
  #asked = 0;

  /**
   * @param {HTMLElement} $root  [data-view=revision]
   * @param {import('../../component.js').App} app
   */
  constructor($root, app) {
    super($root, app);
    this.$body = /** @type {HTMLElement} */ (this.$('[data-revision]'));
    app.router.addEventListener('view', () => this.#showIfCurrent());
    app.draft.addEventListener('replaced', () => this.#showIfCurrent());
    this.#show();
  }

  #showIfCurrent() {
    if (this.app.router.current === 'revision') this.#show();
  }

  async #show() {
    const { draft } = this.app;
    this.#asked += 1;
    const asked = this.#asked;
    const parts = draft.isOfEarlierRevision ? this.#asItWas() : await this.#carried();
    if (asked === this.#asked) this.$body.replaceChildren(...parts);
  }

  #asItWas() {
    return [
      element('p', {}, text('revision.as_it_was_text')),
      button(text('revision.carry_over'), () => carryOverAgain(this.app), { class: 'govuk-button' }),
    ];
  }

  async #carried() {
    const { draft } = this.app;
    const [{ carried, toLookAt, keptAside }, before] = await Promise.all([lookBackAt(draft), asItWas(draft)]);
    const { carried_over: known } = draft.record;
    const summary = countWords(known?.answers ?? carried, toLookAt.length, keptAside.length);
    return [
      element('p', {}, toLookAt.length + keptAside.length + (known ? 1 : 0) > 0 ? summary : text('revision.nothing')),
      ...this.#list(text('revision.look_title'), text('revision.look_text'), toLookAt, (old) => this.#toLookAt(old)),
      ...this.#list(text('revision.aside_title'), text('revision.aside_text'), keptAside, (old) => this.#keptAside(old)),
      ...(before ? this.#wayBack(before) : []),
    ];
  }

  /**
   * @param {string} title
   * @param {string} about
   * @param {OldAnswer[]} answers
   * @param {(old: OldAnswer) => HTMLElement} draw
   */
  #list(title, about, answers, draw) {
    if (answers.length === 0) return [];
    return [
      element('h2', { class: 'govuk-heading-m' }, title),
      element('p', {}, about),
      element('ul', { class: 'app-drafts' }, ...answers.map((old) => element('li', { class: 'app-draft' }, draw(old)))),
    ];
  }

  /** @param {OldAnswer} old  at a path of the present questionnaire */
  #toLookAt(old) {
    const { definition, draft, goToAnswer } = this.app;
    const place = /** @type {import('../../definition.js').Place} */ (definition.locate(old.path));
    const holder = this.#holderWords(old.path, place.parent ? codedTitle(place.parent) : place.section.title);
    const title = codedTitle(place.item);
    const isAsked = draft.evaluation.isVisible(old.path);
    const $go = button(text('revision.look_at_question'), () => goToAnswer(old.path), {
      class: 'govuk-button govuk-button--secondary',
    });
    $go.append(spoken(` ${title}`));
    const asked = old.was && old.was.title !== place.item.title ? old.was.title : null;
    return element('div', {}, ...this.#answer(title, holder, old, place.item.options, asked), isAsked ? element('div', { class: 'app-draft__tools' }, $go) : element('p', {}, text('revision.not_asked')));
  }

  /** @param {OldAnswer} old  at a path of an earlier one */
  #keptAside(old) {
    const title = old.was?.title ?? text('revision.unknown_question');
    const holder = this.#holderWords(old.path, old.was?.within ?? old.was?.section ?? '');
    return element('div', {}, ...this.#answer(title, holder, old));
  }

  /**
   * @param {string} title
   * @param {string} holder
   * @param {OldAnswer} old
   * @param {import('../../definition.js').Option[]} [options]  of the question as it is now
   * @param {string | null} [asked]  the question as it was, where that was another
   */
  #answer(title, holder, { value, was }, options = [], asked = null) {
    const values = [value].flat().filter((one) => one !== null);
    const words = values.map((one) => this.#words(one, was, options));
    const whys = [was?.why, ...values.map((one) => ownMember(was?.option_whys, String(one)))];
    return [
      element('h3', { class: 'app-draft__name' }, title),
      holder !== '' && element('p', { class: 'govuk-hint' }, holder),
      asked !== null && element('p', {}, text('revision.was_asked', { title: asked })),
      element('p', { class: 'app-lines' }, text('revision.answered', { answer: words.join(', ') })),
      ...whys.map((why) => why && element('p', {}, why)),
    ];
  }

  /**
   * The group, list or section that holds a question; of a list, which entry.
   * @param {string} path
   * @param {string} title
   */
  #holderWords(path, title) {
    const { evaluation, draft } = this.app.draft;
    const [, entryId, child] = path.split('/');
    if (child === undefined) return title;
    const lists = this.app.definition.topItems.filter((item) => item.type === 'entries');
    const list = lists.find(({ id }) => draft.entries[id]?.[entryId]);
    const entry = list ? evaluation.entryTitle(list.id, entryId) : '';
    return entry === '' ? title : text('revision.entry_of', { title, entry });
  }

  /**
   * @param {string | number} value
   * @param {import('../../draft/revisions.js').Was | null} was
   * @param {import('../../definition.js').Option[]} options
   */
  #words(value, was, options) {
    const label = ownMember(was?.options, String(value)) ?? options.find(({ id }) => id === value)?.label;
    if (label !== undefined) return label;
    const isDate = typeof value === 'string' && isCalendarDate(value);
    return isDate ? dayOf(value, this.app.definition.data.language) : String(value);
  }

  /** @param {import('../../draft/draft.js').Draft} before */
  #wayBack(before) {
    const { draft, router, download, definition } = this.app;
    const name = fileName(before.name, definition.id, localDate(new Date()));
    const goBack = () => draft.openDraft(before, true).then(() => router.go('hub'));
    return [
      element('h2', { class: 'govuk-heading-m' }, text('revision.back_title')),
      element('p', {}, text('revision.back_text')),
      element(
        'div',
        { class: 'govuk-button-group' },
        button(text('revision.go_back'), goBack),
        linkButton(text('revision.download_before'), () =>
          download({ name, type: 'application/json', text: toFileText(before) }),
        ),
      ),
    ];
  }
}

/**
 * @param {Record<string, string> | undefined} record
 * @param {string} key
 */
function ownMember(record, key) {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
