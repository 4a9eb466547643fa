/**
 * Passing a draft on: what to send, from whom, locked or not, a look at what is in it, and the ways it can leave.
 * Nothing is sent from here: a person sends a file.
 */
import { text } from '../../catalogue.js';
import { Component } from '../../component.js';
import { fileName, toFileText } from '../../draft/file.js';
import { lock } from '../../draft/locked-file.js';
import { localDate } from '../../moments.js';
import { element } from '../../report/element.js';
import { editorNameField } from '../drafts/editor-name.js';
import { ShareLock } from './share-lock.js';
import { ShareLook } from './share-look.js';
import { ShareSend } from './share-send.js';
import { ShareWhat } from './share-what.js';

export class Share extends Component {
  /**
   * @param {HTMLElement} $root  [data-view=share]
   * @param {import('../../component.js').App} app
   */
  constructor($root, app) {
    super($root, app);
    this.what = new ShareWhat(app, () => this.#refresh());
    this.lock = new ShareLock(() => this.#refreshLetter());
    this.look = new ShareLook(app);
    this.send = new ShareSend(app, { make: () => this.#make(), about: () => this.#about() });
    const $name = editorNameField(app);
    $root.append(
      part(text('share.what_title'), this.what.$root),
      part(text('share.who_title'), $name),
      part(text('share.lock_title'), this.lock.$root),
      part(text('share.look_title'), this.look.$root),
      part(text('share.send_title'), this.send.$root),
    );
    // At every key: were it done on leaving, a button would move away from under the pointer.
    $name.addEventListener('input', () => this.#refresh());
    app.router.addEventListener('view', (event) => this.#seen(/** @type {CustomEvent} */ (event).detail));
    app.draft.addEventListener('change', () => this.#refresh());
    app.draft.addEventListener('replaced', (event) => {
      // What another tab has saved is no reason to forget what was chosen here.
      if (/** @type {CustomEvent} */ (event).detail.cause === 'other-tab') this.#refresh();
      else this.#start();
    });
    this.#start();
  }

  /** @param {{view: string, previous: string}} detail */
  #seen({ view, previous }) {
    this.look.start();
    if (view === 'share') this.#refresh();
    // Whoever comes back later need not have been here before.
    else if (previous === 'share') this.lock.clear();
  }

  #start() {
    this.what.start();
    this.#refresh();
  }

  #refresh() {
    if (this.app.router.current !== 'share') return;
    this.look.show(this.what.draft);
    this.#refreshLetter();
  }

  #refreshLetter() {
    this.send.refresh();
  }

  /** @returns {import('./share-letter.js').About} */
  #about() {
    const { titles } = this.what;
    return {
      title: this.app.definition.title,
      address: `${location.origin}${location.pathname}`,
      parts: titles.length > 0 ? titles : null,
      isReturn: titles.length > 0 && this.app.draft.draft.parts !== null,
      isLocked: this.lock.isOn,
    };
  }

  /** @returns {Promise<import('./share-send.js').MadeFile | null>} */
  async #make() {
    if (!this.what.check() || !this.lock.check()) return null;
    const { definition, draft } = this.app;
    const isLocked = this.lock.isOn;
    const isWhole = this.what.parts === null;
    const plain = toFileText(this.what.draft);
    const ending = `${isWhole ? '' : `-${text('share.part_ending')}`}${isLocked ? `-${text('lock.ending')}` : ''}.json`;
    // A locked file does not say whose it is, in its name neither.
    const name = fileName(isLocked ? '' : draft.draft.name, definition.id, localDate(new Date()), ending);
    const content = isLocked ? await lock(plain, this.lock.passphrase, definition) : plain;
    // Only what anybody can open is a copy to fall back on.
    if (isWhole && !isLocked) draft.markDownloaded();
    return { name, text: content };
  }
}

/**
 * @param {string} title
 * @param {HTMLElement} $body
 */
function part(title, $body) {
  return element('section', { class: 'app-share__part' }, element('h2', { class: 'govuk-heading-m' }, title), $body);
}
