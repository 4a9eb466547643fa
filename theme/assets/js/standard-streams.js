/** JSON in and out, for the scripts that node runs. */

// Everything else here is for browsers, and is checked without node's types.
/** @type {{stdin: AsyncIterable<Uint8Array>, stdout: {write(text: string): void}}} */
const { stdin, stdout } = /** @type {any} */ (globalThis).process;

export async function readJson() {
  const decoder = new TextDecoder();
  let input = '';
  for await (const chunk of stdin) input += decoder.decode(chunk, { stream: true });
  return JSON.parse(input + decoder.decode());
}

/** @param {unknown} value */
export function write(value) {
  stdout.write(JSON.stringify(value));
}
