/**
 * The copies that may take a while to make: a web page, a Word document, an Excel workbook.
 *
 * Owns what each is made of and what is said meanwhile. How that is shown is somebody else's.
 *
 * @typedef {import('../../component.js').App} App
 * @typedef {import('../../report/report.js').Part} Part
 * @typedef {import('../../report/source.js').Source} Source
 * @typedef {import('../../report/summary-file.js').Summary} Summary
 * @typedef {import('../../report/workbook-content.js').ToldPart} ToldPart
 * @typedef {import('./copy-choices.js').Copy} Copy
 * @typedef {import('./making.js').Work} Work
 * @typedef {(file: {type: string, text: ArrayBuffer}) => void} Give
 *
 * @typedef {object} Taken  What is handed out.
 * @property {Copy} copy
 * @property {Summary & {parts: ToldPart[]}} summary
 * @property {Source} source  as the copy has it
 */
import { text } from '../../catalogue.js';
import { madeFile } from '../../engine/file-maker.js';
import { localDate } from '../../moments.js';
import { kindLabel } from '../../report/kind-label.js';
import { isAnswered } from '../../report/versions.js';
import { WORD_TYPE, wordFile } from '../../report/word-file.js';
import { workbookContent } from '../../report/workbook-content.js';
import { workbookEngine } from '../results/page-engine.js';

export const EXCEL_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * @param {HTMLElement} $button
 * @param {Work['make']} make
 * @returns {Work}
 */
export function webPageWork($button, make) {
  return {
    $button,
    words: text('export.making_page'),
    make,
    failedTitle: text('export.page_failed_title'),
    failed: text('export.page_failed'),
  };
}

/**
 * @param {App} app
 * @param {HTMLElement} $button
 * @param {Summary} summary
 * @param {Give} give
 * @returns {Work}
 */
export function wordWork({ $main }, $button, summary, give) {
  const workerUrl = new URL($main.dataset.wordWorker ?? '', document.baseURI).href;
  return {
    $button,
    words: text('export.making_word'),
    make: async (signal) => give({ type: WORD_TYPE, text: await wordFile(summary, { workerUrl, signal }) }),
    failedTitle: text('export.word_failed_title'),
    failed: text('export.word_failed'),
  };
}

/**
 * @param {App} app
 * @param {HTMLElement} $button
 * @param {ReturnType<typeof workbookContent>} content
 * @param {Give} give
 * @returns {Work}
 */
export function excelWork({ $main }, $button, content, give) {
  const request = { type: /** @type {const} */ ('workbook'), payload: content };
  return {
    $button,
    words: text('export.making_excel'),
    make: async (signal) => give({ type: EXCEL_TYPE, text: await madeFile(request, workbookEngine($main), signal) }),
    failedTitle: text('export.excel_failed_title'),
    failed: text('export.excel_failed'),
  };
}

/**
 * What the workbook holds, of what is in the copy and nothing else.
 * @param {App} app
 * @param {Taken} taken
 */
export function workbookOf({ definition }, { copy, summary, source }) {
  const report = /** @type {Part[]} */ (definition.data.report);
  const isIn = (/** @type {Part} */ { id }) => copy.parts.some((part) => part.id === id);
  return workbookContent(summary, {
    source,
    isWhole: copy.version === null || report.filter(isAnswered).every(isIn),
    today: localDate(new Date()),
    kindLabel: (kind) => kindLabel(definition, kind),
  });
}
