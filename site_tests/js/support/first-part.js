/** Answers questions about vectors with the first part of their definitions alone, and then completes it. */
import { concretePath, Definition } from '../../../theme/assets/js/definition.js';
import { draftFromResponse } from '../../../theme/assets/js/draft/from-response.js';
import { Evaluation } from '../../../theme/assets/js/response.js';
import { readJson, write } from '../../../theme/assets/js/standard-streams.js';

const BY = { editor: 'someone', at: '2026-11-21T10:00:00Z' };

function answered({ first, definition: whole, answers, entries, computed }) {
  const definition = new Definition(first);
  const response = { questionnaire_id: whole.id, questionnaire_revision: whole.revision, answers, entries };
  const evaluation = new Evaluation(definition, draftFromResponse(response, BY));
  const visible = allPaths(definition, entries).filter((path) => evaluation.isVisible(path));
  const values = Object.fromEntries(Object.keys(computed).map((path) => [path, evaluation.value(path)]));
  definition.complete(whole);
  return { visible: visible.sort(), computed: values, completed: definition.data };
}

function allPaths(definition, entries) {
  return definition.topItems.flatMap((item) => {
    const children = item.items ?? [];
    const ids = item.type === 'entries' ? (entries[item.id] ?? []) : [null];
    return [item.path, ...ids.flatMap((id) => children.map((child) => concretePath(child.path, id)))];
  });
}

write((await readJson()).map(answered));
