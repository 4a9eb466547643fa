import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  dateFromParts,
  dateParts,
  isCalendarDate,
  numberFromText,
  problemOf,
} from '../../theme/assets/js/validation.js';
import { item, options } from './support/questionnaire.js';

test('a number is read as people type it, and anything else is kept as typed', () => {
  for (const [typed, read] of [
    ['', null],
    ['  ', null],
    ['12', 12],
    [' 2.5 ', 2.5],
    ['.5', 0.5],
    ['-3', -3],
    ['1,200', 1200],
    ['12,5', '12,5'],
    ['1,20', '1,20'],
    ['1e3', '1e3'],
    ['twelve', 'twelve'],
    ['0x10', '0x10'],
    ['9'.repeat(400), '9'.repeat(400)],
  ]) {
    assert.equal(numberFromText(String(typed)), read, `"${typed}"`);
  }
});

test('a number has bounds and decimals', () => {
  const size = item('size', 'number', { min: 0, max: 100, decimals: 1 });

  assert.equal(problemOf(size, 2.5), null);
  assert.equal(problemOf(size, 0.3), null);
  assert.equal(problemOf(size, 2.55), 'too-many-decimals');
  assert.equal(problemOf(size, -1), 'too-small');
  assert.equal(problemOf(size, 101), 'too-large');
  assert.equal(problemOf(size, 'ten'), 'not-a-number');
});

test('a date exists or is kept as typed', () => {
  assert.equal(dateFromParts('29', '2', '2028'), '2028-02-29');
  assert.equal(dateFromParts(' 3', '04', '2026 '), '2026-04-03');
  assert.equal(dateFromParts('31', '2', '2026'), '31/2/2026');
  assert.equal(dateFromParts('31', '', ''), '31//');
  assert.equal(dateFromParts('', ' ', ''), null);

  const date = item('date', 'date', { min: '2000-01-01', max: '2030-12-31' });
  assert.equal(problemOf(date, '2026-11-21'), null);
  assert.equal(problemOf(date, '31/2/2026'), 'not-a-date');
  assert.equal(problemOf(date, '2026-02-31'), 'not-a-date');
  assert.equal(problemOf(date, '31//'), 'incomplete-date');
  assert.equal(problemOf(date, '1999-12-31'), 'too-early');
  assert.equal(problemOf(date, '2031-01-01'), 'too-late');
});

test('the calendar is the one that Date keeps', () => {
  const day = fc.record({
    year: fc.integer({ min: 1000, max: 2400 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  });
  fc.assert(
    fc.property(day, ({ year, month, day }) => {
      const iso = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
      const exists = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
      assert.equal(isCalendarDate(iso), exists, iso);
    }),
  );
});

test('what is typed into the three boxes comes back to the three boxes', () => {
  const part = fc.string({ unit: fc.constantFrom(...'0123456789ab '), maxLength: 4 }).map((text) => text.trim());
  fc.assert(
    fc.property(part, part, part, (day, month, year) => {
      const stored = dateFromParts(day, month, year);
      const [d, m, y] = dateParts(stored ?? '');
      assert.equal(dateFromParts(d, m, y), stored);
      if (stored !== null && !isCalendarDate(stored)) assert.deepEqual([d, m, y], [day, month, year]);
    }),
  );
});

test('an option that the question lacks, or a value of another kind, is no answer', () => {
  const state = item('state', 'choice', { options: options('poor', 'good') });
  const needs = item('needs', 'choices', { options: options('water', 'light') });

  assert.equal(problemOf(state, 'good'), null);
  assert.equal(problemOf(state, 'gone'), 'unknown-option');
  assert.equal(problemOf(state, 3), 'wrong-kind');
  assert.equal(problemOf(state, ['good']), 'wrong-kind');
  assert.equal(problemOf(needs, ['water', 'light']), null);
  assert.equal(problemOf(needs, ['water', 'love']), 'unknown-option');
  assert.equal(problemOf(needs, 'water'), 'wrong-kind');
  assert.equal(problemOf(item('name', 'text'), 7), 'wrong-kind');
  assert.equal(problemOf(item('name', 'text', { max_length: 3 }), 'longer'), null, 'a text is only counted');
});
