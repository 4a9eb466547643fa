/**
 * What every part of the page starts from: its root and the app.
 *
 * @typedef {object} Basics  What there is from the start.
 * @property {HTMLElement} $main
 * @property {import('./definition.js').Definition} definition
 * @property {import('./draft/session.js').DraftSession} draft
 * @property {import('./router.js').Router} router
 * @property {import('./components/notices/alerts.js').Alerts} alerts
 * @property {boolean} isExample  an example is shown, of which nothing is kept
 * @property {(text: string) => void} announce  said by a screen reader, not shown
 * @property {(questionnaireId: string) => import('./draft/store.js').DraftStore} storeOf  what this browser keeps of it
 * @property {(path: string) => void} goToAnswer  shows a question, wherever it is, and puts the cursor there
 *
 * @typedef {{ok: true, draft: import('./draft/draft.js').Draft} | {ok: false, message: string}} ReadFile
 *
 * @typedef {object} Files  What comes with the rest of the page.
 * @property {() => void} downloadDraft
 * @property {(file: {name: string, type: string, text: string | ArrayBuffer}) => void} download
 * @property {(ending: string) => string} fileName  of a file about this draft, dated today
 * @property {(file: File, $place: HTMLElement) => Promise<ReadFile | null>} readDraftFile  of this questionnaire; null
 *   when it is locked and the person would rather not say the passphrase, which is asked for in `$place`
 * @property {(draft: import('./draft/draft.js').Draft) => import('./response.js').Response} responseOf
 *
 * @typedef {Basics & Files & {earlierVersions: import('./draft/earlier-versions.js').EarlierVersions}} App
 */

/** @template {Basics} [Needs=App] */
export class Component {
  /**
   * @param {HTMLElement} $root
   * @param {Needs} app
   */
  constructor($root, app) {
    this.$root = $root;
    this.app = app;
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement | null}
   */
  $(selector) {
    return this.$root.querySelector(selector);
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement[]}
   */
  $$(selector) {
    return [...this.$root.querySelectorAll(selector)].filter(($node) => $node instanceof HTMLElement);
  }
}

/**
 * Every part of the page of a kind, whatever their number.
 * @param {ParentNode} $root
 * @param {string} selector
 * @param {($part: HTMLElement) => void} make
 */
export function forEach($root, selector, make) {
  for (const $part of $root.querySelectorAll(selector)) make(/** @type {HTMLElement} */ ($part));
}

/**
 * A short text for screen readers, in a live region that is in the page from the start. It is emptied first, or the
 * same words twice would be said once.
 * @param {HTMLElement | null} $region
 */
export function announcer($region) {
  return (/** @type {string} */ words) => {
    if (!$region) return;
    $region.textContent = '';
    requestAnimationFrame(() => ($region.textContent = words));
  };
}
