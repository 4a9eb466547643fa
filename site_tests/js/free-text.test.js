import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apply, entryChange } from '../../theme/assets/js/draft/change.js';
import { draftFromResponse } from '../../theme/assets/js/draft/from-response.js';
import { partOf } from '../../theme/assets/js/draft/part.js';
import { freeTexts } from '../../theme/assets/js/free-text.js';
import { Evaluation } from '../../theme/assets/js/response.js';
import { garden } from './support/questionnaire.js';

const BY = { editor: 'ann', at: '2026-11-21T10:00:00.000Z' };

function evaluationOf(answers, removed = []) {
  const entries = { jobs: ['j2', 'j1'] };
  const draft = draftFromResponse({ questionnaire_id: 'garden', questionnaire_revision: 2, answers, entries }, BY);
  for (const id of removed) apply(draft, entryChange(draft, 'jobs', id, { removed: true }, BY));
  return new Evaluation(garden, draft);
}

function told(evaluation, sent = evaluation.draft) {
  return freeTexts(evaluation, sent).map(({ path, text, isShown }) => [path, text, isShown]);
}

test('what a person wrote is listed in the order of the questions, and nothing else', () => {
  const evaluation = evaluationOf({
    'jobs/j1/what': 'Dig',
    'jobs/j1/cost': 7,
    'jobs/j2/what': 'Sow',
    'apple/state': 'poor',
    'apple/needs': ['water'],
    'apple/why': 'too dry',
    planted: '2019-03-27',
    size: 2.5,
    name: 'Mine',
  });

  assert.deepEqual(told(evaluation), [
    ['name', 'Mine', true],
    ['apple/why', 'too dry', true],
    ['jobs/j2/what', 'Sow', true],
    ['jobs/j1/what', 'Dig', true],
  ]);
});

test('what is not shown is in the file all the same, and is listed', () => {
  const evaluation = evaluationOf(
    { 'apple/why': 'too dry', 'jobs/j1/what': 'Ask Sarah', 'gone/question': 'kept', size: 'big', 'apple/state': 'splendid' },
    ['j1'],
  );

  assert.deepEqual(told(evaluation), [
    ['size', 'big', true],
    ['apple/state', 'splendid', true],
    ['apple/why', 'too dry', false],
    ['jobs/j1/what', 'Ask Sarah', false],
    ['gone/question', 'kept', false],
  ]);
});

test('of a part, only what is in it', () => {
  const evaluation = evaluationOf({ name: 'Mine', 'apple/state': 'poor', 'apple/why': 'too dry', 'jobs/j1/what': 'Dig' });

  assert.deepEqual(told(evaluation, partOf(evaluation, ['trees'])), [['apple/why', 'too dry', true]]);
});
