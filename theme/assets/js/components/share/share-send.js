/**
 * The ways a file leaves: a download, the device's own sharing where there is one, and the words of an email.
 *
 * @typedef {import('./share-letter.js').About} About
 * @typedef {{name: string, text: string}} MadeFile
 */
import { text } from '../../catalogue.js';
import { button, element } from '../../report/element.js';
import { letterAddress, letterSubject, letterText } from './share-letter.js';

export class ShareSend {
  /**
   * @param {import('../../component.js').App} app
   * @param {object} what
   * @param {() => Promise<MadeFile | null>} what.make  null when something must be put right first
   * @param {() => About} what.about
   */
  constructor(app, { make, about }) {
    this.app = app;
    this.make = make;
    this.about = about;
    this.$said = element('p', { class: 'app-share__said', role: 'status' });
    this.$letter = element('textarea', {
      class: 'govuk-textarea',
      id: 'share-letter',
      rows: 14,
      readonly: true,
      'aria-describedby': 'share-letter-hint',
    });
    this.$email = element('a', { class: 'govuk-link' }, text('share.open_email'));
    this.$root = element(
      'div',
      {},
      element(
        'div',
        { class: 'govuk-button-group' },
        button(text('share.download'), () => this.#download(), { class: 'govuk-button' }),
        canShareFiles() && button(text('share.share'), () => this.#share()),
      ),
      this.$said,
      element('h3', { class: 'govuk-heading-s' }, text('share.letter_title')),
      element(
        'div',
        { class: 'govuk-form-group' },
        element('label', { class: 'govuk-label', for: 'share-letter' }, text('share.letter')),
        element('div', { class: 'govuk-hint', id: 'share-letter-hint' }, text('share.letter_hint')),
        this.$letter,
      ),
      element(
        'div',
        { class: 'govuk-button-group' },
        button(text('share.copy'), () => this.#copy()),
        this.$email,
      ),
    );
  }

  refresh() {
    const about = this.about();
    this.$letter.value = letterText(about);
    this.$email.setAttribute('href', letterAddress(about));
  }

  async #download() {
    const file = await this.make();
    if (!file) return;
    this.app.download({ ...file, type: 'application/json' });
    this.#say(text('share.downloaded', { file: file.name }));
  }

  async #share() {
    const file = await this.make();
    if (!file) return;
    try {
      await navigator.share({ files: [asText(file)], title: letterSubject(this.about()), text: this.$letter.value });
      this.#say(text('share.shared'));
    } catch (error) {
      // The person has thought better of it.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      this.#say(text('share.not_shared'));
    }
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.$letter.value);
      this.#say(text('share.copied'));
    } catch {
      // Not allowed here, or not there: the words are marked, to be copied as any text is.
      this.$letter.focus();
      this.$letter.select();
      this.#say(text('share.copy_yourself'));
    }
  }

  /** @param {string} words */
  #say(words) {
    this.$said.textContent = words;
  }
}

function canShareFiles() {
  try {
    return navigator.canShare?.({ files: [asText({ name: 'draft.json', text: '{}' })] }) === true;
  } catch {
    return false;
  }
}

/**
 * Browsers that share files do not all share JSON; plain text they do.
 * @param {MadeFile} file
 */
function asText({ name, text: content }) {
  return new File([content], name.replace(/\.json$/, '.txt'), { type: 'text/plain' });
}
