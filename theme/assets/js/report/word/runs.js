/**
 * Text as Word holds it: runs with line breaks between them, and nothing that a file of XML may not hold.
 */
import { TextRun } from 'docx';

/** Control characters, halves of surrogate pairs and the two that stand for none: XML 1.0 has no way to write them. */
// eslint-disable-next-line no-control-regex
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** @param {string} words */
export function legal(words) {
  return words.replace(/\r\n?/g, '\n').replace(ILLEGAL, '');
}

/**
 * @param {string} words
 * @param {import('docx').IRunPropertiesOptions} [how]
 */
export function runs(words, how = {}) {
  return legal(words)
    .split('\n')
    .map((line, index) => new TextRun({ ...how, text: line, break: index > 0 ? 1 : undefined }));
}
