/**
 * A draft file as it will be once it is open: one of an earlier revision is carried over for the look at it, and to be
 * merged. The draft that was read is still the one to open.
 *
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {import('./file.js').FileResult} FileResult
 * @typedef {(FileResult & {ok: true} & {present: Draft}) | (FileResult & {ok: false})} PresentResult
 */

/**
 * @param {FileResult} result
 * @param {import('./session.js').DraftSession} session
 * @returns {Promise<PresentResult>}
 */
export async function inPresentRevision(result, session) {
  if (!result.ok) return result;
  // Where what that takes cannot be had, the file is shown as it is.
  const carried = await session.carried(result.draft).catch(() => null);
  if (!carried) return { ...result, present: result.draft };
  const counts = { answers: carried.carried, unusable: carried.toLookAt.length, unknown: carried.keptAside.length };
  return { ...result, present: carried.draft, summary: { ...result.summary, ...counts } };
}
