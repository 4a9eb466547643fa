/**
 * The passphrase that is to lock a file, if any. It is written twice, or seen; it is kept nowhere.
 */
import { text } from '../../catalogue.js';
import { canLock, normalPassphrase } from '../../draft/locked-file.js';
import { element } from '../../report/element.js';
import { PassphraseBox, showTick } from '../files/passphrase-box.js';
import { fold } from '../fold.js';

/** Below this a passphrase is soon guessed, so a longer one is advised. */
const SHORT = 12;

export class ShareLock {
  /** @param {() => void} onChange */
  constructor(onChange) {
    this.onChange = onChange;
    this.first = new PassphraseBox('share-passphrase', text('lock.passphrase'), text('lock.choose_hint'));
    this.second = new PassphraseBox('share-passphrase-again', text('lock.again'));
    this.$advice = element('p', { class: 'govuk-body', role: 'status' });
    this.$root = fold(text('lock.fold'), [
      element('p', {}, text('lock.what_for')),
      element('p', {}, element('strong', {}, text('lock.forgotten'))),
      element('p', {}, text('lock.other_way')),
      ...(canLock() ? this.#boxes() : [element('p', {}, text('lock.insecure'))]),
    ]);
  }

  /** Whether the file is to be locked: something is written, even where the two do not agree yet. */
  get isOn() {
    return normalPassphrase(this.first.value) !== '' || normalPassphrase(this.second.value) !== '';
  }

  get passphrase() {
    return this.first.value;
  }

  /** Whether the passphrase can be used; else it is said what is wrong with it. */
  check() {
    this.#agree();
    if (!this.isOn) return true;
    const words = normalPassphrase(this.first.value) === '' ? text('lock.none_given') : null;
    if (words !== null) return this.#refuse(this.first, words);
    if (this.first.isShown || normalPassphrase(this.first.value) === normalPassphrase(this.second.value)) return true;
    return this.#refuse(this.second, text('lock.not_the_same'));
  }

  /** Forget it. */
  clear() {
    this.first.clear();
    this.second.clear();
    this.$root.open = false;
    this.#advise();
  }

  #boxes() {
    for (const box of [this.first, this.second]) {
      box.$input.addEventListener('input', () => {
        this.#agree();
        this.#advise();
        this.onChange();
      });
    }
    const seen = () => {
      // What can be read need not be written twice.
      this.second.$root.hidden = this.first.isShown;
      this.second.clear();
      this.onChange();
    };
    return [this.first.$root, this.$advice, this.second.$root, showTick('share-passphrase-show', () => [this.first], seen)];
  }

  #agree() {
    this.first.refuse(null);
    this.second.refuse(null);
  }

  #advise() {
    const { length } = [...normalPassphrase(this.first.value)];
    const words = length > 0 && length < SHORT ? text('lock.short') : '';
    if (this.$advice.textContent !== words) this.$advice.textContent = words;
  }

  /**
   * @param {PassphraseBox} box
   * @param {string} words
   */
  #refuse(box, words) {
    this.$root.open = true;
    box.refuse(words);
    return false;
  }
}
