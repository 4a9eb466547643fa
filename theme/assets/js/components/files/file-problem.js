/**
 * Why a file cannot be opened, in words for the person who chose it.
 *
 * @typedef {import('../../draft/file.js').FileResult} FileResult
 */
import { text } from '../../catalogue.js';

/**
 * @param {FileResult & {ok: false}} problem
 * @param {string} title  of the questionnaire on this page
 */
export function fileProblemText(problem, title) {
  switch (problem.reason) {
    case 'empty':
      return text('files.empty');
    case 'too-large':
      return text('files.too_large');
    case 'not-a-draft':
      return text('files.not_a_draft');
    case 'summary-without-draft':
      return text('files.summary_without_draft');
    case 'damaged':
      return text('files.damaged');
    case 'other-questionnaire':
      return text('files.other_questionnaire', { other: problem.questionnaireId ?? '', title });
    case 'newer-version':
    case 'newer-revision':
      return text('files.newer');
    case 'locked':
      return text('files.locked');
    case 'wrong-passphrase':
      return text('files.wrong_passphrase');
    case 'no-lock':
      return text('files.cannot_unlock');
    case 'workbook':
      return text('files.is_workbook');
    case 'old-workbook':
      return text('files.old_workbook');
    case 'locked-workbook':
      return text('files.locked_workbook');
    case 'not-a-workbook':
      return text('files.not_a_workbook');
    case 'not-ours':
      return text('files.foreign_workbook', { title });
    case 'damaged-workbook':
      return text('files.damaged_workbook');
    case 'unreadable':
      return text('files.unreadable');
  }
}
