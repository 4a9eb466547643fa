import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerChange, apply, entryChange } from '../../theme/assets/js/draft/change.js';
import { readDraftText, toFileText } from '../../theme/assets/js/draft/file.js';
import { draftFromResponse } from '../../theme/assets/js/draft/from-response.js';
import { entryPath, knows } from '../../theme/assets/js/draft/knowledge.js';
import { partOf, sectionsToSend } from '../../theme/assets/js/draft/part.js';
import { Evaluation } from '../../theme/assets/js/response.js';
import { ANSWERS, ENTRIES, market } from './support/market.js';
import { garden, item, options, questionnaire, section } from './support/questionnaire.js';

const ANN = { editor: 'ann', at: '2026-11-21T10:00:00.000Z' };
const BO = { editor: 'bo', at: '2026-11-21T11:00:00.000Z' };

function draftOf(definition, answers, entries = {}) {
  return draftFromResponse({ questionnaire_id: definition.id, questionnaire_revision: 2, answers, entries }, ANN);
}

function partOfMarket(sections, more = {}, entries = {}) {
  const draft = draftOf(market, { town: 'Northtown', gates: 'east\nwest', ...ANSWERS, ...more }, { ...ENTRIES, ...entries });
  return partOf(new Evaluation(market, draft), sections);
}

test('a part holds the answers of its sections and of no others', () => {
  const part = partOfMarket(['details']);

  assert.deepEqual(part.parts, ['details']);
  assert.deepEqual(Object.keys(part.answers).sort(), ['gates', 'town']);
  assert.deepEqual(Object.keys(part.entries), []);
});

test('of a view, the entries that it shows go, whole', () => {
  const part = partOfMarket(['south'], { 'stalls/a/owner': 'Ada', 'south/status': 'started' });

  assert.deepEqual(Object.keys(part.entries.stalls), ['a']);
  assert.deepEqual(Object.keys(part.answers).sort(), [
    'south/status',
    'stalls/a/name',
    'stalls/a/owner',
    'stalls/a/row',
    'stalls/a/sells',
  ]);
  assert.deepEqual(new Evaluation(market, part).entries('south-stalls'), ['a']);
});

test('entries that are offered as answers go by name, and so does a text whose lines are', () => {
  const part = partOfMarket(['walks'], { 'walks/w/from': 'a', 'walks/w/gate': 'east' }, { walks: ['w'] });
  const evaluation = new Evaluation(market, part);

  assert.deepEqual(evaluation.item('walks/w/from')?.options?.map(({ label }) => label), ['Bakery', 'Apples', '']);
  assert.equal(evaluation.value('walks/w/gate'), 'east');
  const others = Object.keys(part.answers).filter((path) => !path.startsWith('walks/'));
  assert.deepEqual(others.sort(), ['gates', 'stalls/a/name', 'stalls/b/name']);
});

const conditional = questionnaire([
  section('first', [item('kind', 'choice', { options: options('plain', 'grand') }), item('secret', 'text')]),
  section('second', [item('size', 'number', { show_when: { item: 'kind', is: ['grand'] } })]),
  section('third', [item('name', 'text')], { show_when: { all: [{ item: 'size', answered: true }] } }),
]);

test('what decides whether a question is shown goes with it, however far back', () => {
  const draft = draftOf(conditional, { kind: 'grand', secret: 'mine', size: 7, name: 'Hall' });
  const part = partOf(new Evaluation(conditional, draft), ['third']);

  assert.deepEqual(Object.keys(part.answers).sort(), ['kind', 'name', 'size']);
  assert.ok(new Evaluation(conditional, part).isVisible('name'));
});

test('only sections that are shown can be chosen', () => {
  const shown = (answers) => sectionsToSend(new Evaluation(conditional, draftOf(conditional, answers))).map(({ id }) => id);

  assert.deepEqual(shown({}), ['first']);
  assert.deepEqual(shown({ kind: 'grand', size: 1 }), ['first', 'second', 'third']);
});

test('only the names of those whose answers are in it go', () => {
  const draft = draftOf(garden, { name: 'Mine' });
  apply(draft, answerChange(draft, 'planted', '2019-03-27', BO));
  draft.editors.ann = 'Ann';
  draft.editors.bo = 'Bo, head gardener';
  const part = partOf(new Evaluation(garden, draft), ['trees']);

  assert.deepEqual({ ...part.editors }, { bo: 'Bo, head gardener' });
});

test('a part has seen its own paths as they were, and claims nothing of the rest', () => {
  const part = partOfMarket(['south', 'walks']);
  const sees = knows(part);

  for (const path of ['south/status', 'stalls/a/owner', 'walks/new/from', entryPath('stalls', 'b'), 'stalls/b/name']) {
    assert.ok(sees(path, ['ann', 3]), path);
  }
  for (const path of ['town', 'north/status', 'stalls/b/owner', 'stalls/z/name']) {
    assert.ok(!sees(path, ['ann', 1]), path);
  }
});

test('a colleague’s own edits of a part are wholly known, so that they can be sent back again and again', () => {
  const part = partOfMarket(['south']);
  apply(part, answerChange(part, 'south/status', 'walked', BO));
  const back = partOf(new Evaluation(market, part), ['south']);

  assert.deepEqual({ ...back.seen }, { bo: 1 });
  assert.ok(knows(back)('stalls/a/name', ['ann', 3]));
  assert.ok(!knows(back)('town', ['ann', 1]));
});

// Any filling-in of the market.
const texts = fc.constantFrom(null, 'one', 'two', 'north', 'south', 'started');
const fillings = fc.array(
  fc.tuple(
    fc.constantFrom('town', 'gates', 'north/status', 'stalls/a/name', 'stalls/a/row', 'stalls/b/row', 'walks/w/from', 'walks/w/to'),
    texts,
    fc.constantFrom(ANN, BO),
  ),
  { maxLength: 20 },
);
const removals = fc.array(fc.constantFrom(['stalls', 'a'], ['stalls', 'b'], ['walks', 'w']), { maxLength: 3 });
const choices = fc.subarray(market.sections.map(({ id }) => id), { minLength: 1 });

function filled(filling, removed) {
  const draft = draftOf(market, ANSWERS, { ...ENTRIES, walks: ['w'] });
  for (const [path, value, by] of filling) apply(draft, answerChange(draft, path, value, by));
  for (const [list, id] of removed) apply(draft, entryChange(draft, list, id, { removed: true }, BO));
  return draft;
}

test('a part is of its draft: each answer as it is, and its file reads as it was written', () => {
  fc.assert(
    fc.property(fillings, removals, choices, (filling, removed, sections) => {
      const draft = filled(filling, removed);
      const part = partOf(new Evaluation(market, draft), sections);
      for (const [path, answer] of Object.entries(part.answers)) assert.equal(answer, draft.answers[path]);
      for (const [id, entries] of Object.entries(part.entries)) {
        for (const [entryId, entry] of Object.entries(entries)) assert.equal(entry, draft.entries[id][entryId]);
      }
      const read = readDraftText(toFileText(part), market);
      assert.ok(read.ok);
      assert.deepEqual(read.draft, JSON.parse(JSON.stringify(part), bare));
    }),
  );
});

test('a part shows of its sections what the whole draft shows', () => {
  fc.assert(
    fc.property(fillings, removals, choices, (filling, removed, sections) => {
      const whole = new Evaluation(market, filled(filling, removed));
      const part = new Evaluation(market, partOf(whole, sections));
      const items = market.sections.filter(({ id }) => sections.includes(id)).flatMap((section) => section.items);
      const read = (evaluation) => [...evaluation.leaves(items)].map(({ path }) => [path, evaluation.value(path)]);
      assert.deepEqual(read(part), read(whole));
    }),
  );
});

test('the parts of all sections hold every answer together, and one part of all of them is the whole', () => {
  fc.assert(
    fc.property(fillings, removals, (filling, removed) => {
      const draft = filled(filling, removed);
      const evaluation = new Evaluation(market, draft);
      const ids = market.sections.map(({ id }) => id);
      const held = ids.flatMap((id) => Object.keys(partOf(evaluation, [id]).answers));
      assert.deepEqual(new Set(held), new Set(Object.keys(draft.answers)));
      const all = partOf(evaluation, ids);
      assert.deepEqual({ ...all, parts: null }, draft);
    }),
  );
});

/** Records of a draft have no prototype. */
function bare(key, value) {
  return ['editors', 'seen', 'answers', 'entries', 'stalls', 'walks'].includes(key)
    ? Object.assign(Object.create(null), value)
    : value;
}
