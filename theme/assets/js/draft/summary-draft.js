/**
 * A draft inside the summary that was made of it, so that the summary can be opened again.
 *
 * The summary's policy runs nothing, and a script of JSON is not run anyway: it is text that no program shows. Written
 * without `<`, it cannot end early; read by the very words that it is written with, it cannot be feigned by what people
 * wrote, in which a quotation mark or a `<` is always escaped.
 *
 * @typedef {import('./draft.js').Draft} Draft
 */

const ID = 'questionnaire-draft';
const START = `<script type="application/json" id="${ID}">`;
const END = '</script>';
/** What marks a summary of ours, with a draft inside or without. */
export const SUMMARY_MARK = { name: 'generator', content: 'questionnaire-summary' };

/** @param {Draft} draft */
export function draftInside(draft) {
  return { attributes: { type: 'application/json', id: ID }, text: JSON.stringify(draft).replace(/</g, '\\u003c') };
}

/**
 * @param {string} html
 * @returns {{ok: true, text: string} | {ok: false, reason: 'summary-without-draft' | 'damaged' | 'not-a-draft'}}
 */
export function draftTextIn(html) {
  const start = html.indexOf(START);
  if (start < 0) {
    const isOurs = html.includes(`content="${SUMMARY_MARK.content}"`);
    return { ok: false, reason: isOurs ? 'summary-without-draft' : 'not-a-draft' };
  }
  const end = html.indexOf(END, start);
  if (end < 0) return { ok: false, reason: 'damaged' };
  return { ok: true, text: html.slice(start + START.length, end) };
}
