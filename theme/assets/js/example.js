/** The example that an author shows: a draft in memory, of which nothing is kept. */
import { draftFromResponse } from './draft/from-response.js';
import { MemoryStore } from './draft/memory-store.js';
import { newRecord } from './draft/record.js';
import { fetchJson } from './fetch-json.js';

/** @param {string} url */
export async function exampleStore(url) {
  const example = await fetchJson(url);
  return new MemoryStore(newRecord(draftFromResponse(example, { editor: '', at: new Date().toISOString() }), 1));
}
