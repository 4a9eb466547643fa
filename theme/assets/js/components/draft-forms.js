/**
 * What the list of drafts asks: a draft's name, and what a new draft is to take over from it.
 *
 * @typedef {import('../draft/shelf.js').Shelved} Shelved
 */
import { text } from '../catalogue.js';
import { button, element } from '../report/element.js';
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
 * @param {import('../definition.js').StartFrom} rules
 * @param {(asked: string[]) => void} onStart
 * @param {() => void} onCancel
 */
export function startFromForm(draft, rules, onStart, onCancel) {
  const boxes = rules.offer.map((offer) => ({ offer, ...tickBox(draft.id, offer) }));
  const asked = () => boxes.filter(({ $input }) => $input.checked).map(({ offer }) => offer.id);
  return form(
    [
      element('h3', { class: 'govuk-heading-s', tabindex: -1 }, text('drafts.start_from_title', { name: draftTitle(draft) })),
      element('p', {}, rules.text),
      element('p', {}, text('drafts.start_from_stays')),
      boxes.length > 0 &&
        element(
          'fieldset',
          { class: 'govuk-fieldset' },
          element('legend', { class: 'govuk-fieldset__legend govuk-fieldset__legend--s' }, text('drafts.carry_over')),
          element('div', { class: 'govuk-checkboxes govuk-checkboxes--small' }, ...boxes.map(({ $box }) => $box)),
        ),
    ],
    { label: text('drafts.start_from_confirm'), onSubmit: () => onStart(asked()), onCancel },
  );
}

/**
 * @param {string} draftId
 * @param {import('../definition.js').StartOffer} offer
 */
function tickBox(draftId, { id: offerId, label, hint }) {
  const id = `carry-${draftId}-${offerId}`;
  const $input = element('input', {
    class: 'govuk-checkboxes__input',
    type: 'checkbox',
    id,
    'aria-describedby': hint && `${id}-hint`,
  });
  const $box = element(
    'div',
    { class: 'govuk-checkboxes__item' },
    $input,
    element('label', { class: 'govuk-label govuk-checkboxes__label', for: id }, label),
    hint && element('div', { class: 'govuk-hint govuk-checkboxes__hint', id: `${id}-hint` }, hint),
  );
  return { $box, $input };
}

/**
 * @param {import('../report/element.js').Child[]} content
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
      button(text('files.cancel'), onCancel, { class: 'app-link-button' }),
    ),
  );
  $form.addEventListener('submit', (event) => {
    event.preventDefault();
    onSubmit();
  });
  return $form;
}
