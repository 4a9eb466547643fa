/**
 * Findings as rows for a spreadsheet: every one of them, those set aside with the reason.
 *
 * @typedef {import('../engine/protocol.js').Evaluation} Evaluation
 * @typedef {import('./source.js').Source} Source
 *
 * @typedef {object} Finding  As the core gives it, in order.
 * @property {string} id
 * @property {string} kind
 * @property {string} title
 * @property {{text: string}[]} reasons
 * @property {string | null} rule
 */
import { text } from '../catalogue.js';
import { entriesOf } from './reading.js';
import { answerAt } from './source.js';

/**
 * @param {Source} source
 * @param {Finding[]} findings
 * @param {(kind: string) => string} kindLabel
 * @returns {string[][]}
 */
export function findingsRows(source, findings, kindLabel) {
  const setAside = reasonsBySetAside(source);
  // A column that nothing stands in says nothing.
  const columns = [
    { title: text('export.finding_kind'), cell: (/** @type {Finding} */ { kind }) => kindLabel(kind) },
    { title: text('export.finding_rule'), cell: (/** @type {Finding} */ { rule }) => rule ?? '' },
    { title: text('export.finding'), cell: (/** @type {Finding} */ { title }) => title },
    {
      title: text('export.finding_why'),
      cell: (/** @type {Finding} */ { reasons }) => reasons.map((reason) => reason.text).join('; '),
    },
    { title: text('export.finding_set_aside'), cell: (/** @type {Finding} */ { id }) => setAside.get(id) ?? '' },
  ].filter(({ cell }) => findings.some((finding) => cell(finding) !== ''));
  return [columns.map(({ title }) => title), ...findings.map((finding) => columns.map(({ cell }) => cell(finding)))];
}

/** @param {Source} source */
function reasonsBySetAside(source) {
  const lists = source.definition.data.report.flatMap(({ dismiss }) => (dismiss ? [String(dismiss)] : []));
  /** @type {Map<string, string>} */
  const reasons = new Map();
  for (const list of new Set(lists)) {
    for (const id of entriesOf(source, list)) {
      const finding = String(answerAt(source, `${list}/${id}/finding`) ?? '');
      const reason = String(answerAt(source, `${list}/${id}/reason`) ?? text('core.findings.no_reason'));
      reasons.set(finding, [reasons.get(finding), reason].filter(Boolean).join('; '));
    }
  }
  return reasons;
}
