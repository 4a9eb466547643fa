/** What a person is told when a script of the page did not come. */
import { text } from '../../catalogue.js';

/**
 * @param {import('./alerts.js').Alerts} alerts
 * @param {string} subject
 * @param {unknown} error  why it did not come
 * @param {{title: string, line: string}} [words]  of what is missing
 */
export function sayMissing(alerts, subject, error, words) {
  alerts.show(subject, {
    kind: 'error',
    title: words?.title ?? text('draft.part_missing_title'),
    lines: [words?.line ?? text('draft.part_missing')],
    actions: [{ label: text('draft.reload'), onClick: () => location.reload() }],
  });
  reportError(error);
}
