/** Two tabs on one draft: one writes, the others read, and no tab that is gone or stuck keeps the turn. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OneWriter } from '../../theme/assets/js/draft/one-writer.js';
import { MemoryLocks } from './support/locks.js';
import { Browser, next, store } from './support/storage.js';

/** Several tabs of one browser with the same draft open. */
class Desk {
  browser = new Browser();
  locks = new MemoryLocks();

  async tab(parts = {}) {
    const session = await this.browser.open(parts);
    const locks = this.locks.tab();
    const writer = new OneWriter(session, locks, '/site/', 20);
    await settle();
    return { session, writer, locks, mail: this.browser.tabs.at(-1) };
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

async function twoTabs(desk = new Desk()) {
  const one = await desk.tab();
  await store(one.session, 'name', 'Mine');
  return { desk, one, two: await desk.tab() };
}

/** Which of some tabs may edit. */
const writers = (...tabs) => tabs.map(({ session }) => !session.isReading);

test('the second tab reads and takes no edit, and the first notices nothing', async () => {
  const { desk, one, two } = await twoTabs();
  assert.deepEqual(writers(one, two), [true, false]);
  const refused = next(two.session, 'refused');
  two.session.set('name', 'Theirs');
  await refused;
  two.session.undo();

  assert.equal(two.session.value('name'), 'Mine');
  assert.equal((await desk.browser.open()).value('name'), 'Mine');
});

test('the second tab takes over: the first writes what it has, and reads from then on', async () => {
  const { one, two } = await twoTabs();
  one.session.set('size', 7);
  const writing = next(two.session, 'reading');
  await two.writer.takeOver();
  await writing;

  assert.deepEqual(writers(one, two), [false, true]);
  assert.equal(two.session.value('size'), 7);
  await store(two.session, 'name', 'Ours');
  await one.session.refresh();
  assert.equal(one.session.value('name'), 'Ours');

  const back = next(one.session, 'reading');
  await one.writer.takeOver();
  await back;
  assert.deepEqual(writers(one, two), [true, false]);
});

for (const [how, leave] of /** @type {[string, (tab: any) => void][]} */ ([
  ['closed', ({ writer }) => writer.pause()],
  ['crashed', ({ locks }) => locks.crash()],
])) {
  test(`the first tab is ${how}: the second goes on by itself, with the newest answers`, async () => {
    const { one, two } = await twoTabs();
    await store(one.session, 'size', 7);
    const writing = next(two.session, 'reading');
    leave(one);
    await writing;

    assert.equal(two.session.isReading, false);
    assert.equal(two.session.value('size'), 7);
  });
}

test('a tab that hears nothing loses its turn, and what it had not written is kept all the same', async () => {
  const { desk, one, two } = await twoTabs();
  one.mail.deaf = true;
  one.session.set('size', 7);
  const writing = next(two.session, 'reading');
  await two.writer.takeOver();
  await writing;
  two.session.set('apple/state', 'good');
  await Promise.all([one.session.settled(), two.session.settled()]);
  await settle();

  assert.deepEqual(writers(one, two), [false, true]);
  const later = await desk.browser.open();
  assert.deepEqual([later.value('size'), later.value('apple/state')], [7, 'good']);
});

test('a tab that was asked, by one that then went, goes on writing', async () => {
  const { one, two } = await twoTabs();
  const asked = next(one.session, 'reading');
  two.session.neighbours.say('asks');
  await asked;
  const writing = next(one.session, 'reading');
  await writing;

  assert.equal(one.session.isReading, false);
});

test('of three tabs, whoever asks gets the turn, and not who has waited longest', async () => {
  const { desk, one, two } = await twoTabs();
  const three = await desk.tab();
  const writing = next(three.session, 'reading');
  await three.writer.takeOver();
  await writing;

  assert.deepEqual(writers(one, two, three), [false, false, true]);
});

test('a tab that comes back after it was put aside waits in line', async () => {
  const { one, two } = await twoTabs();
  const writing = next(two.session, 'reading');
  one.writer.pause();
  await writing;
  one.writer.resume();
  await settle();

  assert.deepEqual(writers(one, two), [false, true]);
});

test('different drafts in different tabs are both written', async () => {
  const { one, two } = await twoTabs();
  await two.session.startAfresh();
  await settle();
  assert.deepEqual(writers(one, two), [true, true]);

  await two.session.openRecord(two.session.others[0].id);
  await settle();
  assert.deepEqual(writers(one, two), [true, false]);
});

test('a browser that gives no locks to this page leaves both writing', async () => {
  const session = await new Browser().open();
  const locks = { request: () => Promise.reject(new DOMException('no', 'SecurityError')) };
  new OneWriter(session, locks, '/site/');
  await settle();

  assert.equal(session.isReading, false);
});
