/** Ids for drafts, editors and entries. crypto.randomUUID is missing where a page is not served securely. */

/** @param {number} bytes */
function randomHex(bytes) {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A version 4 UUID. */
export function newUuid() {
  const hex = randomHex(16);
  const variant = '89ab'[parseInt(hex[16], 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20),
  ].join('-');
}

/** Short enough to read in a file; starts with a letter, so that it may stand in a path and in an HTML id. */
export function newShortId() {
  return `e${randomHex(6)}`;
}
