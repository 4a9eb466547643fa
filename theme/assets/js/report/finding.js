/**
 * A finding to DOM: what was found, why, and what a person can do about it.
 *
 * @typedef {import('./blocks.js').BlockOf<'finding'>} FindingBlock
 * @typedef {import('./blocks.js').Line} Line
 * @typedef {import('./blocks.js').Surroundings} Surroundings
 */
import { text } from '../catalogue.js';
import { answerLinks, linkedStart, linksTo } from './answer-links.js';
import { element, heading } from './element.js';

/**
 * @param {FindingBlock} finding
 * @param {Surroundings} surroundings
 */
export function renderFinding(finding, surroundings) {
  const { id, kind, title, reasons, set_aside: setAside = [] } = finding;
  // One set of links for all the reasons: they mostly rest on the same few answers.
  const links = linksTo(reasons.flatMap((reason) => reason.paths ?? []), surroundings);
  const $title = linkedStart(title, links);
  const $tools = surroundings.findingTools?.(finding);
  const aside = setAside.length > 0 ? ' app-finding--set-aside' : '';
  return element(
    'div',
    { class: `app-finding app-finding--${kind}${aside}`, 'data-finding': id },
    heading($title ?? title, surroundings.level, 'govuk-heading-s app-finding__title'),
    labels(finding, surroundings),
    reasons.length > 0 && element('ul', { class: 'govuk-list app-reasons' }, ...reasons.map(reasonItem)),
    ...setAside.map((reason) =>
      element('p', { class: 'app-finding__aside' }, text('results.set_aside_because', { reason: reason.text })),
    ),
    !$title && answerLinks(links),
    $tools && element('div', { class: 'app-finding__tools' }, $tools),
  );
}

/**
 * What kind it is, where that does not go without saying, and by which rule it was found.
 * @param {FindingBlock} finding
 * @param {Surroundings} surroundings
 */
function labels({ kind, rule }, { kindLabel }) {
  const label = kindLabel(kind);
  if (!label && !rule) return null;
  return element(
    'p',
    { class: 'app-finding__labels' },
    label && element('strong', { class: 'app-finding__kind' }, label),
    label && rule && ' · ',
    rule && element('span', { class: 'app-finding__rule' }, text('results.rule', { rule })),
  );
}

/** @param {Line} reason */
function reasonItem(reason) {
  return element('li', {}, element('span', { class: 'app-lines' }, reason.text));
}
