/**
 * Runs before the page is drawn. Says that scripts work, so that one view shows at a time; and takes that back
 * when a script does not arrive, so that nobody is left with an empty page.
 *
 * Its address never changes, unlike those of all other scripts: after a new release they may have gone while this
 * page is still kept by the browser. Loading the page again then brings the new ones. Answers are not touched.
 */
const root = document.documentElement;

/** Milliseconds. On a slow line the scripts come within a few seconds. */
const PATIENCE = 30_000;

const RELOADED = `reloaded:${location.pathname}`;

root.classList.add('js');
// A certain view is asked for: draw none until its script has chosen it.
if (location.search) root.classList.add('waiting');

/** Whether this tab may load the page again: once, or a file that stays away would have it do so for ever. */
function mayReload() {
  try {
    const isFirst = sessionStorage.getItem(RELOADED) === null;
    sessionStorage.setItem(RELOADED, 'yes');
    return isFirst;
  } catch {
    // Storage is blocked, so nothing would remember.
    return false;
  }
}

/** Show the whole page as it is without scripts, and say so. Should they come after all, they take that back. */
function giveUp() {
  if ('ready' in root.dataset) return;
  root.classList.remove('js', 'waiting');
  root.classList.add('failed');
}

function fallBack() {
  if ('ready' in root.dataset) return;
  if (mayReload()) location.reload();
  else giveUp();
}

// A file that neither comes nor fails would leave an empty page for ever.
setTimeout(giveUp, PATIENCE);

// On the way down: the event of a script that does not load never comes up to the window.
addEventListener('error', fallBack, true);
