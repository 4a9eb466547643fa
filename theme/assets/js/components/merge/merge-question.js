/**
 * One thing to decide when drafts are combined: which of several answers, or whether an entry stays.
 *
 * @typedef {import('../../definition.js').Value} Value
 * @typedef {import('../../draft/compare.js').AnswerConflict} AnswerConflict
 * @typedef {import('../../draft/compare.js').EntryConflict} EntryConflict
 * @typedef {import('./merge-words.js').MergeWords} MergeWords
 *
 * @typedef {object} Choice
 * @property {string} label
 * @property {string} [hint]
 * @property {string} [words]  the whole of a text that is too long for a label
 * @property {Value | boolean} value  the answer, or whether an entry stays
 * @property {number[]} saidBy  the drafts that say so
 *
 * @typedef {object} Question
 * @property {HTMLElement} $root
 * @property {string} path
 * @property {Choice[]} choices
 * @property {() => Choice} chosen
 * @property {(choice: Choice) => void} choose
 */
import { text } from '../../catalogue.js';
import { isBlank } from '../../definition.js';
import { element } from '../../report/element.js';
import { combinedText } from './combined-text.js';

/** More than this does not read as the label of a button. */
const LONG = 160;

/**
 * @param {AnswerConflict} conflict
 * @param {number} number  of the question on this page
 * @param {MergeWords} words
 * @returns {Question}
 */
export function answerQuestion({ path, versions }, number, words) {
  const { context, title } = words.question(path);
  /** @type {Choice[]} */
  const choices = versions.map(({ record, saidBy }) => {
    const said = words.answer(path, record.value, saidBy[0]).join('\n');
    const isLong = said.length > LONG || (typeof record.value === 'string' && said.includes('\n'));
    const [who, when] = [words.author.who(record), words.author.when(record)];
    return isLong
      ? { label: text('merge.text_by', { who }), hint: when, words: said, value: record.value, saidBy }
      : { label: said, hint: words.author.both(record), value: record.value, saidBy };
  });
  const texts = versions.map(({ record }) => record.value);
  const isText = words.definition.item(path)?.type === 'long-text';
  if (isText && texts.every((value) => typeof value === 'string' && !isBlank(value))) {
    choices.push({
      label: texts.length === 2 ? text('merge.keep_both') : text('merge.keep_all', { count: texts.length }),
      hint: text('merge.keep_both_hint'),
      value: combinedText(versions.map(({ record }) => ({
        by: words.author.signed(record),
        words: String(record.value),
      }))),
      saidBy: [],
    });
  }
  return question({ path, context, title, number, choices });
}

/**
 * @param {EntryConflict} conflict
 * @param {number} number
 * @param {MergeWords} words
 * @returns {Question}
 */
export function entryQuestion({ path, entriesId, entryId, removed, present, edits }, number, words) {
  const values = { who: words.author.who(removed.record), when: words.author.when(removed.record) };
  const $edits = edits.map(({ path: at, version: { record, from } }) =>
    element(
      'li',
      { class: 'app-lines' },
      `${words.question(at).title}: ${words.answer(at, record.value, from[0]).join(', ')}`,
      element('div', { class: 'app-who' }, words.author.both(record)),
    ),
  );
  return question({
    path,
    context: words.definition.item(entriesId)?.title ?? '',
    title: words.entry(entriesId, entryId),
    number,
    about: [
      element('p', {}, text('merge.removed_by', values)),
      edits.length > 0
        ? element('p', {}, text('merge.changed_meanwhile'))
        : element('p', {}, text('merge.moved_meanwhile', { who: words.author.who(present.record) })),
      edits.length > 0 && element('ul', { class: 'govuk-list govuk-list--bullet' }, ...$edits),
    ],
    choices: [
      { label: text('merge.keep'), value: true, saidBy: present.from },
      { label: text('merge.leave_removed'), value: false, saidBy: removed.from },
    ],
  });
}

/**
 * @param {object} about
 * @param {string} about.path
 * @param {string} about.context
 * @param {string} about.title
 * @param {number} about.number
 * @param {(Node | false)[]} [about.about]
 * @param {Choice[]} about.choices  the first is chosen
 * @returns {Question}
 */
function question({ path, context, title, number, about = [], choices }) {
  const id = `merge-${number}`;
  const $items = choices.map((choice, index) => choiceItem(id, index, choice));
  const $inputs = $items.map(($item) => /** @type {HTMLInputElement} */ ($item.querySelector('input')));
  const $root = element(
    'fieldset',
    { class: 'govuk-fieldset app-merge__question', 'data-merge-question': path },
    element(
      'legend',
      { class: 'govuk-fieldset__legend app-merge__legend app-lines' },
      element('span', { class: 'app-merge__context' }, context),
      title,
    ),
    ...about,
    element('div', { class: 'govuk-radios app-merge__choices' }, ...$items),
  );
  return {
    $root,
    path,
    choices,
    chosen: () => choices[$inputs.findIndex(($input) => $input.checked)],
    choose: (choice) => ($inputs[choices.indexOf(choice)].checked = true),
  };
}

/**
 * @param {string} name
 * @param {number} index
 * @param {Choice} choice
 */
function choiceItem(name, index, { label, hint, words }) {
  const id = `${name}-${index}`;
  const describedBy = [hint && `${id}-hint`, words && `${id}-words`].filter(Boolean).join(' ');
  return element(
    'div',
    { class: 'govuk-radios__item app-merge__choice' },
    element('input', {
      class: 'govuk-radios__input', type: 'radio', id, name, value: index, checked: index === 0, 'aria-describedby': describedBy || null,
    }),
    element('label', { class: 'govuk-label govuk-radios__label app-lines', for: id, id: `${id}-label` }, label),
    hint && element('div', { class: 'govuk-hint govuk-radios__hint', id: `${id}-hint` }, hint),
    words &&
      element(
        'div',
        { class: 'app-merge__text app-lines', id: `${id}-words`, role: 'group', tabindex: 0, 'aria-labelledby': `${id}-label` },
        words,
      ),
  );
}
