/** A new draft from an earlier one: what is carried over, and what is not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersChange, apply, entryChange } from '../../theme/assets/js/draft/change.js';
import { entryIds, newDraft, valueAt } from '../../theme/assets/js/draft/draft.js';
import { readDraftText, toFileText } from '../../theme/assets/js/draft/file.js';
import { startFrom } from '../../theme/assets/js/draft/start-from.js';
import { item, options, questionnaire, section } from './support/questionnaire.js';

const CARRIED = { keep: [], leave_out: [], entries: [] };
const plant = (/** @type {string} */ id) =>
  item(id, 'group', {
    items: [
      item(`${id}/state`, 'choice', { options: options('poor', 'good') }),
      item(`${id}/notes`, 'text', { optional: true }),
    ],
  });

const definition = questionnaire(
  [
    section('about', [
      item('name', 'text'),
      item('visited', 'date'),
      item('who', 'text'),
      item('tools', 'entries', { items: [item('tools/*/what', 'text')] }),
    ]),
    section('plants', [plant('apple'), plant('pear')]),
    section('work', [
      item('jobs', 'entries', {
        entry_title: 'what',
        items: [
          item('jobs/*/what', 'text'),
          item('jobs/*/status', 'choice', { options: options('begun', 'done') }),
          item('jobs/*/tool', 'choice', { options_from: 'tools', options: undefined }),
        ],
      }),
    ]),
  ],
  {
    name_from: ['name'],
    date_from: 'visited',
    start_from: {
      ...CARRIED,
      text: 'Some.',
      reminder: null,
      keep: ['about'],
      leave_out: ['who'],
      entries: [{ entries: 'jobs', where: { not: { item: 'jobs/*/status', is: ['done'] } } }],
      offer: [
        { ...CARRIED, id: 'states', label: 'States', hint: null, keep: ['plants'], leave_out: ['notes'] },
        { ...CARRIED, id: 'notes', label: 'Notes', hint: null, keep: ['notes', 'who'] },
      ],
    },
  },
);

const BY = { editor: 'ann', at: '2025-11-01T10:00:00.000Z' };
const NOW = { editor: 'ben', at: '2026-11-21T10:00:00.000Z' };

function lastYear() {
  const draft = newDraft({ draftId: 'last-year', questionnaireId: 'garden', revision: 2, at: BY.at });
  draft.name = 'Last year’s';
  for (const id of ['t2', 't1', 't3']) apply(draft, entryChange(draft, 'tools', id, {}, BY));
  apply(draft, entryChange(draft, 'tools', 't3', { removed: true }, BY));
  for (const id of ['open', 'done', 'blank']) apply(draft, entryChange(draft, 'jobs', id, {}, BY));
  const answers = {
    name: 'Allotment',
    visited: '2025-11-01',
    who: 'Ann and Ben',
    gone: 'not asked any more',
    'tools/t1/what': 'Spade',
    'tools/t2/what': 'Rake',
    'tools/t3/what': 'Thrown away',
    'apple/state': 'good',
    'apple/notes': 'much fruit',
    'pear/notes': ' ',
    'jobs/open/what': 'Dig',
    'jobs/open/tool': 't1',
    'jobs/done/what': 'Sow',
    'jobs/done/status': 'done',
    'jobs/blank/what': 'Rest',
  };
  apply(draft, answersChange(draft, answers, BY));
  return draft;
}

/** @param {import('../../theme/assets/js/draft/draft.js').Draft} draft */
function answersOf(draft) {
  return Object.fromEntries(Object.keys(draft.answers).map((path) => [path, valueAt(draft, path)]));
}

const UNASKED = {
  name: 'Allotment',
  'tools/t1/what': 'Spade',
  'tools/t2/what': 'Rake',
  'jobs/open/what': 'Dig',
  'jobs/open/tool': 't1',
  'jobs/blank/what': 'Rest',
};

test('unasked, what the author names is carried, and neither the date, what is finished nor what was removed', () => {
  const draft = startFrom(definition, lastYear(), [], NOW);

  assert.deepEqual(answersOf(draft), UNASKED);
  assert.deepEqual([entryIds(draft, 'tools'), entryIds(draft, 'jobs')], [['t2', 't1'], ['open', 'blank']]);
});

test('asked for, what is offered comes too, less what its author leaves out', () => {
  const states = startFrom(definition, lastYear(), ['states'], NOW);
  const both = startFrom(definition, lastYear(), ['states', 'notes'], NOW);

  assert.deepEqual(answersOf(states), { ...UNASKED, 'apple/state': 'good' });
  const notes = { 'apple/notes': 'much fruit', who: 'Ann and Ben' };
  assert.deepEqual(answersOf(both), { ...UNASKED, 'apple/state': 'good', ...notes });
});

test('it is a draft of its own, says where it came from, and is named by its answers', () => {
  const earlier = lastYear();
  const before = toFileText(earlier);
  const draft = startFrom(definition, earlier, [], NOW);

  assert.equal(toFileText(earlier), before);
  assert.notEqual(draft.draft_id, earlier.draft_id);
  assert.deepEqual(draft.started_from, { draft_id: 'last-year', name: 'Last year’s', saved_at: BY.at });
  assert.deepEqual([draft.name, draft.name_chosen, draft.created_at], ['Allotment', false, NOW.at]);
  assert.deepEqual({ ...draft.seen }, { ben: 1 }, 'nothing in it counts as the earlier editors’');
  const file = readDraftText(toFileText(draft), definition);
  assert.ok(file.ok);
  assert.deepEqual(file.draft, draft);
  assert.equal(file.summary.unreadable, 0);
});

test('of a questionnaire that carries nothing over, nothing is', () => {
  const plain = questionnaire(definition.sections, { name_from: ['name'] });

  assert.deepEqual(answersOf(startFrom(plain, lastYear(), ['states'], NOW)), {});
});
