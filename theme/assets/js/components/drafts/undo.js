/**
 * Undo and Redo: quiet buttons at the foot of the page, and Ctrl+Z wherever no text is being written. The page shows
 * the place that has changed.
 *
 * @typedef {import('../../draft/history.js').Step} Step
 */
import { text } from '../../catalogue.js';
import { Component } from '../../component.js';
import { placeOf } from '../../places.js';
import { linkButton } from '../../report/element.js';
import { stepWords } from './step-words.js';

/** Where the browser's own undo is at work. */
const TEXT = 'textarea, select, [contenteditable], input:not([type="radio"], [type="checkbox"], [type="file"])';

export class Undo extends Component {
  /**
   * @param {HTMLElement} $root
   * @param {import('../../component.js').App} app
   */
  constructor($root, app) {
    super($root, app);
    this.$undo = linkButton(text('undo.undo'), () => this.undo());
    this.$redo = linkButton(text('undo.redo'), () => this.redo());
    $root.append(this.$undo, this.$redo);
    // What is being written may also be what it is called by.
    for (const event of ['history', 'saved']) app.draft.addEventListener(event, () => this.#show());
    document.addEventListener('keydown', (event) => this.#pressed(event));
    this.#show();
  }

  undo() {
    const step = this.app.draft.undo();
    if (step) this.#showPlace(step, text('undo.undone', { what: this.#words(step) }));
  }

  redo() {
    const step = this.app.draft.redo();
    if (step) this.#showPlace(step, text('undo.redone', { what: this.#words(step) }));
  }

  #show() {
    const { undoable, redoable } = this.app.draft;
    const $focused = document.activeElement;
    this.#label(this.$undo, undoable);
    this.#label(this.$redo, redoable);
    // A button that goes leaves the cursor to the other.
    if ($focused === this.$undo && this.$undo.hidden) this.$redo.focus();
    if ($focused === this.$redo && this.$redo.hidden) this.$undo.focus();
    this.$root.hidden = !undoable && !redoable;
  }

  /**
   * @param {HTMLElement} $button
   * @param {Step | null} step
   */
  #label($button, step) {
    $button.hidden = step === null;
    if (step) $button.setAttribute('aria-label', `${$button.textContent}: ${this.#words(step)}`);
  }

  /** @param {Step} step */
  #words(step) {
    return stepWords(this.app.draft.evaluation, step);
  }

  /**
   * @param {Step} step
   * @param {string} words
   */
  #showPlace({ path, entryId, act }, words) {
    const $place = path === null ? null : this.#$place(path, entryId, act);
    if ($place) {
      // Not into a text box: there the next Ctrl+Z would be the browser's own.
      $place.tabIndex = -1;
      $place.focus({ preventScroll: true });
      $place.scrollIntoView({ block: 'center', behavior: 'instant' });
    }
    this.app.announce(words);
  }

  /**
   * @param {string} path
   * @param {string | null} entryId
   * @param {Step['act']} act
   */
  #$place(path, entryId, act) {
    return act === 'answered' ? this.#$question(path) : this.#$entry(path, entryId);
  }

  /** @param {string} path */
  #$question(path) {
    this.app.goToAnswer(path);
    const $question = this.app.$main.querySelector(`[data-item="${CSS.escape(path)}"]`);
    // It may not be asked any more, as the answers stand now.
    return $question instanceof HTMLElement && $question.checkVisibility() ? $question : this.#$heading;
  }

  /**
   * The line of an entry or, when it has gone, the list it stood in: here, or else where it is shown.
   * @param {string} entriesId
   * @param {string | null} entryId
   */
  #$entry(entriesId, entryId) {
    const { router, draft } = this.app;
    const $here = this.#$entryHere(entriesId, entryId);
    if ($here) return $here;
    router.go(placeOf(draft.evaluation, `${entriesId}/${entryId}`).step ?? 'hub', { focus: false });
    return this.#$entryHere(entriesId, entryId) ?? this.#$heading;
  }

  /**
   * @param {string} entriesId
   * @param {string | null} entryId
   */
  #$entryHere(entriesId, entryId) {
    const { definition, router } = this.app;
    const places = [entriesId, ...definition.viewsOf(entriesId).map(({ id }) => id)];
    const $view = router.$view(router.current);
    const $lists = places.map((id) => $view?.querySelector(`[data-item="${CSS.escape(id)}"]`)).filter((one) => !!one);
    const $rows = $lists.map(($list) => $list?.querySelector(`[data-entry="${CSS.escape(entryId ?? '')}"]`));
    const $found = $rows.find(($row) => $row) ?? $lists[0];
    return $found instanceof HTMLElement ? $found : null;
  }

  get #$heading() {
    const { router } = this.app;
    return /** @type {HTMLElement | null | undefined} */ (router.$view(router.current)?.querySelector('h1'));
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const isCommand = /Mac|iP/.test(navigator.platform) ? event.metaKey : event.ctrlKey;
    if (!isCommand || event.altKey || event.key.toLowerCase() !== 'z') return;
    if (/** @type {Element} */ (event.target).closest(TEXT)) return;
    event.preventDefault();
    if (event.shiftKey) this.redo();
    else this.undo();
  }
}
