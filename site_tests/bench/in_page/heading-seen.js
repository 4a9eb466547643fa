/**
 * Notes as `headingSeen` when, in milliseconds since 1970, the page first showed a level-one heading that says it was
 * changed: Playwright looks only every half second by then, which would be half of what is measured.
 */
const look = () => {
  const $shown = [...document.querySelectorAll('h1')].find(($heading) => $heading.checkVisibility());
  if ($shown?.textContent.includes(', changed ')) window.headingSeen = performance.timeOrigin + performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
