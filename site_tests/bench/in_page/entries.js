/**
 * Does with a list of entries what people do, and times each until the frame that shows it has been made: add one
 * and type its first answer, remove it, open another. Between two of them the page has a frame to itself.
 *
 * @param {{list: string, title: string, count: number, keys: number}} what  `count` of each; `keys` typed into the
 *   question `title` of each new entry
 */
async ({ list, title, count, keys }) => {
  const frame = () => {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      requestAnimationFrame(() => port2.postMessage(null));
    });
  };
  const figures = { 'nothing, for a frame': [], add: [], type: [], remove: [], open: [] };
  const time = async (name, act) => {
    await frame();
    const began = performance.now();
    act();
    await frame();
    figures[name].push(performance.now() - began);
  };

  const $lists = [...document.querySelectorAll(`[data-entries="${list}"]`)];
  const $list = $lists.find(($one) => $one.checkVisibility());
  const $rows = [...$list.querySelectorAll('[data-entry]')];
  const $tool = ($row, tool) => $row.querySelector(`[data-tool="${tool}"]`);
  const $openRow = () => $list.querySelector('.app-entry--open');
  const seen = { rows: $rows.length, added: 0, typed: 0, removed: 0, opened: 0 };

  for (let turn = 0; turn < count; turn += 1) {
    await time('nothing, for a frame', () => {});
    await time('add', () => $list.querySelector('[data-entry-add]').click());
    const $added = $openRow();
    seen.added += $added && !$rows.includes($added) ? 1 : 0;

    const $text = $added.querySelector(`[data-item$="/${title}"]`).querySelector('input, textarea');
    for (let key = 0; key < keys; key += 1) {
      await time('type', () => {
        $text.value += 'abcdefghij'[key % 10];
        $text.dispatchEvent(new Event('input', { bubbles: true }));
      });
    }
    seen.typed += $text.value.length;

    await time('remove', () => $tool($added, 'remove').click());
    seen.removed += $tool($added, 'undo') ? 1 : 0;

    const $other = $rows[(turn * 7) % $rows.length];
    await time('open', () => $tool($other, 'edit').click());
    seen.opened += $openRow() === $other ? 1 : 0;
  }
  return { figures, seen };
};
