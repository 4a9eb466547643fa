/**
 * The page's side of being kept: asks the browser for the service worker, and says how far it is.
 *
 * Owns the state and the choice not to be kept. Knows nothing of how it is shown.
 * Event: `state`, whenever it changes.
 *
 * @typedef {'none' | 'filling' | 'ready' | 'update'} State  `update`: a newer release is there too, and waits
 *
 * @typedef {object} Place
 * @property {string} workerUrl  absolute
 * @property {string} storagePrefix  the site's path
 */
import { PROGRESS, TAKE_OVER } from './messages.js';
import { cachePrefix } from './release.js';

/** Milliseconds between two looks for a newer release: a page can stay open for days. */
const BETWEEN_LOOKS = 6 * 60 * 60 * 1000;

export class Offline extends EventTarget {
  /** How much of a release is there, while one is fetched, 0 to 1. */
  share = 0;

  /** @type {ServiceWorkerRegistration | null} */
  #registration = null;

  /** The browser refused, or the line broke off. */
  hasFailed = false;

  /** When the server was last asked for a newer release. */
  #askedAt = -Infinity;

  /**
   * @param {Place} place
   * @param {ServiceWorkerContainer} container
   * @param {() => number} [now]  milliseconds
   */
  constructor({ workerUrl, storagePrefix }, container, now = () => Date.now()) {
    super();
    this.now = now;
    this.workerUrl = workerUrl;
    this.scope = new URL('.', workerUrl).href;
    this.choice = `${storagePrefix}:offline`;
    this.container = container;
    container.addEventListener('controllerchange', () => this.#tell());
    container.addEventListener('message', ({ data }) => {
      if (data?.type !== PROGRESS) return;
      this.share = data.share;
      this.#tell();
    });
    container.startMessages();
  }

  /** @returns {State} */
  get state() {
    const { active = null, waiting = null, installing = null } = this.#registration ?? {};
    if (active && waiting) return 'update';
    if (active) return 'ready';
    return waiting || installing ? 'filling' : 'none';
  }

  /** The person would rather not have it kept. */
  get isDeclined() {
    return this.#stored((storage) => storage.getItem(this.choice)) !== null;
  }

  /** See what there is. Whether it can be kept shows only when somebody tries. */
  async look() {
    try {
      this.#follow(await this.container.getRegistration(this.scope));
    } catch {
      // A browser that keeps nothing, in a private window for one, may not even answer.
    }
    this.#tell();
  }

  /** Have the site kept; where it is already, the network is asked for a newer release at most. */
  async keep() {
    this.#askedAt = this.now();
    this.#stored((storage) => storage.removeItem(this.choice));
    try {
      const options = /** @type {const} */ ({ scope: this.scope, updateViaCache: 'none' });
      this.#follow(await this.container.register(this.workerUrl, options));
      this.hasFailed = false;
    } catch {
      this.hasFailed = true;
    }
    this.#tell();
  }

  /** See whether a newer release has come out, unless that was asked not long ago. It waits until a person wants it. */
  async lookForNewer() {
    // A clock that was set back counts as time gone by.
    if (this.state !== 'ready' || Math.abs(this.now() - this.#askedAt) < BETWEEN_LOOKS) return;
    this.#askedAt = this.now();
    try {
      await this.#registration?.update();
    } catch {
      // There is no network: the next occasion will do.
      this.#askedAt = -Infinity;
    }
  }

  /**
   * Use the release that waits, in every tab.
   * @param {() => void} then  it is in use
   */
  takeOver(then) {
    this.container.addEventListener('controllerchange', then, { once: true });
    this.#registration?.waiting?.postMessage(TAKE_OVER);
  }

  /** Have it kept no longer, and not again until somebody asks for it. */
  async decline() {
    this.#stored((storage) => storage.setItem(this.choice, 'no'));
    await this.remove();
  }

  /** Remove everything that is kept. Answers are not among it. */
  async remove() {
    this.#registration = null;
    this.hasFailed = false;
    const registration = await this.container.getRegistration(this.scope);
    if (registration?.scope === this.scope) await registration.unregister();
    const names = (await caches.keys()).filter((name) => name.startsWith(cachePrefix(this.scope)));
    await Promise.all(names.map((name) => caches.delete(name)));
    this.#tell();
  }

  /** @param {ServiceWorkerRegistration | undefined} registration */
  #follow(registration) {
    // One further up may answer for a site beneath it.
    if (registration?.scope === this.scope) this.#watch(registration);
  }

  /** @param {ServiceWorkerRegistration} registration */
  #watch(registration) {
    if (registration === this.#registration) return;
    this.#registration = registration;
    const follow = () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => {
        const isWanted = registration === this.#registration;
        this.hasFailed = isWanted && installing.state === 'redundant' && this.state === 'none';
        this.#tell();
      });
      this.#tell();
    };
    registration.addEventListener('updatefound', follow);
    follow();
  }

  #tell() {
    this.dispatchEvent(new Event('state'));
  }

  /**
   * @template Result
   * @param {(storage: Storage) => Result} act
   * @returns {Result | null} null where storage is blocked, too
   */
  #stored(act) {
    try {
      return act(localStorage);
    } catch {
      return null;
    }
  }
}

/** @type {Offline | null} */
let ofThisPage = null;

/**
 * What keeps this page's site; null where nothing can: an old browser, an address that is not secure, a site that was
 * built for another path, or one that does without.
 * @param {HTMLElement} $place  whose data say where things are
 * @returns {Offline | null}
 */
export function offlineOf({ dataset: { serviceWorker, storagePrefix = '' } }) {
  if (!serviceWorker || !('serviceWorker' in navigator)) return null;
  const workerUrl = new URL(serviceWorker, document.baseURI);
  // The policy names the worker by the path that the site was built for.
  if (new URL('.', workerUrl).pathname !== storagePrefix) return null;
  ofThisPage ??= new Offline({ workerUrl: workerUrl.href, storagePrefix }, navigator.serviceWorker);
  return ofThisPage;
}

/** The person has asked for as little data as can be. */
export function savesData() {
  // Not in every browser, nor in TypeScript.
  return Boolean(/** @type {any} */ (navigator).connection?.saveData);
}
