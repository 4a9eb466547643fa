/**
 * Findings over time: which came, which went and which are now of another kind. Told of the dates for which the core has
 * worked them out.
 *
 * @typedef {import('../../engine/protocol.js').Evaluation} Evaluation
 * @typedef {import('../blocks.js').Block} Block
 * @typedef {import('../blocks.js').BlockOf<'finding'>} Finding
 * @typedef {import('./dated.js').Dated} Dated
 * @typedef {import('./dated.js').Span} Span
 *
 * @typedef {{id: string, title: string, found: (Finding | null)[]}} FindingRow  `found`: at each date
 * @typedef {'new' | 'gone' | 'up' | 'down' | 'changed' | 'same'} Change
 */
import { text } from '../../catalogue.js';
import { kindLabel } from '../kind-label.js';
import { datedTable } from './dated-table.js';
import { tally } from './tally.js';

/** In the order in which a reader wants them. */
const KINDS = ['gap', 'partial', 'unknown', 'note', 'covered'];
/** From what is missing to what is there: between these a finding gets better or worse. */
const SCALE = ['gap', 'partial', 'covered'];

/** @param {import('../source.js').Source} source */
export function hasFindings({ definition }) {
  return definition.data.report.some(({ part }) => part === 'findings');
}

/**
 * @param {Dated[]} dated  in order, each worked out
 * @returns {FindingRow[]} as the latest has them; those it no longer has at the end
 */
export function findingRows(dated) {
  const all = dated.map(findingsAt);
  const ids = new Set([...all].reverse().flatMap((findings) => [...findings.keys()]));
  return [...ids].map((id) => {
    const found = all.map((findings) => findings.get(id) ?? null);
    return { id, found, title: found.findLast((finding) => finding !== null)?.title ?? id };
  });
}

/**
 * By their ids.
 * @param {Dated} dated
 */
function findingsAt({ source, evaluation }) {
  const blocks = source.definition.data.report
    .filter(({ part }) => part === 'findings')
    .flatMap(({ id }) => evaluation?.parts[id] ?? []);
  return new Map(blocks.flatMap((block) => (block.type === 'finding' ? [[block.id, block]] : [])));
}

/**
 * @param {FindingRow[]} rows
 * @param {Span} span
 */
export function findingsTally(rows, { from, to }) {
  const changes = rows.map(({ found }) => changeOf(found[from], found[to]));
  const count = (/** @type {Change} */ wanted) => changes.filter((change) => change === wanted).length;
  return tally([
    [count('up'), (values) => text('changes.n_up', values)],
    [count('down'), (values) => text('changes.n_down', values)],
    [count('new'), (values) => text('changes.n_new', values)],
    [count('gone'), (values) => text('changes.n_not_found', values)],
    [count('changed'), (values) => text('changes.n_other_kind', values)],
    [count('same'), (values) => text('changes.n_same', values)],
  ]);
}

/**
 * @param {FindingRow[]} rows
 * @param {Dated} latest
 * @param {{labels: string[], spans: Span[]}} times
 */
export function findingsTable(rows, latest, { labels, spans }) {
  const state = (/** @type {Finding | null} */ finding) => finding && stateOf(finding);
  const moved = rows.filter(({ found }) => found.some((finding) => state(finding) !== state(found[0])));
  const told = moved.map(({ title, found }) => ({
    title,
    words: found.map((finding) => wordsFor(finding, latest)),
    changes: spans.map(({ from, to }) => {
      const change = changeOf(found[from], found[to]);
      return { text: changeWords(change), tone: change === 'up' || change === 'down' ? change : 'same' };
    }),
  }));
  return datedTable(text('changes.findings'), text('export.finding'), labels, spans, told);
}

/**
 * How many there were of each kind; what a person set aside counts apart.
 * @param {FindingRow[]} rows
 * @param {Dated} latest
 * @returns {{title: string, counts: number[]}[]}
 */
export function kindCounts(rows, latest) {
  const dates = rows[0]?.found.length ?? 0;
  const counted = (/** @type {(finding: Finding) => boolean} */ isOne) =>
    Array.from({ length: dates }, (_, date) => rows.filter(({ found }) => found[date] && isOne(found[date])).length);
  const counts = KINDS.map((kind) => ({
    title: kindLabel(latest.source.definition, kind),
    counts: counted((finding) => finding.kind === kind && !isSetAside(finding)),
  }));
  return [...counts, { title: text('changes.set_aside'), counts: counted(isSetAside) }].filter(({ counts: each }) =>
    each.some((count) => count > 0),
  );
}

/**
 * @param {{title: string, counts: number[]}[]} kinds
 * @param {string[]} labels  of the dates, short
 * @param {string} alternative
 * @returns {Block[]}
 */
export function kindsFigure(kinds, labels, alternative) {
  if (kinds.length === 0) return [];
  const maximum = Math.max(...kinds.flatMap(({ counts }) => counts));
  const marks = kinds.flatMap(({ title, counts }) =>
    counts.map((value, index) => ({ label: labels[index], group: title, value, maximum, text: String(value) })),
  );
  return [{ type: 'figure', kind: 'steps', title: text('changes.figure_findings'), marks, alternative }];
}

/** @param {Finding} finding */
function isSetAside({ set_aside: setAside = [] }) {
  return setAside.length > 0;
}

/** @param {Finding} finding */
function stateOf(finding) {
  return `${finding.kind} ${isSetAside(finding)}`;
}

/**
 * @param {Finding | null} was
 * @param {Finding | null} is
 * @returns {Change}
 */
function changeOf(was, is) {
  if (!was) return is ? 'new' : 'same';
  if (!is) return 'gone';
  if (stateOf(was) === stateOf(is)) return 'same';
  const [before, now] = [was, is].map(({ kind }) => SCALE.indexOf(kind));
  if (before < 0 || now < 0 || before === now) return 'changed';
  return now > before ? 'up' : 'down';
}

/** @param {Change} change */
function changeWords(change) {
  switch (change) {
    case 'up':
      return text('changes.up');
    case 'down':
      return text('changes.down');
    case 'new':
      return text('changes.entry_new');
    case 'gone':
      return text('changes.not_found');
    case 'changed':
      return text('changes.other_kind');
    default:
      return text('changes.same');
  }
}

/**
 * @param {Finding | null} finding
 * @param {Dated} latest
 */
function wordsFor(finding, { source }) {
  if (!finding) return text('changes.none');
  const kind = kindLabel(source.definition, finding.kind);
  return isSetAside(finding) ? text('changes.kind_set_aside', { kind }) : kind;
}
