import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fetchAhead } from '../../theme/assets/js/engine/fetch-ahead.js';

/** @param {(url: string) => Response} answer */
function line(answer = () => new Response('the file')) {
  /** @type {{url: string, priority: string | undefined}[]} */
  const asked = [];
  /** @type {Response[]} */
  const responses = [];
  const fetch = /** @type {typeof globalThis.fetch} */ (
    async (url, init) => {
      asked.push({ url: String(url), priority: init?.priority });
      const response = answer(String(url));
      responses.push(response);
      return response;
    }
  );
  return { asked, responses, fetch };
}

test('every file is read to its end, one after another, the largest last, and gives way to others', async () => {
  const { asked, responses, fetch } = line();
  await fetchAhead('/runtime/', { fetch, saveData: false });
  assert.deepEqual(
    asked.map(({ url }) => url),
    ['/runtime/pyodide.mjs', '/runtime/pyodide.asm.mjs', '/runtime/python_stdlib.zip', '/runtime/pyodide.asm.wasm'],
  );
  assert.ok(asked.every(({ priority }) => priority === 'low'));
  assert.ok(responses.every(({ bodyUsed }) => bodyUsed));
});

test('who asked for little data gets nothing that was not asked for', async () => {
  const { asked, fetch } = line();
  const navigator = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', { value: { connection: { saveData: true } }, configurable: true });
  try {
    await fetchAhead('/runtime/', { fetch });
  } finally {
    if (navigator) Object.defineProperty(globalThis, 'navigator', navigator);
    else Reflect.deleteProperty(globalThis, 'navigator');
  }
  assert.deepEqual(asked, []);
});

test('a file that is refused, or a line that breaks, ends it without a word', async () => {
  const refused = line(() => new Response('', { status: 503 }));
  await fetchAhead('/runtime/', { fetch: refused.fetch, saveData: false });
  assert.equal(refused.asked.length, 1);

  const broken = line(() => {
    throw new TypeError('Failed to fetch');
  });
  await fetchAhead('/runtime/', { fetch: broken.fetch, saveData: false });
  assert.equal(broken.asked.length, 1);
});
