/** Instants and dates in words. Instants are kept in UTC and shown as the person's own clock has them. */

/** Each costs more to make than to use, and every save says when it was. @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * The local date, as YYYY-MM-DD.
 * @param {Date} moment
 */
export function localDate(moment) {
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/**
 * The time of day: "14:05".
 * @param {string} instant
 * @param {string} language
 */
export function timeOf(instant, language) {
  return formatted(instant, language, { timeStyle: 'short' });
}

/**
 * The local day: "21 November 2026".
 * @param {string} instant
 * @param {string} language
 */
export function dayOf(instant, language) {
  return formatted(instant, language, { dateStyle: 'long' });
}

/**
 * @param {string} instant
 * @param {string} language
 * @param {Intl.DateTimeFormatOptions} style
 */
function formatted(instant, language, style) {
  const key = JSON.stringify([language, style]);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, style);
  formats.set(key, format);
  return format.format(new Date(instant));
}
