/**
 * What has become of the answers to earlier revisions, as a draft stands: how many are of use, which a person should
 * look at, and which are kept aside because nothing asks for them any more.
 *
 * Read from the draft alone, so that whoever has it, on whichever computer, can still look.
 *
 * @typedef {import('../definition.js').Definition} Definition
 * @typedef {import('../definition.js').Value} Value
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {import('./revisions.js').RevisionMaps} RevisionMaps
 * @typedef {import('./revisions.js').Was} Was
 *
 * @typedef {{path: string, value: Value, was: Was | null}} OldAnswer
 *   A path to look at is one of the present questionnaire; one that is kept aside is of an earlier one. `value` is
 *   what was answered then.
 * @typedef {{carried: number, toLookAt: OldAnswer[], keptAside: OldAnswer[]}} LookBack
 */
import { Evaluation } from '../response.js';
import { answeredPaths, valueAt } from './draft.js';
import { candidates, isTrace, member, templateOf } from './revisions.js';

/**
 * @param {Draft} draft  of the present revision
 * @param {Definition} definition
 * @param {RevisionMaps} maps
 * @returns {LookBack}
 */
export function lookBack(draft, definition, maps) {
  const evaluation = new Evaluation(definition, draft);
  const originals = originalsOf(draft, maps);
  const settled = settledPaths(draft, maps);
  /** @type {LookBack} */
  const found = { carried: 0, toLookAt: [], keptAside: [] };
  for (const path of answeredPaths(draft)) {
    const item = definition.item(path);
    if (!item || item.type === 'computed' || item.items || item.of) {
      if (!isTrace(path) && !settled.has(path)) found.keptAside.push(oldAnswer(path, valueAt(draft, path), path));
      continue;
    }
    const original = originals.get(path);
    if (evaluation.problem(path) || (original && hasLostTicks(draft, maps, path, original.value))) {
      found.toLookAt.push(oldAnswer(path, original?.value ?? valueAt(draft, path), original?.path ?? path));
    } else {
      found.carried += 1;
    }
  }
  return found;

  /**
   * @param {string} path
   * @param {Value} value
   * @param {string} asked  the path under which it was asked
   */
  function oldAnswer(path, value, asked) {
    return { path, value, was: member(maps.was, templateOf(asked)) ?? null };
  }
}

/**
 * What answers were before they were carried over, for as long as nobody has answered anew.
 * @param {Draft} draft
 * @param {RevisionMaps} maps
 * @returns {Map<string, {path: string, value: Value}>}
 */
function originalsOf(draft, maps) {
  /** @type {Map<string, {path: string, value: Value}>} */
  const originals = new Map();
  const note = (/** @type {string} */ to, /** @type {string} */ path, /** @type {string} */ at) => {
    const [then, now] = [draft.answers[at], draft.answers[to]];
    if (now && then.stamp[0] === now.stamp[0] && then.stamp[1] === now.stamp[1] && !originals.has(to)) {
      originals.set(to, { path, value: then.value });
    }
  };
  for (const at of Object.keys(draft.answers).filter(isTrace)) note(at.split('@', 1)[0], at.split('@', 1)[0], at);
  for (const [target, { from }] of Object.entries(maps.items)) {
    const moved = from.filter(({ path }) => path !== target);
    for (const [to, found] of candidates(draft, target, moved)) found.forEach(({ path }) => note(to, path, path));
  }
  return originals;
}

/**
 * Old paths whose answers are to be found elsewhere now: all but those that had to give way to another.
 * @param {Draft} draft
 * @param {RevisionMaps} maps
 */
function settledPaths(draft, maps) {
  /** @type {Set<string>} */
  const settled = new Set();
  for (const [target, { from }] of Object.entries(maps.items)) {
    for (const [to, found] of candidates(draft, target, from)) {
      if (!(to in draft.answers)) continue;
      found.forEach(({ path, former, answer }, index) => {
        const gaveWay = found.slice(0, index).some((other) => {
          return other.former.revisions.some((each) => former.revisions.includes(each));
        });
        const isTheSame = JSON.stringify(answer.value) === JSON.stringify(valueAt(draft, to));
        if (!gaveWay || isTheSame || isStampOf(draft, to, answer.stamp)) settled.add(path);
      });
    }
  }
  return settled;
}

/**
 * @param {Draft} draft
 * @param {string} path
 * @param {import('./draft.js').Stamp} stamp
 */
function isStampOf(draft, path, stamp) {
  const [editor, count] = draft.answers[path].stamp;
  return editor === stamp[0] && count === stamp[1];
}

/**
 * Whether something that was ticked is not ticked any more, though nobody took it back.
 * @param {Draft} draft
 * @param {RevisionMaps} maps
 * @param {string} path
 * @param {Value} before
 */
function hasLostTicks(draft, maps, path, before) {
  const now = valueAt(draft, path);
  const { from = [], options = {} } = member(maps.items, templateOf(path)) ?? {};
  if (!Array.isArray(now) || !Array.isArray(before)) return false;
  return before.some((tick) => {
    const mapped = from.map(({ values }) => member(values, tick)).find((each) => each !== undefined) ?? tick;
    return !now.includes(member(options, mapped) ?? mapped);
  });
}
