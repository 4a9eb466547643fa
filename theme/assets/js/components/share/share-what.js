/**
 * What to send: the whole draft, or chosen sections of it.
 */
import { text } from '../../catalogue.js';
import { codedTitle } from '../../definition.js';
import { partOf, sectionsToSend } from '../../draft/part.js';
import { element, spoken } from '../../report/element.js';
import { checkboxes, radios } from '../choices.js';

export class ShareWhat {
  /** What was made last, and of what. @type {{key: string, draft: import('../../draft/draft.js').Draft} | null} */
  #made = null;

  /**
   * @param {import('../../component.js').Basics} app
   * @param {() => void} onChange
   */
  constructor(app, onChange) {
    this.app = app;
    const changed = () => {
      this.#showSections();
      onChange();
    };
    this.extent = radios('share-what', text('share.what_title'), changed, [
      { value: 'whole', label: text('share.whole'), hint: text('share.whole_hint') },
      { value: 'part', label: text('share.part'), hint: text('share.part_hint') },
    ]);
    this.sections = checkboxes(
      'share-sections',
      text('share.sections'),
      changed,
      app.definition.sections.map((section) => ({ value: section.id, label: codedTitle(section) })),
    );
    const $prefix = spoken(text('validation.prefix'), ' ');
    const error = { id: 'share-sections-error', class: 'govuk-error-message', hidden: true };
    this.$error = element('p', error, $prefix, text('share.no_section'));
    this.$sections = element('div', { class: 'app-share__sections' }, this.$error, this.sections.$root);
    this.$root = element('div', {}, this.extent.$root, this.$sections);
  }

  /** The sections a part is of; null for the whole draft. @returns {string[] | null} */
  get parts() {
    return this.extent.chosen.includes('part') ? this.sections.chosen : null;
  }

  /** Titles of the sections of a part, as a person reads them. */
  get titles() {
    const { parts } = this;
    return this.app.definition.sections.filter(({ id }) => parts?.includes(id)).map(codedTitle);
  }

  /** The draft that is to go. */
  get draft() {
    const { draft } = this.app;
    const { parts } = this;
    if (parts === null) return draft.draft;
    const key = JSON.stringify([draft.version, parts]);
    if (this.#made?.key !== key) this.#made = { key, draft: partOf(draft.evaluation, parts) };
    return this.#made.draft;
  }

  /** Offer the sections there are now; of a part that was asked for, begin with that part. */
  start() {
    const { draft } = this.app;
    const { parts } = draft.draft;
    this.extent.choose([parts && !draft.showsAll ? 'part' : 'whole']);
    this.sections.choose(parts ?? []);
    this.#showSections();
  }

  /** Whether something is chosen; else it is said. */
  check() {
    const isNothing = this.parts?.length === 0;
    this.#say(isNothing);
    if (isNothing) this.sections.focus();
    return !isNothing;
  }

  #showSections() {
    const isPart = this.extent.chosen.includes('part');
    this.sections.show(isPart ? sectionsToSend(this.app.draft.evaluation).map(({ id }) => id) : []);
    if (!isPart || this.sections.chosen.length > 0) this.#say(false);
  }

  /** @param {boolean} isNothing  no section is chosen */
  #say(isNothing) {
    this.$error.hidden = !isNothing;
    const $fieldset = this.sections.$root.querySelector('fieldset');
    if (isNothing) $fieldset?.setAttribute('aria-describedby', this.$error.id);
    else $fieldset?.removeAttribute('aria-describedby');
  }
}
