import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addWords, text, texts, useCatalogue } from '../../theme/assets/js/catalogue.js';

useCatalogue(
  {
    'save.saved_at': 'Saved at {time}.',
    'files.answers': { one: '{count} answer', other: '{count} answers' },
    'files.none': 'None',
  },
  'en-GB',
);

test('places are filled in, once, by what they are given', () => {
  assert.equal(text('save.saved_at', { time: '14:05' }), 'Saved at 14:05.');
  assert.equal(text('save.saved_at', { time: '{time} $& $1' }), 'Saved at {time} $& $1.');
  assert.equal(text('save.saved_at'), 'Saved at {time}.');
});

test('a number chooses between one and other', () => {
  assert.deepEqual([0, 1, 2].map((count) => text('files.answers', { count })), ['0 answers', '1 answer', '2 answers']);
});

test('entries can be had together, as they stand', () => {
  assert.deepEqual(Object.keys(texts('files.')), ['files.answers', 'files.none']);
});

test('words may come later', () => {
  useCatalogue({ 'a.first': 'First' }, 'en-GB');
  addWords({ 'b.later': 'Later' });

  assert.equal(text('a.first'), 'First');
  assert.equal(text('b.later'), 'Later');
});
