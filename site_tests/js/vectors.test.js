/** What is shown, computed, offered and listed: the cases that the Python core runs too. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { concretePath, Definition } from '../../theme/assets/js/definition.js';
import { draftFromResponse } from '../../theme/assets/js/draft/from-response.js';
import { Evaluation } from '../../theme/assets/js/response.js';

const BY = { editor: 'someone', at: '2026-11-21T10:00:00Z' };

for (const file of ['visibility', 'computed', 'options']) {
  const vectors = JSON.parse(readFileSync(new URL(`../fixtures/vectors/${file}.json`, import.meta.url), 'utf8'));
  for (const vector of vectors) {
    test(`${file}: ${vector.name}`, () => {
      const { definition: data, answers, entries, visible, computed } = vector;
      const definition = new Definition(data);
      const response = { questionnaire_id: data.id, questionnaire_revision: data.revision, answers, entries };
      const evaluation = new Evaluation(definition, draftFromResponse(response, BY));
      const paths = allPaths(definition, entries);

      assert.deepEqual(paths.filter((path) => evaluation.isVisible(path)).sort(), [...visible].sort());
      for (const [path, value] of Object.entries(computed)) assert.equal(evaluation.value(path), value, path);
      checkOptions(evaluation, vector);
    });
  }
}

function checkOptions(evaluation, { options = {}, labels = {}, listed = {}, broken = [] }) {
  for (const [path, ids] of Object.entries(options)) {
    assert.deepEqual(evaluation.item(path).options.map(({ id }) => id), ids, path);
  }
  for (const [path, expected] of Object.entries(labels)) {
    const chosen = [evaluation.value(path)].flat();
    const options = evaluation.item(path).options;
    assert.deepEqual(
      chosen.flatMap((one) => options.filter(({ id }) => id === one).map(({ label }) => label)),
      expected,
      path,
    );
  }
  for (const [path, ids] of Object.entries(listed)) assert.deepEqual(evaluation.entries(path), ids, path);
  assert.deepEqual(evaluation.response().broken, broken);
}

/** Every path there could be, an entry's children once for each entry. */
function allPaths(definition, entries) {
  return definition.topItems.flatMap((item) => {
    const entryIds = item.type === 'entries' ? (entries[item.id] ?? []) : [null];
    return [
      item.path,
      ...entryIds.flatMap((id) => (item.items ?? []).map((child) => concretePath(child.path, id))),
    ];
  });
}
