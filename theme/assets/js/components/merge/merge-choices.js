/**
 * What a person has chosen among the things to decide: it outlives the page part that shows them, which is made anew
 * when the draft changes meanwhile.
 *
 * @typedef {import('./merge-question.js').Question} Question
 */
export class MergeChoices {
  /** By path, what was chosen, as text. @type {Map<string, string>} */
  #made = new Map();

  /** @param {Question} question  in which the person has just chosen */
  note({ path, chosen }) {
    this.#made.set(path, JSON.stringify(chosen().value));
  }

  /**
   * Choose the same again, where it is still offered.
   * @param {Question[]} questions
   */
  restore(questions) {
    for (const { path, choices, choose } of questions) {
      const made = this.#made.get(path);
      const same = choices.find(({ value }) => JSON.stringify(value) === made);
      if (same) choose(same);
    }
  }
}
