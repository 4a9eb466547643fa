/** What surrounds the parts of the results: a list of contents. */
import { text } from '../../catalogue.js';
import { element } from '../../report/element.js';
import { fold } from '../fold.js';
import { isNarrow } from '../narrow.js';

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
  const $list = element('ul', { class: 'govuk-list' }, ...$chapters);
  const label = text('results.contents');
  // On a narrow screen the results themselves come first.
  const $contents = isNarrow() ? fold(label, $list) : $list;
  $view.querySelector('h1')?.after(element('nav', { class: 'app-contents', 'aria-label': label }, $contents));
}
