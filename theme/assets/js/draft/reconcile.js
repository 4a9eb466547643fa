/**
 * Carries a draft of an earlier revision of its questionnaire over to the present one.
 *
 * Adds and never takes away. An answer that moves is copied with its stamp, so that two people's drafts carried over
 * apart still agree; what it was copied from stays at its old path. One that is put in other words in its own place
 * leaves its original under `path@revision`. What no question takes over stays where it is: it is kept aside.
 *
 * @typedef {import('../definition.js').Definition} Definition
 * @typedef {import('./change.js').By} By
 * @typedef {import('./change.js').Change} Change
 * @typedef {import('./draft.js').Answer} Answer
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {import('./draft.js').Entry} Entry
 * @typedef {import('./knowledge.js').PartSeen} PartSeen
 * @typedef {import('./revisions.js').Candidate} Candidate
 * @typedef {import('./revisions.js').Former} Former
 * @typedef {import('./revisions.js').RevisionMaps} RevisionMaps
 *
 * @typedef {import('./look-back.js').LookBack & {draft: Draft, change: Change}} Reconciled
 */
import { apply } from './change.js';
import { convert, fits } from './convert.js';
import { bareRecord } from './draft.js';
import { highestCounts } from './knowledge.js';
import { lookBack } from './look-back.js';
import { candidates, FIRST_ENTRY, member, publishedRevision, tracePath } from './revisions.js';

/** Before whatever else a list holds. */
const FIRST_ORDER = 'Z';

/**
 * @param {Draft} draft  left as it is
 * @param {Definition} definition
 * @param {RevisionMaps} maps
 * @param {By} by  whose edit this is: it counts as one, so that copies from before it are known to be older
 * @returns {Reconciled}
 */
export function reconcile(draft, definition, maps, by) {
  const isOlder = draft.questionnaire_revision < definition.revision;
  const change = isOlder ? new CarryingOver(draft, definition, maps).change(by) : {};
  const carried = copyOf(draft);
  apply(carried, change);
  return { draft: carried, change, ...lookBack(carried, definition, maps) };
}

class CarryingOver {
  /** @type {Record<string, Answer>} */
  #answers = bareRecord();

  /** @type {Record<string, Record<string, Entry>>} */
  #entries = bareRecord();

  /**
   * @param {Draft} draft
   * @param {Definition} definition
   * @param {RevisionMaps} maps
   */
  constructor(draft, definition, maps) {
    this.draft = draft;
    this.definition = definition;
    this.maps = maps;
    this.revision = publishedRevision(maps, draft);
  }

  /**
   * @param {By} by
   * @returns {Change}
   */
  change({ editor }) {
    for (const target of Object.keys(this.maps.items)) this.#carry(target);
    const { draft, maps } = this;
    return {
      questionnaire_revision: this.definition.revision,
      parts: draft.parts && draft.parts.map((id) => member(maps.sections, id) ?? id),
      seen: bareRecord({ [editor]: (highestCounts(draft)[editor] ?? 0) + 1 }),
      seen_in_parts: draft.seen_in_parts.map((part) => this.#renamed(part)),
      ...(editor in draft.editors ? {} : { editors: bareRecord({ [editor]: '' }) }),
      answers: this.#answers,
      entries: this.#entries,
    };
  }

  /** @param {string} target */
  #carry(target) {
    const item = this.definition.item(target);
    const formers = this.maps.items[target].from.filter(({ revisions }) => revisions.includes(this.revision));
    if (item?.type === 'entries') this.#carryList(target, formers);
    else if (item) {
      const wasAsked = formers.some(({ path }) => path === target);
      for (const [path, found] of candidates(this.draft, target, formers)) {
        // Not asked then and answered all the same: the draft was open in the present form before.
        if (wasAsked || !(path in this.draft.answers)) this.#carryAnswer(target, path, found);
      }
    }
  }

  /**
   * @param {string} target  as a template
   * @param {string} path
   * @param {Candidate[]} found
   */
  #carryAnswer(target, path, found) {
    const item = /** @type {import('../definition.js').Item} */ (this.definition.item(target));
    const all = found.map((candidate) => ({ ...candidate, value: this.#converted(target, candidate) }));
    const { path: before, answer, value } = all.find((each) => fits(item, each.value)) ?? all[0];
    if (before === path && JSON.stringify(value) === JSON.stringify(answer.value)) return;
    const there = this.draft.answers[path];
    if (there) this.#answers[tracePath(path, this.revision)] = there;
    this.#answers[path] = { ...answer, value };
    const [list, entryId] = path.split('/');
    if (target.includes('/*/') && entryId === FIRST_ENTRY && !this.draft.entries[list]?.[FIRST_ENTRY]) {
      this.#entries[list] ??= bareRecord();
      this.#entries[list][FIRST_ENTRY] ??= { order: FIRST_ORDER, stamp: answer.stamp, at: answer.at, removed: false };
    }
  }

  /**
   * @param {string} target
   * @param {Candidate} candidate
   */
  #converted(target, { former, answer }) {
    const item = /** @type {import('../definition.js').Item} */ (this.definition.item(target));
    const { options } = this.maps.items[target];
    return convert(answer.value, item, { values: former.values, options, was: member(this.maps.was, former.path) });
  }

  /**
   * @param {string} target
   * @param {Former[]} formers
   */
  #carryList(target, formers) {
    const there = this.draft.entries[target] ?? {};
    for (const { path } of formers) {
      for (const [id, entry] of Object.entries(this.draft.entries[path] ?? {})) {
        if (id in there) continue;
        this.#entries[target] ??= bareRecord();
        this.#entries[target][id] ??= entry;
      }
    }
  }

  /**
   * What was seen of some paths, with the paths that they have now.
   * @param {PartSeen} part
   * @returns {PartSeen}
   */
  #renamed({ paths, seen }) {
    const now = Object.entries(this.maps.items).flatMap(([target, { from }]) => {
      return from.flatMap((former) => paths.flatMap((path) => renamed(path, former.path, target)));
    });
    return { paths: [...new Set([...paths, ...now])], seen };
  }
}

/**
 * @param {string} path  of which something was seen, with what is under it
 * @param {string} from
 * @param {string} to
 * @returns {string[]}
 */
function renamed(path, from, to) {
  if (from === to) return [];
  if (path === from || (from.startsWith(`${path}/`) && !from.includes('/*/') && !to.includes('/*/'))) return [to];
  const [list, entryId, ...rest] = path.split('/');
  return rest.length === 0 && entryId !== undefined && list === from ? [`${to}/${entryId}`] : [];
}

/**
 * As deep as applying a change goes.
 * @param {Draft} draft
 * @returns {Draft}
 */
function copyOf(draft) {
  const entries = Object.entries(draft.entries).map(([id, some]) => [id, bareRecord(some)]);
  return {
    ...draft,
    editors: bareRecord(draft.editors),
    seen: bareRecord(draft.seen),
    answers: bareRecord(draft.answers),
    entries: bareRecord(Object.fromEntries(entries)),
  };
}
