/**
 * DOM nodes from data. Everything a person wrote goes in as a text node, so it can only ever be text.
 *
 * @typedef {Node | string | null | undefined | false} Child
 * @typedef {Record<string, string | number | boolean | null | undefined>} Attributes
 */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Attributes} [attributes]  true stands for an attribute without a value; false and null leave it out
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/**
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} name
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[Name]}
 */
export function svgElement(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

/**
 * @template {Element} Made
 * @param {Made} $element
 * @param {Attributes} attributes
 * @param {Child[]} children
 */
function fill($element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    $element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) {
    if (child) $element.append(child);
  }
  return $element;
}

/**
 * @param {string | Node} words
 * @param {number} level  1 to 6
 * @param {string} [className]
 */
export function heading(words, level, className = 'govuk-heading-s') {
  const name = /** @type {'h3'} */ (`h${Math.min(Math.max(level, 1), 6)}`);
  return element(name, { class: className }, words);
}

/**
 * @param {string} label
 * @param {() => void} onClick
 * @param {Attributes} [attributes]
 */
export function button(label, onClick, { class: className = 'govuk-button govuk-button--secondary', ...others } = {}) {
  const $button = element('button', { type: 'button', class: className, ...others }, label);
  $button.addEventListener('click', onClick);
  return $button;
}

/**
 * A button that looks like a link.
 * @param {string} label
 * @param {() => void} onClick
 * @param {Attributes} [attributes]
 */
export function linkButton(label, onClick, attributes) {
  return button(label, onClick, { class: 'app-link-button', ...attributes });
}

/**
 * Words that a screen reader says and nobody sees: they tell apart what shows the same words.
 * @param {...Child} words
 */
export function spoken(...words) {
  return element('span', { class: 'govuk-visually-hidden' }, ...words);
}
