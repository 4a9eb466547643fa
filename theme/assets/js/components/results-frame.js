/** What surrounds the parts of the results: a list of contents, and everything open on paper. */
import { text } from '../catalogue.js';
import { element } from '../report/element.js';

/**
 * Links to the parts, under the heading of the results.
 * @param {HTMLElement} $view
 */
export function addContents($view) {
  const $headings = [...$view.querySelectorAll('[data-report-part] > h2, [data-results-tools] > h2')];
  const $links = $headings.map(($heading) =>
    element('li', {}, element('a', { class: 'govuk-link', href: `#${$heading.id}` }, $heading.textContent)),
  );
  $view.querySelector('h1')?.after(
    element(
      'nav',
      { class: 'app-contents', 'aria-label': text('results.contents') },
      element('ul', { class: 'govuk-list' }, ...$links),
    ),
  );
}

/**
 * A closed fold prints as one line: open them for the print, and close them again.
 * @param {HTMLElement} $view
 */
export function openFoldsToPrint($view) {
  /** @type {HTMLDetailsElement[]} */
  let $opened = [];
  window.addEventListener('beforeprint', () => {
    $opened = [...$view.querySelectorAll('details')].filter(({ open }) => !open);
    for (const $fold of $opened) $fold.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const $fold of $opened) $fold.open = false;
  });
}
