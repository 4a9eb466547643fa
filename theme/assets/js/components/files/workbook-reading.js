/**
 * A filled-in workbook as a draft, with every cell that could not be understood.
 *
 * `isEarlier`: it is of an earlier revision. Its answers are read as the questions are now, and not carried over.
 *
 * The draft is by an editor of its own, so that combining asks where the workbook and the person's answers differ.
 *
 * @typedef {import('../../draft/draft.js').Draft} Draft
 * @typedef {import('../../draft/file.js').FileSummary} FileSummary
 * @typedef {{sheet: string, cell: string, question: string, says: string, why: string}} Left  a cell that was not taken
 * @typedef {{ok: true, draft: Draft, present: Draft, isBehind: false, summary: FileSummary, left: Left[], isEarlier: boolean}
 *   | {ok: false, reason: import('../../draft/file.js').FileProblem, questionnaireId?: string}} WorkbookResult
 */
import { text, texts } from '../../catalogue.js';
import { summarise } from '../../draft/file.js';
import { draftFromResponse } from '../../draft/from-response.js';
import { newUuid } from '../../draft/ids.js';
import { nameFromAnswers } from '../../draft/naming.js';
import { askedOnce, base64Of } from '../../engine/file-maker.js';
import { Evaluation } from '../../response.js';
import { readingEngine } from '../results/page-engine.js';

/** @type {Record<string, import('../../draft/file.js').FileProblem>} */
const REASONS = { 'too-large': 'too-large', damaged: 'damaged-workbook' };

/**
 * @param {File} file
 * @param {import('../../component.js').Basics} app
 * @param {AbortSignal} signal
 * @returns {Promise<WorkbookResult>} rejects when Python cannot be had, or the signal says stop
 */
export async function readWorkbook(file, { $main, definition }, signal) {
  const payload = { definition: definition.data, texts: texts('core.'), file: await base64Of(file) };
  const read = await askedOnce({ type: 'read-workbook', payload }, readingEngine($main), signal);
  if (!read.ok) return { ok: false, reason: REASONS[read.reason] ?? read.reason, questionnaireId: read.other };
  const draft = draftOf(read, definition, new Date(file.lastModified).toISOString());
  const summary = summarise(draft, definition, 0);
  return { ok: true, draft, present: draft, isBehind: false, summary, left: read.left, isEarlier: read.is_earlier };
}

/**
 * @param {{answers: Record<string, import('../../definition.js').Value>, entries: Record<string, string[]>}} read
 * @param {import('../../definition.js').Definition} definition
 * @param {string} at
 */
function draftOf({ answers, entries }, definition, at) {
  const editor = newUuid();
  const response = { questionnaire_id: definition.id, questionnaire_revision: definition.revision, answers, entries };
  const draft = draftFromResponse(response, { editor, at });
  draft.editors[editor] = text('files.workbook_editor');
  draft.name = nameFromAnswers(new Evaluation(definition, draft));
  return draft;
}
