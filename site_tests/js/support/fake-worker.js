/** A worker that does as told, and timers whose time passes when told. */

export class FakeWorker extends EventTarget {
  /** @type {any[]} */
  sent = [];
  isEnded = false;

  postMessage(message) {
    this.sent.push(structuredClone(message));
  }

  terminate() {
    this.isEnded = true;
  }

  say(data) {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }

  /** Come up as the real one does: listen, load, be ready. */
  comeUp() {
    this.say({ type: 'status', stage: 'listening' });
    this.say({ id: this.sent.at(-1).id, ok: true, result: { ready: true } });
  }

  answer(result) {
    this.say({ id: this.sent.at(-1).id, ok: true, result });
  }

  crash(message = 'out of memory') {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

export class FakeTimers {
  /** @type {Map<number, () => void>} */
  running = new Map();
  #last = 0;

  setInterval = (callback) => {
    this.#last += 1;
    this.running.set(this.#last, callback);
    return this.#last;
  };

  clearInterval = (timer) => this.running.delete(timer);

  pass(seconds) {
    for (let second = 0; second < seconds; second += 1) {
      for (const callback of [...this.running.values()]) callback();
    }
  }
}
