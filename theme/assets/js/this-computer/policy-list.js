/** The page's policy in plain words: for each way out, where it may lead. */
import { text } from '../catalogue.js';
import { fold } from '../components/fold.js';
import { element } from '../report/element.js';

/** @param {import('./policy.js').Rule[]} rules */
export function policyList(rules) {
  const rows = rules.map(({ directive, goes, places }) =>
    element(
      'li',
      {},
      text('computer.rule', { what: wayWords(directive), directive, where: placeWords(goes, places) }),
    ),
  );
  return fold(text('computer.rules'), element('ul', { class: 'govuk-list govuk-list--bullet' }, ...rows));
}

/**
 * @param {import('./policy.js').Rule['goes']} goes
 * @param {string[]} places
 */
function placeWords(goes, places) {
  if (goes === 'elsewhere') return text('computer.rule_elsewhere', { places: places.join(' ') });
  return goes === 'here' ? text('computer.rule_here') : text('computer.rule_nowhere');
}

/** @param {string} directive */
function wayWords(directive) {
  switch (directive) {
    case 'connect-src':
      return text('computer.way_connect');
    case 'script-src':
      return text('computer.way_script');
    case 'style-src':
      return text('computer.way_style');
    case 'img-src':
      return text('computer.way_image');
    case 'font-src':
      return text('computer.way_font');
    case 'worker-src':
      return text('computer.way_worker');
    case 'manifest-src':
      return text('computer.way_manifest');
    case 'frame-src':
      return text('computer.way_frame');
    case 'media-src':
      return text('computer.way_media');
    case 'object-src':
      return text('computer.way_object');
    case 'form-action':
      return text('computer.way_form');
    default:
      return text('computer.way_base');
  }
}
