/** Entries in many places: where they are shown, how complete they are, and what their lines say. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerWords, offeredOptions } from '../../theme/assets/js/components/questions/answer-words.js';
import { EntryWords } from '../../theme/assets/js/components/entries/entry-words.js';
import { apply, entryChange } from '../../theme/assets/js/draft/change.js';
import { draftFromResponse } from '../../theme/assets/js/draft/from-response.js';
import { entryGroups, givenAnswers } from '../../theme/assets/js/entry-groups.js';
import { placeOf } from '../../theme/assets/js/places.js';
import { entryTally, firstUnanswered, progressOf, standingOf } from '../../theme/assets/js/progress.js';
import { Evaluation } from '../../theme/assets/js/response.js';
import { ANSWERS, ENTRIES, market } from './support/market.js';
import { item } from './support/questionnaire.js';
import { useEnglish } from './support/workshop.js';

useEnglish();
const BY = { editor: 'someone', at: '2026-11-21T10:00:00Z' };

function evaluate(answers = {}, entries = {}) {
  const response = {
    questionnaire_id: 'market',
    questionnaire_revision: 2,
    answers: { ...ANSWERS, ...answers },
    entries: { ...ENTRIES, ...entries },
    broken: [],
  };
  return new Evaluation(market, draftFromResponse(response, BY));
}

function without(evaluation, entryId) {
  apply(evaluation.draft, entryChange(evaluation.draft, 'stalls', entryId, { removed: true }, BY));
  return new Evaluation(market, evaluation.draft);
}

const idsOf = (groups) => groups.map(({ id, ids }) => [id, ids]);
const step = (id) => /** @type {import('../../theme/assets/js/definition.js').Step} */ (market.step(id));

test('a list is grouped as the sections that show their part of it, and the rest comes last', () => {
  const evaluation = evaluate({ 'stalls/d/name': 'Nowhere yet' }, { stalls: ['d', 'b', 'a', 'c'] });

  assert.deepEqual(idsOf(entryGroups(evaluation, 'stalls')), [
    ['north-stalls', ['b', 'c']],
    ['south-stalls', ['a']],
    ['', ['d']],
  ]);
  assert.deepEqual(idsOf(entryGroups(evaluation, 'north-stalls')), [['', ['b', 'c']]]);
});

test('an entry may be kept where it was, though its answers have changed or it has been removed', () => {
  const evaluation = without(evaluate({ 'stalls/b/row': 'south' }), 'c');
  const kept = new Map([
    ['b', 'north-stalls'],
    ['c', 'north-stalls'],
  ]);

  assert.deepEqual(idsOf(entryGroups(evaluation, 'stalls', kept)).slice(0, 2), [
    ['north-stalls', ['b', 'c']],
    ['south-stalls', ['a']],
  ]);
});

test('a new entry of a view answers from the start what all of its entries do', () => {
  const list = /** @type {any} */ (market.item('stalls'));
  assert.deepEqual(givenAnswers(/** @type {any} */ (market.item('north-stalls')), list), { row: 'north' });
  assert.deepEqual(givenAnswers(list, list), {});
  const ticking = item('bakers', 'entries-view', { of: 'stalls', where: { sells: 'bread' } });
  assert.deepEqual(givenAnswers(ticking, list), { sells: ['bread'] });
});

test('an entry is answered in the section that shows it, but for what that section does not ask', () => {
  const evaluation = evaluate({ 'stalls/d/name': 'Nowhere yet' }, { stalls: ['b', 'd'] });

  assert.deepEqual(placeOf(evaluation, 'stalls/b/sells'), { step: 'north', holder: 'north-stalls', entryId: 'b' });
  assert.deepEqual(placeOf(evaluation, 'stalls/b/row'), { step: 'all-stalls', holder: 'stalls', entryId: 'b' });
  assert.deepEqual(placeOf(evaluation, 'stalls/d/sells'), { step: 'all-stalls', holder: 'stalls', entryId: 'd' });
  assert.deepEqual(placeOf(evaluation, 'north/status'), { step: 'north', holder: 'north', entryId: null });
});

test('what is wanted before sharing is told apart from what is needed to begin with', () => {
  const evaluation = evaluate({ 'stalls/a/owner': 'Ann', 'stalls/b/since': 1066 });

  assert.deepEqual(entryTally(evaluation, 'stalls', 'a'), {
    answered: 4,
    unanswered: [],
    later: ['stalls/a/since'],
    unusable: [],
    broken: [],
  });
  assert.deepEqual(entryTally(evaluation, 'north-stalls', 'c').unanswered, ['stalls/c/name', 'stalls/c/sells']);
  assert.deepEqual(entryTally(evaluation, 'stalls', 'b').unusable, ['stalls/b/since']);
});

test('what a person says of a section is where it stands, and whether it is settled', () => {
  assert.deepEqual(standingOf(evaluate(), step('north')), { status: 'started', label: null });
  const said = (status) => standingOf(evaluate({ 'north/status': status }), step('north'));
  assert.deepEqual(said('started'), { status: 'started', label: 'The started' });
  assert.deepEqual(said('walked'), { status: 'done', label: 'The walked' });
  const unusable = evaluate({ 'north/status': 'walked', 'stalls/b/since': 1066 });
  assert.deepEqual(standingOf(unusable, step('north')), { status: 'review', label: null });
});

test('a section said to be done asks to be looked at when an entry in it has lost what it names', () => {
  const said = { 'walks/w/from': 'a', 'walks/w/to': ['a', 'b'] };
  const evaluation = evaluate(said, { walks: ['w'] });
  const stepOfWalks = step(/** @type {string} */ (market.stepOf('walks')));
  assert.notEqual(standingOf(evaluation, stepOfWalks).status, 'review');
  assert.deepEqual(standingOf(without(evaluation, 'b'), stepOfWalks), { status: 'review', label: null });
});

test('a section without entries of the list is not unfinished for that', () => {
  const evaluation = evaluate({}, { stalls: ['b'] });

  assert.deepEqual(progressOf(evaluation, step('south')).unanswered, ['south/status']);
});

test('what is unanswered is found in the sections first, and what may wait comes last', () => {
  const all = { town: 'Here', 'north/status': 'walked', 'south/status': 'walked' };
  assert.equal(firstUnanswered(evaluate(all)), 'stalls/c/name');
  const placed = { ...all, 'stalls/c/name': 'Cheese', 'stalls/c/sells': ['bread'] };
  assert.equal(firstUnanswered(evaluate(placed)), 'stalls/b/owner');
  const walk = evaluate({ ...placed, 'walks/w/to': ['a'] }, { walks: ['w'] });
  assert.equal(firstUnanswered(walk), 'walks/w/from');
});

test('an answer that names a removed entry is unanswered, even where it is optional', () => {
  const walk = { town: 'Here', 'walks/w/from': 'a', 'walks/w/to': ['a', 'b'] };
  const evaluation = without(evaluate(walk, { walks: ['w'] }), 'b');

  assert.deepEqual(entryTally(evaluation, 'walks', 'w').unanswered, ['walks/w/to']);
  assert.deepEqual(entryTally(evaluation, 'walks', 'w').broken, ['walks/w/to']);
  assert.deepEqual(evaluation.response().broken, ['walks/w/to']);
  assert.equal('walks/w/to' in evaluation.response().answers, false);
});

test('a question offers the entries by name, and what has gone for as long as its answer names it', () => {
  const evaluation = without(evaluate({ 'walks/w/to': ['c', 'b', 'x'] }, { walks: ['w'] }), 'b');
  const question = /** @type {any} */ (evaluation.item('walks/w/to'));

  assert.deepEqual(offeredOptions(evaluation, question, ['c', 'b', 'x']), [
    { value: 'a', label: 'Apples', isRemoved: false },
    { value: 'c', label: 'Stall 2 (no name yet)', isRemoved: false },
    { value: 'b', label: 'Bakery (removed) – choose again', isRemoved: true },
    { value: 'x', label: '(removed) – choose again', isRemoved: true },
  ]);
  assert.deepEqual(answerWords(evaluation, 'walks/w/to'), [
    'Stall 2 (no name yet)',
    'Bakery (removed) – choose again',
    '(removed) – choose again',
  ]);
});

test('a question offers the lines of a text, and a line that was taken away', () => {
  const evaluation = evaluate({ gates: 'East\n\n West \nEast', 'walks/w/gate': 'South' }, { walks: ['w'] });
  const question = /** @type {any} */ (evaluation.item('walks/w/gate'));

  assert.deepEqual(offeredOptions(evaluation, question, 'South').map(({ label }) => label), [
    'East',
    'West',
    'South (removed) – choose again',
  ]);
  assert.equal(evaluation.isBroken('walks/w/gate'), true);
});

test('the line of an entry says its name, its facts, and what it still lacks', () => {
  const app = /** @type {any} */ ({ definition: market, draft: { evaluation: evaluate() } });
  const list = /** @type {any} */ (market.item('stalls'));
  const words = new EntryWords(app, list, {});

  assert.deepEqual(words.of('b'), {
    title: 'Bakery',
    facts: 'The north · The bread',
    standing: { text: 'Needed before sharing: 2 answers', status: 'started' },
  });
  assert.deepEqual(words.of('c').title, null);
  assert.deepEqual(words.of('c').standing, { text: 'Missing: Name · Sells', status: 'todo' });
  assert.equal(new EntryWords(app, list, { row: 'north' }).of('b').facts, 'The bread');
});

test('a line has room for the words that fit, and breaks none of them', () => {
  const evaluation = evaluate({ 'stalls/b/name': 'Breads and buns '.repeat(9), 'stalls/a/name': 'x'.repeat(130) });
  const app = /** @type {any} */ ({ definition: market, draft: { evaluation } });
  const words = new EntryWords(app, /** @type {any} */ (market.item('stalls')), {});

  assert.equal(words.of('b').title, `${'Breads and buns '.repeat(7)}Breads…`);
  assert.equal(words.of('a').title, `${'x'.repeat(120)}…`);
});

test('the line of an entry is worked out again when an answer may have changed it, and not before', () => {
  const app = /** @type {any} */ ({ definition: market, draft: { evaluation: evaluate() } });
  const words = new EntryWords(app, /** @type {any} */ (market.item('stalls')), {});
  words.of('b');
  words.of('a');
  app.draft.evaluation = evaluate({ 'stalls/b/name': 'Bread', 'stalls/a/name': 'Pears' });

  words.forget('stalls/b/name');
  assert.equal(words.of('b').title, 'Bread');
  assert.equal(words.of('a').title, 'Apples');
  words.forget('town');
  assert.equal(words.of('a').title, 'Pears');
});

test('a line that is complete says so only where something may be wanted later', () => {
  const complete = evaluate({ 'stalls/b/owner': 'Ben', 'stalls/b/since': 1999, 'walks/w/from': 'b' }, { walks: ['w'] });
  const app = /** @type {any} */ ({ definition: market, draft: { evaluation: complete } });
  const standing = (list, id) => new EntryWords(app, /** @type {any} */ (market.item(list)), {}).of(id).standing;

  assert.deepEqual(standing('stalls', 'b'), { text: 'Complete', status: 'done' });
  assert.equal(standing('walks', 'w'), null);
});
