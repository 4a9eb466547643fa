/**
 * A pause in long work, in which the browser sees to whoever types or presses something, and to the screen.
 *
 * By a message: a timer would wait a second in a tab that is in the background.
 * @returns {Promise<void>}
 */
export function breath() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}
