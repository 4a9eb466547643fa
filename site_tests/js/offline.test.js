/** The page's side: what it says of the worker, and whose registration it takes for its own. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { TAKE_OVER } from '../../theme/assets/js/offline/messages.js';
import { Offline } from '../../theme/assets/js/offline/offline.js';
import { cacheName } from '../../theme/assets/js/offline/release.js';
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

function opened(container = new FakeContainer()) {
  const offline = new Offline(PLACE, /** @type {any} */ (container));
  /** @type {string[]} */
  const states = [];
  let replaced = 0;
  offline.addEventListener('state', () => states.at(-1) === offline.state || states.push(offline.state));
  offline.addEventListener('replaced', () => (replaced += 1));
  return { container, offline, states, replacements: () => replaced };
}

test('a site is kept by and by, and what takes over for the first time replaces nothing', async () => {
  const { container, offline, states, replacements } = opened();
  await offline.look();
  await offline.keep();
  container.registration?.move('active');
  container.dispatchEvent(new Event('controllerchange'));
  assert.deepEqual(states, ['none', 'filling', 'ready']);
  assert.equal(replacements(), 0);
});

test('a later release waits, is told to take over, and then the page is of an earlier one', async () => {
  const container = new FakeContainer();
  const registration = (container.registration = new FakeRegistration());
  registration.move('active');
  container.controller = registration.active;
  const { offline, states, replacements } = opened(container);
  await offline.look();
  registration.installing = new FakeWorker();
  registration.dispatchEvent(new Event('updatefound'));
  registration.move('waiting');
  assert.deepEqual(states, ['ready', 'update']);

  offline.takeOver();
  assert.deepEqual(registration.waiting?.said, [TAKE_OVER]);
  container.dispatchEvent(new Event('controllerchange'));
  assert.equal(replacements(), 1);
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
