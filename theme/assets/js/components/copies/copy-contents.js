/**
 * What a copy says: its facts, its remarks and its parts, without what is left out of it.
 *
 * @typedef {import('../../component.js').App} App
 * @typedef {import('../../report/report.js').Material} Material
 * @typedef {import('../../report/report.js').Part} Part
 * @typedef {import('../../report/source.js').Source} Source
 * @typedef {import('./copy-choices.js').Copy} Copy
 * @typedef {import('./copy-works.js').Taken} Taken
 */
import { text } from '../../catalogue.js';
import { localDate } from '../../moments.js';
import { sourceWithout } from '../../report/copy.js';
import { kindLabel } from '../../report/kind-label.js';
import { linesAt, nameOf } from '../../report/reading.js';
import { copyParts, needsEngine } from '../../report/report.js';
import { longDate } from '../../report/source.js';

/**
 * @param {App} app
 * @param {Copy} copy
 * @param {Material} material  without an evaluation, the parts that need one say so
 * @param {string} leftOutWords  what is left out, in a sentence
 * @returns {Taken}
 */
export function copyContents(app, copy, material, leftOutWords) {
  const { definition } = app;
  const { language } = definition.data;
  const source = sourceWithout(material.source, copy.leftOut);
  const dated = dateFact(source);
  const madeOn = longDate(localDate(new Date()), language);
  const isMissing = material.evaluation === null && copy.parts.some(needsEngine);
  const audience = copy.isShared ? text('export.share_copy') : text('export.team_copy');
  const summary = {
    language,
    isShort: copy.version?.isShort ?? false,
    title: definition.title,
    name: nameOf(source),
    date: dated[0]?.[1] ?? madeOn,
    /** @type {[string, string][]} */
    facts: [
      ...dated,
      [text('export.copy'), copy.version ? `${copy.version.title} – ${audience}` : audience],
      [text('export.made_on'), madeOn],
    ],
    remarks: [
      ...(copy.isShared || copy.hidden.length > 0 ? [leftOutWords] : []),
      ...(isMissing ? [text('export.made_without')] : []),
      text('export.own_answers'),
    ],
    parts: partsOf(app, copy, material),
    kindLabel: (/** @type {string} */ kind) => kindLabel(definition, kind),
    css: '',
    draft: copy.holdsDraft ? app.draft.draft : null,
  };
  return { copy, summary, source };
}

/**
 * @param {App} app
 * @param {Copy} copy
 * @param {Material} material
 */
function partsOf({ $main }, { parts, version, leftOut }, material) {
  const told = copyParts(parts, { ...material, isShort: version?.isShort, most: version?.most }, leftOut);
  return told.map((part) => ({ ...part, intro: introOf($main, part) }));
}

/**
 * What the page says above a part, in plain words; above entries and changes it says what to do on the page.
 * @param {HTMLElement} $main
 * @param {Pick<Part, 'id' | 'part'>} part
 */
function introOf($main, { id, part }) {
  if (part === 'entries' || part === 'changes') return [];
  const $paragraphs = $main.querySelectorAll(`[data-report-part="${id}"] > .app-prose > p`);
  return [...$paragraphs].map(($paragraph) => $paragraph.textContent ?? '');
}

/**
 * @param {Source} source
 * @returns {[string, string][]}
 */
function dateFact(source) {
  const { date_from: path } = source.definition.data;
  const item = path === null ? null : source.definition.item(path);
  const [date] = item ? linesAt(source, item) : [];
  return item && date ? [[item.title, date]] : [];
}
