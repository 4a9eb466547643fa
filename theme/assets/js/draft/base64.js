/** Bytes as text, one way only: a text that another text could stand for as well is refused. */

/** @param {Uint8Array} bytes */
export function toBase64(bytes) {
  let characters = '';
  // All at once would be more arguments than a call can take.
  for (let start = 0; start < bytes.length; start += 8192) {
    characters += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return btoa(characters);
}

/**
 * @param {unknown} text
 * @returns {Uint8Array<ArrayBuffer> | null}
 */
export function fromBase64(text) {
  if (typeof text !== 'string') return null;
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return toBase64(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}
