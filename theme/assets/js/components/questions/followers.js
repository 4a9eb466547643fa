/**
 * What on the page follows the answers: questions shown or hidden, warnings, computed values, and options that come
 * from other answers.
 *
 * @typedef {import('../../component.js').Basics} Basics
 * @typedef {import('../../definition.js').Place} Place
 */
import { text } from '../../catalogue.js';
import { holds } from '../../conditions.js';
import { optionsSource } from '../../options.js';
import { answerWords } from './answer-words.js';
import { OptionList } from './option-list.js';

/**
 * @param {HTMLElement} $part  a part of the page
 * @param {Basics} app
 * @param {(path: string) => void} onNewOptions  a question has been given other options to choose from
 * @returns {(() => void)[]} each brings what it is for up to date
 */
export function followersIn($part, app, onNewOptions) {
  return [
    ...optionLists($part, app, onNewOptions),
    ...hiders($part, app),
    ...warners($part, app),
    ...computers($part, app),
  ];
}

/**
 * @param {HTMLElement} $part
 * @param {Basics} app
 * @param {(path: string) => void} onNewOptions
 */
function optionLists($part, app, onNewOptions) {
  return placesIn($part, '[data-item]', app).flatMap(({ $node, path, place }) => {
    const source = optionsSource(place.item);
    if (!source) return [];
    const list = new OptionList($node, path, app, app.definition.item(source)?.title ?? '');
    return [() => list.refresh() && onNewOptions(path)];
  });
}

/**
 * Questions and groups that are shown only sometimes, and folds that hold nothing else.
 * @param {HTMLElement} $part
 * @param {Basics} app
 */
function hiders($part, app) {
  const { draft } = app;
  /** @type {Set<HTMLElement>} */
  const $folds = new Set();
  const ofQuestions = placesIn($part, '[data-item], [data-group]', app).flatMap(({ $node, path, place }) => {
    if (!place.item.show_when && !place.section.show_when) return [];
    const $fold = /** @type {HTMLElement | null} */ ($node.closest('details'));
    if ($fold && $part.contains($fold)) $folds.add($fold);
    return [() => ($node.hidden = !draft.evaluation.isVisible(path))];
  });
  const ofFolds = [...$folds].map(($fold) => () => {
    $fold.hidden = $fold.querySelector('[data-item]:not([hidden])') === null;
  });
  return [...ofQuestions, ...ofFolds];
}

/**
 * @param {HTMLElement} $part
 * @param {Basics} app
 */
function warners($part, app) {
  return placesIn($part, '[data-warn]', app).flatMap(({ $node, path, place }) => {
    const warn = place.item.warn[Number($node.dataset.warnIndex)];
    if (!warn) return [];
    return [
      () => {
        const { evaluation } = app.draft;
        $node.hidden = !(evaluation.isVisible(path) && holds(warn.when, evaluation, place.entryId));
      },
    ];
  });
}

/**
 * @param {HTMLElement} $part
 * @param {Basics} app
 */
function computers($part, app) {
  return placesIn($part, '[data-computed]', app).map(({ $node, path }) => () => {
    const words = answerWords(app.draft.evaluation, path).join(', ') || text('question.computed_none');
    // It is read out whenever it is written.
    if ($node.textContent !== words) $node.textContent = words;
  });
}

/**
 * What a part of the page holds for answers; a blank entry is nobody's.
 * @param {HTMLElement} $part
 * @param {string} selector
 * @param {Basics} app
 * @returns {{$node: HTMLElement, path: string, place: Place}[]}
 */
export function placesIn($part, selector, { definition }) {
  return [.../** @type {NodeListOf<HTMLElement>} */ ($part.querySelectorAll(selector))].flatMap(($node) => {
    const { item, group, warn, computed } = $node.dataset;
    const path = item ?? group ?? warn ?? computed ?? '';
    const place = path.includes('*') ? null : definition.locate(path);
    return place ? [{ $node, path, place }] : [];
  });
}
