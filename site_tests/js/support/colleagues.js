/**
 * People who work on one draft by passing files, and what each of them has truly seen: the measure that merging is
 * held to, kept apart from the stamps by which it is done.
 */
import { answerChange, apply, entryChange, placeChange } from '../../../theme/assets/js/draft/change.js';
import { compareDrafts } from '../../../theme/assets/js/draft/compare.js';
import { decodeDraft } from '../../../theme/assets/js/draft/decode.js';
import { answeredPaths, entryIds, newDraft } from '../../../theme/assets/js/draft/draft.js';
import { backChange, stepOf } from '../../../theme/assets/js/draft/history.js';
import { hasNews, mergeChange } from '../../../theme/assets/js/draft/merge.js';
import { entryPath, knowledgeOf } from '../../../theme/assets/js/draft/knowledge.js';

const START = Date.parse('2026-11-21T09:00:00Z');

/** A file, as it is read again, and what its sender had seen of the places it carries. */
export function fileOf({ draft, history }) {
  const decoded = decodeDraft(JSON.parse(JSON.stringify(draft)));
  if (!decoded.ok || decoded.unreadable > 0) throw new Error('a file cannot be read');
  return { draft: decoded.draft, history: copyOf(history) };
}

export class Colleague {
  /** What was truly seen at each path, as stamps. @type {Map<string, Set<string>>} */
  history = new Map();

  /** What can be taken back, and what can be done again. */
  #done = [];

  #undone = [];

  draft = newDraft({ draftId: 'd1', questionnaireId: 'garden', revision: 2, at: new Date(START).toISOString() });

  /**
   * @param {string} editor
   * @param {{now: number}} clock
   */
  constructor(editor, clock) {
    this.editor = editor;
    this.clock = clock;
  }

  get by() {
    return { editor: this.editor, at: new Date(START + this.clock.now).toISOString() };
  }

  answer(path, value) {
    this.#edit(answerChange(this.draft, path, value, this.by));
  }

  entry(entriesId, entryId, now) {
    this.#edit(entryChange(this.draft, entriesId, entryId, now, this.by));
  }

  /** Put an entry first. */
  moveUp(entriesId, entryId) {
    const [first] = entryIds(this.draft, entriesId);
    if (first && first !== entryId) {
      this.#edit(placeChange(this.draft, entriesId, entryId, { before: first }, this.by));
    }
  }

  /** Go on with a file in place of what is here, as another editor. */
  open({ draft, history }, editor) {
    const file = fileOf({ draft, history });
    Object.assign(this, file, { editor });
    [this.#done, this.#undone] = [[], []];
  }

  /** A file of some answers and entries. */
  part(carries) {
    const { draft } = fileOf(this);
    const entryPaths = [];
    for (const path of Object.keys(draft.answers)) if (!carries(path)) delete draft.answers[path];
    for (const [entriesId, some] of Object.entries(draft.entries)) {
      for (const entryId of Object.keys(some)) {
        if (carries(`${entriesId}/${entryId}`)) entryPaths.push(entryPath(entriesId, entryId));
        else delete some[entryId];
      }
    }
    const known = knowledgeOf(this.draft, [...Object.keys(draft.answers), ...entryPaths]);
    const history = new Map([...this.history].filter(([path]) => carries(path)));
    return fileOf({ draft: { ...draft, parts: ['some'], seen: {}, seen_in_parts: known }, history });
  }

  /**
   * @param {{draft: any, history: Map<string, Set<string>>}[]} files
   * @param {any} [decide]  from a comparison to decisions
   */
  merge(files, decide = () => ({ answers: {}, kept: {} })) {
    const comparison = compareDrafts(this.draft, files.map((file) => file.draft));
    if (comparison.forked.has(this.editor)) this.editor += 'n';
    const change = mergeChange(comparison, decide(comparison), this.by);
    // Without news there is nothing to press, and nothing to take back.
    if (hasNews(comparison)) this.#edit(change, true);
    else apply(this.draft, change);
    for (const { history } of files) {
      for (const [path, seen] of history) this.#see(path, seen);
    }
    return { comparison, change };
  }

  undo() {
    this.#turn(this.#done, this.#undone, true);
  }

  redo() {
    this.#turn(this.#undone, this.#done, false);
  }

  /** To take a merge back is to have seen nothing of it, and to do it again is to have seen it again. */
  #turn(from, to, isUndo) {
    const turned = from.pop();
    if (!turned) return;
    const { step, isMerge, history } = turned;
    const change = backChange(this.draft, step.former, this.by, isUndo ? step.knew : null);
    const { former } = stepOf(this.draft, change, '');
    to.push({ step: { ...step, former }, isMerge, history: copyOf(this.history) });
    if (isMerge) {
      for (const path of placesIn(change)) this.history.set(path, new Set(history.get(path)));
    }
    this.#carryOut(change);
  }

  #edit(change, isMerge = false) {
    this.#done.push({ step: stepOf(this.draft, change, ''), isMerge, history: copyOf(this.history) });
    this.#undone = [];
    this.#carryOut(change);
  }

  #carryOut(change) {
    apply(this.draft, change);
    for (const [path, { stamp }] of Object.entries(change.answers ?? {})) this.#see(path, [nameOf(stamp)]);
    for (const [entriesId, some] of Object.entries(change.entries ?? {})) {
      for (const [entryId, { stamp }] of Object.entries(some)) this.#see(`${entriesId}/${entryId}`, [nameOf(stamp)]);
    }
  }

  #see(path, stamps) {
    this.history.set(path, new Set([...(this.history.get(path) ?? []), ...stamps]));
  }
}

function copyOf(history) {
  return new Map([...history].map(([path, seen]) => [path, new Set(seen)]));
}

function placesIn({ answers = {}, entries = {} }) {
  const lists = Object.entries(entries);
  return [...Object.keys(answers), ...lists.flatMap(([id, some]) => Object.keys(some).map((one) => `${id}/${one}`))];
}

/**
 * Which edit a record is of, put back or not.
 * @param {import('../../../theme/assets/js/draft/draft.js').Answer} record
 */
export function originOf({ stamp, again }) {
  return nameOf(again?.stamp ?? stamp);
}

export function nameOf([editor, count]) {
  return `${editor} ${count}`;
}

/** What a draft says, without stamps: answers, and entries in order. */
export function contentOf(draft) {
  const answers = Object.fromEntries(answeredPaths(draft).sort().map((path) => [path, draft.answers[path].value]));
  const lists = Object.keys(draft.entries).sort().map((id) => [id, entryIds(draft, id)]);
  return { answers, entries: Object.fromEntries(lists.filter(([, ids]) => ids.length > 0)) };
}

/** Everything that is passed on in a file, in an order of its own. */
export function recordsOf(draft) {
  const sorted = (record) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  const entries = Object.entries(draft.entries).map(([id, some]) => [id, sorted(some)]);
  return JSON.parse(JSON.stringify({ answers: sorted(draft.answers), entries: sorted(Object.fromEntries(entries)) }));
}
