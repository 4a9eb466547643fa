/**
 * Another questionnaire of this site: its drafts in this browser or from a file, and what they suggest.
 *
 * @typedef {import('../../draft/draft.js').Draft} Draft
 * @typedef {{id: string, title: string}} Classification
 */
import { Definition } from '../../definition.js';
import { MemoryStore } from '../../draft/memory-store.js';
import { fetchJson } from '../../fetch-json.js';
import { localDate } from '../../moments.js';
import { inRevisionOf } from '../../other-revision.js';
import { toResponse } from '../../response.js';
import { fileProblemText } from '../files/file-problem.js';
import { readAskingPassphrase } from '../files/unlock.js';
import { pageEngine } from '../results/page-engine.js';

export class OtherQuestionnaire {
  /** @type {Promise<Definition> | null} */
  #definition = null;

  /**
   * @param {import('../../component.js').Basics} app
   * @param {{id: string, title: string, definitionUrl: string, scoringUrl: string, revisionsUrl: string}} about
   */
  constructor({ $main, storeOf, announce, draft, isExample }, about) {
    this.$main = $main;
    this.announce = announce;
    this.about = about;
    // On a shared computer nothing is looked for: to look would leave an empty database behind.
    this.store = draft.keepsNothing && !isExample ? new MemoryStore(null) : storeOf(about.id);
  }

  /** @returns {Promise<Draft[]>} the latest first */
  async drafts() {
    const { current, others } = await this.store.open();
    const records = [current, ...(await Promise.all(others.map(({ id }) => this.store.read(id))))];
    return records.flatMap((record) => (record ? [record.draft] : []));
  }

  /**
   * @param {File} file
   * @param {HTMLElement} $place  where its passphrase is asked for, if it is locked
   * @returns {Promise<import('../../component.js').ReadFile | null>} null when the person would rather not say it
   */
  async readFile(file, $place) {
    const read = await readAskingPassphrase(file, await this.#load(), { $place, announce: this.announce });
    return read === null || read.ok ? read : { ok: false, message: fileProblemText(read, this.about.title) };
  }

  /**
   * What a draft suggests, as of today; null when it suggests nothing.
   * @param {Draft} draft
   * @returns {Promise<Classification | null>}
   */
  async classify(draft) {
    const definition = await this.#load();
    const engine = pageEngine(this.$main, definition, this.about.scoringUrl);
    try {
      const present = await inRevisionOf(draft, definition, this.about.revisionsUrl);
      const { result } = await engine.evaluate(toResponse(definition, present), localDate(new Date()));
      return result.classification;
    } finally {
      engine.end();
    }
  }

  #load() {
    this.#definition ??= fetchJson(this.about.definitionUrl).then((data) => new Definition(data));
    // What did not come is asked for again.
    this.#definition.catch(() => (this.#definition = null));
    return this.#definition;
  }
}
