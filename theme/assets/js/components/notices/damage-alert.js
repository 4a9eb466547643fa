/**
 * Says what of the drafts in this browser is damaged, offers what can still be read, and all of it as it is.
 *
 * @typedef {import('../../draft/damage.js').Damage} Damage
 */
import { text } from '../../catalogue.js';
import { answeredPaths } from '../../draft/draft.js';

/** @param {import('../../component.js').App} app */
export async function sayDamage(app) {
  const { definition, draft, alerts, isExample } = app;
  // It takes a look at everything there is, which nobody should wait for.
  await new Promise((resolve) => ('requestIdleCallback' in window ? requestIdleCallback(resolve) : setTimeout(resolve, 500)));
  if (isExample) return;
  const { findDamage } = await import('../../draft/damage.js');
  // On a shared computer nothing is stored. That may have been said while the script was on its way.
  if (!('journal' in draft.store)) return;
  const store = /** @type {import('../../draft/store.js').DraftStore} */ (draft.store);
  for (const damage of await findDamage(store, definition, draft.record.id)) {
    const subject = `damaged-${damage.id}`;
    alerts.show(subject, {
      kind: 'warning',
      title: text('save.damaged_title'),
      lines: [wordsOf(damage)],
      actions: [
        ...rescue(damage, app, subject),
        { label: text('save.damaged_download'), onClick: () => download(damage, app) },
        ...removal(damage, app, subject),
      ],
    });
  }
}

/** @param {Damage} damage */
function wordsOf({ unreadable, draft }) {
  if (unreadable > 0) return text('save.damaged_parts', { count: unreadable });
  if (draft) return text('save.damaged_rescue', { count: answeredPaths(draft).length });
  return text('save.damaged');
}

/**
 * @param {Damage} damage
 * @param {import('../../component.js').App} app
 * @param {string} subject
 */
function rescue({ draft: readable }, { draft, alerts, router }, subject) {
  if (!readable) return [];
  const open = async () => {
    await draft.openDraft(readable);
    alerts.clear(subject);
    router.go('hub');
  };
  return [{ label: text('save.damaged_open'), onClick: open }];
}

/**
 * @param {Damage} damage
 * @param {import('../../component.js').App} app
 * @param {string} subject
 */
function removal({ id, isAtHand }, { draft, alerts }, subject) {
  if (isAtHand) return [];
  const remove = async () => {
    if (await draft.store.remove(id)) alerts.clear(subject);
  };
  return [{ label: text('drafts.remove'), onClick: remove }];
}

/**
 * @param {Damage} damage
 * @param {import('../../component.js').App} app
 */
function download({ raw }, app) {
  app.download({ name: app.fileName(`-${text('save.damaged_file')}.json`), type: 'application/json', text: raw });
}
