/**
 * A draft file as it will be once it is open: one of an earlier revision is carried over for the look at it, and to be
 * merged. The draft that was read is still the one to open.
 *
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {import('./file.js').FileResult} FileResult
 * @typedef {(FileResult & {ok: true} & {present: Draft, isBehind: boolean}) | (FileResult & {ok: false})} PresentResult
 *   isBehind: what carries it over could not be had. It can be opened as it is, and must not be combined or compared.
 */

/**
 * @param {FileResult} result
 * @param {import('./session.js').DraftSession} session
 * @returns {Promise<PresentResult>}
 */
export async function inPresentRevision(result, session) {
  if (!result.ok) return result;
  const { draft } = result;
  const carried = await session.carried(draft).catch(() => null);
  const isBehind = !carried && draft.questionnaire_revision < session.definition.revision;
  if (!carried) return { ...result, present: draft, isBehind };
  const counts = { answers: carried.carried, unusable: carried.toLookAt.length, unknown: carried.keptAside.length };
  return { ...result, present: carried.draft, isBehind, summary: { ...result.summary, ...counts } };
}
