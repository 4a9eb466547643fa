/** Draft files and other downloads, for whoever on the page asks. */
import { text } from './catalogue.js';
import { fileProblemText } from './components/files/file-problem.js';
import { readAskingPassphrase } from './components/files/unlock.js';
import { download } from './download.js';
import { fileName, toFileText } from './draft/file.js';
import { inPresentRevision } from './draft/present-file.js';
import { localDate } from './moments.js';
import { toResponse } from './response.js';

/**
 * @param {import('./component.js').Basics} app
 * @returns {import('./component.js').Files}
 */
export function draftFiles({ definition, draft, announce }) {
  const nameOf = (/** @type {string} */ ending) => {
    return fileName(draft.draft.name, definition.id, localDate(new Date()), ending);
  };
  return {
    download,
    fileName: nameOf,
    downloadDraft: () => {
      download({ name: nameOf('.json'), type: 'application/json', text: toFileText(draft.draft) });
      draft.markDownloaded();
      announce(text('draft.downloaded'));
    },
    readDraftFile: async (file, $place) => {
      const read = await readAskingPassphrase(file, definition, { $place, announce });
      if (read === null) return null;
      const result = await inPresentRevision(read, draft);
      if (!result.ok) return { ok: false, message: fileProblemText(result, definition.title) };
      return result.isBehind ? { ok: false, message: text('files.not_carried') } : { ok: true, draft: result.present };
    },
    responseOf: (other) => toResponse(definition, other),
  };
}
