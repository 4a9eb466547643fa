/**
 * Links from what a report says to the answers it rests on.
 *
 * @typedef {import('./blocks.js').AnswerLink} AnswerLink
 * @typedef {import('./blocks.js').Surroundings} Surroundings
 */
import { text } from '../catalogue.js';
import { element, spoken } from './element.js';

/**
 * Links to the pages on which these answers are given, each page once.
 * @param {string[]} paths
 * @param {Surroundings} surroundings
 */
export function linksTo(paths, { link }) {
  /** @type {Map<string, AnswerLink>} */
  const links = new Map();
  for (const path of paths) {
    const found = link(path);
    const place = `${found?.view} ${found?.text}`;
    if (found && !links.has(place)) links.set(place, found);
  }
  return [...links.values()];
}

/** @param {AnswerLink[]} links */
export function answerLinks(links) {
  if (links.length === 0) return null;
  if (links.length === 1) {
    const $hidden = spoken(` ${links[0].text}`);
    return element('span', { class: 'app-reasons__links' }, anchor(links[0], text('results.see_answer'), $hidden));
  }
  const $links = links.flatMap((one, index) => [index > 0 && ', ', anchor(one, one.text)]);
  return element('span', { class: 'app-reasons__links' }, ...$links);
}

/**
 * @param {AnswerLink} link
 * @param {...import('./element.js').Child} children
 */
function anchor({ href, view, path }, ...children) {
  return element('a', { class: 'govuk-link', href, 'data-go': view, 'data-go-answer': path }, ...children);
}

/**
 * Words that begin with the name of the one answer they rest on: the name itself is the link.
 * @param {string} words
 * @param {AnswerLink[]} links
 */
export function linkedStart(words, links) {
  const [link] = links;
  if (links.length !== 1 || !words.startsWith(link.text)) return null;
  return element('span', { class: 'app-lines' }, anchor(link, link.text), words.slice(link.text.length));
}

/**
 * @param {string[]} paths
 * @param {Node | string} $content
 * @param {Surroundings} surroundings
 */
export function cellLink([path], $content, { link }) {
  const found = path === undefined ? null : link(path);
  return found ? anchor(found, $content) : $content;
}
