/** The way to "Check this computer" from where something does not work. In a tab of its own: here answers may be unsaved. */
import { text } from '../../catalogue.js';
import { element } from '../../report/element.js';

/**
 * @param {HTMLElement} $main
 * @returns {HTMLElement[]}  none where the site has no such page
 */
export function checkLink($main) {
  const { checkComputer } = $main.dataset;
  if (!checkComputer) return [];
  const attributes = { class: 'govuk-link', href: checkComputer, target: '_blank', rel: 'noopener' };
  return [element('a', attributes, text('computer.link_new_tab'))];
}
