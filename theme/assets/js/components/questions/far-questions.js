/**
 * Questions far down a long section, which browsers lay out only as they come into sight: what that would hide from
 * somebody, or show them, is put right.
 *
 * @typedef {import('../../component.js').App} App
 */
import { forEach } from '../../component.js';
import { whenIdle } from '../../idle.js';

/** @param {App} app */
export function mindFarQuestions({ $main, router }) {
  sayWhatIsHidden($main);
  const measure = async () => {
    const { current } = router;
    for (const $box of router.$view(current)?.querySelectorAll('.app-far:not([data-measured])') ?? []) {
      await layOutOnce(/** @type {HTMLElement} */ ($box));
      // Of a view that is not shown, none has a size.
      if (router.current !== current) return;
      $box.setAttribute('data-measured', '');
    }
  };
  router.addEventListener('view', measure);
  void measure();
}

/**
 * Browsers remember how high a box was, and then scroll to the right place in what is not laid out: find-in-page went
 * off by a screen.
 * @param {HTMLElement} $box
 */
async function layOutOnce($box) {
  await new Promise((resolve) => whenIdle(() => resolve(null)));
  $box.classList.add('app-far--laid-out');
  await frame();
  await frame();
  $box.classList.remove('app-far--laid-out');
}

function frame() {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/**
 * Chromium tells screen readers of all that is in a box without a layout, hidden or not: it goes by the layout.
 * @param {HTMLElement} $main
 */
function sayWhatIsHidden($main) {
  const say = (/** @type {Element} */ $node) => {
    if ($node.hasAttribute('hidden')) $node.setAttribute('aria-hidden', 'true');
    else $node.removeAttribute('aria-hidden');
  };
  const observer = new MutationObserver((changes) => changes.forEach(({ target }) => say(/** @type {Element} */ (target))));
  forEach($main, '.app-far', ($box) => {
    $box.querySelectorAll('[hidden]').forEach(say);
    observer.observe($box, { attributes: true, attributeFilter: ['hidden'], subtree: true });
  });
}
