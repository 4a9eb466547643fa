/** On a page of guidance: what the browser keeps to work without a network, and the buttons to have it or remove it. */
import { text } from './catalogue.js';
import { offlineOf } from './offline/offline.js';
import { whenReplaced } from './offline/replaced.js';

/**
 * @typedef {import('./offline/offline.js').Offline} Offline
 * @typedef {import('./offline/offline.js').State} State
 */

class OfflineBox {
  /**
   * @param {HTMLElement} $root
   * @param {Offline} offline
   */
  constructor($root, offline) {
    this.offline = offline;
    this.$words = document.createElement('p');
    this.$words.setAttribute('role', 'status');
    this.$words.tabIndex = -1;
    this.$share = document.createElement('p');
    this.$share.setAttribute('aria-hidden', 'true');
    this.$buttons = document.createElement('div');
    this.$buttons.className = 'govuk-button-group';
    $root.append(this.$words, this.$share, this.$buttons);
    offline.addEventListener('state', () => this.show());
    whenReplaced(offline.container, () => location.reload());
    this.show();
    void offline.look();
  }

  show() {
    const { state, share, hasFailed } = this.offline;
    const words = hasFailed ? text('offline.failed') : wordsFor(state);
    if (this.$words.textContent !== words) this.$words.textContent = words;
    // Apart from the words, which are read out whenever they change.
    this.$share.textContent = state === 'filling' ? text('offline.share', { percent: Math.floor(share * 100) }) : '';
    const labels = this.actions(state);
    if ([...this.$buttons.children].map(({ textContent }) => textContent).join() === labels.map(([label]) => label).join()) return;
    const hadFocus = this.$buttons.contains(document.activeElement);
    this.$buttons.replaceChildren(...labels.map(([label, act]) => button(label, act)));
    if (hadFocus) this.$words.focus({ preventScroll: true });
  }

  /**
   * @param {State} state
   * @returns {[string, () => void][]}
   */
  actions(state) {
    const { offline } = this;
    if (state === 'none') return [[text('offline.keep'), () => void offline.keep()]];
    /** @type {[string, () => void]} */
    const remove = [text('offline.remove'), () => void offline.decline()];
    return state === 'update' ? [[text('offline.take_over'), () => offline.takeOver(() => location.reload())], remove] : [remove];
  }
}

/** @param {State} state */
function wordsFor(state) {
  switch (state) {
    case 'ready':
      return text('offline.ready');
    case 'update':
      return text('offline.update');
    case 'filling':
      return text('offline.filling');
    default:
      return text('offline.none');
  }
}

/**
 * @param {string} label
 * @param {() => void} act
 */
function button(label, act) {
  const $button = document.createElement('button');
  $button.type = 'button';
  $button.className = 'govuk-button govuk-button--secondary';
  $button.textContent = label;
  $button.addEventListener('click', act);
  return $button;
}

const $place = document.getElementById('catalogue');
for (const $root of document.querySelectorAll('[data-module="offline"]')) {
  const offline = $place && offlineOf($place);
  if (offline) new OfflineBox(/** @type {HTMLElement} */ ($root), offline);
  else $root.append(text('offline.unavailable'));
}
