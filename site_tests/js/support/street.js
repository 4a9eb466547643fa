/**
 * A small map for the report's tests: which tools do the people of a street share, and who swaps what?
 *
 * It has what questionnaires of many entries have: a view of a list, options that come from entries and from text.
 */
import { Definition } from '../../../theme/assets/js/definition.js';
import { item, section } from './questionnaire.js';

const label = (/** @type {string} */ id) => id[0].toUpperCase() + id.slice(1);
const options = (/** @type {string[]} */ ...ids) =>
  ids.map((id) => ({ id, label: label(id), hint: null, points: null }));
const asked = (path, type, title, more = {}) => item(path, type, { title, ...more });

const TOOL = [
  asked('tools/*/name', 'text', 'Name'),
  asked('tools/*/shed', 'choice', 'Shed', { options: options('garden', 'house', 'bicycle') }),
  asked('tools/*/uses', 'choices', 'Uses', { options: options('cut', 'fix', 'measure') }),
  asked('tools/*/corners', 'choices', 'Corners', { options_from_text: 'corners' }),
  asked('tools/*/weight', 'number', 'Weight', { unit: 'kg' }),
  asked('tools/*/owner', 'text', 'Owner', { private: 'owners' }),
];
const SWAP = [
  asked('swaps/*/give', 'choice', 'Give', { options_from: 'tools' }),
  asked('swaps/*/take', 'choice', 'Take', { options_from: 'tools' }),
  asked('swaps/*/how', 'choice', 'How', { options: options('lent', 'given') }),
  asked('swaps/*/when', 'text', 'When'),
];
const SET_ASIDE = [
  asked('set-aside/*/finding', 'text', 'Finding'),
  asked('set-aside/*/reason', 'text', 'Why?', { private: 'owners' }),
];
const LIST = { entry_summary: [], min: null, max: null, suggest: null };

/** @param {Record<string, any>[]} [report] */
export function street(report = []) {
  return new Definition({
    id: 'street',
    title: 'Tools of the street',
    revision: 1,
    language: 'en-GB',
    step: 'section',
    labels: { section: 'Shed', sections: 'Sheds', item: 'Question', items: 'Questions' },
    name_from: [],
    date_from: null,
    private: [{ id: 'owners', label: 'Who owns what' }],
    sections: [
      section('about', [asked('corners', 'long-text', 'Corners')]),
      section('all', [
        asked('tools', 'entries', 'Tools', { ...LIST, items: TOOL, entry_title: 'name', singular: 'Tool' }),
        asked('garden-tools', 'entries-view', 'Garden', { of: 'tools', where: { shed: 'garden' } }),
        asked('owned-by-ada', 'entries-view', 'Ada’s', { of: 'tools', where: { owner: 'Ada' } }),
        asked('swaps', 'entries', 'Swaps', { ...LIST, items: SWAP, entry_title: 'give', singular: 'Swap' }),
      ]),
      section('later', [asked('set-aside', 'entries', 'Set aside', { ...LIST, items: SET_ASIDE })], {
        place: 'results',
      }),
    ],
    bands: [],
    advice: null,
    findings_labels: {},
    report: /** @type {any} */ (report),
    has_scoring: true,
  });
}

const TOOLS = {
  saw: { name: 'Saw', shed: 'garden', uses: ['cut'], weight: 2, owner: 'Ada' },
  glue: { name: 'Glue', shed: 'house', uses: ['fix'], weight: 1, owner: 'Ada' },
  knife: { name: 'Knife', shed: 'garden', uses: ['cut', 'fix'], owner: 'Bo' },
  thing: { shed: 'house', weight: 10 },
};
const SWAPS = {
  one: { give: 'saw', take: 'glue', how: 'lent', when: 'Sundays' },
  two: { give: 'glue', take: 'saw', how: 'given' },
  three: { give: 'knife', how: 'lent' },
};

/**
 * The street as its people filled it in.
 * @param {Record<string, any>} [more]  further answers
 * @param {Record<string, any>[]} [report]
 * @returns {import('../../../theme/assets/js/report/source.js').Source}
 */
export function streetSource(more = {}, report = []) {
  const answers = Object.fromEntries(
    Object.entries({ tools: TOOLS, swaps: SWAPS }).flatMap(([list, entries]) =>
      Object.entries(entries).flatMap(([id, entry]) =>
        Object.entries(entry).map(([child, value]) => [`${list}/${id}/${child}`, value]),
      ),
    ),
  );
  return {
    definition: street(report),
    response: {
      questionnaire_id: 'street',
      questionnaire_revision: 1,
      answers: { ...answers, ...more },
      entries: { tools: Object.keys(TOOLS), swaps: Object.keys(SWAPS) },
    },
    isVisible: () => true,
    isLeftOut: () => false,
  };
}
