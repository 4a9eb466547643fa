import assert from 'node:assert/strict';
import { test } from 'node:test';

import { excerptOf, findEntries } from '../../theme/assets/js/search-index.js';

const ENTRIES = [
  { location: 'glossary/', title: 'Glossary', text: 'Glossary Words Supervision: time to think. Other: something else.' },
  { location: 'glossary/#glossary', title: 'Glossary', text: 'Supervision: time to think.' },
  { location: 'glossary/#work', title: 'Words at work', text: 'Supervision: time to think.' },
  { location: 'guide/', title: 'Supervision in a team', text: 'How it is done, and when.' },
];
const found = (/** @type {string} */ query) => findEntries(ENTRIES, query).map(({ location }) => location);

test('a title that holds the words comes before a text that does', () => {
  assert.deepEqual(found('supervision'), ['guide/', 'glossary/#work']);
});

test('every word must be there, in any case and order', () => {
  assert.deepEqual(found('DONE how'), ['guide/']);
  assert.deepEqual(found('done supervision'), ['guide/']);
  assert.deepEqual(found('done nowhere'), []);
});

test('short words may be missing, but for codes and where nothing else is asked', () => {
  assert.deepEqual(found('is it done'), ['guide/']);
  assert.deepEqual(found('done 8c'), []);
  assert.deepEqual(found('xy'), []);
});

test('what is in no folder comes before what is, where the words are alike in their titles', () => {
  const deep = { location: 'authors/reference/', title: 'Supervision of authors', text: 'For few.' };
  assert.deepEqual(findEntries([deep, ...ENTRIES], 'supervision').map(({ location }) => location), [
    'guide/',
    'authors/reference/',
    'glossary/#work',
  ]);
});

test('a page shows where none of its headings has the words', () => {
  assert.deepEqual(found('other'), ['glossary/']);
});

test('a heading is named with its page', () => {
  assert.equal(findEntries(ENTRIES, 'work')[0].page, 'Glossary');
});

test('nothing asked finds nothing', () => {
  assert.deepEqual(found('  '), []);
});

test('an excerpt is cut at spaces around the first word found', () => {
  const text = `${'before '.repeat(40)}needle ${'after '.repeat(60)}`;

  const excerpt = excerptOf(text, 'needle');

  assert.match(excerpt, /^… before .*needle after .* after …$/);
  assert.ok(excerpt.length < 180);
});

test('a short text is its own excerpt', () => {
  assert.equal(excerptOf('All of it.', 'of'), 'All of it.');
});
