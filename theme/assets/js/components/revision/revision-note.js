/**
 * Says on the start page and in the overview that the questionnaire has changed since the draft was begun, until the
 * person has read of it; or that the draft is as it was.
 */
import { text } from '../../catalogue.js';
import { lookBackAt } from '../../earlier-revisions.js';
import { carryOverAgain, countWords } from './revision-words.js';

const SUBJECT = 'revision';
const PLACES = ['start', 'hub'];

export class RevisionNote {
  /** Counts what was asked for: an answer that comes late must not replace a later one. */
  #asked = 0;

  /** @param {import('../../component.js').App} app */
  constructor(app) {
    this.app = app;
    app.router.addEventListener('view', () => this.#show());
    app.draft.addEventListener('replaced', () => this.#show());
    this.#show();
  }

  async #show() {
    const { app } = this;
    const { record, isOfEarlierRevision } = app.draft;
    for (const $link of app.$main.querySelectorAll('[data-revision-link]')) {
      /** @type {HTMLElement} */ ($link).hidden = !record.carried_over && !isOfEarlierRevision;
    }
    this.#asked += 1;
    const asked = this.#asked;
    const isPlace = PLACES.includes(app.router.current);
    if (isPlace && isOfEarlierRevision) return this.#showAsItWas();
    if (!isPlace || !record.carried_over || record.carried_over.put_away) return app.alerts.clear(SUBJECT);
    const found = await lookBackAt(app.draft);
    if (asked === this.#asked) this.#showCarried(record.carried_over, found);
  }

  #showAsItWas() {
    this.app.alerts.show(SUBJECT, {
      kind: 'info',
      lasting: true,
      title: text('revision.as_it_was'),
      lines: [text('revision.as_it_was_text')],
      actions: [{ label: text('revision.carry_over'), onClick: () => carryOverAgain(this.app) }],
    });
  }

  /**
   * @param {import('../../draft/record.js').CarriedOver} carriedOver
   * @param {import('../../draft/look-back.js').LookBack} found
   */
  #showCarried(carriedOver, { toLookAt, keptAside }) {
    this.app.alerts.show(SUBJECT, {
      kind: 'info',
      lasting: true,
      title: text('revision.changed'),
      lines: [countWords(carriedOver.answers, toLookAt.length, keptAside.length)],
      actions: [
        { label: text('revision.look'), onClick: () => this.app.router.go('revision') },
        { label: text('draft.dismiss'), onClick: () => this.#putAway() },
      ],
    });
  }

  #putAway() {
    const { draft, alerts } = this.app;
    if (draft.record.carried_over) draft.record.carried_over.put_away = true;
    draft.save({});
    alerts.clear(SUBJECT);
  }
}
