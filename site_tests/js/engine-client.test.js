/** The engine's client: order of requests, crashes, silence and trying again, with a worker that does as told. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EngineClient } from '../../theme/assets/js/engine/client.js';
import { FakeTimers, FakeWorker } from './support/fake-worker.js';

/** @param {{runtimeBytes?: number | null, memory?: string}} [options] */
function engine({ runtimeBytes = null, memory } = {}) {
  /** @type {FakeWorker[]} */
  const workers = [];
  const timers = new FakeTimers();
  const createWorker = () => {
    workers.push(new FakeWorker());
    return /** @type {any} */ (workers.at(-1));
  };
  const options = { workerUrl: 'worker.js', start: /** @type {any} */ ({ definition: 'd', ...(memory && { memory }) }), runtimeBytes };
  const client = new EngineClient(options, { createWorker, timers });
  const stages = [];
  client.status.addEventListener('stage', () => stages.push(client.status.stage));
  return { client, workers, timers, stages };
}

const response = (number) => /** @type {any} */ ({ answers: { number } });

test('Nothing is started before somebody asks', () => {
  const { client, workers } = engine();

  assert.equal(client.status.stage, 'idle');
  assert.equal(workers.length, 0);
});

test('The worker is told what to load only once it listens', () => {
  const { client, workers } = engine();
  client.start();

  assert.deepEqual(workers[0].sent, []);
  workers[0].say({ type: 'status', stage: 'listening' });
  assert.deepEqual(workers[0].sent, [{ id: 1, type: 'start', payload: { definition: 'd' } }]);
});

test('An evaluation asked before the engine is ready is answered once it is', async () => {
  const { client, workers, stages } = engine();
  const evaluation = client.evaluate(response(1), '2026-11-21');
  workers[0].comeUp();
  workers[0].answer({ parts: {} });

  assert.deepEqual(await evaluation, { parts: {} });
  assert.deepEqual(stages, ['loading', 'ready']);
});

test('While one evaluation is out only the newest response waits, and everyone gets an answer', async () => {
  const { client, workers } = engine();
  client.start();
  workers[0].comeUp();
  const [first, second, third] = [1, 2, 3].map((number) => client.evaluate(response(number), '2026-11-21'));
  workers[0].answer('of 1');
  workers[0].answer('of 3');

  assert.deepEqual(
    workers[0].sent.slice(1).map(({ payload }) => payload.response.answers.number),
    [1, 3],
  );
  assert.deepEqual(await Promise.all([first, second, third]), ['of 1', 'of 3', 'of 3']);
});

test('A reply to a question that nobody asks any more changes nothing', async () => {
  const { client, workers } = engine();
  client.start();
  workers[0].comeUp();
  const evaluation = client.evaluate(response(1), '2026-11-21');
  workers[0].say({ id: 99, ok: true, result: 'stray' });
  workers[0].answer('right');

  assert.equal(await evaluation, 'right');
});

test('An error of the scoring rejects its evaluation and leaves the engine ready', async () => {
  const { client, workers } = engine();
  client.start();
  workers[0].comeUp();
  const bad = client.evaluate(response(1), '2026-11-21');
  const error = { name: 'ScoringError', message: 'scoring.py:3: no' };
  workers[0].say({ id: workers[0].sent.at(-1).id, ok: false, error });

  await assert.rejects(bad, error);
  assert.equal(client.status.stage, 'ready');
  const good = client.evaluate(response(2), '2026-11-21');
  workers[0].answer('fine');
  assert.equal(await good, 'fine');
});

test('A crashed worker is replaced once, and asked again what was being asked', async () => {
  const { client, workers } = engine();
  client.start();
  workers[0].comeUp();
  const evaluation = client.evaluate(response(1), '2026-11-21');
  workers[0].crash();
  assert.ok(workers[0].isEnded);
  assert.equal(client.status.stage, 'loading');
  workers[1].comeUp();
  workers[1].answer('after all');

  assert.equal(await evaluation, 'after all');
});

test('After a crash the newest response is asked, and the older one gets its answer', async () => {
  const { client, workers } = engine();
  client.start();
  workers[0].comeUp();
  const older = client.evaluate(response(1), '2026-11-21');
  const newer = client.evaluate(response(2), '2026-11-21');
  workers[0].say({ type: 'status', stage: 'crashed', error: { name: 'FatalError', message: 'broken' } });
  workers[1].comeUp();
  assert.equal(workers[1].sent.at(-1).payload.response.answers.number, 2);
  workers[1].answer('of 2');

  assert.deepEqual(await Promise.all([older, newer]), ['of 2', 'of 2']);
});

test('After a crash, or a failure, memory that the browser kept is not started with again', () => {
  const startedWith = (/** @type {any} */ { sent }) => sent.at(-1).payload.memory;
  for (const { memory, after } of [{ memory: 'use', after: 'spoil' }, { memory: 'make', after: 'make' }]) {
    const { client, workers, timers } = engine({ memory });
    client.start();
    workers[0].say({ type: 'status', stage: 'listening' });
    assert.equal(startedWith(workers[0]), memory);
    workers[0].say({ type: 'status', stage: 'crashed', error: { name: 'RuntimeError', message: 'unreachable' } });
    workers[1].say({ type: 'status', stage: 'listening' });
    assert.equal(startedWith(workers[1]), after);

    timers.pass(90);
    assert.equal(client.status.stage, 'failed');
    client.start();
    workers[2].say({ type: 'status', stage: 'listening' });
    assert.equal(startedWith(workers[2]), after);
  }
});

test('A second crash without a result between is a failure that says why', async () => {
  const { client, workers, stages } = engine();
  client.start();
  workers[0].comeUp();
  const evaluation = client.evaluate(response(1), '2026-11-21');
  workers[0].crash();
  workers[1].comeUp();
  workers[1].crash('again');

  await assert.rejects(evaluation, { message: 'again' });
  assert.deepEqual(stages, ['loading', 'ready', 'loading', 'ready', 'failed']);
  assert.equal(client.status.error?.message, 'again');
  await assert.rejects(client.evaluate(response(2), '2026-11-21'), { message: 'again' });
});

test('A crash after a good result is forgiven each time', async () => {
  const { client, workers } = engine();
  client.start();
  for (const turn of [0, 1, 2]) {
    workers[turn].comeUp();
    const evaluation = client.evaluate(response(turn), '2026-11-21');
    workers[turn].answer(turn);
    assert.equal(await evaluation, turn);
    workers[turn].crash();
    assert.equal(client.status.stage, 'loading');
  }
});

test('A failure can be tried again, with a fresh worker and a fresh allowance', async () => {
  const { client, workers } = engine();
  client.start();
  workers[0].say({ type: 'status', stage: 'failed', error: { name: 'TypeError', message: 'offline' } });
  assert.equal(client.status.stage, 'failed');
  client.start();
  assert.equal(client.status.stage, 'loading');
  workers[1].comeUp();

  assert.equal(client.status.stage, 'ready');
  assert.equal(client.status.error, null);
});

test('Files that cannot be had are a failure, not a crash', () => {
  const { client, workers } = engine();
  client.start();
  workers[0].say({ type: 'status', stage: 'listening' });
  const error = { name: 'Error', message: '404 for pyodide.mjs' };
  workers[0].say({ id: 1, ok: false, error });

  assert.equal(client.status.stage, 'failed');
  assert.equal(workers.length, 1);
  assert.ok(workers[0].isEnded);
});

test('Silence while loading is a failure; every byte buys time', () => {
  const { client, workers, timers } = engine();
  client.start();
  timers.pass(89);
  workers[0].say({ type: 'status', stage: 'loading', bytes: 1000 });
  timers.pass(89);
  assert.equal(client.status.stage, 'loading');
  timers.pass(1);

  assert.equal(client.status.stage, 'failed');
  assert.equal(timers.running.size, 0);
});

test('Silence over a question counts as a crash', async () => {
  const { client, workers, timers } = engine();
  client.start();
  workers[0].comeUp();
  const evaluation = client.evaluate(response(1), '2026-11-21');
  timers.pass(60);
  assert.equal(workers.length, 2);
  workers[1].comeUp();
  workers[1].answer('late');

  assert.equal(await evaluation, 'late');
  timers.pass(1000);
  assert.equal(client.status.stage, 'ready');
});

test('The share of the download is told where its size is known', () => {
  const { client, workers } = engine({ runtimeBytes: 2000 });
  client.start();
  workers[0].say({ type: 'status', stage: 'loading', bytes: 500 });
  assert.equal(client.status.share, 0.25);
  workers[0].say({ type: 'status', stage: 'loading', bytes: 5000 });

  assert.equal(client.status.share, 1);
});

test('A browser that refuses workers is a failure like any other', () => {
  const refuse = () => {
    throw new Error('workers are switched off');
  };
  const options = { workerUrl: 'worker.js', start: /** @type {any} */ ({}), runtimeBytes: null };
  const client = new EngineClient(options, { createWorker: refuse, timers: new FakeTimers() });
  client.start();

  assert.equal(client.status.stage, 'failed');
});

test('once nothing more is to be asked, the worker goes; a later question starts another', async () => {
  const { client, workers, timers } = engine();
  const first = client.evaluate(response(1), '2026-11-21');
  workers[0].comeUp();
  workers[0].answer({ good: 1 });
  await first;

  client.end();
  assert.equal(workers[0].isEnded, true);
  assert.equal(client.status.stage, 'idle');
  assert.equal(timers.running.size, 0);
  client.evaluate(response(1), '2026-11-21');
  assert.equal(workers.length, 2);
});

test('Responses to compare with are each answered as themselves, after what people are at work on', async () => {
  const { client, workers } = engine();
  client.start();
  workers[0].comeUp();
  const apart = [7, 8].map((number) => client.evaluateApart(response(number), `2025-01-0${number}`));
  const own = client.evaluate(response(1), '2026-11-21');
  for (const result of ['of 7', 'of 1', 'of 8']) workers[0].answer(result);

  const asked = workers[0].sent.slice(1).map(({ payload }) => [payload.response.answers.number, payload.today]);
  assert.deepEqual(asked, [[7, '2025-01-07'], [1, '2026-11-21'], [8, '2025-01-08']]);
  assert.deepEqual(await Promise.all([...apart, own]), ['of 7', 'of 8', 'of 1']);
});

test('A crash loses no response to compare with, and a failure tells of each', async () => {
  const { client, workers } = engine();
  client.start();
  workers[0].comeUp();
  const apart = [7, 8].map((number) => client.evaluateApart(response(number), '2025-01-01'));
  workers[0].crash();
  workers[1].comeUp();
  workers[1].answer('of 7');
  assert.equal(await apart[0], 'of 7');
  workers[1].crash();
  workers[2].crash();
  await assert.rejects(apart[1]);
  await assert.rejects(client.evaluateApart(response(9), '2025-01-01'));
});
