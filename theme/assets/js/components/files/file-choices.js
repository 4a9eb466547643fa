/**
 * What can be done with files that were read: open one, combine them with what is here or with one another, compare
 * them. What a person is likely to want comes first.
 *
 * @typedef {import('./open-draft.js').GoodFile} GoodFile
 *
 * @typedef {object} Actions
 * @property {(good: GoodFile[]) => void} combine
 * @property {(good: GoodFile[]) => void} compare
 * @property {(good: GoodFile[]) => void} openTogether
 * @property {() => void} cancel
 */
import { text } from '../../catalogue.js';
import { button, element, linkButton, spoken } from '../../report/element.js';
import { kinshipNote } from './kinship-note.js';

const PRIMARY = 'govuk-button';
const SECONDARY = 'govuk-button govuk-button--secondary';

export class FileChoices {
  /**
   * @param {import('../../component.js').App} app
   * @param {Actions} actions
   */
  constructor(app, actions) {
    this.app = app;
    this.actions = actions;
  }

  /**
   * @param {GoodFile} good
   * @param {boolean} isOneOfMany
   */
  ofFile(good, isOneOfMany) {
    const { isBlank } = this.app.draft;
    if (isOneOfMany) {
      const $one = this.#openButton(good, text('files.open_this'), SECONDARY);
      $one.append(spoken(`: ${good.file.name}`));
      return [$one];
    }
    if (isBlank) return [buttons(this.#openButton(good, text('files.open'), PRIMARY), this.#cancelButton())];
    const { draft, isBehind } = good.result;
    const isPart = draft.parts !== null;
    const $kinship = this.#kinshipNote(draft);
    const combineFirst = !$kinship && !isBehind;
    const $open = this.#openButton(good, text('files.open_instead'), combineFirst ? SECONDARY : PRIMARY);
    const $combine = !isBehind && this.#combineButton([good], combineFirst ? PRIMARY : SECONDARY);
    return [
      isPart && element('p', {}, text('files.is_part')),
      !isPart && !$kinship && element('p', {}, text('files.is_copy')),
      ...($kinship ? [$kinship] : []),
      element('p', {}, isBehind ? text('files.not_carried') : text('files.combining')),
      element('p', {}, text('files.replaces')),
      buttons(...(combineFirst ? [$combine, $open] : [$open, $combine]), this.#downloadButton(), this.#cancelButton()),
    ];
  }

  /** @param {GoodFile[]} good */
  together(good) {
    const { definition, draft: { isBlank } } = this.app;
    const notes = isBlank ? this.#notesAmong(good) : good.map(({ result }) => this.#kinshipNote(result.draft));
    const $notes = notes.filter(($note) => $note !== null);
    const isBehind = good.some(({ result }) => result.isBehind);
    const combining = isBlank ? text('files.together_blank') : text('files.combining');
    const className = $notes.length === 0 ? PRIMARY : SECONDARY;
    const $together = isBlank
      ? button(text('files.open_together'), () => this.actions.openTogether(good), { class: className })
      : this.#combineButton(good, className);
    return element(
      'div',
      { class: 'app-file', 'data-open-together': true },
      element('h2', { class: 'app-file__title' }, text('files.together', { count: good.length })),
      ...$notes,
      element('p', {}, isBehind ? text('files.not_carried') : combining),
      buttons(
        !isBehind && $together,
        !isBehind && definition.data.workshop && button(text('workshop.compare'), () => this.actions.compare(good)),
        !isBlank && this.#downloadButton(),
        this.#cancelButton(),
      ),
    );
  }

  /** @param {import('../../draft/draft.js').Draft} draft  of a file */
  #kinshipNote(draft) {
    return kinshipNote(this.app.definition, this.app.draft.draft, draft);
  }

  /**
   * How the others are related to the one that would be opened.
   * @param {GoodFile[]} good
   */
  #notesAmong(good) {
    const [latest, ...others] = latestFirst(good).map(({ result }) => result.draft);
    return others.map((other) => kinshipNote(this.app.definition, latest, other));
  }

  /**
   * @param {GoodFile} good
   * @param {string} label
   * @param {string} className
   */
  #openButton({ result }, label, className) {
    const open = () => this.app.draft.openDraft(result.draft).then(() => this.app.router.go('hub'));
    return button(label, open, { class: className });
  }

  /**
   * @param {GoodFile[]} good
   * @param {string} className
   */
  #combineButton(good, className) {
    return button(text('files.combine'), () => this.actions.combine(good), { class: className });
  }

  #downloadButton() {
    return button(text('files.download_first'), () => this.app.downloadDraft());
  }

  #cancelButton() {
    return linkButton(text('files.cancel'), () => this.actions.cancel());
  }
}

/** @param {GoodFile[]} good */
export function latestFirst(good) {
  return [...good].sort((a, b) => (a.result.draft.saved_at < b.result.draft.saved_at ? 1 : -1));
}

/** @param {...(Node | false | null | undefined)} $buttons */
function buttons(...$buttons) {
  return element('div', { class: 'govuk-button-group' }, ...$buttons);
}
