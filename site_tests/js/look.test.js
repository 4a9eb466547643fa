import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { signsIn } from '../../theme/assets/js/look.js';

function told(text) {
  return signsIn(text).map(({ kind, found }) => `${kind}: ${found}`);
}

test('what may name or identify somebody is found', () => {
  const found = {
    'Ask ann.smith@nhs.example.uk today': 'email: ann.smith@nhs.example.uk',
    'Ring 07700 900123.': 'phone: 07700 900123',
    'Ring (020) 7946 0018': 'phone: (020) 7946 0018',
    'or +44 20 7946 0018': 'phone: +44 20 7946 0018',
    'lives in SW1A 1AA now': 'postcode: SW1A 1AA',
    'the m1 1ae area': 'postcode: m1 1ae',
    'NHS 943 476 5919': 'nhs-number: 943 476 5919',
    'NHS 9434765919': 'nhs-number: 9434765919',
    'born 03/02/2024': 'date: 03/02/2024',
    'born 3.2.24': 'date: 3.2.24',
    'on 2024-02-03': 'date: 2024-02-03',
    'DOB 3rd of March 2024': 'date: 3rd of March 2024',
    'on March 3, 2024': 'date: March 3, 2024',
    'ask Dr Okafor first': 'name: Dr Okafor',
    'seen with Baby Jones': 'name: Baby Jones',
    'a girl called Xanthe': 'name: called Xanthe',
    'led by J. O’Brien': 'name: J. O’Brien',
    'Sarah does the rota': 'name: Sarah',
    'with Siân’s and Megan Ap-Rhys': 'name: Megan Ap-Rhys',
  };
  for (const [text, sign] of Object.entries(found)) assert.deepEqual(told(text), [sign], text);
});

test('ordinary words of such a form are left alone', () => {
  for (const text of [
    '',
    'Sessions every week, reviewed each term. A1 and B2 are next.',
    'Health visitors lead; Northtown Council pays. See the CORC measures.',
    '24 months, 0.6 WTE, 1,500 births, £120,000 in 2025/26',
    'Version 2.10.3 of the pathway, page 12',
    'We hope to grow by April. Grace and patience help.',
    'Order 1234567890',
    'Call 999 or 111, or 0300 123',
  ]) {
    assert.deepEqual(told(text), [], text);
  }
});

test('each is said once, and under one kind', () => {
  assert.deepEqual(told('Sarah, Sarah, sarah@example.org, 943 476 5919'), [
    'email: sarah@example.org',
    'nhs-number: 943 476 5919',
    'name: Sarah',
  ]);
});

test('any text is looked at in good time, and what is found stands in it', () => {
  const pieces = fc.constantFrom('Dr ', 'Ann', '@', '.', '07', '0', ' ', 'a', '-', '(', '/', 'SW1', 'January ', '\u0301', '😀', '\n');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(pieces, { maxLength: 300 }).map((all) => all.join(''))), (text) => {
      const signs = signsIn(text);
      assert.ok(signs.length <= 12);
      for (const { found } of signs) assert.ok(text.includes(found), found);
    }),
    { numRuns: 2000 },
  );
  for (const text of ['w'.repeat(100_000), '0 '.repeat(50_000), 'A'.repeat(100_000), 'a.'.repeat(50_000), 'Dr Ann '.repeat(15_000), '1/'.repeat(50_000)]) {
    const start = performance.now();
    signsIn(text);
    // A pattern that tried everything with everything would take minutes.
    assert.ok(performance.now() - start < 5000, text.slice(0, 10));
  }
});
