/**
 * Other tabs of this browser that have the same questionnaire open: what this one tells them, and what their messages
 * mean to it.
 *
 * @typedef {Pick<import('./tabs.js').Tabs, 'post' | 'listen'>} Tabs
 * @typedef {{questionnaireId: string, id: string, isBlank: boolean}} Here  The record of this tab.
 * @typedef {'asked' | 'cleared' | 'elsewhere' | 'given' | 'shared' | 'stale'} Word
 */
export class Neighbours {
  /**
   * @param {Tabs} tabs
   * @param {() => Here} here
   * @param {(word: Word) => void} tell
   */
  constructor(tabs, here, tell) {
    this.tabs = tabs;
    this.here = here;
    this.tell = tell;
    tabs.listen((message) => this.#hear(message));
  }

  /** @param {import('./tabs.js').MessageType} type */
  say(type) {
    const { questionnaireId, id } = this.here();
    this.tabs.post({ type, questionnaireId, id });
  }

  /** @param {import('./tabs.js').TabMessage} message */
  #hear({ type, questionnaireId, id }) {
    const here = this.here();
    if (type === 'cleared') {
      this.tell('cleared');
    } else if (questionnaireId !== here.questionnaireId) {
      return;
    } else if (id !== here.id) {
      if (type === 'replaced' && !here.isBlank) this.tell('elsewhere');
    } else if (type === 'hello') {
      if (!here.isBlank) this.say('here');
    } else if (type === 'here') {
      this.tell('shared');
    } else if (type === 'asks') {
      this.tell('asked');
    } else if (type === 'gives') {
      this.tell('given');
    } else if (type === 'saved') {
      this.tell('stale');
    }
  }
}
