/**
 * The box that an alert, a question or a refusal stands in.
 *
 * @typedef {import('../../report/element.js').Child} Child
 */
import { element } from '../../report/element.js';

/**
 * @param {'error' | 'warning' | 'info' | 'success' | 'plain'} kind
 * @param {string} title  its heading can take the focus
 * @param {Child[]} body
 * @param {import('../../report/element.js').Attributes} [attributes]
 */
export function alertBox(kind, title, body, attributes) {
  return element(
    'div',
    { class: `app-alert app-alert--${kind}`, ...attributes },
    element('h2', { class: 'app-alert__title app-lines', tabindex: -1 }, title),
    element('div', { class: 'app-alert__body' }, ...body),
  );
}
