import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { decodeDraft } from '../../theme/assets/js/draft/decode.js';
import { DRAFT_VERSION } from '../../theme/assets/js/draft/draft.js';
import { migrate, MIGRATIONS } from '../../theme/assets/js/draft/migrations.js';

const FROZEN = new URL('../fixtures/drafts/', import.meta.url);

/** Files as each version wrote them, by version: version-1.json, version-1-empty.json. Never changed once released. */
const frozen = readdirSync(FROZEN)
  .filter((name) => /^version-\d+.*\.json$/.test(name))
  .map((name) => {
    const version = Number(/^version-(\d+)/.exec(name)?.[1]);
    return { name, version, draft: JSON.parse(readFileSync(new URL(name, FROZEN), 'utf8')) };
  });

test('each version leads to the next, without a gap, up to the present one', () => {
  const steps = MIGRATIONS.map((step) => step.to);

  assert.deepEqual(steps, Array.from({ length: DRAFT_VERSION - 1 }, (_, index) => index + 2));
});

test('each migration has a name of its own and says what it does', () => {
  assert.equal(new Set(MIGRATIONS.map((step) => step.name)).size, MIGRATIONS.length);
  for (const step of MIGRATIONS) assert.match(step.description, /\w+ \w+/, step.name);
});

test('a frozen file of every version is kept', () => {
  const versions = [...new Set(frozen.map(({ version }) => version))].sort();

  assert.deepEqual(versions, Array.from({ length: DRAFT_VERSION }, (_, index) => index + 1));
});

for (const { name, version, draft } of frozen) {
  test(`${name} opens with all its answers and entries`, () => {
    const decoded = decodeDraft(draft);

    assert.equal(draft.draft_version, version);
    assert.ok(decoded.ok);
    assert.equal(decoded.unreadable, 0);
    assert.equal(decoded.draft.draft_version, DRAFT_VERSION);
    if (version === DRAFT_VERSION) {
      assert.equal(JSON.stringify(decoded.draft), JSON.stringify(draft), 'comes out as it went in');
    }
  });
}

test('each migration runs on the frozen file of the version before it', () => {
  for (const step of MIGRATIONS) {
    const older = frozen.filter(({ version }) => version === step.to - 1);
    assert.ok(older.length > 0, step.name);
    for (const { name, draft } of older) {
      const before = JSON.stringify(draft);
      const migrated = migrate(draft, [step], step.to);
      assert.ok(migrated.ok, name);
      assert.equal(migrated.draft.draft_version, step.to, name);
      assert.notDeepEqual({ ...migrated.draft, draft_version: draft.draft_version }, draft, `${step.name} did something`);
      assert.equal(JSON.stringify(draft), before, `${step.name} is pure`);
    }
  }
});

test('a draft from before names were chosen is whole and goes on being named by its answers', () => {
  const [first] = frozen.filter(({ version }) => version === 1);
  const decoded = decodeDraft(first.draft);

  assert.ok(decoded.ok);
  const { name_chosen, parts, started_from } = decoded.draft;
  assert.deepEqual({ name_chosen, parts, started_from }, { name_chosen: false, parts: null, started_from: null });
});

test('migrations run from the file’s version on, in order, and leave what they are given alone', () => {
  const steps = [2, 3].map((to) => ({
    to,
    name: `add-${to}`,
    description: 'adds its number',
    up: (draft) => ({ ...draft, passed: [...(draft.passed ?? []), to] }),
  }));
  const first = Object.freeze({ draft_version: 1 });

  assert.deepEqual(migrate(first, steps, 3), { ok: true, draft: { draft_version: 3, passed: [2, 3] } });
  assert.deepEqual(migrate({ draft_version: 2 }, steps, 3), { ok: true, draft: { draft_version: 3, passed: [3] } });
  assert.deepEqual(migrate({ draft_version: 3 }, steps, 3), { ok: true, draft: { draft_version: 3 } });
});

test('a newer version is told from one that makes no sense', () => {
  assert.deepEqual(migrate({ draft_version: DRAFT_VERSION + 1 }), { ok: false, reason: 'newer' });
  for (const version of [undefined, null, 0, -1, 1.5, '1', [], NaN]) {
    assert.deepEqual(migrate({ draft_version: version }), { ok: false, reason: 'unknown-version' });
  }
});
