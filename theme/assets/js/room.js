/** How much more the browser lets this website store. */

/** Bytes that are left to answers: what a large draft with its earlier versions takes. */
export const FOR_ANSWERS = 20_000_000;

/**
 * What may be stored besides, so that answers always have room.
 * @returns {Promise<number>} bytes, below 0 when little is left to answers; infinite where the browser does not say
 */
export async function roomBesideAnswers() {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return usage === undefined || quota === undefined ? Infinity : quota - usage - FOR_ANSWERS;
  } catch {
    return Infinity;
  }
}
