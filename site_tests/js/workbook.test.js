/** What a workbook holds: every part of a copy, each answer as what it is, and nothing that the copy leaves out. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Definition } from '../../theme/assets/js/definition.js';
import { sourceWithout } from '../../theme/assets/js/report/copy.js';
import { copyParts } from '../../theme/assets/js/report/report.js';
import { workbookContent } from '../../theme/assets/js/report/workbook-content.js';
import { definition as workshop, sourceOf as plainSourceOf, useEnglish } from './support/workshop.js';

before(useEnglish);

const REPORT = [
  { id: 'conclusion', part: 'conclusion', title: 'Where it stands', private: null },
  { id: 'glance', part: 'glance', title: 'States', private: null },
  { id: 'gaps', part: 'findings', title: 'Gaps', private: null, kinds: ['gap'] },
  { id: 'doubts', part: 'findings', title: 'Doubts', private: 'notes', kinds: ['note'] },
  { id: 'evidence', part: 'answers', title: 'Evidence', private: null, items: ['notes'] },
  { id: 'dear', part: 'list', title: 'What it costs', private: null, entries: 'jobs', show: ['by-when', 'cost'] },
  { id: 'plan', part: 'entries', title: 'Plan', private: null, entries: 'jobs' },
];
const definition = new Definition({ ...workshop.data, report: REPORT });
const ANSWERS = {
  name: 'Spokes',
  visited: '2026-05-02',
  volunteers: 7,
  'stand/state': 'ready',
  'stand/notes': 'KEPT seen in May',
  'stand/parts': ['pump', 'lamp'],
  'jobs/one/what': 'Oil',
  'jobs/one/by-when': '2026-06-01',
  'jobs/one/cost': 4.5,
  'jobs/one/why': 'It squeaks',
};
const EVALUATION = /** @type {any} */ ({
  parts: {
    conclusion: [
      { type: 'heading', level: 1, text: 'Nearly ready' },
      { type: 'list', items: [{ text: 'The stand is ready', paths: ['stand/state'] }] },
      { type: 'list', items: [{ text: 'KEPT as noted', paths: ['stand/notes'] }] },
    ],
    gaps: [
      {
        type: 'finding',
        id: 'oil',
        kind: 'gap',
        title: 'No oil',
        rule: 'R1',
        reasons: [{ text: 'The can is dry' }, { text: 'KEPT it was written', private: 'notes' }],
        set_aside: [{ text: 'KEPT because', private: 'notes' }],
      },
    ],
    doubts: [{ type: 'finding', id: 'doubt', kind: 'note', title: 'KEPT a doubt', rule: null, reasons: [] }],
  },
});

/** @param {{leftOut?: string[], isWhole?: boolean, evaluation?: any, parts?: string[]}} [how] */
function content({ leftOut = [], isWhole = true, evaluation = EVALUATION, parts = REPORT.map(({ id }) => id) } = {}) {
  const source = { ...plainSourceOf(ANSWERS, { entries: { jobs: ['one'] } }), definition };
  const kinds = new Set(leftOut);
  const told = copyParts(
    /** @type {any} */ (REPORT.filter(({ id }) => parts.includes(id))),
    { source, compared: [], savedAt: '2026-11-21T10:00:00Z', evaluation },
    kinds,
  );
  const summary = {
    title: 'Is the workshop ready?',
    name: 'Spokes',
    facts: /** @type {[string, string][]} */ ([['Visited', '2 May 2026']]),
    remarks: ['No one has checked it.'],
    parts: told.map((part) => ({ ...part, intro: [`About ${part.title}`] })),
  };
  return workbookContent(summary, {
    source: sourceWithout(source, kinds),
    isWhole,
    today: '2026-11-21',
    kindLabel: (kind) => kind.toUpperCase(),
  });
}

function sheet(title, made = content()) {
  const found = made.sheets.find((each) => each.title === title);
  assert.ok(found, `${title} in ${made.sheets.map((each) => each.title)}`);
  return [found.columns.map(({ text }) => text), ...found.rows.map(({ cells }) => cells)];
}

test('The first sheet says in words what each part says, and leads to the tables', () => {
  const made = content();
  const rows = made.sheets[0].rows;
  const said = rows.flatMap(({ cells }) => cells.filter((cell) => typeof cell === 'string' && cell));

  for (const words of ['Spokes', 'Visited', '2 May 2026', 'No one has checked it.', 'Nearly ready', 'The stand is ready']) {
    assert.ok(said.includes(words), words);
  }
  const led = rows.flatMap(({ cells }) => cells.flatMap((cell) => (typeof cell === 'object' && cell && 'sheet' in cell ? [cell.sheet] : [])));
  assert.deepEqual(
    [...new Set(led)].sort((a, b) => a - b),
    made.sheets.map((_, index) => index).slice(1),
  );
});

test('Ratings, evidence and findings are tables, without columns in which nothing stands', () => {
  assert.deepEqual(sheet('States'), [
    ['Corner', 'Thing', 'Answer', 'Points'],
    ['A Tools', 'A1 Stand', 'Ready', 2],
    ['A Tools', 'A2 Bench', 'Not answered', null],
    ['B Room', 'B1 Light', 'Not answered', null],
  ]);
  assert.deepEqual(sheet('Evidence'), [
    ['Corner', 'Thing', 'Question', 'Answer'],
    ['A Tools', 'A1 Stand', 'Notes', 'KEPT seen in May'],
  ]);
  assert.deepEqual(sheet('Findings').slice(1), [
    ['Gaps', 'GAP', 'R1', 'No oil', 'The can is dry\nKEPT it was written', 'KEPT because'],
    ['Doubts', 'NOTE', '', 'KEPT a doubt', '', ''],
  ]);
});

test('Numbers and days are what they are, with the unit beside them', () => {
  assert.deepEqual(sheet('What it costs'), [
    ['What', 'By when', 'Cost (pounds)'],
    ['Oil', { date: '2026-06-01' }, 4.5],
  ]);
  assert.deepEqual(sheet('Plan'), [
    ['What', 'By when', 'Cost (pounds)', 'Why'],
    ['Oil', { date: '2026-06-01' }, 4.5, 'It squeaks'],
  ]);
  const answers = sheet('All answers');
  assert.deepEqual(answers[0], ['Corner', 'Thing', 'Question', 'Answer', 'Unit']);
  assert.deepEqual(answers[2], ['About', '', 'Visited', { date: '2026-05-02' }, '']);
  assert.deepEqual(answers[3], ['About', '', 'Volunteers', 7, 'people']);
  assert.deepEqual(answers[4], ['A Tools', 'A1 Stand', 'What is there?', 'A pump\nA lamp', '']);
});

test('A copy to share has no private answer in it, and no column for one', () => {
  const made = content({ leftOut: ['notes', 'money'] });

  assert.ok(JSON.stringify(content()).includes('KEPT'));
  assert.ok(!JSON.stringify(made).includes('KEPT'));
  assert.deepEqual(sheet('Plan', made), [
    ['What', 'By when', 'Why'],
    ['Oil', { date: '2026-06-01' }, 'It squeaks'],
  ]);
  assert.ok(!made.sheets.some(({ title }) => title === 'Evidence' || title === 'Doubts'));
});

test('A shorter version has the sheets of its parts alone', () => {
  const titles = (/** @type {any} */ made) => made.sheets.map((/** @type {any} */ { title }) => title);

  assert.deepEqual(titles(content({ isWhole: false, parts: ['conclusion', 'gaps'] })), ['Results', 'Findings']);
  assert.deepEqual(titles(content({ isWhole: false, parts: ['plan'] })), ['Results', 'Plan']);
});

test('What Python has not worked out is said to be missing', () => {
  const made = content({ evaluation: null });

  assert.ok(JSON.stringify(made.sheets[0]).includes('could not be worked out'));
  assert.ok(!made.sheets.some(({ title }) => title === 'Findings'));
});
