/** Web Locks in memory, as the tabs of one browser share them; a tab that crashes lets its locks go. */
export class MemoryLocks {
  /** @type {Map<string, {held: any, queue: any[]}>} */
  #byName = new Map();

  /** As one tab has them. */
  tab() {
    const owned = new Set();
    return {
      request: (/** @type {string} */ name, /** @type {any} */ options, /** @type {any} */ work) =>
        new Promise((resolve, reject) => {
          this.#request(name, options, { work, resolve, reject, owned });
        }),
      crash: () => {
        for (const end of owned) end();
      },
    };
  }

  #request(name, { ifAvailable, steal, signal }, request) {
    const lock = this.#byName.get(name) ?? { held: null, queue: [] };
    this.#byName.set(name, lock);
    if (steal) {
      lock.held?.reject(new DOMException('stolen', 'AbortError'));
      lock.held?.end(false);
      this.#grant(name, lock, request);
    } else if (!lock.held) {
      this.#grant(name, lock, request);
    } else if (ifAvailable) {
      queueMicrotask(() => request.resolve(request.work(null)));
    } else {
      lock.queue.push(request);
      signal?.addEventListener('abort', () => {
        lock.queue = lock.queue.filter((one) => one !== request);
        request.reject(new DOMException('given up', 'AbortError'));
      });
    }
  }

  #grant(name, lock, request) {
    let isOver = false;
    const end = (next = true) => {
      if (isOver) return;
      isOver = true;
      request.owned.delete(end);
      if (!next) return;
      lock.held = null;
      const waiting = lock.queue.shift();
      if (waiting) this.#grant(name, lock, waiting);
    };
    lock.held = { ...request, end };
    request.owned.add(end);
    queueMicrotask(async () => {
      const result = await request.work({ name });
      end();
      request.resolve(result);
    });
  }
}
