/**
 * Why an answer cannot be used, in words for the person who gave it.
 *
 * @typedef {import('../../definition.js').Item} Item
 * @typedef {import('../../definition.js').Value} Value
 * @typedef {import('../../validation.js').Problem} Problem
 */
import { text } from '../../catalogue.js';
import { optionsSource } from '../../options.js';
import { longDate } from '../../report/source.js';

/**
 * @param {Problem} problem
 * @param {Item} item
 * @param {Value} value
 * @param {string} language
 */
export function problemText(problem, item, value, language) {
  const min = String(item.min ?? '');
  const max = String(item.max ?? '');
  switch (problem) {
    case 'not-a-number':
      return text('validation.not_a_number');
    case 'too-many-decimals':
      return item.decimals
        ? text('validation.too_many_decimals', { count: item.decimals })
        : text('validation.not_whole');
    case 'too-small':
      return text('validation.too_small', { min });
    case 'too-large':
      return text('validation.too_large', { max });
    case 'not-a-date':
      return text('validation.not_a_date');
    case 'incomplete-date':
      return text('validation.incomplete_date');
    case 'too-early':
      return text('validation.too_early', { min: longDate(min, language) });
    case 'too-late':
      return text('validation.too_late', { max: longDate(max, language) });
    case 'unknown-option':
      if (optionsSource(item)) return text('validation.removed_option');
      return text('validation.unknown_option', { value: [value].flat().join(', ') });
    case 'wrong-kind':
      return text('validation.wrong_kind', { value: [value].flat().join(', ') });
  }
}
