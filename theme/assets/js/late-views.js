/**
 * Views that few visits need: the script of each is brought when the view is first shown.
 *
 * Each module exports a class that is made once, over the view's root.
 *
 * @typedef {new ($root: HTMLElement, app: import('./component.js').App) => unknown} View
 */
import { sayMissing } from './components/notices/missing-part.js';
import { considerRelease } from './components/notices/new-release.js';
import { holdClicks } from './held-clicks.js';
import { orLate } from './or-late.js';

/** @type {Record<string, () => Promise<View>>} */
const VIEWS = {
  open: async () => (await import('./components/files/open-draft.js')).OpenDraft,
  revision: async () => (await import('./components/revision/revision.js')).Revision,
  drafts: async () => (await import('./components/drafts/drafts.js')).Drafts,
  share: async () => (await import('./components/share/share.js')).Share,
  merge: async () => (await import('./components/merge/merge-drafts.js')).MergeDrafts,
  workshop: async () => (await import('./components/workshop/workshop.js')).Workshop,
};

/** @param {import('./component.js').App} app */
export function bringLateViews(app) {
  /** @type {Set<string>} */
  const brought = new Set();
  const consider = async () => {
    const view = app.router.current;
    const $root = app.router.$view(view);
    if (!(view in VIEWS) || brought.has(view) || !$root) return;
    brought.add(view);
    const release = holdClicks($root);
    try {
      const Component = await orLate(VIEWS[view](), () => sayMissing(app.alerts, 'late', new Error('late')));
      app.alerts.clear('late');
      new Component($root, app);
    } catch (error) {
      brought.delete(view);
      sayMissing(app.alerts, 'late', error);
      considerRelease(app, 'late');
    } finally {
      release();
    }
  };
  app.router.addEventListener('view', consider);
  consider();
}
