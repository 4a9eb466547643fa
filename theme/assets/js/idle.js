/**
 * For what nobody waits for: when the browser has nothing else to do, or soon.
 * @param {() => void} act
 * @param {number} [longest]  milliseconds to wait at most
 */
export function whenIdle(act, longest = 1000) {
  if ('requestIdleCallback' in window) requestIdleCallback(() => act(), { timeout: longest });
  else setTimeout(act, longest / 2);
}
