/** The words for kinds of finding. */
import { text } from '../catalogue.js';

/**
 * The questionnaire's own word, or ours.
 * @param {import('../definition.js').Definition} definition
 * @param {string} kind
 */
export function kindLabel(definition, kind) {
  return definition.data.findings_labels[kind] ?? common(kind);
}

/** @param {string} kind */
function common(kind) {
  switch (kind) {
    case 'gap':
      return text('results.kind_gap');
    case 'partial':
      return text('results.kind_partial');
    case 'unknown':
      return text('results.kind_unknown');
    case 'covered':
      return text('results.kind_covered');
    default:
      return text('results.kind_note');
  }
}
