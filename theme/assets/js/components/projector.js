/** The projector view: larger, and without what surrounds the page. It holds for this tab, whatever is opened in it. */
import { text } from '../catalogue.js';
import { Component } from '../component.js';

const KEY = 'projector';

export class Projector extends Component {
  /**
   * @param {HTMLElement} $root  the button
   * @param {import('../component.js').App} app
   */
  constructor($root, app) {
    super($root, app);
    $root.addEventListener('click', () => this.#set(!this.#isOn));
    this.#set(remembered());
  }

  get #isOn() {
    return document.documentElement.classList.contains('projector');
  }

  /** @param {boolean} on */
  #set(on) {
    document.documentElement.classList.toggle('projector', on);
    this.$root.textContent = on ? text('question.ordinary_view') : text('question.projector');
    try {
      if (on) sessionStorage.setItem(KEY, 'on');
      else sessionStorage.removeItem(KEY);
    } catch {
      // Storage is blocked: it holds until the page goes.
    }
  }
}

function remembered() {
  try {
    return sessionStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}
