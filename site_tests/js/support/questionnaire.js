/** A questionnaire from a few words: only what a test is about is written out. */
import { Definition } from '../../../theme/assets/js/definition.js';

const TYPE_KEYS = {
  choice: { options: [], best: null },
  choices: { options: [], best: null },
  number: { unit: null, min: null, max: null, decimals: 0 },
  date: { min: null, max: null },
  text: { max_length: null },
  group: { items: [] },
  entries: { items: [], entry_title: null, entry_summary: [], singular: null, min: null, max: null, suggest: null },
};

/**
 * @param {string} path
 * @param {import('../../../theme/assets/js/definition.js').ItemType} type
 * @param {Record<string, any>} [more]
 * @returns {import('../../../theme/assets/js/definition.js').Item}
 */
export function item(path, type, more = {}) {
  return {
    id: /** @type {string} */ (path.split('/').at(-1)),
    path,
    type,
    title: path,
    code: null,
    hint: null,
    optional: false,
    private: null,
    show_when: null,
    warn: [],
    fold: null,
    glance: false,
    overview: false,
    ...TYPE_KEYS[type],
    ...more,
  };
}

/** @param {...string} ids  options; the position of each is its points */
export function options(...ids) {
  return ids.map((id, points) => ({ id, label: `The ${id}`, hint: null, points }));
}

/**
 * @param {string} id
 * @param {import('../../../theme/assets/js/definition.js').Item[]} items
 * @param {Record<string, any>} [more]
 * @returns {import('../../../theme/assets/js/definition.js').Section}
 */
export function section(id, items, more = {}) {
  return { id, code: null, title: id, step: 'item', place: 'hub', show_when: null, items, bands: [], ...more };
}

/**
 * @param {import('../../../theme/assets/js/definition.js').Section[]} sections
 * @param {Record<string, any>} [more]
 */
export function questionnaire(sections, more = {}) {
  return new Definition({
    id: 'garden',
    title: 'Garden',
    revision: 2,
    language: 'en-GB',
    step: 'item',
    labels: { section: 'Bed', sections: 'Beds', item: 'Plant', items: 'Plants' },
    name_from: [],
    date_from: null,
    private: [],
    sections,
    bands: [],
    advice: null,
    findings_labels: {},
    report: [],
    has_scoring: false,
    ...more,
  });
}

/** A garden: a name, a tree with parts of its own, and a list of jobs. */
export const garden = questionnaire(
  [
    section('about', [item('name', 'text'), item('size', 'number', { min: 0, max: 100, decimals: 1 })], {
      step: 'section',
    }),
    section('trees', [
      item('apple', 'group', {
        items: [
          item('apple/state', 'choice', { options: options('poor', 'fair', 'good') }),
          item('apple/needs', 'choices', { options: options('water', 'light'), optional: true }),
          item('apple/why', 'text', { show_when: { item: 'apple/state', is: ['poor'] } }),
        ],
      }),
      item('planted', 'date', { min: '2000-01-01' }),
    ]),
    section('work', [
      item('jobs', 'entries', {
        singular: 'job',
        entry_title: 'what',
        optional: true,
        items: [item('jobs/*/what', 'text'), item('jobs/*/cost', 'number', { optional: true })],
      }),
    ]),
  ],
  { name_from: ['name'] },
);
