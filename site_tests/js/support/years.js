/** A garden's questionnaire over three revisions, with what the build writes of the earlier ones. */
import { item, options, questionnaire, section } from './questionnaire.js';

/**
 * @param {string} path
 * @param {number[]} revisions
 * @param {Record<string, string>} [values]
 */
const from = (path, revisions, values = {}) => ({ path, revisions, values });

/**
 * @param {string} title
 * @param {Record<string, any>} [more]
 */
const was = (title, more = {}) => ({ title, section: 'About', options: {}, option_whys: {}, ...more });

const FENCE = { yes: 'closed', no: 'open' };

export const second = questionnaire(
  [
    section('about', [
      item('name', 'text'),
      item('size', 'number', { decimals: 1 }),
      item('fence', 'choice', { options: options('closed', 'open') }),
      item('paint', 'choice', { options: options('red', 'blue') }),
      item('colour', 'choice', { options: options('red', 'blue') }),
      item('tree', 'group', {
        items: [
          item('tree/state', 'choice', { options: options('poor', 'fair', 'superb') }),
          item('tree/needs', 'choices', { options: options('water', 'light', 'moss') }),
        ],
      }),
      item('jobs', 'entries', { items: [item('jobs/*/what', 'text'), item('jobs/*/cost', 'number')] }),
    ]),
  ],
  { revision: 2 },
);

/** @type {import('../../../theme/assets/js/draft/revisions.js').RevisionMaps} */
export const toSecond = {
  revisions: [1],
  sections: { start: 'about' },
  items: {
    name: { from: [from('title', [1])], options: {} },
    size: { from: [from('size', [1])], options: {} },
    fence: { from: [from('fence', [1], FENCE)], options: {} },
    jobs: { from: [from('tasks', [1])], options: {} },
    'jobs/*/what': { from: [from('tasks/*/what', [1]), from('keeper', [1])], options: {} },
    'jobs/*/cost': { from: [from('tasks/*/cost', [1])], options: {} },
  },
  was: {
    title: was('What is it called?'),
    fence: was('Is there a fence?', { options: { yes: 'Yes', no: 'No', 'dont-know': "Don't know" } }),
    weather: was('How was the weather?', { why: 'It is another every day.' }),
    tasks: was('Tasks'),
    'tasks/*/what': was('Task'),
    'tasks/*/cost': was('Cost'),
    keeper: was('Who keeps it?'),
  },
};

export const third = questionnaire(
  [
    section('about', [
      item('name', 'text'),
      item('size', 'number', { decimals: 1 }),
      item('colour', 'choice', { options: options('red', 'blue') }),
      item('apple', 'group', {
        items: [
          item('apple/state', 'choice', { options: options('poor', 'middling') }),
          item('apple/needs', 'choices', { options: options('water', 'light') }),
          item('apple/fence', 'choice', { options: options('closed', 'open') }),
        ],
      }),
      item('jobs', 'entries', { items: [item('jobs/*/task', 'text'), item('jobs/*/cost', 'number')] }),
    ]),
  ],
  { revision: 3 },
);

/** @type {import('../../../theme/assets/js/draft/revisions.js').RevisionMaps} */
export const toThird = {
  revisions: [1, 2],
  sections: { start: 'about' },
  items: {
    name: { from: [from('title', [1])], options: {} },
    size: { from: [from('size', [1, 2])], options: {} },
    colour: { from: [from('colour', [1, 2]), from('paint', [1, 2])], options: {} },
    'apple/state': { from: [from('tree/state', [1, 2])], options: { fair: 'middling' } },
    'apple/needs': { from: [from('tree/needs', [1, 2])], options: {} },
    'apple/fence': { from: [from('fence', [1, 2], FENCE)], options: {} },
    jobs: { from: [from('jobs', [2]), from('tasks', [1])], options: {} },
    'jobs/*/task': {
      from: [from('jobs/*/what', [2]), from('tasks/*/what', [1]), from('keeper', [1])],
      options: {},
    },
    'jobs/*/cost': { from: [from('jobs/*/cost', [2]), from('tasks/*/cost', [1])], options: {} },
  },
  was: {
    ...toSecond.was,
    fence: was('Is there a fence?', { options: { yes: 'Yes', no: 'No', closed: 'The closed', open: 'The open' } }),
    paint: was('What colour is the paint?', { options: { red: 'The red', blue: 'The blue' } }),
    'tree/state': was('How is it?', {
      within: 'The tree',
      options: { poor: 'Poor', fair: 'Fair', superb: 'Superb' },
      option_whys: { superb: 'Nobody chose it.' },
    }),
    'tree/needs': was('What does it need?', { within: 'The tree', options: { water: 'W', light: 'L', moss: 'Moss' } }),
    'jobs/*/what': was('What'),
  },
};
