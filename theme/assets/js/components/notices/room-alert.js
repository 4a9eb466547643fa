/** Says it before this browser is full: then there is time to download a copy and to remove what is not needed. */
import { text } from '../../catalogue.js';
import { roomBesideAnswers } from '../../room.js';

/** @param {import('../../component.js').App} app */
export function watchRoom(app) {
  const { draft, alerts } = app;
  const look = async () => {
    if ((await roomBesideAnswers()) >= 0) return;
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
