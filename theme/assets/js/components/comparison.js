/**
 * Opens the file of an earlier draft to compare with. The draft on the page stays as it is.
 *
 * @typedef {import('../report/source.js').Source} Source
 */
import { text } from '../catalogue.js';
import { DRAFT_FILES } from '../draft/file.js';
import { button, element } from '../report/element.js';
import { nameOf } from '../report/reading.js';
import { longDate, sourceFrom } from '../report/source.js';
import { Evaluation } from '../response.js';

export class Comparison {
  /** @type {Source | null} the earlier answers, once a file is open */
  earlier = null;

  /**
   * @param {HTMLElement} $body  of the part, which gets the file input before it
   * @param {import('../component.js').App} app
   * @param {() => void} onChange
   */
  constructor($body, app, onChange) {
    this.app = app;
    this.onChange = onChange;
    const id = `${$body.closest('[data-report-part]')?.getAttribute('data-report-part')}-earlier-file`;
    this.$input = element('input', { class: 'govuk-file-upload', type: 'file', id, accept: DRAFT_FILES });
    this.$input.addEventListener('change', () => this.open());
    this.$error = element('p', { class: 'govuk-error-message', id: `${id}-error`, hidden: true });
    this.$unlock = element('div');
    this.$about = element('p', { class: 'govuk-body', tabindex: -1 });
    this.$close = button(text('changes.close'), () => this.close(), { hidden: true });
    this.$group = element(
      'div',
      { class: 'govuk-form-group' },
      element('label', { class: 'govuk-label', for: id }, text('changes.choose_file')),
      this.$error,
      this.$input,
    );
    $body.before(element('div', { class: 'app-comparison' }, this.$group, this.$unlock, this.$about, this.$close));
  }

  async open() {
    const [file] = this.$input.files ?? [];
    if (!file) return;
    const read = await this.app.readDraftFile(file, this.$unlock);
    if (read === null) return this.close();
    this.$error.hidden = read.ok;
    this.$group.classList.toggle('govuk-form-group--error', !read.ok);
    if (!read.ok) {
      this.$error.textContent = read.message;
      this.$input.setAttribute('aria-describedby', this.$error.id);
      this.app.announce(read.message);
      return;
    }
    this.$input.removeAttribute('aria-describedby');
    this.earlier = sourceFrom(new Evaluation(this.app.definition, read.draft));
    this.$about.textContent = this.about(this.earlier, read.draft.saved_at);
    this.$close.hidden = false;
    this.onChange();
    this.$about.focus();
  }

  close() {
    this.earlier = null;
    this.$input.value = '';
    this.$about.textContent = '';
    this.$close.hidden = true;
    this.onChange();
    this.$input.focus();
  }

  /**
   * @param {Source} source
   * @param {string} savedAt  an instant
   */
  about(source, savedAt) {
    const { date_from: dateFrom, language } = source.definition.data;
    const dated = dateFrom === null ? null : source.response.answers[dateFrom];
    const date = longDate(typeof dated === 'string' ? dated : savedAt.slice(0, 10), language);
    return text('changes.comparing', { name: nameOf(source) || text('changes.unnamed'), date });
  }
}
