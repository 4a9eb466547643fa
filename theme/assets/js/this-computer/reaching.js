/** What the browser says of addresses: which it has fetched, and that it refuses one elsewhere. */

/** Milliseconds after which a request that was not refused has been let out. */
const PATIENCE = 5_000;

/**
 * Try to send something to an address, and see whether the page's policy refuses it. Where it does, nothing is sent:
 * the browser does not even ask where the address is.
 * @param {string} address
 * @param {EventTarget} scope  the page's document, or the worker itself
 * @returns {Promise<boolean | null>}  null: nothing came of it, but the browser does not say that it refused (WebKit is
 *   silent in a worker)
 */
export async function isRefused(address, scope) {
  const isReported = new Promise((resolve) => {
    scope.addEventListener('securitypolicyviolation', () => resolve(true), { once: true });
    setTimeout(() => resolve(false), PATIENCE);
  });
  const isOut = await fetch(address, { mode: 'no-cors' }).then(
    () => true,
    () => false,
  );
  if (isOut) return false;
  return (await isReported) ? true : null;
}

/** @returns {string[]} */
export function addressesFetched() {
  return ['navigation', 'resource'].flatMap((type) => performance.getEntriesByType(type)).map(({ name }) => name);
}

/**
 * @param {string[]} addresses
 * @param {string} origin
 * @returns {{own: string[], foreign: string[]}}  each address once
 */
export function sorted(addresses, origin) {
  const unique = [...new Set(addresses)].filter((address) => !/^(blob|data):/.test(address));
  const isOwn = (/** @type {string} */ address) => new URL(address).origin === origin;
  return { own: unique.filter(isOwn), foreign: unique.filter((address) => !isOwn(address)) };
}
