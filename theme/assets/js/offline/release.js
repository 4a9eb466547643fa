/**
 * A release of the site as its service worker knows it: which file stands at an address, and where it is kept.
 *
 * Decides only. Knows nothing of caches or of the network.
 *
 * @typedef {{size: number, sha256: string}} ShippedFile  bytes; hexadecimal
 * @typedef {{release: string, files: Record<string, ShippedFile>}} Release  files by their path in the site
 */

/** Beside each file in a cache stands its hash, so that a later release finds it wherever it has moved. */
export const KEPT = 'X-Sha256';

/** An address that stands for a file of this name beneath it. */
const INDEX = 'index.html';

/** What somebody who reads will soon want, and what takes longest to come. */
const SOON = 'assets/runtime/';

/**
 * Caches of this site begin so: other projects of the same account share its origin.
 * @param {string} scope  the site's address
 */
export function cachePrefix(scope) {
  return `${new URL(scope).pathname}:release:`;
}

/**
 * A cache holds files of one release, which its name tells.
 * @param {string} scope
 * @param {string} release
 */
export function cacheName(scope, release) {
  return `${cachePrefix(scope)}${release}`;
}

/**
 * Where a file is fetched, and under which address it is kept: the one that people visit.
 * @param {string} path
 * @param {string} scope
 */
export function addressOf(path, scope) {
  const visited = path === INDEX || path.endsWith(`/${INDEX}`) ? path.slice(0, -INDEX.length) : path;
  return new URL(visited.split('/').map(encodeURIComponent).join('/'), scope).href;
}

/**
 * What stands at an address, whatever its query: a file's path, the folder's own address where its last slash is
 * missing, or null for what is not of this release.
 * @param {string} address
 * @param {string} scope
 * @param {Record<string, ShippedFile>} files
 * @returns {{path: string} | {folder: string} | null}
 */
export function findFile(address, scope, files) {
  const { origin, pathname, search } = new URL(address);
  const site = new URL(scope);
  if (origin !== site.origin || !pathname.startsWith(site.pathname)) return null;
  const path = decoded(pathname.slice(site.pathname.length));
  if (path === null) return null;
  const file = path === '' || path.endsWith('/') ? path + INDEX : path;
  if (Object.hasOwn(files, file)) return { path: file };
  return Object.hasOwn(files, `${path}/${INDEX}`) ? { folder: `${origin}${pathname}/${search}` } : null;
}

/**
 * The files in the order in which they are fetched: the home page, since a server that changes pages on their way shows
 * there before much was fetched in vain; then Python's, the largest of them last, then the rest.
 * @param {Record<string, ShippedFile>} files
 * @returns {[string, ShippedFile][]}
 */
export function inOrder(files) {
  const turn = (/** @type {string} */ path) => (path === INDEX ? 0 : path.startsWith(SOON) ? 1 : 2);
  return Object.entries(files).sort(([a, one], [b, other]) => turn(a) - turn(b) || one.size - other.size);
}

/** @param {string} path */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
