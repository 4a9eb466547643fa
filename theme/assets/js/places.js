/**
 * Where on the page a path is answered.
 *
 * @typedef {object} PagePlace
 * @property {string | null} step  the view of the page
 * @property {string} holder  the item at the top of the path; for an entry, the list or the view of it that shows it
 * @property {string | null} entryId
 */

/**
 * @param {import('./response.js').Evaluation} evaluation
 * @param {string} path
 * @returns {PagePlace}
 */
export function placeOf(evaluation, path) {
  const { definition } = evaluation;
  const [top, entryId = null, child = ''] = path.split('/');
  const isEntry = definition.item(top)?.type === 'entries' && entryId !== null;
  const view = isEntry ? viewOf(evaluation, top, entryId) : undefined;
  // A view does not ask what all of its entries answer alike.
  const holder = view && !(child in (view.where ?? {})) ? view.id : top;
  return { step: definition.stepOf(holder), holder, entryId: isEntry ? entryId : null };
}

/**
 * The view of a list that shows an entry, the first of several.
 * @param {import('./response.js').Evaluation} evaluation
 * @param {string} entriesId
 * @param {string} entryId
 */
function viewOf(evaluation, entriesId, entryId) {
  return evaluation.definition.viewsOf(entriesId).find((view) => evaluation.entries(view.id).includes(entryId));
}
