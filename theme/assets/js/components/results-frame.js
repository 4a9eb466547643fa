/** What surrounds the parts of the results: a list of contents, and everything open on paper. */
import { text } from '../catalogue.js';
import { element } from '../report/element.js';

/**
 * Links to the parts, under the heading of the results; those that stand under a heading, under its link.
 * @param {HTMLElement} $view
 */
export function addContents($view) {
  const $headings = $view.querySelectorAll(':is([data-report-part], [data-results-tools]) > :is(h2, h3)');
  /** @type {HTMLElement[]} */
  const $chapters = [];
  for (const $heading of $headings) {
    const $link = element('a', { class: 'govuk-link', href: `#${$heading.id}` }, $heading.textContent);
    const $chapter = $heading.matches('h3') ? $chapters.at(-1) : null;
    if (!$chapter) {
      $chapters.push(element('li', {}, $link));
      continue;
    }
    const $within = $chapter.querySelector('ul') ?? element('ul', { class: 'govuk-list' });
    $within.append(element('li', {}, $link));
    $chapter.append($within);
  }
  $view.querySelector('h1')?.after(
    element(
      'nav',
      { class: 'app-contents', 'aria-label': text('results.contents') },
      element('ul', { class: 'govuk-list' }, ...$chapters),
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
