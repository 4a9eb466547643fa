/** A link to the place on the page where an answer is given. */
import { placeOf } from '../places.js';
import { element } from '../report/element.js';

/**
 * @param {import('../response.js').Evaluation} evaluation
 * @param {string} path
 * @param {...import('../report/element.js').Child} words
 */
export function answerLink(evaluation, path, ...words) {
  const step = placeOf(evaluation, path).step ?? 'hub';
  const href = `?step=${encodeURIComponent(step)}`;
  return element('a', { class: 'govuk-link', href, 'data-go': step, 'data-go-answer': path }, ...words);
}
