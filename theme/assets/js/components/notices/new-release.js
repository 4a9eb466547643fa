/**
 * A page that was left open while a new release came out: something it wants later may be gone. It says that, and not
 * that the connection is bad.
 *
 * @typedef {import('../../component.js').App} App
 */
import { text } from '../../catalogue.js';
import { loadAgain, mayLoadAgain } from './load-again.js';

/**
 * Something of this page could not be had: say why, if the reason is a new release.
 * @param {App} app
 * @param {string} [subject]  of the alert that gives way to this one
 */
export async function considerRelease(app, subject) {
  if (!(await isGone(app.$main))) return;
  if (subject) app.alerts.clear(subject);
  app.alerts.show('release', {
    kind: 'warning',
    title: text('offline.released_title'),
    lines: [text('offline.released')],
    actions: [
      { label: text('draft.reload'), onClick: async () => (await mayLoadAgain(app)) && loadAgain() },
    ],
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
