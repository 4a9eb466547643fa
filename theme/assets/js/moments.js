/** Instants and dates in words. Instants are kept in UTC and shown as the person's own clock has them. */

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
  return new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(instant));
}

/**
 * The local day: "21 November 2026".
 * @param {string} instant
 * @param {string} language
 */
export function dayOf(instant, language) {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(instant));
}
