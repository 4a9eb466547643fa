/**
 * Changes one answer after another, each when the result of the one before is in the page: every question with
 * options in turn, and every time another of its options.
 *
 * @param {{from: number, count: number}} which  a later batch goes on where an earlier one stopped
 */
async ({ from, count }) => {
  const nextTask = () => {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  };
  const questions = new Map();
  for (const $radio of document.querySelectorAll('[data-item] input[type=radio]')) {
    questions.set($radio.name, [...(questions.get($radio.name) ?? []), $radio]);
  }
  const $questions = [...questions.values()];
  const changes = [];
  for (let change = from; change < from + count; change += 1) {
    const $options = $questions[change % $questions.length];
    const chosen = $options.findIndex(($option) => $option.checked);
    const coming = nextReply('evaluate');
    const began = performance.now();
    $options[(chosen + 1) % $options.length].click();
    const { asked, replied, ok, result } = await coming;
    // The page draws in the same task in which it hears the reply.
    await nextTask();
    const drawn = performance.now();
    changes.push({ ok, result: JSON.stringify(result), moments: [began, asked, replied, drawn] });
  }
  return changes;
};
