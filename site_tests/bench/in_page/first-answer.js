/**
 * Gives the first answer as soon as the page can take it, as nobody could by hand, and notes when that was, when the
 * page said that it was saved, and what had been fetched until then. Runs before the page's own scripts.
 */
window.firstAnswer = new Promise((resolve) => {
  const fetched = () => {
    return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(
      ({ name, initiatorType, encodedBodySize, startTime, responseEnd }) => {
        return { name, initiatorType, encodedBodySize, startTime, responseEnd };
      },
    );
  };

  const answer = () => {
    const canAnswer = performance.now();
    const $status = document.querySelector('[data-save-status]');
    new MutationObserver((_, observer) => {
      observer.disconnect();
      resolve({ canAnswer, saved: performance.now(), status: $status.textContent, files: fetched() });
    }).observe($status, { childList: true, characterData: true, subtree: true });
    const $radios = [...document.querySelectorAll('[data-current] input[type=radio]')];
    $radios.find(($radio) => $radio.checkVisibility()).click();
  };

  new MutationObserver((_, observer) => {
    if (!document.documentElement?.hasAttribute('data-ready')) return;
    observer.disconnect();
    answer();
  }).observe(document, { attributes: true, attributeFilter: ['data-ready'], subtree: true });
});
