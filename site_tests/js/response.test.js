import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftFromResponse } from '../../theme/assets/js/draft/from-response.js';
import { Evaluation, toResponse } from '../../theme/assets/js/response.js';
import { firstUnanswered, progressOf } from '../../theme/assets/js/progress.js';
import { garden, item, questionnaire, section } from './support/questionnaire.js';

const BY = { editor: 'someone', at: '2026-11-21T10:00:00Z' };

function draftOf(answers, entries = {}) {
  return draftFromResponse({ questionnaire_id: 'garden', questionnaire_revision: 2, answers, entries }, BY);
}

test('a hidden answer stays in the draft and is no part of the response', () => {
  const draft = draftOf({ 'apple/state': 'good', 'apple/why': 'too dry' });

  assert.deepEqual(toResponse(garden, draft).answers, { 'apple/state': 'good' });
  assert.equal(draft.answers['apple/why'].value, 'too dry');
});

test('blanks, impossible values and unknown questions are no part of the response', () => {
  const draft = draftOf({
    name: '   ',
    size: 'about ten',
    planted: '31/2/2026',
    'apple/state': 'gone',
    'apple/needs': ['water', 'love'],
    'pear/state': 'good',
  });

  assert.deepEqual(toResponse(garden, draft), {
    questionnaire_id: 'garden',
    questionnaire_revision: 2,
    answers: {},
    entries: {},
    broken: [],
  });
});

test('entries are in the response in their order, removed ones are not', () => {
  const draft = draftOf({ 'jobs/b/what': 'Dig', 'jobs/a/what': 'Sow' }, { jobs: ['b', 'a', 'gone'] });
  draft.entries.jobs.gone.removed = true;

  const response = toResponse(garden, draft);

  assert.deepEqual(response.entries, { jobs: ['b', 'a'] });
  assert.deepEqual(Object.keys(response.answers), ['jobs/b/what', 'jobs/a/what']);
});

test('computed values are part of the response', () => {
  const definition = questionnaire([
    section('one', [
      item('beds', 'number'),
      item('hours', 'computed', { value: { sum: [{ item: 'beds', times: 2 }] }, unit: null, options: [] }),
    ]),
  ]);

  assert.deepEqual(toResponse(definition, draftOf({ beds: 3 })).answers, { beds: 3, hours: 6 });
  assert.deepEqual(toResponse(definition, draftOf({})).answers, {});
});

test('a step is to do, started, done, or to be looked at', () => {
  const status = (answers, id) => {
    const step = garden.step(id);
    assert.ok(step);
    return progressOf(new Evaluation(garden, draftOf(answers)), step).status;
  };

  assert.equal(status({}, 'about'), 'todo');
  assert.equal(status({ name: 'Mine' }, 'about'), 'started');
  assert.equal(status({ name: 'Mine', size: 4 }, 'about'), 'done');
  assert.equal(status({ name: 'Mine', size: 400 }, 'about'), 'review');
  assert.equal(status({ 'apple/state': 'good' }, 'apple'), 'done', 'what is optional need not be answered');
  assert.equal(status({ 'apple/state': 'poor' }, 'apple'), 'started', 'a question that appears is asked');
});

test('what is unanswered is found in order, entries included', () => {
  const next = (answers, entries) => firstUnanswered(new Evaluation(garden, draftOf(answers, entries)));

  assert.equal(next({}), 'name');
  assert.equal(next({ name: 'Mine', size: 4, 'apple/state': 'poor' }), 'apple/why');
  const rest = { name: 'Mine', size: 4, 'apple/state': 'good', planted: '2020-02-29' };
  assert.equal(next(rest, { jobs: ['a'] }), 'jobs/a/what');
  assert.equal(next({ ...rest, 'jobs/a/what': 'Dig' }, { jobs: ['a'] }), null);
});
