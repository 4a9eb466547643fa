/**
 * What the page and the engine's worker say to each other.
 *
 * Owns the shapes of the messages. Knows nothing of workers, timing or Python.
 *
 * A request carries an id, and its reply carries the same one; a status comes unasked.
 *
 * @typedef {import('../definition.js').DefinitionData} DefinitionData
 * @typedef {import('../definition.js').Value} Value
 *
 * @typedef {object} PlainResponse  The answers that are shown, without blanks; computed values among them.
 * @property {string} questionnaire_id
 * @property {number} questionnaire_revision
 * @property {Record<string, Value>} answers
 * @property {Record<string, string[]>} entries
 * @property {string[]} [broken]  paths of answers that name an option which is not there any more
 *
 * @typedef {object} StartPayload  All addresses are absolute: the worker's own base is a blob.
 * @property {string} runtimeUrl  the folder of Pyodide's files, ending in a slash
 * @property {string} lockUrl  the lock that names the core's wheel, beside it
 * @property {string[]} [packages]  of the lock; else the core alone
 * @property {'use' | 'spoil' | 'make'} [memory]  of Python's memory that is kept in the browser: start with it where
 *   there is one; never start with it again; or make it, and nothing else
 * @property {string | null} scoringUrl
 * @property {DefinitionData | null} definition  null: there is nothing to evaluate, only a file to be written
 * @property {Record<string, unknown>} texts
 *
 * @typedef {{response: PlainResponse, today: string}} EvaluatePayload
 * @typedef {{id: number, type: 'start', payload: StartPayload}
 *   | {id: number, type: 'evaluate', payload: EvaluatePayload}
 *   | {id: number, type: 'workbook' | 'questionnaire-workbook' | 'read-workbook', payload: unknown}} Request
 *
 * @typedef {{name: string, message: string}} PostableError
 * @typedef {{id: number, ok: true, result: any} | {id: number, ok: false, error: PostableError}} Reply
 *
 * @typedef {{type: 'status', stage: 'listening'}
 *   | {type: 'status', stage: 'loading', bytes: number}
 *   | {type: 'status', stage: 'crashed' | 'failed', error: PostableError}} Status
 *   `failed`: the engine's files cannot be had. `crashed`: Python itself broke, and a new worker may do better.
 *
 * @typedef {object} Evaluation  What the core makes of a response.
 * @property {any} result
 * @property {Record<string, import('../report/blocks.js').Block[]>} parts  report part id to its blocks
 * @property {any} advice
 */

/**
 * An error as plain data: not every browser can send an Error between threads.
 * @param {unknown} error
 * @returns {PostableError}
 */
export function postable(error) {
  if (error instanceof Error) return { name: error.name, message: error.message };
  return { name: 'Error', message: String(error) };
}

/** What went wrong in the engine, on the page's side. */
export class EngineError extends Error {
  /** @param {PostableError} error */
  constructor({ name, message }) {
    super(message);
    this.name = name;
  }
}
