/**
 * Does a thing and marks, for the browser's trace, when it began and when the frame that shows it had been made. Before
 * that the page has a frame to itself. Runs before the page's own scripts.
 */
window.frameMade = () => {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    requestAnimationFrame(() => port2.postMessage(null));
  });
};

window.shown = async (name, act) => {
  await frameMade();
  performance.mark(`begin:${name}`);
  act();
  await frameMade();
  performance.mark('shown');
};

/** What the last one has caused is over too. */
window.shownLast = async () => {
  await frameMade();
  performance.mark('begin:');
};
