/** What is stored here, as the page lists it, and as the results that are sent count it. */
import { text } from '../catalogue.js';
import { dayOf } from '../moments.js';
import { element } from '../report/element.js';
import { sizeOf } from './outcome.js';

/**
 * @param {Awaited<ReturnType<typeof import('./stored.js').storedHere>>} stored
 * @param {Record<string, string>} titles  of questionnaires, by their ids
 * @param {string} language
 * @returns {HTMLElement}
 */
export function storedList({ drafts, settings, caches }, titles, language) {
  const lines = [
    ...drafts.map((draft) => draftWords(draft, titles, language)),
    ...settings.map(({ key, bytes }) => text('computer.stored_item', { what: settingWords(key), size: sizeOf(bytes, text) })),
    ...caches.map(({ files }) => text('computer.stored_cache', { count: files })),
  ];
  if (lines.length === 0) return element('p', {}, text('computer.stored_nothing'));
  return element('ul', { class: 'govuk-list govuk-list--bullet' }, ...lines.map((line) => element('li', {}, line)));
}

/**
 * No names: a draft's may say whose it is.
 * @param {Awaited<ReturnType<typeof import('./stored.js').storedHere>>} stored
 */
export function storedSummary({ drafts, settings, caches }) {
  const bytes = [...drafts, ...settings].reduce((sum, each) => sum + each.bytes, 0);
  const files = caches.reduce((sum, each) => sum + each.files, 0);
  return text('computer.stored_summary', {
    drafts: drafts.length,
    settings: settings.length,
    files,
    size: sizeOf(bytes, text),
  });
}

/**
 * @param {import('./stored.js').StoredDraft} draft
 * @param {Record<string, string>} titles
 * @param {string} language
 */
function draftWords({ questionnaireId, name, savedAt, isDeleted, bytes, versions }, titles, language) {
  const what = [
    text('computer.stored_draft', { questionnaire: titles[questionnaireId] ?? questionnaireId }),
    name && text('computer.stored_name', { name }),
    savedAt && !Number.isNaN(Date.parse(savedAt)) && text('computer.stored_saved', { day: dayOf(savedAt, language) }),
    versions > 0 && text('computer.stored_versions', { count: versions }),
    isDeleted && text('computer.stored_deleted'),
  ];
  return text('computer.stored_item', { what: what.filter(Boolean).join(', '), size: sizeOf(bytes, text) });
}

/** @param {string} key */
function settingWords(key) {
  if (key === 'editor-name') return text('computer.stored_editor');
  if (key.startsWith('workshop:')) return text('computer.stored_workshop');
  if (key.startsWith('reloaded:')) return text('computer.stored_reloaded');
  return text('computer.stored_setting', { key });
}
