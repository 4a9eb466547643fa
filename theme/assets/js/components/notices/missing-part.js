/** What a person is told when something of the page did not come: a script, or what one of them needs. */
import { text } from '../../catalogue.js';

/**
 * @param {import('./alerts.js').Alerts} alerts
 * @param {string} subject
 * @param {unknown} error  why it did not come; null where nobody knows
 * @param {{title: string, line: string}} [words]  of what is missing
 */
export function sayMissing(alerts, subject, error, words) {
  alerts.show(subject, {
    kind: 'error',
    title: words?.title ?? text('draft.part_missing_title'),
    lines: [words?.line ?? text('draft.part_missing')],
    actions: [{ label: text('draft.reload'), onClick: () => location.reload() }],
  });
  if (error) reportError(error);
}
