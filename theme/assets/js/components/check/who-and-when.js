/**
 * Who gave an answer, and when, in words.
 *
 * @typedef {import('../../draft/draft.js').Answer} Answer
 * @typedef {import('../../draft/draft.js').Draft} Draft
 * @typedef {import('../../draft/draft.js').Entry} Entry
 */
import { text } from '../../catalogue.js';
import { dayOf, timeOf } from '../../moments.js';

/** Before anybody could use this: the moment was damaged. */
const LONG_AGO = '1971';

export class WhoAndWhen {
  /**
   * @param {Draft[]} drafts  whose editors may be named
   * @param {string} self  the editor id of this browser
   * @param {string} language
   */
  constructor(drafts, self, language) {
    this.drafts = drafts;
    this.self = self;
    this.language = language;
  }

  /** @param {Answer | Entry} record */
  who(record) {
    const [editor] = madeIn(record).stamp;
    if (editor === this.self) return text('who.you');
    return this.#nameOf(editor) || text('who.someone');
  }

  /** @param {Answer | Entry} record */
  when(record) {
    const { at } = madeIn(record);
    if (at < LONG_AGO) return '';
    return text('files.moment', { date: dayOf(at, this.language), time: timeOf(at, this.language) });
  }

  /** @param {Answer | Entry} record */
  both(record) {
    const when = this.when(record);
    return when === '' ? this.who(record) : text('who.when', { who: this.who(record), when });
  }

  /**
   * The same to be kept in a text that others will read: "you" would be somebody else.
   * @param {Answer | Entry} record
   */
  signed(record) {
    const who = this.#nameOf(madeIn(record).stamp[0]) || text('who.someone');
    const when = this.when(record);
    return when === '' ? who : text('who.when', { who, when });
  }

  /** @param {string} editor */
  #nameOf(editor) {
    const names = this.drafts.map(({ editors }) => editors[editor]?.trim());
    return names.find((name) => name);
  }
}

/**
 * The edit that a record is of: what was put back is still whose it was.
 * @param {Answer | Entry} record
 */
function madeIn(record) {
  return record.again ?? record;
}
