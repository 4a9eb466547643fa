/**
 * The draft at hand as a workbook to carry on in, and to open here again. Everything in it goes along, what is hidden
 * now too: it is the person's own copy.
 *
 * @typedef {import('../../component.js').App} App
 * @typedef {import('../../draft/draft.js').Draft} Draft
 */
import { text, texts } from '../../catalogue.js';
import { answeredPaths, entryIds, valueAt } from '../../draft/draft.js';
import { madeFile } from '../../engine/file-maker.js';
import { fetchJson } from '../../fetch-json.js';
import { EXCEL_TYPE } from '../copies/copy-works.js';
import { Making } from '../copies/making.js';
import { workbookEngine } from '../results/page-engine.js';

/** @type {WeakMap<HTMLElement, Making>} */
const makings = new WeakMap();

/**
 * @param {App} app
 * @param {HTMLElement} $button  that asked for it
 */
export function takeWorkbook(app, $button) {
  const making = makings.get($button) ?? new Making(app, 3);
  makings.set($button, making);
  $button.after(making.$root);
  making.run({
    $button,
    words: text('export.making_excel'),
    make: async (signal) => {
      const name = app.fileName('.xlsx');
      const payload = await payloadOf(app);
      const request = { type: /** @type {const} */ ('questionnaire-workbook'), payload };
      app.download({ name, type: EXCEL_TYPE, text: await madeFile(request, workbookEngine(app.$main), signal) });
      app.announce(text('export.downloaded', { file: name }));
    },
    failedTitle: text('export.excel_failed_title'),
    failed: text('hub.workbook_failed'),
  });
}

/** @param {App} app */
async function payloadOf({ $main, definition, draft: { draft } }) {
  const guidance = await fetchJson($main.dataset.guidance ?? '');
  return { definition: definition.data, texts: texts('core.'), guidance, ...givenIn(draft) };
}

/** @param {Draft} draft */
function givenIn(draft) {
  const answers = Object.fromEntries(answeredPaths(draft).map((path) => [path, valueAt(draft, path)]));
  const entries = Object.fromEntries(Object.keys(draft.entries).map((path) => [path, entryIds(draft, path)]));
  return { answers, entries };
}
