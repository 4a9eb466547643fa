/**
 * The people whose answers are compared: each a draft file, read in memory and never kept.
 *
 * @typedef {import('../../draft/draft.js').Draft} Draft
 * @typedef {import('../../draft/file.js').FileResult} FileResult
 * @typedef {import('../../workshop.js').Person} Person
 * @typedef {Person & {mark: string, answered: number}} Guest  `mark` tells a draft from every other state of it.
 */
import { text } from '../../catalogue.js';
import { stateOf } from '../../draft/draft.js';
import { DRAFT_FILES, readDraftFile } from '../../draft/file.js';
import { inPresentRevision } from '../../draft/present-file.js';
import { element, linkButton, spoken } from '../../report/element.js';
import { personName, personOf } from '../../workshop.js';
import { refusalBox, refusalCard } from '../files/file-card.js';
import { unlockForm } from '../files/unlock.js';
import { fold } from '../fold.js';

/** More is a story. */
const LONGEST = 80;

export class WorkshopPeople {
  /** @type {Guest[]} */
  people = [];

  /**
   * @param {import('../../component.js').App} app
   * @param {number} total  how many questions are compared
   * @param {() => void} changed
   */
  constructor(app, total, changed) {
    this.app = app;
    this.total = total;
    this.changed = changed;
    this.$input = element('input', {
      class: 'govuk-file-upload', type: 'file', id: 'workshop-files', multiple: true,
      accept: DRAFT_FILES, 'aria-describedby': 'workshop-files-hint',
    });
    this.$drop = element(
      'div',
      { class: 'govuk-form-group app-drop' },
      element('label', { class: 'govuk-label govuk-label--s', for: 'workshop-files' }, text('workshop.choose')),
      element('div', { class: 'govuk-hint', id: 'workshop-files-hint' }, text('workshop.choose_hint')),
      this.$input,
    );
    this.$messages = element('div');
    this.$here = element('div');
    this.$list = element('div');
    this.$root = element('div', { 'data-workshop-people': true }, this.$drop, this.$messages, this.$here, this.$list);
    this.$input.addEventListener('change', () => this.#choose(this.$input.files));
    for (const type of ['dragover', 'dragleave', 'drop']) {
      document.addEventListener(type, (event) => this.#dragged(/** @type {DragEvent} */ (event)));
    }
    this.show();
  }

  /** Nobody is here any more. */
  clear() {
    this.people = [];
    this.$messages.replaceChildren();
    this.show();
  }

  show() {
    this.#showHere();
    this.#showList(this.people.length < 2);
  }

  /**
   * @param {Draft} draft
   * @param {string} fileName
   */
  add(draft, fileName) {
    const mark = stateOf(draft);
    if (this.people.some((one) => one.mark === mark)) {
      const words = text('workshop.already', { file: fileName });
      this.#tell(element('p', {}, words));
      this.app.announce(words);
      return;
    }
    this.#welcome(personOf(this.app.definition, draft, personName(draft, fileName)), mark);
  }

  /** @param {DragEvent} event */
  #dragged(event) {
    const isHere = this.app.router.current === 'workshop' && this.$root.isConnected && !this.$root.hidden;
    if (!isHere || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.$drop.classList.toggle('app-drop--over', event.type === 'dragover');
    if (event.type === 'drop') this.#choose(event.dataTransfer.files);
  }

  /** @param {FileList | null} chosen */
  async #choose(chosen) {
    const files = [...(chosen ?? [])];
    this.$messages.replaceChildren();
    const read = await Promise.all(files.map(async (file) => ({ file, result: await readDraftFile(file, this.app.definition) })));
    this.$input.value = '';
    for (const { file, result } of read) await this.#take(file.name, result);
    this.$messages.querySelector('h2')?.focus();
  }

  /**
   * @param {string} file
   * @param {FileResult} result
   */
  async #take(file, result) {
    const { definition, announce, draft } = this.app;
    const present = await inPresentRevision(result, draft);
    if (present.ok && present.isBehind) return this.#tell(refusalBox(file, text('files.not_carried')));
    if (present.ok) return this.add(present.present, file);
    if (present.reason !== 'locked') return this.#tell(refusalCard(file, present, definition.title));
    const $form = unlockForm(present, {
      file,
      title: definition.title,
      onDone: async (opened) => {
        $form.remove();
        await this.#take(file, opened);
        (this.$messages.querySelector('h2') ?? this.$input).focus();
      },
      onCancel: () => {
        $form.remove();
        this.$input.focus();
      },
      announce,
    });
    this.$messages.append($form);
  }

  /** @param {HTMLElement} $message */
  #tell($message) {
    const close = linkButton(text('workshop.close'), () => {
      $box.remove();
      this.$input.focus();
    });
    const $box = element('div', { class: 'app-workshop__message' }, $message, element('p', {}, close));
    this.$messages.append($box);
  }

  /**
   * @param {Person} person
   * @param {string} mark
   */
  #welcome(person, mark) {
    this.people.push({ ...person, mark, answered: Object.keys(person.answers).length });
    this.app.announce(text('workshop.added', { name: person.name }));
    this.show();
    this.changed();
  }

  /** The draft at hand may count as one more. */
  #showHere() {
    const { draft, definition } = this.app;
    const name = draft.editorName || text('workshop.this_draft');
    const person = personOf(definition, draft.draft, name);
    const mark = 'here';
    const isOffered = Object.keys(person.answers).length > 0 && !this.people.some((one) => one.mark === mark);
    this.$here.replaceChildren();
    if (!isOffered) return;
    this.$here.append(
      element(
        'p',
        {},
        linkButton(text('workshop.add_here'), () => {
          this.#welcome(person, mark);
          this.$list.querySelector('summary')?.focus();
        }),
        element('span', { class: 'govuk-hint app-workshop__aside' }, text('workshop.add_here_hint')),
      ),
    );
  }

  /** @param {boolean} isOpen */
  #showList(isOpen) {
    const count = this.people.length;
    this.$list.replaceChildren();
    if (count === 0) return;
    const $people = this.people.map((person, index) => this.#line(person, index));
    this.$list.append(
      fold(text('workshop.people', { count }), element('ul', { class: 'app-workshop__people' }, ...$people), { open: isOpen }),
      count === 1 ? element('p', {}, text('workshop.one_more')) : '',
    );
  }

  /**
   * @param {Guest} person
   * @param {number} index
   */
  #line(person, index) {
    const id = `workshop-person-${index}`;
    const $name = element('input', { class: 'govuk-input', id, type: 'text', maxlength: LONGEST, autocomplete: 'off', value: person.name });
    $name.addEventListener('input', () => {
      person.name = $name.value.trim();
      this.changed();
    });
    const remove = () => {
      this.people.splice(index, 1);
      this.#showHere();
      this.#showList(true);
      this.changed();
      this.app.announce(text('workshop.removed', { name: person.name }));
      (this.$list.querySelector('summary') ?? this.$input).focus();
    };
    const $remove = linkButton(text('workshop.remove'), remove);
    $remove.append(spoken(text('workshop.remove_person', { name: person.name })));
    return element(
      'li',
      { class: 'app-workshop__person' },
      element('label', { class: 'govuk-visually-hidden', for: id }, text('workshop.person', { number: index + 1 })),
      $name,
      element('span', { class: 'app-workshop__aside' }, text('workshop.answered', { count: person.answered, total: this.total })),
      $remove,
    );
  }
}
