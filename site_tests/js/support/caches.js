/** Cache storage in memory, and a server of files, for tests of what keeps a site offline. */
import { createHash } from 'node:crypto';

class FakeCache {
  /** @type {Map<string, Response>} */
  entries = new Map();

  async keys() {
    return [...this.entries.keys()].map((url) => new Request(url));
  }

  async matchAll() {
    return [...this.entries.values()].map((response) => response.clone());
  }

  async match(/** @type {string} */ url) {
    return this.entries.get(url)?.clone();
  }

  async put(/** @type {string} */ url, /** @type {Response} */ response) {
    this.entries.set(url, response);
  }

  async delete(/** @type {string} */ url, /** @type {{ignoreSearch?: boolean}} */ { ignoreSearch } = {}) {
    const place = (/** @type {string} */ each) => (ignoreSearch ? each.split('?')[0] : each);
    for (const each of [...this.entries.keys()]) if (place(each) === place(url)) this.entries.delete(each);
  }
}

export class FakeCaches {
  /** @type {Map<string, FakeCache>} */
  all = new Map();

  async open(/** @type {string} */ name) {
    const cache = this.all.get(name) ?? new FakeCache();
    this.all.set(name, cache);
    return cache;
  }

  async keys() {
    return [...this.all.keys()];
  }

  async delete(/** @type {string} */ name) {
    return this.all.delete(name);
  }

  async match(/** @type {string} */ url, /** @type {{cacheName?: string}} */ { cacheName } = {}) {
    const names = cacheName === undefined ? await this.keys() : [cacheName];
    const found = await Promise.all(names.map((name) => this.all.get(name)?.match(url)));
    return found.find((response) => response !== undefined);
  }

  /** What is kept in a cache, as text by address. */
  async texts(/** @type {string} */ name) {
    const entries = [...(this.all.get(name)?.entries ?? [])];
    return Object.fromEntries(await Promise.all(entries.map(async ([url, kept]) => [url, await kept.clone().text()])));
  }
}

/**
 * The list that a build of these files has.
 * @param {string} release
 * @param {Record<string, string>} files  text by path
 */
export function releaseOf(release, files) {
  const shipped = ([path, text]) => {
    return [path, { size: text.length, sha256: createHash('sha256').update(text).digest('hex') }];
  };
  return { release, files: Object.fromEntries(Object.entries(files).map(shipped)) };
}

/** A server whose files can change, and that writes down what it is asked. */
export class FakeServer {
  /** @type {{url: string, cache: string | undefined, redirect: string | undefined}[]} */
  asked = [];

  /** @param {Record<string, string>} files  text by address */
  constructor(files) {
    this.files = files;
    /** What the browser's own cache would answer. @type {Record<string, string>} */
    this.stale = {};
  }

  fetch = async (/** @type {any} */ url, /** @type {any} */ init) => {
    this.asked.push({ url, cache: init?.cache, redirect: init?.redirect });
    const text = (init?.cache === 'default' ? this.stale[url] : undefined) ?? this.files[url];
    if (text === undefined) return new Response('', { status: 404 });
    return new Response(text, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  };
}
