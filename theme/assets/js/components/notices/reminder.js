/** Says, where a person is likely to stop, that answers have changed since a copy was last downloaded. */
import { text } from '../../catalogue.js';
import { Component } from '../../component.js';
import { dayOf, timeOf } from '../../moments.js';
import { element, linkButton } from '../../report/element.js';

const STOPPING_PLACES = ['hub', 'results'];

export class Reminder extends Component {
  /**
   * @param {HTMLElement} $root
   * @param {import('../../component.js').App} app
   */
  constructor($root, app) {
    super($root, app);
    for (const event of ['saved', 'replaced', 'downloaded']) {
      app.draft.addEventListener(event, () => this.#show());
    }
    app.router.addEventListener('view', () => this.#show());
    this.#show();
  }

  #show() {
    if (!this.#isDue()) {
      this.$root.replaceChildren();
      return;
    }
    const words = this.#words();
    const $line = this.$root.querySelector('p');
    // A button under someone's finger is not made anew.
    if ($line) $line.textContent = words;
    else this.$root.replaceChildren(this.#reminder(words));
  }

  #isDue() {
    const { draft, router, isExample } = this.app;
    if (isExample || !STOPPING_PLACES.includes(router.current)) return false;
    return draft.answerCount > 0 && draft.changedSinceDownload;
  }

  #words() {
    const { draft, definition } = this.app;
    if (draft.lastDownloadedAt === null) return text('save.never_downloaded');
    const { language } = definition.data;
    return text('save.changed_since', {
      date: dayOf(draft.lastDownloadedAt, language),
      time: timeOf(draft.lastDownloadedAt, language),
    });
  }

  /** @param {string} words */
  #reminder(words) {
    return element(
      'div',
      { class: 'app-reminder' },
      element('p', {}, words),
      linkButton(text('draft.download'), () => this.app.downloadDraft()),
    );
  }
}
