/**
 * The name or role that stands beside a person's answers: one setting of this browser, asked for where drafts meet and
 * never required.
 *
 * @typedef {import('../../component.js').Basics} Basics
 */
import { text } from '../../catalogue.js';
import { element } from '../../report/element.js';

/** More is a story. */
const LONGEST = 80;

let fields = 0;

/**
 * The field, for any view.
 * @param {Basics} app
 */
export function editorNameField(app) {
  fields += 1;
  const id = `editor-name-${fields}`;
  const $input = element('input', {
    class: 'govuk-input',
    id,
    type: 'text',
    maxlength: LONGEST,
    autocomplete: 'off',
    'aria-describedby': `${id}-hint`,
  });
  const show = () => ($input.value = storedName(app));
  $input.addEventListener('input', () => keepName(app, $input.value.trim()));
  app.router.addEventListener('view', show);
  app.draft.addEventListener('replaced', show);
  show();
  return element(
    'div',
    { class: 'govuk-form-group' },
    element('label', { class: 'govuk-label govuk-label--s', for: id }, text('share.editor_name')),
    element('div', { class: 'govuk-hint', id: `${id}-hint` }, text('share.editor_name_hint')),
    $input,
  );
}

/**
 * Put the name beside whatever is answered in this browser from now on.
 * @param {Basics} app
 */
export function nameEditor(app) {
  const name = () => {
    const stored = storedName(app);
    if (stored !== '' && app.draft.editorName === '') app.draft.setEditorName(stored);
  };
  app.draft.addEventListener('change', name);
  app.draft.addEventListener('replaced', name);
}

/**
 * @param {Basics} app
 * @param {string} name
 */
function keepName(app, name) {
  app.draft.setEditorName(name);
  if (app.draft.keepsNothing) return;
  try {
    if (name === '') localStorage.removeItem(keyOf(app));
    else localStorage.setItem(keyOf(app), name);
  } catch {
    // Where nothing can be kept, the draft at hand has it all the same.
  }
}

/**
 * The name goes from this browser, and stays in the drafts that have it.
 * @param {Basics} app
 */
export function forgetName(app) {
  try {
    localStorage.removeItem(keyOf(app));
  } catch {
    // Where storage is blocked there is nothing of ours.
  }
}

/** @param {Basics} app */
function storedName(app) {
  if (app.draft.keepsNothing) return app.draft.editorName;
  try {
    return (localStorage.getItem(keyOf(app)) ?? app.draft.editorName).slice(0, LONGEST);
  } catch {
    return app.draft.editorName;
  }
}

/** @param {Basics} app */
function keyOf({ $main }) {
  return `${$main.dataset.storagePrefix ?? ''}:editor-name`;
}
