/**
 * A worker that says what it finds about itself: started as the one that works out results is, it is bound as that is.
 *
 * @typedef {{type: 'check'} | {type: 'reach', address: string} | {type: 'engine', url: string} | {type: 'fetched'}} Asked
 *   `engine`: become the engine's worker; `fetched`: the addresses that the browser has on record for this worker
 */
import { needWebAssembly } from '../engine/web-assembly.js';
import { addressesFetched, isRefused } from './reaching.js';

self.addEventListener('message', async (event) => {
  const asked = /** @type {Asked} */ (event.data);
  switch (asked.type) {
    case 'check':
      return self.postMessage({ compiles: await compiles() });
    case 'reach':
      return self.postMessage({ isRefused: await isRefused(asked.address, self) });
    case 'fetched':
      // The engine, if it is here, would take it for a question of its own.
      event.stopImmediatePropagation();
      return self.postMessage({ addresses: addressesFetched() });
    case 'engine':
      event.stopImmediatePropagation();
      await import(asked.url);
  }
});

async function compiles() {
  return needWebAssembly().then(
    () => true,
    () => false,
  );
}

self.postMessage({ isListening: true });
