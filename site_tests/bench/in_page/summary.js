/**
 * How long until the results are in the page, Python's part included: when a person first asks for them, and then
 * after each of a number of changes.
 *
 * @param {{changed: string, changes: number}} what  `changed` is the path of a text that is changed
 */
async ({ changed, changes }) => {
  const nextTask = () => new Promise((resolve) => setTimeout(resolve));
  const time = async (act) => {
    const coming = nextReply('evaluate');
    const began = performance.now();
    act();
    const { asked, replied, ok } = await coming;
    await nextTask();
    return { ok, Python: replied - asked, all: performance.now() - began };
  };
  const $text = document.querySelector(`[data-item="${CSS.escape(changed)}"]`).querySelector('input, textarea');
  const first = await time(() => document.querySelector('[data-current] a[data-go="results"]').click());
  const again = [];
  for (let change = 0; change < changes; change += 1) {
    again.push(
      await time(() => {
        $text.value += 'x';
        $text.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    );
  }
  return { first, again };
};
