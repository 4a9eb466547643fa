/**
 * Prints a copy from the page: for the print it takes the place of everything else there.
 *
 * @typedef {import('../../report/summary-file.js').Summary} Summary
 */
import { element } from '../../report/element.js';
import { summaryClass, summaryContents } from '../../report/summary-file.js';

/**
 * @param {HTMLElement} $main
 * @param {Summary} summary
 */
export function printSummary($main, summary) {
  const $copy = element('div', { class: `${summaryClass(summary)} app-printed-copy` }, ...summaryContents(summary));
  const { title } = document;
  const { classList } = document.documentElement;
  $main.append($copy);
  classList.add('app-prints-copy');
  // The browser offers the title as the name of a PDF.
  document.title = summary.name ? `${summary.name} – ${summary.title}` : summary.title;
  window.addEventListener(
    'afterprint',
    () => {
      $copy.remove();
      classList.remove('app-prints-copy');
      document.title = title;
    },
    { once: true },
  );
  window.print();
}
