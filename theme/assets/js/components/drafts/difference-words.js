/**
 * How an earlier version of a draft differs from the draft as it stands: in a sentence, and answer by answer.
 *
 * @typedef {import('../../definition.js').Definition} Definition
 * @typedef {import('../../draft/snapshots.js').Difference} Difference
 * @typedef {import('../../response.js').Evaluation} Evaluation
 */
import { text } from '../../catalogue.js';
import { codedTitle } from '../../definition.js';
import { valueAt } from '../../draft/draft.js';
import { element } from '../../report/element.js';
import { answerLines } from '../../report/source.js';
import { answerWords } from '../questions/answer-words.js';
import { questionWords } from './step-words.js';

/** What a person can take in; the number of the rest is said. */
const MOST = 30;

/**
 * @param {Definition} definition
 * @param {Difference} difference
 * @returns {string | null} null where nothing differs
 */
export function differenceWords(definition, { answers, entries }) {
  const parts = Object.entries(entries).flatMap(([id, { more, fewer }]) => {
    const item = definition.item(id);
    const list = item ? codedTitle(item) : id;
    return [
      more > 0 && text('snapshots.more', { count: more, list }),
      fewer > 0 && text('snapshots.fewer', { count: fewer, list }),
    ];
  });
  if (answers.length > 0) parts.unshift(text('snapshots.differ', { count: answers.length }));
  const said = parts.filter((part) => part !== false);
  return said.length > 0 ? said.join(', ') : null;
}

/**
 * @param {Evaluation} now
 * @param {Evaluation} then
 * @param {Difference} difference
 */
export function differenceList(now, then, difference) {
  const { answers, entries } = difference;
  const $rows = answers.slice(0, MOST).map((path) =>
    element(
      'li',
      {},
      element('strong', {}, questionWords(now, path)),
      element('br'),
      text('snapshots.then', { answer: wordsAt(then, path) }),
      element('br'),
      text('snapshots.now', { answer: wordsAt(now, path) }),
    ),
  );
  const rest = answers.length - $rows.length;
  if (rest > 0) $rows.push(element('li', {}, text('snapshots.differ', { count: rest })));
  const inLists = differenceWords(now.definition, { answers: [], entries });
  if (inLists !== null) $rows.push(element('li', {}, inLists));
  return element('ul', { class: 'govuk-list govuk-list--spaced app-differences' }, ...$rows);
}

/**
 * An answer as it is stored, whether or not its question is asked now.
 * @param {Evaluation} evaluation
 * @param {string} path
 */
function wordsAt(evaluation, path) {
  const item = evaluation.item(path);
  const value = valueAt(evaluation.draft, path);
  const isNamed = item?.options_from || item?.options_from_text;
  const lines = item && !isNamed ? answerLines(item, value, evaluation.definition.data.language) : answerWords(evaluation, path);
  return lines.length > 0 ? lines.join(', ') : text('draft.not_answered');
}
