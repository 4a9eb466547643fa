/**
 * Whether a stored answer can be used as an answer to its question.
 *
 * A value that cannot (a day that does not exist, an option the question lacks) stays in the draft as it was
 * typed, is shown with the reason, and is left out of the response. Texts have no limit here: a maximum length
 * is only counted for the person.
 *
 * @typedef {import('./definition.js').Item} Item
 * @typedef {import('./definition.js').Value} Value
 *
 * @typedef {'not-a-number' | 'too-many-decimals' | 'too-small' | 'too-large' | 'not-a-date' | 'incomplete-date'
 *   | 'too-early' | 'too-late' | 'unknown-option' | 'wrong-kind'} Problem
 */
import { isBlank } from './definition.js';

/**
 * @param {Item} item
 * @param {Value} value
 * @returns {Problem | null}
 */
export function problemOf(item, value) {
  if (isBlank(value)) return null;
  switch (item.type) {
    case 'choice':
    case 'yes-no':
      if (typeof value !== 'string') return 'wrong-kind';
      return optionIds(item).includes(value) ? null : 'unknown-option';
    case 'choices': {
      if (!Array.isArray(value)) return 'wrong-kind';
      const known = optionIds(item);
      return value.every((id) => known.includes(id)) ? null : 'unknown-option';
    }
    case 'number':
      return numberProblem(item, value);
    case 'date':
      return typeof value === 'string' ? dateProblem(item, value) : 'wrong-kind';
    default:
      return typeof value === 'string' ? null : 'wrong-kind';
  }
}

/** @param {Item} item */
function optionIds(item) {
  return (item.options ?? []).map((option) => option.id);
}

/**
 * @param {Item} item
 * @param {Value} value
 * @returns {Problem | null}
 */
function numberProblem(item, value) {
  if (typeof value !== 'number') return 'not-a-number';
  if (typeof item.min === 'number' && value < item.min) return 'too-small';
  if (typeof item.max === 'number' && value > item.max) return 'too-large';
  const scaled = value * 10 ** (item.decimals ?? 0);
  return Math.abs(scaled - Math.round(scaled)) > 1e-6 ? 'too-many-decimals' : null;
}

/**
 * @param {Item} item
 * @param {string} value
 * @returns {Problem | null}
 */
function dateProblem(item, value) {
  if (!isCalendarDate(value)) {
    return dateParts(value).every((part) => part !== '') ? 'not-a-date' : 'incomplete-date';
  }
  if (item.min && value < String(item.min)) return 'too-early';
  if (item.max && value > String(item.max)) return 'too-late';
  return null;
}

/**
 * A day that exists, written YYYY-MM-DD.
 * @param {string} value
 */
export function isCalendarDate(value) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= lengths[month - 1];
}

/**
 * What three date boxes hold, as one value: the date, or what was typed ("31/2/2026") when it is not one yet.
 * @param {string} day
 * @param {string} month
 * @param {string} year
 * @returns {string | null}
 */
export function dateFromParts(day, month, year) {
  const typed = [day, month, year].map((part) => part.trim());
  if (typed.every((part) => part === '')) return null;
  const iso = `${typed[2]}-${typed[1].padStart(2, '0')}-${typed[0].padStart(2, '0')}`;
  return isCalendarDate(iso) ? iso : typed.join('/');
}

/**
 * The reverse: what each of the three boxes shows, as day, month, year.
 * @param {string} value
 * @returns {[string, string, string]}
 */
export function dateParts(value) {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (iso) return [String(Number(iso[3])), String(Number(iso[2])), iso[1]];
  const [day = '', month = '', ...year] = value.split('/');
  return [day, month, year.join('/')];
}

/**
 * A typed number: the number, or the text as it stands when it is none. A comma may be the decimal point of
 * someone's keyboard or a thousands separator, so only the unmistakable form ("1,200") is read as thousands.
 * @param {string} text
 * @returns {number | string | null}
 */
export function numberFromText(text) {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(trimmed) ? trimmed.replaceAll(',', '') : trimmed;
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(plain)) return text;
  const number = Number(plain);
  return Number.isFinite(number) ? number : text;
}
