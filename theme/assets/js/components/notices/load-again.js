/**
 * Loading the page again, for another release of it, with nothing lost.
 *
 * @typedef {import('../../component.js').App} App
 * @typedef {() => void} Load  how the page comes to be loaded again
 */
import { text } from '../../catalogue.js';
import { chosenFiles } from '../files/chosen-files.js';

/**
 * A person asks for it. Who would lose something is taken to where that is said.
 * @param {App} app
 * @param {Load} [load]
 */
export async function loadWhenAsked(app, load = loadAgain) {
  follow(await refusal(app, load), load);
}

/**
 * Nothing where everything is stored and will be there again. If not, the alert that says so: the person loads the page
 * when they are ready.
 * @param {App} app
 * @param {Load} [load]
 */
export async function refusal(app, load = loadAgain) {
  return (await unsavedAlert(app, load)) ?? combiningAlert(app, load);
}

/**
 * @param {App} app
 * @param {Load} load
 */
async function unsavedAlert(app, load) {
  const { draft } = app;
  draft.flush();
  await draft.settled();
  const isKept = !draft.keepsNothing && !(draft.health.journal && draft.health.local);
  // An example is there again as it was: only what somebody tried in it would be lost.
  const holdsNothing = app.isExample ? !draft.canUndo : draft.isBlank;
  if (isKept || holdsNothing) return null;
  return app.alerts.show('release', {
    kind: 'warning',
    title: text('offline.unsaved_title'),
    lines: [text('offline.unsaved')],
    actions: [
      { label: text('draft.download'), onClick: () => app.downloadDraft() },
      { label: text('draft.reload'), onClick: load },
    ],
  });
}

/**
 * Colleagues' files, and what is decided between them, are in the page alone until they are combined.
 * @param {App} app
 * @param {Load} load
 */
function combiningAlert(app, load) {
  if (chosenFiles().length === 0) return null;
  return app.alerts.show('release', {
    kind: 'warning',
    title: text('offline.combining_title'),
    lines: [text('offline.combining')],
    actions: [
      { label: text('offline.go_on_combining'), onClick: () => app.router.go('merge') },
      { label: text('draft.reload'), onClick: async () => follow(await unsavedAlert(app, load), load) },
    ],
  });
}

/**
 * @param {HTMLElement | null} $refusal
 * @param {Load} load
 */
function follow($refusal, load) {
  if ($refusal) $refusal.querySelector('h2')?.focus();
  else load();
}

export function loadAgain() {
  location.reload();
}
