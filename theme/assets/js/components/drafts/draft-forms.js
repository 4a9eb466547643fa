/**
 * What the list of drafts asks: a draft's name, and what a new draft is to take over from it.
 *
 * @typedef {import('../../draft/shelf.js').Shelved} Shelved
 */
import { text } from '../../catalogue.js';
import { element, linkButton } from '../../report/element.js';
import { checkboxes } from '../choices.js';
import { draftTitle } from './draft-card.js';

/**
 * @param {Shelved} draft
 * @param {(name: string) => void} onName
 * @param {() => void} onCancel
 */
export function renameForm(draft, onName, onCancel) {
  const id = `name-${draft.id}`;
  const $input = element('input', {
    class: 'govuk-input',
    id,
    'aria-describedby': `${id}-hint`,
    maxlength: 120,
    autocomplete: 'off',
    value: draft.name,
  });
  return form(
    [
      element('label', { class: 'govuk-label govuk-label--s', for: id }, text('drafts.name_label')),
      element('div', { class: 'govuk-hint', id: `${id}-hint` }, text('drafts.name_hint')),
      $input,
    ],
    { label: text('drafts.name_save'), onSubmit: () => onName($input.value), onCancel },
  );
}

/**
 * @param {Shelved} draft
 * @param {import('../../definition.js').StartFrom} rules
 * @param {(asked: string[]) => void} onStart
 * @param {() => void} onCancel
 */
export function startFromForm(draft, rules, onStart, onCancel) {
  const offers = rules.offer.map(({ id, label, hint }) => ({ value: id, label, hint }));
  const boxes = checkboxes(`carry-${draft.id}`, text('drafts.carry_over'), () => {}, offers);
  return form(
    [
      element('h3', { class: 'govuk-heading-s', tabindex: -1 }, text('drafts.start_from_title', { name: draftTitle(draft) })),
      element('p', {}, rules.text),
      element('p', {}, text('drafts.start_from_stays')),
      offers.length > 0 && boxes.$root,
    ],
    { label: text('drafts.start_from_confirm'), onSubmit: () => onStart(boxes.chosen), onCancel },
  );
}

/**
 * @param {import('../../report/element.js').Child[]} content
 * @param {{label: string, onSubmit: () => void, onCancel: () => void}} answers
 */
function form(content, { label, onSubmit, onCancel }) {
  const $form = element(
    'form',
    { class: 'app-draft__form' },
    element('div', { class: 'govuk-form-group' }, ...content),
    element(
      'div',
      { class: 'govuk-button-group' },
      element('button', { type: 'submit', class: 'govuk-button' }, label),
      linkButton(text('files.cancel'), onCancel),
    ),
  );
  $form.addEventListener('submit', (event) => {
    event.preventDefault();
    onSubmit();
  });
  return $form;
}
