/**
 * A workshop: what each person answers to the questions that are compared, and what the draft is to hold once the
 * people have agreed. Pure.
 *
 * @typedef {import('./definition.js').Compared} Compared
 * @typedef {import('./definition.js').Definition} Definition
 * @typedef {import('./definition.js').Item} Item
 * @typedef {import('./definition.js').Value} Value
 * @typedef {import('./report/spread.js').Counts} Counts
 *
 * @typedef {Compared & {item: Item, heading: string}} ComparedQuestion
 *
 * @typedef {object} Person
 * @property {string} name
 * @property {Record<string, string>} answers  option ids by question
 * @property {Record<string, string[]>} notes  what the person wrote beside each question
 *
 * @typedef {{answer: string, why: string, minority: string}} Agreement
 */
import { codedTitle, isBlank } from './definition.js';
import { bareRecord } from './draft/draft.js';
import { Evaluation } from './response.js';

/**
 * The questions that are compared, with what they are called: by the group that each stands in.
 * @param {Definition} definition
 * @returns {ComparedQuestion[]}
 */
export function comparedQuestions(definition) {
  return (definition.data.workshop?.compared ?? []).flatMap((compared) => {
    const place = definition.locate(compared.question);
    return place ? [{ ...compared, item: place.item, heading: codedTitle(place.parent ?? place.item) }] : [];
  });
}

/**
 * What a draft says, as one person's answers. Nothing later done to the draft changes it.
 * @param {Definition} definition
 * @param {import('./draft/draft.js').Draft} draft
 * @param {string} name
 * @returns {Person}
 */
export function personOf(definition, draft, name) {
  const evaluation = new Evaluation(definition, draft);
  /** @type {Record<string, string>} */
  const answers = bareRecord();
  /** @type {Record<string, string[]>} */
  const notes = bareRecord();
  for (const { question, why, minority } of definition.data.workshop?.compared ?? []) {
    const answer = evaluation.value(question);
    if (typeof answer === 'string') answers[question] = answer;
    notes[question] = [why, minority]
      .map((path) => (path === null ? null : evaluation.value(path)))
      .filter((value) => typeof value === 'string');
  }
  return { name, answers, notes };
}

/**
 * What the person who made a draft is called: the name beside the latest answers, else the name of the file.
 * @param {import('./draft/draft.js').Draft} draft
 * @param {string} fileName
 */
export function personName(draft, fileName) {
  const latest = Object.values(draft.answers)
    .filter(({ stamp: [editor] }) => !isBlank(draft.editors[editor]))
    .sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  return latest ? draft.editors[latest.stamp[0]].trim() : fileName.replace(/\.[a-z]{1,5}$/i, '');
}

/**
 * @param {Person[]} people
 * @param {string} question
 * @returns {{counts: Counts, missing: number}}
 */
export function countsOf(people, question) {
  /** @type {Counts} */
  const counts = bareRecord();
  let missing = 0;
  for (const { answers } of people) {
    const answer = answers[question];
    if (answer === undefined) missing += 1;
    else counts[answer] = (counts[answer] ?? 0) + 1;
  }
  return { counts, missing };
}

/**
 * What the draft is to hold, by path: only what is not so already.
 * @param {Compared} compared
 * @param {Agreement} agreement
 * @param {(path: string) => Value} now  what it holds
 * @returns {Record<string, Value>}
 */
export function agreedValues({ question, why, minority, tick }, agreement, now) {
  /** @type {[string | null, Value][]} */
  const values = [
    [question, agreement.answer],
    [why, agreement.why.trim() || null],
    [minority, agreement.minority.trim() || null],
  ];
  if (minority && tick) values.push([tick.item, ticked(now(tick.item), tick.option, agreement.minority.trim() !== '')]);
  return Object.fromEntries(
    values.filter(([path, value]) => path !== null && JSON.stringify(now(path)) !== JSON.stringify(value)),
  );
}

/**
 * @param {Value} before
 * @param {string} option
 * @param {boolean} isTicked
 */
function ticked(before, option, isTicked) {
  const others = Array.isArray(before) ? before.filter((id) => id !== option) : [];
  const now = isTicked ? [...others, option] : others;
  return now.length > 0 ? now : null;
}

/**
 * A text with a line at its end that begins so: in the place of an earlier one, after what else there is.
 * @param {string} words
 * @param {string} beginning
 * @param {string} line
 */
export function withLine(words, beginning, line) {
  const others = words.split('\n').filter((one) => !one.startsWith(beginning));
  return [...others, line].join('\n').trim();
}
