/** The page's side: what it says of the worker, and whose registration it takes for its own. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { TAKE_OVER } from '../../theme/assets/js/offline/messages.js';
import { Offline } from '../../theme/assets/js/offline/offline.js';
import { cacheName } from '../../theme/assets/js/offline/release.js';
import { whenReplaced } from '../../theme/assets/js/offline/replaced.js';
import { FakeCaches } from './support/caches.js';

const SCOPE = 'https://owner.example/tools/';
const PLACE = { workerUrl: `${SCOPE}sw.js`, storagePrefix: '/tools/' };

class FakeWorker extends EventTarget {
  state = 'installing';
  /** @type {unknown[]} */
  said = [];

  /** @param {string} state */
  become(state) {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }

  /** @param {unknown} message */
  postMessage(message) {
    this.said.push(message);
  }
}

class FakeRegistration extends EventTarget {
  /** @type {FakeWorker | null} */
  installing = new FakeWorker();
  /** @type {FakeWorker | null} */
  waiting = null;
  /** @type {FakeWorker | null} */
  active = null;
  isThere = true;

  constructor(scope = SCOPE) {
    super();
    this.scope = scope;
  }

  /** @param {'installing' | 'waiting' | 'active' | null} place  where the worker that is being installed goes */
  move(place) {
    const worker = /** @type {FakeWorker} */ (this.installing);
    this.installing = null;
    if (place) this[place] = worker;
    worker.become(place ? 'installed' : 'redundant');
  }

  updates = 0;

  async update() {
    this.updates += 1;
  }

  async unregister() {
    this.isThere = false;
    return true;
  }
}

class FakeContainer extends EventTarget {
  /** @type {unknown} */
  controller = null;
  /** @type {FakeRegistration | undefined} */
  registration;
  registered = 0;

  startMessages() {}

  async getRegistration() {
    return this.registration;
  }

  async register() {
    this.registered += 1;
    this.registration ??= new FakeRegistration();
    return this.registration;
  }
}

/** @type {Map<string, string>} */
let stored;

beforeEach(() => {
  stored = new Map();
  const localStorage = {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => stored.set(key, value),
    removeItem: (key) => stored.delete(key),
  };
  Object.assign(globalThis, { localStorage, caches: new FakeCaches() });
});

const HOUR = 60 * 60 * 1000;

function opened(container = new FakeContainer(), now = () => 0) {
  const offline = new Offline(PLACE, /** @type {any} */ (container), now);
  /** @type {string[]} */
  const states = [];
  offline.addEventListener('state', () => states.at(-1) === offline.state || states.push(offline.state));
  return { container, offline, states };
}

test('a site is kept by and by', async () => {
  const { container, offline, states } = opened();
  await offline.look();
  await offline.keep();
  container.registration?.move('active');
  container.dispatchEvent(new Event('controllerchange'));
  assert.deepEqual(states, ['none', 'filling', 'ready']);
});

test('the first worker replaces nothing; each that follows replaces what the page came from', () => {
  const container = new FakeContainer();
  let replaced = 0;
  whenReplaced(/** @type {any} */ (container), () => (replaced += 1));
  const counted = [1, 2, 3].map(() => container.dispatchEvent(new Event('controllerchange')) && replaced);
  assert.deepEqual(counted, [0, 1, 2]);
});

test('a later release waits, is told to take over, and then is in use', async () => {
  const container = new FakeContainer();
  const registration = (container.registration = new FakeRegistration());
  registration.move('active');
  const { offline, states } = opened(container);
  await offline.look();
  registration.installing = new FakeWorker();
  registration.dispatchEvent(new Event('updatefound'));
  registration.move('waiting');
  assert.deepEqual(states, ['ready', 'update']);

  let uses = 0;
  offline.takeOver(() => (uses += 1));
  assert.deepEqual([registration.waiting?.said, uses], [[TAKE_OVER], 0]);
  container.dispatchEvent(new Event('controllerchange'));
  assert.equal(uses, 1);
});

test('a first attempt that breaks off has failed; one for a later release leaves the page ready', async () => {
  const { container, offline } = opened();
  await offline.keep();
  container.registration?.move(null);
  assert.deepEqual([offline.state, offline.hasFailed], ['none', true]);

  const other = opened();
  await other.offline.keep();
  other.container.registration?.move('active');
  const registration = /** @type {FakeRegistration} */ (other.container.registration);
  registration.installing = new FakeWorker();
  registration.dispatchEvent(new Event('updatefound'));
  registration.move(null);
  assert.deepEqual([other.offline.state, other.offline.hasFailed], ['ready', false]);
});

test('a browser that refuses is left alone', async () => {
  const { container, offline } = opened();
  container.register = () => Promise.reject(new DOMException('refused', 'SecurityError'));
  await offline.keep();
  assert.deepEqual([offline.state, offline.hasFailed], ['none', true]);
});

test('a refusal stands, although the browser says later that nothing is there', async () => {
  const { container, offline } = opened();
  /** @type {(nothing: undefined) => void} */
  let say = () => {};
  container.getRegistration = () => new Promise((resolve) => (say = resolve));
  container.register = () => Promise.reject(new DOMException('refused', 'SecurityError'));
  const looking = offline.look();
  await offline.keep();
  say(undefined);
  await looking;
  assert.deepEqual([offline.state, offline.hasFailed], ['none', true]);
});

test('a browser that refuses to be asked has not failed at anything yet', async () => {
  const { container, offline } = opened();
  container.getRegistration = () => Promise.reject(new DOMException('refused', 'SecurityError'));
  await offline.look();
  assert.deepEqual([offline.state, offline.hasFailed], ['none', false]);
});

test('a site further up the same address is not taken for this one, nor removed with it', async () => {
  const container = new FakeContainer();
  const above = (container.registration = new FakeRegistration('https://owner.example/'));
  above.move('active');
  const { offline } = opened(container);
  const theirs = cacheName('https://owner.example/', 'r1');
  await caches.open(theirs);
  await caches.open(cacheName(SCOPE, 'r1'));

  await offline.look();
  assert.equal(offline.state, 'none');
  await offline.remove();
  assert.equal(above.isThere, true);
  assert.deepEqual(await caches.keys(), [theirs]);
});

test('who removes it is remembered until they ask for it again', async () => {
  const { container, offline } = opened();
  await offline.keep();
  await offline.decline();
  assert.deepEqual([offline.state, offline.isDeclined, container.registration?.isThere], ['none', true, false]);
  assert.equal(opened().offline.isDeclined, true);

  await offline.keep();
  assert.equal(offline.isDeclined, false);
  assert.equal(stored.size, 0);
});

test('a page that stays open looks for a newer release, but not often', async () => {
  let hours = 1000;
  const { container, offline } = opened(undefined, () => hours * HOUR);
  await offline.keep();
  const registration = /** @type {FakeRegistration} */ (container.registration);
  hours += 7;
  await offline.lookForNewer();
  assert.equal(registration.updates, 0, 'it is still being kept');

  registration.move('active');
  const updatesAfter = async (/** @type {number} */ more) => {
    hours += more;
    await offline.lookForNewer();
    return registration.updates;
  };
  assert.equal(await updatesAfter(0), 1);
  assert.equal(await updatesAfter(5), 1);
  assert.equal(await updatesAfter(1), 2);
  assert.equal(await updatesAfter(-500), 3, 'the clock was set back');

  registration.installing = new FakeWorker();
  registration.move('waiting');
  assert.equal(await updatesAfter(7), 3, 'there is one already');
});

test('a look for a newer release without a network is made up for', async () => {
  let hours = 1000;
  const { container, offline } = opened(undefined, () => hours * HOUR);
  await offline.keep();
  const registration = /** @type {FakeRegistration} */ (container.registration);
  registration.move('active');
  const { update } = registration;
  registration.update = () => Promise.reject(new TypeError('no network'));
  hours += 7;
  await offline.lookForNewer();

  registration.update = update;
  await offline.lookForNewer();
  assert.equal(registration.updates, 1);
});
