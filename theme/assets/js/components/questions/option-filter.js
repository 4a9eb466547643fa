/** A box above a long list of choices: what is typed in it leaves those whose words hold it, and those chosen. */
import { text } from '../../catalogue.js';
import { element } from '../../report/element.js';

/**
 * @param {HTMLElement} $list  .govuk-radios or .govuk-checkboxes
 * @param {string} path  of the question
 */
export function addFilter($list, path) {
  const id = `${path}-filter`;
  const $box = element('input', { class: 'govuk-input govuk-input--width-20', type: 'text', id, autocomplete: 'off' });
  const $label = element('label', { class: 'govuk-label', for: id }, text('question.find_option'));
  $list.classList.add('app-options--many');
  const $said = element('p', { class: 'govuk-hint', role: 'status' });
  $list.before(element('div', { class: 'govuk-form-group' }, $label, $box, $said));
  $box.addEventListener('input', (event) => {
    // It is no answer.
    event.stopPropagation();
    const typed = $box.value.trim().toLowerCase();
    const $items = /** @type {NodeListOf<HTMLElement>} */ ($list.querySelectorAll(':scope > div'));
    let count = 0;
    for (const $item of $items) {
      const isChosen = $item.querySelector('input')?.checked ?? false;
      $item.hidden = !isChosen && !($item.textContent ?? '').toLowerCase().includes(typed);
      if (!$item.hidden) count += 1;
    }
    $said.textContent = typed && text('question.options_shown', { count, all: $items.length });
  });
}
