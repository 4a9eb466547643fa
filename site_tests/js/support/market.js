/** A street market: one list of stalls, which each row of the market shows its part of, and the walks between them. */
import { item, options, questionnaire, section } from './questionnaire.js';

function row(id) {
  return section(
    id,
    [
      item(`${id}-stalls`, 'entries-view', { of: 'stalls', where: { row: id } }),
      item(id, 'group', {
        items: [
          item(`${id}/status`, 'choice', {
            sets_status: true,
            options: options('started', 'walked').map((option) => ({ ...option, settles: option.id === 'walked' })),
          }),
        ],
      }),
    ],
    { step: 'section' },
  );
}

const stalls = item('stalls', 'entries', {
  title: 'Stalls',
  singular: 'stall',
  optional: true,
  entry_title: 'name',
  entry_summary: ['row', 'sells'],
  items: [
    item('stalls/*/name', 'text', { title: 'Name' }),
    item('stalls/*/row', 'choice', { title: 'Row', options: options('north', 'south') }),
    item('stalls/*/sells', 'choices', { title: 'Sells', options: options('bread', 'fruit') }),
    item('stalls/*/owner', 'text', { title: 'Owner', later: true }),
    item('stalls/*/since', 'number', { title: 'Since', later: true, min: 1900, max: 2100 }),
    item('stalls/*/notes', 'text', { title: 'Notes', optional: true }),
  ],
});

export const market = questionnaire(
  [
    section('details', [item('town', 'text'), item('gates', 'long-text', { optional: true })], { step: 'section' }),
    row('north'),
    row('south'),
    section('all-stalls', [stalls], { step: 'section' }),
    section(
      'walks',
      [
        item('walks', 'entries', {
          title: 'Walks',
          singular: 'walk',
          optional: true,
          entry_title: 'from',
          entry_summary: ['to'],
          items: [
            item('walks/*/from', 'choice', { title: 'From', options_from: 'stalls' }),
            item('walks/*/to', 'choices', { title: 'To', options_from: 'stalls', optional: true }),
            item('walks/*/gate', 'choice', { title: 'Gate', options_from_text: 'gates', optional: true }),
          ],
        }),
      ],
      { step: 'section' },
    ),
  ],
  { id: 'market', step: 'section', name_from: ['town'] },
);

/** Three stalls in the order b, a, c: b and c in the north, a in the south. */
export const ANSWERS = {
  'stalls/b/name': 'Bakery',
  'stalls/b/row': 'north',
  'stalls/b/sells': ['bread'],
  'stalls/a/name': 'Apples',
  'stalls/a/row': 'south',
  'stalls/a/sells': ['fruit'],
  'stalls/c/row': 'north',
};
export const ENTRIES = { stalls: ['b', 'a', 'c'] };
