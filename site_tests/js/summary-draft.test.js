/** A draft inside an HTML summary: it comes back as it was, whatever people wrote, and nothing is taken for one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDraftText } from '../../theme/assets/js/draft/file.js';
import { draftFromResponse } from '../../theme/assets/js/draft/from-response.js';
import { draftInside, SUMMARY_MARK } from '../../theme/assets/js/draft/summary-draft.js';
import { definition } from './support/workshop.js';

const BY = { editor: 'me', at: '2026-11-20T10:30:00.000Z' };
const MARK = `<meta name="${SUMMARY_MARK.name}" content="${SUMMARY_MARK.content}">`;

function draftOf(answers, questionnaire = definition.id) {
  const response = { questionnaire_id: questionnaire, questionnaire_revision: 1, answers, entries: {} };
  return draftFromResponse(response, BY);
}

/** As a browser writes it out: the text of a script just as it is. */
function summaryOf(draft, body = '<p>x</p>') {
  const { attributes, text } = draftInside(draft);
  const script = `<script type="${attributes.type}" id="${attributes.id}">${text}</script>`;
  return `<!doctype html>\n<html><head>${MARK}${script}</head><body>${body}</body></html>\n`;
}

const reasonOf = (html) => /** @type {any} */ (readDraftText(html, definition)).reason;

test('Whatever people wrote comes back, and cannot end the script early', () => {
  const hostile = '</script><script>alert(1)</script><!--<script>';
  const words = fc.oneof(fc.string({ unit: 'binary' }), fc.constant(hostile), fc.string({ unit: fc.constantFrom('<', '/', '!', '-', '"', '\\', 's') }));
  fc.assert(
    fc.property(words, words, (name, notes) => {
      const draft = draftOf({ name, 'stand/notes': notes });
      const html = summaryOf(draft);
      assert.equal(html.match(/<\/?script/g)?.length, 2);
      const result = readDraftText(html, definition);
      assert.ok(result.ok);
      assert.deepEqual(JSON.parse(JSON.stringify(result.draft.answers)), JSON.parse(JSON.stringify(draft.answers)));
    }),
  );
});

test('A browser that saved the file again may have written above it', () => {
  const html = summaryOf(draftOf({ name: 'Spokes' }));

  assert.ok(readDraftText(`\uFEFF<!-- saved from url=(0014)about:internet -->\r\n${html}`, definition).ok);
});

test('Each way it can fail is told apart', () => {
  const whole = summaryOf(draftOf({ name: 'Spokes' }));

  assert.equal(reasonOf(`<!doctype html><html><head>${MARK}</head></html>`), 'summary-without-draft');
  assert.equal(reasonOf('<!doctype html><p>Another page</p>'), 'not-a-draft');
  assert.equal(reasonOf(whole.slice(0, whole.indexOf('Spokes'))), 'damaged');
  assert.equal(reasonOf(whole.replace('"answers"', '"answ')), 'damaged');
  assert.equal(reasonOf(whole.replace(/(questionnaire-draft">).*?(<\/script>)/, '$1$2')), 'damaged');
  assert.equal(reasonOf(summaryOf(draftOf({}, 'another'))), 'other-questionnaire');
});

test('Text that looks like a draft inside is not taken for one', () => {
  const { text } = draftInside(draftOf({ name: 'Feigned' }));
  const feigned = `<script type="application/json" id="questionnaire-draft">${text}</script>`;
  const written = feigned.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

  assert.equal(reasonOf(`<!doctype html><html><head>${MARK}</head><body>${written}</body></html>`), 'summary-without-draft');
});
