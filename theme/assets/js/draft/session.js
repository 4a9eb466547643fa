/**
 * The draft at hand: what the page reads, edits and listens to.
 *
 * An edit is in memory at once, and on its way to the store. Knows nothing of the page.
 *
 * Events: those of UndoableDraft and KeptDraft.
 *
 * @typedef {import('../definition.js').Definition} Definition
 * @typedef {import('../definition.js').Value} Value
 * @typedef {import('./change.js').Change} Change
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {import('./replaceable-draft.js').Cause} Cause
 */
import { Evaluation } from '../response.js';
import { answerChange, answersChange, apply, combine, entryChange, nameChange, placeChange } from './change.js';
import { answeredPaths, entryIds, hasEntry, valueAt } from './draft.js';
import { newShortId } from './ids.js';
import { editCount } from './knowledge.js';
import { nameFromAnswers } from './naming.js';
import { UndoableDraft } from './undoable-draft.js';

/** Answers that are typed, a key at a time. */
const TYPED = new Set(['text', 'long-text', 'number', 'date']);

export class DraftSession extends UndoableDraft {
  /** @type {Evaluation | null} */
  #evaluation = null;

  /** @param {ConstructorParameters<typeof UndoableDraft>[0] & {definition: Definition}} parts */
  constructor(parts) {
    super(parts);
    this.definition = parts.definition;
    this.addEventListener('replaced', (event) => {
      if (/** @type {CustomEvent} */ (event).detail.cause !== 'other-tab') this.showsAll = false;
    });
  }

  // Reading

  /** What is shown and answered, as the draft stands. */
  get evaluation() {
    this.#evaluation ??= new Evaluation(this.definition, this.draft);
    return this.#evaluation;
  }

  /**
   * What is stored at a path, shown or not, usable or not.
   * @param {string} path
   */
  value(path) {
    return valueAt(this.draft, path);
  }

  /** @param {string} entriesId */
  entryIds(entriesId) {
    return entryIds(this.draft, entriesId);
  }

  get answerCount() {
    return answeredPaths(this.draft).filter((path) => this.definition.item(path)).length;
  }

  /** Every section is shown, although only some were asked for. */
  showsAll = false;

  /**
   * Whether a section is to be filled in here: each is, but in a part that was sent for some.
   * @param {string} sectionId
   */
  isAsked(sectionId) {
    return this.showsAll || (this.draft.parts?.includes(sectionId) ?? true);
  }

  /** The name or role beside what is answered in this browser. */
  get editorName() {
    return this.draft.editors[this.record.editor] ?? '';
  }

  response() {
    return this.evaluation.response();
  }

  // Editing

  /**
   * @param {string} path
   * @param {Value} value  null for cleared
   */
  set(path, value) {
    if (isSame(this.value(path), value)) return;
    const isTyping = TYPED.has(this.definition.item(path)?.type ?? '');
    this.edit(answerChange(this.draft, path, value, this.by), { isTyping });
  }

  /**
   * @param {string} entriesId
   * @param {string} [entryId]  of an entry that stands for something: when it was removed, it comes back
   * @param {Record<string, Value>} [answers]  what it answers from the start, by child id
   * @returns {string} its id
   */
  addEntry(entriesId, entryId = newShortId(), answers = {}) {
    const { by } = this;
    const entry = entryChange(this.draft, entriesId, entryId, { removed: false }, by);
    this.edit(combine(entry, answersChange(this.draft, inEntry(entriesId, entryId, answers), by)));
    return entryId;
  }

  /**
   * A copy of an entry, right after it.
   * @param {string} entriesId
   * @param {string} entryId
   * @param {Record<string, Value>} [answers]  what the copy answers otherwise, by child id
   * @returns {string} its id
   */
  duplicateEntry(entriesId, entryId, answers = {}) {
    const { by } = this;
    const id = newShortId();
    const children = this.definition.item(entriesId)?.items ?? [];
    const copied = children
      .map((child) => [child.id, this.value(`${entriesId}/${entryId}/${child.id}`)])
      .filter(([, value]) => value !== null);
    const all = inEntry(entriesId, id, { ...Object.fromEntries(copied), ...answers });
    const place = placeChange(this.draft, entriesId, id, { after: entryId }, by);
    this.edit(combine(place, answersChange(this.draft, all, by)));
    return id;
  }

  /**
   * @param {string} entriesId
   * @param {string} entryId
   */
  removeEntry(entriesId, entryId) {
    this.edit(entryChange(this.draft, entriesId, entryId, { removed: true }, this.by));
  }

  /**
   * @param {string} entriesId
   * @param {string} entryId
   */
  restoreEntry(entriesId, entryId) {
    if (this.#hasJustRemoved(entriesId, entryId)) this.undo();
    else this.edit(entryChange(this.draft, entriesId, entryId, { removed: false }, this.by));
  }

  /**
   * @param {string} entriesId
   * @param {string} entryId
   * @param {-1 | 1} direction
   * @param {string[]} [among]  the entries a person sees it with, in order, where that is not all of them
   */
  moveEntry(entriesId, entryId, direction, among = this.entryIds(entriesId)) {
    const index = among.indexOf(entryId);
    const neighbour = among[index + direction];
    if (index < 0 || neighbour === undefined) return;
    const where = direction < 0 ? { before: neighbour } : { after: neighbour };
    this.edit(placeChange(this.draft, entriesId, entryId, where, this.by));
  }

  // What only this browser remembers

  /** Where the person was. */
  get step() {
    return this.record.step;
  }

  /**
   * Where the person is, to bring them back there. A blank draft is not worth storing for that.
   * @param {string} step
   */
  setStep(step) {
    if (this.step === step) return;
    this.record.step = step;
    if (!this.isBlank && !this.isReading) this.save({});
  }

  get lastDownloadedAt() {
    return this.record.downloaded?.at ?? null;
  }

  get changedSinceDownload() {
    return editCount(this.draft) > (this.record.downloaded?.edits ?? 0);
  }

  markDownloaded() {
    this.record.downloaded = { at: this.by.at, edits: editCount(this.draft) };
    this.save({});
    this.tell('downloaded');
  }

  /** @override */
  turn() {
    super.turn();
    this.#evaluation = null;
  }

  /**
   * Call the draft what the person likes or, without a name, again what its answers say.
   * @param {string} name
   */
  rename(name) {
    const chosen = name.trim();
    this.edit(nameChange(this.draft, chosen || nameFromAnswers(this.evaluation), chosen !== '', this.by));
  }

  /**
   * Say who answers here. It stands in the draft only once something has been answered.
   * @param {string} name  or a role; may be empty
   */
  setEditorName(name) {
    const { editor } = this.record;
    if (this.isReading || !(editor in this.draft.editors) || this.editorName === name) return;
    const change = { editors: { [editor]: name } };
    apply(this.draft, change);
    this.turn();
    this.save(change);
  }

  /**
   * The draft is called what its answers say, until the person names it.
   * @override
   * @param {Change} change
   */
  followUp({ answers = {} }) {
    if (this.draft.name_chosen || !this.definition.data.name_from.some((path) => path in answers)) return;
    const change = { name: nameFromAnswers(this.evaluation) };
    apply(this.draft, change);
    this.save(change);
  }

  /**
   * @param {string} entriesId
   * @param {string} entryId
   */
  #hasJustRemoved(entriesId, entryId) {
    const { undoable, draft } = this;
    const wasThere = undoable?.path === entriesId && undoable.former.entries[entriesId]?.[entryId]?.removed === false;
    return wasThere && !hasEntry(draft, entriesId, entryId);
  }
}

/**
 * @param {string} entriesId
 * @param {string} entryId
 * @param {Record<string, Value>} answers  by child id
 * @returns {Record<string, Value>} by path
 */
function inEntry(entriesId, entryId, answers) {
  return Object.fromEntries(
    Object.entries(answers).map(([child, value]) => [`${entriesId}/${entryId}/${child}`, value]),
  );
}

/**
 * @param {Value} a
 * @param {Value} b
 */
function isSame(a, b) {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((one, index) => one === b[index]);
  }
  return a === b;
}
