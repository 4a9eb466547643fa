/**
 * Types into a text of the view that is shown, a key each.
 *
 * @param {{path: string, keys: number}} what
 */
async ({ path, keys }) => {
  const $text = document.querySelector(`[data-item="${path}"]`).querySelector('input, textarea');
  for (let key = 0; key < keys; key += 1) {
    await shown('nothing', () => {});
    await shown('a key', () => {
      $text.value += 'abcdefghij'[key % 10];
      $text.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
  await shownLast();
  return $text.value.length;
};
