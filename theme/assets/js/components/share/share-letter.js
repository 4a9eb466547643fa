/**
 * The words that go with a file: what it is, which page opens it, and how. Never the passphrase, and no answer.
 *
 * @typedef {object} About
 * @property {string} title  of the questionnaire
 * @property {string} address  of the page
 * @property {string[] | null} parts  titles of the sections the file is of
 * @property {boolean} isReturn  the part was asked for, and goes back
 * @property {boolean} isLocked
 */
import { text } from '../../catalogue.js';

/** @param {About} about */
export function letterSubject({ title, parts, isReturn }) {
  if (isReturn) return text('letter.subject_return', { title });
  return parts ? text('letter.subject_part', { title }) : text('letter.subject', { title });
}

/** @param {About} about */
export function letterText(about) {
  const { address, parts, isReturn, isLocked } = about;
  const steps = [
    text('letter.save'),
    text('letter.page', { address }),
    text('letter.choose', { open: text('start.open') }),
    isLocked && text('letter.passphrase'),
    parts && !isReturn && text('letter.send_back', { send: text('parts.send_back') }),
  ].filter((step) => typeof step === 'string');
  return [
    whatItIs(about),
    isLocked && text('letter.locked'),
    [text('letter.how'), ...steps.map((step, index) => `${index + 1}. ${step}`)].join('\n'),
    text('letter.private'),
  ]
    .filter((part) => part)
    .join('\n\n');
}

/** @param {About} about */
function whatItIs({ title, parts, isReturn }) {
  if (!parts) return text('letter.whole', { title });
  const named = { title, parts: parts.join('; ') };
  return isReturn ? text('letter.return', named) : text('letter.part', named);
}

/**
 * An address that opens the person's own email program with these words.
 * @param {About} about
 */
export function letterAddress(about) {
  const body = letterText(about).replaceAll('\n', '\r\n');
  return `mailto:?subject=${encodeURIComponent(letterSubject(about))}&body=${encodeURIComponent(body)}`;
}
