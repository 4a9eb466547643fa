/**
 * The words that go with a file: what it is, which page opens it, and how. Never the passphrase, and no answer.
 *
 * @typedef {object} About
 * @property {string} title  of the questionnaire
 * @property {string} address  of the page
 * @property {string[] | null} parts  titles of the sections the file is of
 * @property {boolean} isLocked
 */
import { text } from '../catalogue.js';

/** @param {About} about */
export function letterSubject({ title, parts }) {
  return parts ? text('letter.subject_part', { title }) : text('letter.subject', { title });
}

/** @param {About} about */
export function letterText({ title, address, parts, isLocked }) {
  const steps = [
    text('letter.save'),
    text('letter.page', { address }),
    text('letter.choose', { open: text('start.open') }),
    isLocked && text('letter.passphrase'),
    parts && text('letter.send_back', { send: text('parts.send_back') }),
  ].filter((step) => typeof step === 'string');
  return [
    parts ? text('letter.part', { title, parts: parts.join('; ') }) : text('letter.whole', { title }),
    isLocked && text('letter.locked'),
    [text('letter.how'), ...steps.map((step, index) => `${index + 1}. ${step}`)].join('\n'),
    text('letter.private'),
  ]
    .filter((part) => part)
    .join('\n\n');
}

/**
 * An address that opens the person's own email program with these words.
 * @param {About} about
 */
export function letterAddress(about) {
  const body = letterText(about).replaceAll('\n', '\r\n');
  return `mailto:?subject=${encodeURIComponent(letterSubject(about))}&body=${encodeURIComponent(body)}`;
}
