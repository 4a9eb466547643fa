/**
 * Two texts as one, each under a line that says whose it is.
 *
 * @param {{by: string, words: string}[]} texts
 */
export function combinedText(texts) {
  return texts.map(({ by, words }) => `[${by}]\n${words.trim()}`).join('\n\n');
}
