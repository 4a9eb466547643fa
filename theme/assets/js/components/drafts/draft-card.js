/**
 * One draft in the list of drafts: what it is, how far it has come, and what can be done with it.
 *
 * @typedef {import('../../draft/shelf.js').Shelved} Shelved
 * @typedef {'open' | 'rename' | 'duplicate' | 'download' | 'start-from' | 'delete' | 'undo' | 'remove'} DraftTool
 * @typedef {(tool: DraftTool, draft: Shelved) => void} UseDraft
 */
import { text } from '../../catalogue.js';
import { isBlank } from '../../definition.js';
import { editCount } from '../../draft/knowledge.js';
import { dayOf, timeOf } from '../../moments.js';
import { button, element, spoken } from '../../report/element.js';
import { Evaluation } from '../../response.js';
import { completenessOf, meter } from '../hub/completeness.js';

/**
 * @param {Shelved} draft
 * @param {import('../../definition.js').Definition} definition
 * @param {UseDraft} use
 */
export function draftCard(draft, definition, use) {
  const isDeleted = draft.deleted !== null;
  return element(
    'li',
    { class: `app-draft${isDeleted ? ' app-draft--deleted' : ''}${draft.isAtHand ? ' app-draft--open' : ''}`, 'data-draft': draft.id },
    isDeleted ? deletedLine(draft, use) : element('div', {}, heading(draft), ...facts(draft, definition), tools(draft, definition, use)),
  );
}

/** @param {Shelved} draft */
export function draftTitle({ name }) {
  return name || text('files.no_name');
}

/** @param {Shelved} draft */
function heading(draft) {
  return element(
    'h2',
    { class: 'app-draft__name', tabindex: -1 },
    draftTitle(draft),
    ' ',
    draft.isAtHand && element('span', { class: 'app-tag' }, text('drafts.at_hand')),
  );
}

/**
 * @param {Shelved} draft
 * @param {import('../../definition.js').Definition} definition
 */
function facts({ record, present, savedAt }, definition) {
  if (!record) return [element('p', {}, text('drafts.unreadable'))];
  const { language, date_from: dateFrom } = definition.data;
  const evaluation = new Evaluation(definition, present ?? record.draft);
  const dated = dateFrom === null ? null : evaluation.value(dateFrom);
  const { started_from: origin } = record.draft;
  const moment = (/** @type {string} */ instant) => ({ date: dayOf(instant, language), time: timeOf(instant, language) });
  const lines = [
    text('drafts.changed', moment(savedAt)),
    downloadedWords(record, moment),
    !isBlank(dated) && text('drafts.dated', { title: definition.item(dateFrom ?? '')?.title ?? '', date: dayOf(String(dated), language) }),
    origin && text('drafts.started_from', { name: origin.name || text('files.no_name'), date: dayOf(origin.saved_at, language) }),
  ];
  return [
    present ? progress(evaluation) : element('p', {}, text('drafts.not_carried')),
    element('ul', { class: 'app-draft__facts' }, ...lines.map((line) => line && element('li', {}, line))),
  ];
}

/** @param {Evaluation} evaluation */
function progress(evaluation) {
  const { words, share } = completenessOf(evaluation);
  return element('p', { class: 'app-draft__progress' }, words, meter(share));
}

/**
 * @param {import('../../draft/record.js').DraftRecord} record
 * @param {(instant: string) => {date: string, time: string}} moment
 */
function downloadedWords({ downloaded, draft }, moment) {
  if (!downloaded) return text('drafts.never_downloaded');
  const edits = editCount(draft);
  return edits > downloaded.edits
    ? text('drafts.changed_since', moment(downloaded.at))
    : text('drafts.downloaded', moment(downloaded.at));
}

/**
 * @param {Shelved} draft
 * @param {import('../../definition.js').Definition} definition
 * @param {UseDraft} use
 */
function tools(draft, { data }, use) {
  /** @type {[DraftTool, string][]} */
  const others = draft.record
    ? [
        ['rename', text('drafts.rename')],
        ['duplicate', text('drafts.duplicate')],
        ['download', text('hub.download')],
        ...(data.start_from ? /** @type {[DraftTool, string][]} */ ([['start-from', text('drafts.start_from')]]) : []),
        ['delete', text('drafts.delete')],
      ]
    : [['delete', text('drafts.delete')]];
  const openWords = draft.isAtHand ? text('start.resume') : text('drafts.open');
  return element(
    'div',
    { class: 'app-draft__tools' },
    draft.record && tool('open', openWords, draft, use, 'govuk-button govuk-button--secondary'),
    ...others.map(([name, label]) => tool(name, label, draft, use)),
  );
}

/**
 * A deleted draft, until it is gone for good.
 * @param {Shelved} draft
 * @param {UseDraft} use
 */
function deletedLine(draft, use) {
  return element(
    'div',
    { class: 'app-draft__tools' },
    element('p', { class: 'app-draft__gone' }, text('drafts.deleted', { name: draftTitle(draft) })),
    tool('undo', text('drafts.undo'), draft, use, 'govuk-button govuk-button--secondary'),
    tool('remove', text('drafts.remove'), draft, use),
  );
}

/**
 * @param {DraftTool} name
 * @param {string} label
 * @param {Shelved} draft
 * @param {UseDraft} use
 * @param {string} [className]
 */
function tool(name, label, draft, use, className = 'app-link-button') {
  const $button = button(label, () => use(name, draft), { class: className, 'data-tool': name });
  // Several drafts, the same words: which one is said to those who hear them apart from the rest.
  $button.append(spoken(` ${draftTitle(draft)}`));
  return $button;
}
