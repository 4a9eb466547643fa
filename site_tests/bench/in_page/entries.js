/**
 * Does with a list of entries what people do: add one and type its first answer, remove it, open another.
 *
 * @param {{list: string, title: string, count: number, keys: number}} what  `count` of each; `keys` typed into the
 *   question `title` of each new entry
 */
async ({ list, title, count, keys }) => {
  const $lists = [...document.querySelectorAll(`[data-entries="${list}"]`)];
  const $list = $lists.find(($one) => $one.checkVisibility());
  const $rows = [...$list.querySelectorAll('[data-entry]')];
  const $tool = ($row, tool) => $row.querySelector(`[data-tool="${tool}"]`);
  const $openRow = () => $list.querySelector('.app-entry--open');
  const seen = { added: 0, typed: 0, removed: 0, opened: 0 };

  for (let turn = 0; turn < count; turn += 1) {
    await shown('nothing', () => {});
    await shown('add', () => $list.querySelector('[data-entry-add]').click());
    const $added = $openRow();
    seen.added += $added && !$rows.includes($added) ? 1 : 0;

    const $text = $added.querySelector(`[data-item$="/${title}"]`).querySelector('input, textarea');
    for (let key = 0; key < keys; key += 1) {
      await shown('type', () => {
        $text.value += 'abcdefghij'[key % 10];
        $text.dispatchEvent(new Event('input', { bubbles: true }));
      });
    }
    seen.typed += $text.value.length;

    await shown('remove', () => $tool($added, 'remove').click());
    seen.removed += $tool($added, 'undo') ? 1 : 0;

    const $other = $rows[(turn * 7) % $rows.length];
    await shown('open', () => $tool($other, 'edit').click());
    seen.opened += $openRow() === $other ? 1 : 0;
  }
  await shownLast();
  return seen;
};
