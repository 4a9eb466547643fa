/**
 * What is merged, in words: whose file it is, which question or entry, what an answer says.
 *
 * @typedef {import('../../definition.js').Value} Value
 * @typedef {import('../../draft/compare.js').Comparison} Comparison
 * @typedef {import('../../draft/draft.js').Answer} Answer
 * @typedef {import('../../draft/draft.js').Draft} Draft
 * @typedef {import('../files/chosen-files.js').ChosenFile} ChosenFile
 */
import { text } from '../../catalogue.js';
import { codedTitle, isBlank } from '../../definition.js';
import { valueAt } from '../../draft/draft.js';
import { newestFirst } from '../../draft/versions.js';
import { optionsSource } from '../../options.js';
import { answerLines } from '../../report/source.js';
import { Evaluation } from '../../response.js';
import { WhoAndWhen } from '../check/who-and-when.js';
import { entryTitle } from '../entries/entry-name.js';
import { storedWords } from '../questions/answer-words.js';

export class MergeWords {
  /**
   * @param {import('../../component.js').App} app
   * @param {ChosenFile[]} files
   */
  constructor({ definition, draft }, files) {
    this.definition = definition;
    this.language = definition.data.language;
    this.evaluations = [draft.evaluation, ...files.map((file) => new Evaluation(definition, file.draft))];
    this.drafts = [draft.draft, ...files.map((file) => file.draft)];
    this.author = new WhoAndWhen(this.drafts, draft.by.editor, this.language);
    this.fileNames = files.map((file) => this.#fileName(file, files));
  }

  /** @param {number} index  of a draft; 0 is mine */
  draftName(index) {
    return index === 0 ? text('merge.here') : this.fileNames[index - 1];
  }

  /**
   * Where a question stands: its section, and its group or entry.
   * @param {string} path
   * @returns {{context: string, title: string}}
   */
  question(path) {
    const place = this.definition.locate(path);
    if (!place) return { context: text('merge.unknown_question'), title: path };
    const { item, parent, section, entryId } = place;
    const contexts = [codedTitle(section)];
    if (parent && parent.title !== section.title) contexts.push(codedTitle(parent));
    if (entryId !== null) contexts.push(this.entry(path.split('/', 1)[0], entryId));
    return { context: contexts.join(' · '), title: codedTitle(item) };
  }

  /**
   * What an entry is called, wherever it has a name.
   * @param {string} entriesId
   * @param {string} entryId
   */
  entry(entriesId, entryId) {
    const list = this.definition.item(entriesId);
    if (!list) return text('merge.unknown_question');
    const named = this.evaluations.map((evaluation) => {
      // A removed entry leaves its name behind.
      const left = valueAt(evaluation.draft, `${entriesId}/${entryId}/${list.entry_title}`);
      return entryTitle(evaluation, list, entryId) ?? (typeof left === 'string' ? left : '');
    });
    return named.find((name) => name.trim() !== '') ?? text('merge.unnamed', { singular: this.singular(entriesId) });
  }

  /** @param {string} entriesId */
  singular(entriesId) {
    return this.definition.item(entriesId)?.singular ?? text('question.entry');
  }

  /**
   * @param {string} path
   * @param {Value} value
   * @param {number} index  of the draft that says so
   * @returns {string[]}
   */
  answer(path, value, index) {
    if (isBlank(value)) return [text('draft.not_answered')];
    const evaluation = this.evaluations[index];
    const item = evaluation.item(path);
    if (!item) return [value].flat().map(String);
    return optionsSource(item) ? storedWords(evaluation, item, value) : answerLines(item, value, this.language);
  }

  /**
   * In the order of the questionnaire, entries in theirs; what it does not have comes last.
   * @param {string} one
   * @param {string} other
   */
  inOrder(one, other) {
    const [a, b] = [this.#position(one), this.#position(other)];
    const index = a.findIndex((part, at) => part !== b[at]);
    return index < 0 ? 0 : a[index] - b[index];
  }

  /** @param {string} path */
  #position(path) {
    const [top, second, child] = path.split('/');
    const tops = this.definition.topItems;
    const item = this.definition.item(top);
    const topAt = tops.findIndex(({ id }) => id === top);
    const inList = item?.type === 'entries';
    const entryAt = inList ? Object.keys(this.#entriesOf(top)).indexOf(second) : 0;
    const leaf = inList ? child : second;
    const leafAt = leaf === undefined ? -1 : (item?.items ?? []).findIndex(({ id }) => id === leaf);
    return [topAt < 0 ? tops.length : topAt, entryAt, leafAt];
  }

  /** @param {string} entriesId */
  #entriesOf(entriesId) {
    return Object.assign({}, ...this.drafts.map(({ entries }) => entries[entriesId]));
  }

  /**
   * A file by whoever changed it last, where that person has a name of their own among the files.
   * @param {ChosenFile} file
   * @param {ChosenFile[]} files
   */
  #fileName(file, files) {
    const name = lastEditor(file.draft);
    const isOnlyOne = files.filter(({ draft }) => lastEditor(draft) === name).length === 1;
    return name !== '' && isOnlyOne ? text('merge.file_of', { name }) : text('merge.file_named', { file: file.name });
  }
}

/** @param {Draft} draft */
function lastEditor({ answers, entries, editors }) {
  const records = [...Object.values(answers), ...Object.values(entries).flatMap((some) => Object.values(some))];
  const last = records.reduce((newest, record) => (newestFirst(record, newest) < 0 ? record : newest), records[0]);
  return last ? (editors[last.stamp[0]] ?? '').trim() : '';
}
