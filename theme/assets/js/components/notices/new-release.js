/**
 * A page that was left open while a new release came out: something it wants later may be gone. It says that, and not
 * that the connection is bad. Where the new release is in use already, the page is loaded again.
 *
 * @typedef {import('../../component.js').App} App
 */
import { text } from '../../catalogue.js';
import { whenReplaced } from '../../offline/replaced.js';
import { loadAgain, loadWhenAsked, refusal } from './load-again.js';

/**
 * From here on, another release that takes over has this page loaded again; where somebody is at work, when they like.
 * @param {App} app
 */
export function followRelease(app) {
  if (!('serviceWorker' in navigator)) return;
  whenReplaced(navigator.serviceWorker, async () => {
    if (await refusal(app)) return;
    if (isAtWork(app)) sayReleased(app);
    else loadAgain();
  });
}

/**
 * Somebody may be typing, or is in the middle of what is not of the draft: a merge, a file that was opened.
 * @param {App} app
 */
function isAtWork({ router: { current }, definition }) {
  const isTyping = document.hasFocus() && document.activeElement?.matches('input, select, textarea');
  return isTyping || !(current === 'start' || definition.isPlace(current));
}

/**
 * Something of this page could not be had: say why, if the reason is a new release.
 * @param {App} app
 * @param {string} [subject]  of the alert that gives way to this one
 */
export async function considerRelease(app, subject) {
  if (!(await isGone(app.$main))) return;
  if (subject) app.alerts.clear(subject);
  sayReleased(app);
}

/** @param {App} app */
function sayReleased(app) {
  app.alerts.show('release', {
    kind: 'warning',
    title: text('offline.released_title'),
    lines: [text('offline.released')],
    actions: [{ label: text('draft.reload'), onClick: () => loadWhenAsked(app) }],
  });
}

/**
 * The server has another release than this page is of: the scripts it goes by, or its questionnaire, are not there.
 * @param {HTMLElement} $main
 */
async function isGone({ dataset: { release = '', definition = '', worker = '' } }) {
  try {
    const manifest = new URL(release, document.baseURI);
    const response = await fetch(manifest, { cache: 'no-cache' });
    const { files } = await response.json();
    const site = new URL('.', manifest).pathname;
    const paths = [definition, worker].map((address) => new URL(address, document.baseURI).pathname.slice(site.length));
    return response.ok && paths.some((path) => !Object.hasOwn(files, path));
  } catch {
    // Nobody can say: the line is bad.
    return false;
  }
}
