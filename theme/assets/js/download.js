/**
 * Hands a file to the person: the plain download, which every browser and managed machine knows.
 *
 * @param {{name: string, type: string, text: string | ArrayBuffer}} file  `text`: or its bytes
 */
export function download({ name, type, text }) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const $link = document.createElement('a');
  $link.href = url;
  $link.download = name;
  document.body.append($link);
  $link.click();
  $link.remove();
  // Some browsers begin to read after the click has returned; a minute is ample, and a few kilobytes wait for it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
