/**
 * A small questionnaire of another subject for the report's tests: is a bicycle workshop ready?
 *
 * `sourceOf(answers, entries)` is what the report gets; every item counts as shown unless `hidden` names it.
 */
import { readFileSync } from 'node:fs';
import { useCatalogue } from '../../../theme/assets/js/catalogue.js';
import { Definition } from '../../../theme/assets/js/definition.js';

const STATES = [
  { id: 'missing', label: 'Missing', hint: null, points: 0 },
  { id: 'worn', label: 'Worn', hint: null, points: 1 },
  { id: 'ready', label: 'Ready', hint: null, points: 2 },
  { id: 'not-sure', label: 'Not sure', hint: null, points: null },
];

function item(path, type, title, more = {}) {
  return {
    id: path.split('/').at(-1),
    path,
    type,
    title,
    code: null,
    hint: null,
    optional: false,
    private: null,
    show_when: null,
    warn: [],
    fold: null,
    glance: false,
    overview: false,
    ...more,
  };
}

function thing(id, code, title) {
  return item(id, 'group', title, {
    code,
    items: [
      item(`${id}/parts`, 'choices', 'What is there?', {
        options: [
          { id: 'pump', label: 'A pump', hint: null, points: null },
          { id: 'lamp', label: 'A lamp', hint: null, points: null },
        ],
        best: 'all',
      }),
      item(`${id}/state`, 'choice', 'State', { options: STATES, best: 'ready', glance: true }),
      item(`${id}/notes`, 'long-text', 'Notes', { private: 'notes' }),
    ],
  });
}

/** @returns {import('../../../theme/assets/js/definition.js').Section} */
function section(id, code, title, items) {
  return { id, code, title, step: 'item', place: 'hub', show_when: null, bands: [], items };
}

export const definition = new Definition({
  id: 'workshop',
  title: 'Is the workshop ready?',
  revision: 1,
  language: 'en-GB',
  step: 'item',
  labels: { section: 'Corner', sections: 'Corners', item: 'Thing', items: 'Things' },
  name_from: ['name', 'town'],
  date_from: 'visited',
  private: [
    { id: 'notes', label: 'Notes' },
    { id: 'money', label: 'Money' },
  ],
  sections: [
    section('about', null, 'About', [
      item('name', 'text', 'Name'),
      item('town', 'text', 'Town'),
      item('visited', 'date', 'Visited'),
      item('volunteers', 'number', 'Volunteers', { unit: 'people' }),
    ]),
    section('tools', 'A', 'Tools', [thing('stand', 'A1', 'Stand'), thing('bench', 'A2', 'Bench')]),
    section('room', 'B', 'Room', [thing('light', 'B1', 'Light')]),
    section('plan', null, 'Plan', [
      item('jobs', 'entries', 'Jobs', {
        singular: 'job',
        entry_title: 'what',
        entry_summary: ['by-when'],
        suggest: { kinds: ['gap'], most: 2, into: 'what' },
        items: [
          item('jobs/*/what', 'text', 'What'),
          item('jobs/*/by-when', 'date', 'By when'),
          item('jobs/*/cost', 'number', 'Cost', { unit: 'pounds', private: 'money' }),
          item('jobs/*/why', 'text', 'Why', { fold: 'More' }),
        ],
      }),
    ]),
  ],
  bands: [],
  advice: null,
  findings_labels: {},
  report: [],
  has_scoring: true,
});

/**
 * @param {Record<string, any>} answers
 * @param {{entries?: Record<string, string[]>, hidden?: string[]}} [more]
 * @returns {import('../../../theme/assets/js/report/source.js').Source}
 */
export function sourceOf(answers, { entries = {}, hidden = [] } = {}) {
  return {
    definition,
    response: { questionnaire_id: 'workshop', questionnaire_revision: 1, answers, entries },
    isVisible: (path) => !hidden.some((start) => path === start || path.startsWith(`${start}/`)),
    isLeftOut: () => false,
  };
}

/** The words a person reads, so that tests may speak of them. */
export function useEnglish() {
  const yaml = readFileSync(new URL('../../../theme/catalogue/en-GB.yml', import.meta.url), 'utf8');
  useCatalogue(flatEntries(yaml), 'en-GB');
}

/**
 * The catalogue's plain shape is all that these tests read: `top:`, then `  key: text`, or `  key:` and the two texts
 * of a plural.
 * @param {string} yaml
 */
function flatEntries(yaml) {
  const entries = {};
  let top = '';
  let plural = '';
  for (const line of yaml.split('\n')) {
    top = /^(\w+):$/.exec(line)?.[1] ?? top;
    plural = /^ {2}(\w+):$/.exec(line)?.[1] ?? plural;
    const [, indent, key, quoted, plain] = /^( {2}| {4})(\w+): (?:"(.*)"|(.+))$/.exec(line) ?? [];
    if (!key) continue;
    if (indent.length === 2) entries[`${top}.${key}`] = quoted ?? plain;
    else entries[`${top}.${plural}`] = { ...entries[`${top}.${plural}`], [key]: quoted ?? plain };
  }
  return entries;
}
