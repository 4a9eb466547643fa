/** Which drafts are copies of one, and which were begun apart. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newDraft } from '../../theme/assets/js/draft/draft.js';
import { kinshipOf } from '../../theme/assets/js/draft/kinship.js';

/** @param {Record<string, any>} parts */
function draft(id, parts = {}) {
  return { ...newDraft({ draftId: id, questionnaireId: 'garden', revision: 1, at: '2026-11-21T10:00:00Z' }), ...parts };
}

const startedFrom = (id) => ({ started_from: { draft_id: id, name: '', saved_at: '' } });

test('copies of one draft, duplicates of it and parts of it belong together', () => {
  const mine = draft('d1', { seen: { ana: 3 } });
  assert.equal(kinshipOf(mine, draft('d1', { seen: { ben: 1 } })), 'copy');
  assert.equal(kinshipOf(mine, draft('d2', { seen: { ana: 2, ben: 1 } })), 'copy');
  assert.equal(kinshipOf(mine, draft('d2', { seen_in_parts: [{ paths: ['name'], seen: { ana: 2 } }] })), 'copy');
});

test('last year’s, next year’s and another team’s do not', () => {
  const mine = draft('d2', { seen: { ana: 3 }, ...startedFrom('d1') });
  assert.equal(kinshipOf(mine, draft('d1', { seen: { old: 9 } })), 'earlier');
  assert.equal(kinshipOf(mine, draft('d3', { seen: { new: 1 }, ...startedFrom('d2') })), 'later');
  assert.equal(kinshipOf(mine, draft('d4', { seen: { zoe: 1 } })), 'other');
  assert.equal(kinshipOf(mine, draft('d4', { parts: ['work'], seen_in_parts: [{ paths: ['a'], seen: { zoe: 1 } }] })), 'other');
});
