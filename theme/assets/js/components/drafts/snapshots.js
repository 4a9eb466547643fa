/**
 * Earlier versions of the draft at hand: when and why each was kept, how it differs from now, a look at that, and the
 * way back to it.
 *
 * @typedef {import('../../draft/snapshots.js').Snapshot} Snapshot
 */
import { text } from '../../catalogue.js';
import { Component } from '../../component.js';
import { answeredPaths } from '../../draft/draft.js';
import { differenceOf } from '../../draft/snapshots.js';
import { dayOf, localDate, timeOf } from '../../moments.js';
import { button, element, linkButton, spoken } from '../../report/element.js';
import { Evaluation } from '../../response.js';
import { differenceList, differenceWords } from './difference-words.js';

export class Snapshots extends Component {
  /**
   * @param {HTMLElement} $root  [data-earlier-versions]
   * @param {import('../../component.js').App} app
   */
  constructor($root, app) {
    super($root, app);
    const showIfSeen = () => app.router.current === 'drafts' && this.#show();
    app.router.addEventListener('view', showIfSeen);
    app.draft.addEventListener('replaced', showIfSeen);
    app.draft.addEventListener('history', showIfSeen);
    this.#show();
  }

  async #show() {
    const { draft, earlierVersions } = this.app;
    const { id } = draft.record;
    const snapshots = await earlierVersions.list();
    if (id !== draft.record.id) return;
    this.$root.replaceChildren(
      element('h2', { class: 'govuk-heading-m' }, text('snapshots.title')),
      element('p', {}, snapshots.length > 0 ? text('snapshots.intro') : text('snapshots.none')),
      element('ul', { class: 'app-drafts', hidden: snapshots.length === 0 }, ...snapshots.map((snapshot) => this.#card(snapshot))),
    );
  }

  /** @param {Snapshot} snapshot */
  #card(snapshot) {
    const { draft } = this.app;
    const difference = differenceOf(draft.draft, snapshot.draft);
    const count = answeredPaths(snapshot.draft).length;
    const when = this.#when(snapshot);
    const $look = linkButton(text('snapshots.look'), () => this.#look(snapshot, $tools, $look));
    $look.append(spoken(` ${when}`));
    const words = differenceWords(this.app.definition, difference);
    const $tools = element('div', { class: 'app-draft__tools' }, words !== null && $look);
    return element(
      'li',
      { class: 'app-draft', 'data-snapshot': snapshot.number },
      element('h3', { class: 'app-draft__name' }, when),
      element(
        'ul',
        { class: 'app-draft__facts' },
        element('li', {}, `${text('snapshots.count', { count })} · ${reasonWords(snapshot.reason)}`),
        element('li', {}, words ?? text('snapshots.same')),
      ),
      $tools,
    );
  }

  /**
   * What would be different, before anything is.
   * @param {Snapshot} snapshot
   * @param {HTMLElement} $tools
   * @param {HTMLElement} $from
   */
  #look(snapshot, $tools, $from) {
    const { draft, definition } = this.app;
    const difference = differenceOf(draft.draft, snapshot.draft);
    const when = this.#when(snapshot);
    const close = () => {
      $look.remove();
      $tools.hidden = false;
      $from.focus();
    };
    const $heading = element('h4', { class: 'govuk-heading-s', tabindex: -1 }, text('snapshots.differences'));
    const $look = element(
      'div',
      { class: 'app-draft__form' },
      $heading,
      differenceList(draft.evaluation, new Evaluation(definition, snapshot.draft), difference),
      element(
        'div',
        { class: 'govuk-button-group' },
        button(text('snapshots.go_back', { when }), () => this.#goBack(snapshot), { class: 'govuk-button' }),
        linkButton(text('files.cancel'), close),
      ),
    );
    $tools.hidden = true;
    $tools.after($look);
    $heading.focus();
  }

  /** @param {Snapshot} snapshot */
  async #goBack(snapshot) {
    const { earlierVersions, alerts } = this.app;
    const when = this.#when(snapshot);
    if (!(await earlierVersions.goBackTo(snapshot, text('snapshots.went_back', { when })))) return;
    await this.#show();
    alerts.show('snapshots', {
      kind: 'success',
      title: text('snapshots.done_title', { when }),
      lines: [text('snapshots.done')],
      actions: [{ label: text('undo.undo'), onClick: () => this.#undo() }],
    });
    /** @type {HTMLElement | null} */ (this.$root.closest('[data-view]')?.querySelector('h1'))?.focus();
  }

  #undo() {
    const { draft, alerts, announce } = this.app;
    const step = draft.undo();
    alerts.clear('snapshots');
    if (step) announce(text('undo.undone', { what: step.label }));
  }

  /** @param {Snapshot} snapshot */
  #when({ at }) {
    const { language } = this.app.definition.data;
    const time = timeOf(at, language);
    const isToday = localDate(new Date(at)) === localDate(new Date());
    return isToday ? time : text('files.moment', { date: dayOf(at, language), time });
  }
}

/** @param {import('../../draft/snapshots.js').Reason} reason */
function reasonWords(reason) {
  switch (reason) {
    case 'opened':
      return text('snapshots.opened');
    case 'edited':
      return text('snapshots.edited');
    case 'merge':
      return text('snapshots.merge');
    case 'revision':
      return text('snapshots.revision');
    case 'back':
      return text('snapshots.back');
    case 'start-from':
      return text('snapshots.start_from');
  }
}
