/** A file made in a worker of its own: asked for when Python is there, ended with the work, given up when told. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { madeFile } from '../../theme/assets/js/engine/file-maker.js';
import { FakeTimers, FakeWorker } from './support/fake-worker.js';

const START = /** @type {any} */ ({ runtimeUrl: 'r', lockUrl: 'l', packages: ['p'], scoringUrl: null, definition: null, texts: {} });

function making() {
  const worker = new FakeWorker();
  const timers = new FakeTimers();
  const stopping = new AbortController();
  const file = madeFile(
    { type: 'workbook', payload: { sheets: [] } },
    { workerUrl: 'worker.js', start: START },
    stopping.signal,
    { createWorker: () => /** @type {any} */ (worker), timers },
  );
  return { worker, timers, stopping, file };
}

test('Python is started, asked once, and ended with the file', async () => {
  const { worker, timers, file } = making();
  worker.comeUp();
  assert.deepEqual(worker.sent, [
    { id: 1, type: 'start', payload: START },
    { id: 2, type: 'workbook', payload: { sheets: [] } },
  ]);
  worker.answer(btoa('a \xff'));

  assert.deepEqual([...new Uint8Array(await file)], [97, 32, 255]);
  assert.ok(worker.isEnded);
  assert.equal(timers.running.size, 0);
});

test('Given up, its worker is ended at once', async () => {
  const { worker, stopping, file } = making();
  worker.comeUp();
  stopping.abort(new Error('enough'));

  await assert.rejects(file, { message: 'enough' });
  assert.ok(worker.isEnded);
});

const FAILURES = {
  'a file that cannot be had': ({ worker }) => worker.say({ type: 'status', stage: 'failed', error: { name: 'E', message: 'no' } }),
  'a start that fails': ({ worker }) => worker.say({ id: 1, ok: false, error: { name: 'E', message: 'no' } }),
  'a crash': ({ worker }) => worker.crash(),
  'Python broken': ({ worker }) => worker.say({ type: 'status', stage: 'crashed', error: { name: 'E', message: 'no' } }),
  silence: ({ timers }) => timers.pass(200),
};

for (const [name, fail] of Object.entries(FAILURES)) {
  test(`A failure is told, and its worker ended: ${name}`, async () => {
    const made = making();
    fail(made);

    await assert.rejects(made.file);
    assert.ok(made.worker.isEnded);
    assert.equal(made.timers.running.size, 0);
  });
}
