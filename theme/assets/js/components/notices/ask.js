/**
 * Ask before something that cannot be taken lightly, in the place where it was asked for.
 *
 * @typedef {object} AnswerTo
 * @property {string} label
 * @property {() => unknown} onClick
 * @property {boolean} [isWarning]
 * @property {boolean} [stays]  the question stays after it
 */
import { text } from '../../catalogue.js';
import { button, element, linkButton } from '../../report/element.js';
import { alertBox } from './alert-box.js';

/**
 * @param {HTMLElement} $from  the button that asks
 * @param {{title: string, lines: string[], answers: AnswerTo[]}} question
 */
export function ask($from, { title, lines, answers }) {
  document.querySelector('[data-question]')?.remove();
  const cancel = () => {
    $question.remove();
    $from.focus();
  };
  const buttons = answers.map(({ label, onClick, isWarning, stays }) => {
    const give = () => {
      if (!stays) $question.remove();
      onClick();
    };
    return button(label, give, isWarning ? { class: 'govuk-button govuk-button--warning' } : {});
  });
  const $buttons = element('div', { class: 'govuk-button-group' }, ...buttons, linkButton(text('files.cancel'), cancel));
  const $lines = lines.map((line) => element('p', {}, line));
  const $question = alertBox('warning', title, [...$lines, $buttons], { 'data-question': true });
  ($from.closest('p, li') ?? $from).after($question);
  $question.scrollIntoView({ block: 'nearest' });
  $question.querySelector('h2')?.focus();
}
