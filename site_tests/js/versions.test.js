/** Versions of a report: those a questionnaire gives, and answers, gaps or changes only where these say less than the whole. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { versionsOf } from '../../theme/assets/js/report/versions.js';
import { useEnglish } from './support/workshop.js';

before(useEnglish);

const part = (id, kind, kinds) => /** @type {any} */ ({ id, part: kind, title: id, private: null, kinds });
const PARTS = [
  part('type', 'conclusion'),
  part('chapter', 'heading'),
  part('gaps', 'findings', ['gap', 'partial']),
  part('strengths', 'findings', ['covered']),
  part('plan', 'entries'),
  part('changes', 'changes'),
  part('open', 'findings', ['unknown']),
];

test('Answers, gaps or changes only stand beside the versions that the questionnaire gives', () => {
  const versions = versionsOf(PARTS, [/** @type {any} */ ({ id: 'answers', title: 'Page', parts: ['plan'], most: 3 })]);

  assert.deepEqual(versions.map(({ id, parts, isShort, most }) => [id, parts, isShort, most]), [
    ['answers', ['plan'], true, 3],
    ['*answers', ['chapter', 'plan'], false, null],
    ['*gaps', ['chapter', 'gaps', 'open'], false, null],
    ['*changes', ['chapter', 'changes'], false, null],
  ]);
});

test('A version that would be empty, or the whole, is not offered', () => {
  assert.deepEqual(versionsOf([part('plan', 'entries'), part('all', 'answers')], []), []);
});
