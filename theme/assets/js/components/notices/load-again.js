/**
 * Loading the page again, for another release of it, with nothing lost.
 *
 * @typedef {import('../../component.js').App} App
 */
import { text } from '../../catalogue.js';

/**
 * Whether everything is stored and will be there again. If not, says so: the person loads the page when they are ready.
 * @param {App} app
 */
export async function mayLoadAgain(app) {
  const { draft, alerts } = app;
  draft.flush();
  await draft.settled();
  const isKept = !draft.keepsNothing && !(draft.health.journal && draft.health.local);
  // An example is there again as it was: only what somebody tried in it would be lost.
  const holdsNothing = app.isExample ? !draft.canUndo : draft.isBlank;
  if (isKept || holdsNothing) return true;
  alerts.show('release', {
    kind: 'warning',
    title: text('offline.unsaved_title'),
    lines: [text('offline.unsaved')],
    actions: [
      { label: text('draft.download'), onClick: () => app.downloadDraft() },
      { label: text('draft.reload'), onClick: () => loadAgain() },
    ],
  });
  return false;
}

export function loadAgain() {
  location.reload();
}
