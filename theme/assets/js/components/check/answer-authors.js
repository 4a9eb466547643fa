/** Who gave each answer and when, beside the answers, for those who ask to see it. */
import { text } from '../../catalogue.js';
import { answeredPaths } from '../../draft/draft.js';
import { button, element } from '../../report/element.js';
import { WhoAndWhen } from './who-and-when.js';

export class AnswerAuthors {
  #isShown = false;

  /**
   * @param {import('../../component.js').App} app
   * @param {() => void} onTurn  draws the answers again
   */
  constructor(app, onTurn) {
    this.app = app;
    this.$switch = button(text('who.show'), () => {
      this.#isShown = !this.#isShown;
      this.$switch.textContent = this.#isShown ? text('who.hide') : text('who.show');
      onTurn();
      this.$switch.focus();
    });
  }

  /** The switch; nothing where one person has answered everything. */
  part() {
    const { draft } = this.app.draft;
    const editors = new Set(answeredPaths(draft).map((path) => draft.answers[path].stamp[0]));
    return editors.size > 1 ? [element('p', {}, this.$switch)] : [];
  }

  /**
   * @param {string} path
   * @returns {HTMLElement | false}
   */
  line(path) {
    const { draft, by } = this.app.draft;
    const answer = draft.answers[path];
    if (!this.#isShown || !answer) return false;
    const author = new WhoAndWhen([draft], by.editor, this.app.definition.data.language);
    return element('p', { class: 'app-who app-lines' }, author.both(answer));
  }
}
