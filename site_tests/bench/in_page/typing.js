/**
 * Types into a text of the view that is shown, a key each, and times each until the frame that shows it has been made.
 * Between two of them the page has a frame to itself.
 *
 * @param {{path: string, keys: number}} what
 */
async ({ path, keys }) => {
  const frame = () => {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      requestAnimationFrame(() => port2.postMessage(null));
    });
  };
  const $text = document.querySelector(`[data-item="${path}"]`).querySelector('input, textarea');
  const figures = { 'nothing, for a frame': [], 'a key': [], '  of which scripts': [] };
  for (let key = 0; key < keys; key += 1) {
    await frame();
    let began = performance.now();
    await frame();
    figures['nothing, for a frame'].push(performance.now() - began);
    began = performance.now();
    $text.value += 'abcdefghij'[key % 10];
    $text.dispatchEvent(new Event('input', { bubbles: true }));
    figures['  of which scripts'].push(performance.now() - began);
    await frame();
    figures['a key'].push(performance.now() - began);
  }
  return { figures, typed: $text.value.length };
};
