/**
 * How long until a copy of the results is handed to the browser as a file, or for print, and how large it is.
 *
 * @param {{button: string, version: string}[]} copies  the words of each button and of the version chosen before it, in
 *   the order they are pressed; an empty button stands for the least there could be: the results as they are in the page
 */
async (copies) => {
  const tools = document.querySelector('[data-results-tools]');
  const plain = URL.createObjectURL;
  const handed = () =>
    new Promise((resolve) => {
      URL.createObjectURL = (blob) => {
        // Pictures and workers are handed to the browser in the same way.
        if (!/^(text\/(html|csv)|application)/.test(blob.type)) return plain.call(URL, blob);
        URL.createObjectURL = plain;
        resolve({ bytes: blob.size, at: performance.now() });
        return plain.call(URL, blob);
      };
    });
  const printed = () =>
    new Promise((resolve) => {
      window.print = () => {
        resolve({ bytes: document.querySelector('.app-printed-copy').outerHTML.length, at: performance.now() });
        dispatchEvent(new Event('afterprint'));
      };
    });
  const figures = [];
  for (const { button, version } of copies) {
    const named = (selector, words) => [...tools.querySelectorAll(selector)].find(({ textContent }) => textContent === words);
    named('label', version)?.click();
    const coming = Promise.race([handed(), printed()]);
    const began = performance.now();
    if (button) named('button', button).click();
    else URL.createObjectURL(new Blob([document.querySelector('[data-view=results]').outerHTML], { type: 'text/html' }));
    const { bytes, at } = await coming;
    URL.createObjectURL = plain;
    figures.push({ ms: at - began, bytes });
  }
  return figures;
};
