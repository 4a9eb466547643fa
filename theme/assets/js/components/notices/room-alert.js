/** Says it before this browser is full: then there is time to download a copy and to remove what is not needed. */
import { text } from '../../catalogue.js';

/** What a large draft with its earlier versions takes. */
const ENOUGH = 20_000_000;

/** @param {import('../../component.js').App} app */
export function watchRoom(app) {
  const { draft, alerts } = app;
  const look = async () => {
    if (!(await isNearlyFull())) return;
    draft.removeEventListener('saved', look);
    alerts.show('room', {
      kind: 'warning',
      title: text('save.nearly_full_title'),
      lines: [text('save.nearly_full')],
      actions: [{ label: text('draft.download'), onClick: () => app.downloadDraft() }],
    });
  };
  look();
  // A first save of a visit, and a large file that was opened, are what may bring it near its limit.
  draft.addEventListener('saved', look, { once: true });
  draft.addEventListener('replaced', look);
}

async function isNearlyFull() {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return usage !== undefined && quota !== undefined && quota - usage < ENOUGH;
  } catch {
    // Not every browser says.
    return false;
  }
}
