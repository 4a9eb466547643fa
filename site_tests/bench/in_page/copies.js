/**
 * How long until a copy of the results is handed to the browser as a file, and how large it is.
 *
 * @param {string[]} labels  of the buttons, in the order they are pressed; an empty one stands for the least there could
 *   be: the results as they are in the page, as a file
 */
async (labels) => {
  const buttons = [...document.querySelectorAll('.app-copy button')];
  const plain = URL.createObjectURL;
  const handed = () =>
    new Promise((resolve) => {
      URL.createObjectURL = (blob) => {
        // Pictures and workers are handed to the browser in the same way.
        if (!/^(text\/html|application)/.test(blob.type)) return plain.call(URL, blob);
        URL.createObjectURL = plain;
        resolve({ bytes: blob.size, at: performance.now() });
        return plain.call(URL, blob);
      };
    });
  const figures = [];
  for (const label of labels) {
    const coming = handed();
    const began = performance.now();
    if (label) buttons.find((button) => button.textContent === label).click();
    else URL.createObjectURL(new Blob([document.querySelector('[data-view=results]').outerHTML], { type: 'text/html' }));
    const { bytes, at } = await coming;
    figures.push({ ms: at - began, bytes });
  }
  return figures;
};
