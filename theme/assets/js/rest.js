/**
 * The rest of the page: what a first answer can be given without. Brought by main.js once the page is shown.
 *
 * @typedef {import('./component.js').App} App
 * @typedef {import('./component.js').Basics} Basics
 */
import { breath } from './breath.js';
import { text } from './catalogue.js';
import { forEach } from './component.js';
import { Check } from './components/check/check.js';
import { DraftTools } from './components/drafts/draft-tools.js';
import { nameEditor } from './components/drafts/editor-name.js';
import { SharedComputer } from './components/drafts/shared-computer.js';
import { Undo } from './components/drafts/undo.js';
import { EntryLists } from './components/entries/entry-lists.js';
import { SiteFile } from './components/files/site-file.js';
import { sayDamage } from './components/notices/damage-alert.js';
import { sayMissing } from './components/notices/missing-part.js';
import { considerRelease, followRelease } from './components/notices/new-release.js';
import { OtherTabs } from './components/notices/other-tabs.js';
import { Reminder } from './components/notices/reminder.js';
import { watchRoom } from './components/notices/room-alert.js';
import { SavingAlert } from './components/notices/saving-alert.js';
import { Projector } from './components/projector.js';
import { answerFinder } from './components/questions/answer-finder.js';
import { mindFarQuestions } from './components/questions/far-questions.js';
import { StepCheck } from './components/questions/step-check.js';
import { AskedPart } from './components/share/asked-part.js';
import { offerTaking } from './components/take-from/take-from-button.js';
import { draftFiles } from './draft-files.js';
import { EarlierVersions } from './draft/earlier-versions.js';
import { holdClicks } from './held-clicks.js';
import { whenIdle } from './idle.js';
import { bringLateViews } from './late-views.js';
import { orLate } from './or-late.js';

/** Milliseconds that the page has the line to itself, for whatever the person does first. */
const BEFORE_KEEPING = 3000;

/**
 * A piece at a time: whoever types or presses something meanwhile is answered in between.
 * @param {Basics} basics
 * @param {import('./components/questions/questions.js').Questions} questions
 * @param {import('./components/links.js').Links} links
 */
export async function completePage(basics, questions, links) {
  /** @type {App} */
  const app = Object.assign(basics, draftFiles(basics), { earlierVersions: new EarlierVersions(basics.draft) });
  const { $main } = app;
  followRelease(app);
  await breath();
  const lists = new EntryLists($main, app, questions);
  app.goToAnswer = answerFinder(app, questions, lists);
  const check = new StepCheck(app, questions);
  links.mayFollow = ($link) => check.allows($link);
  await breath();
  forEach($main, '[data-check]', ($root) => new Check($root, app));
  forEach($main, '[data-reminder]', ($root) => new Reminder($root, app));
  forEach($main, '[data-projector]', ($root) => new Projector($root, app));
  forEach($main, '[data-undo]', ($root) => new Undo($root, app));
  forEach($main, 'a[download]', ($link) => new SiteFile($link, app));
  new DraftTools($main, app);
  new SharedComputer($main, app);
  offerTaking(app);
  await breath();
  new SavingAlert(app);
  if (!app.isExample) watchRoom(app);
  sayDamage(app);
  new AskedPart(app);
  nameEditor(app);
  await breath();
  new OtherTabs(app);
  bringLateViews(app);
  bringRevisionNote(app);
  if (app.isExample) sayExample(app);
  keepOffline(app, bringResults(app));
  if (!app.isExample) removeDeleted(app);
  // Nobody waits for these: a view that is shown first is taken in then.
  questions.takeInRest();
  mindFarQuestions(app);
}

/**
 * Few drafts are of an earlier revision.
 * @param {App} app
 */
function bringRevisionNote(app) {
  let brought = false;
  const consider = async () => {
    if (brought || (!app.draft.record.carried_over && !app.draft.isOfEarlierRevision)) return;
    brought = true;
    const { RevisionNote } = await import('./components/revision/revision-note.js');
    new RevisionNote(app);
  };
  app.draft.addEventListener('replaced', consider);
  consider();
}

/** @param {App} app */
function sayExample({ alerts }) {
  const leave = new URL(location.href);
  leave.search = '';
  alerts.show('example', {
    kind: 'info',
    lasting: true,
    quiet: true,
    title: text('draft.example_title'),
    lines: [text('draft.example_text')],
    actions: [{ label: text('draft.example_leave'), onClick: () => location.assign(leave.href) }],
  });
}

/**
 * Results and the engine behind them, brought when they are soon needed: nobody waits for them to answer.
 * @param {App} app
 * @returns {() => Promise<void>} waits while the engine is on its way
 */
function bringResults(app) {
  /** @type {Promise<import('./components/results/results.js').Results | null> | null} */
  let brought = null;
  const bring = () => (brought ??= make());
  const make = async () => {
    const $view = /** @type {HTMLElement} */ (app.router.$view('results'));
    const release = holdClicks($view);
    try {
      const scripts = import('./components/results/results.js');
      const { Results } = await orLate(scripts, () => sayResultsMissing(app, new Error('late')));
      app.alerts.clear('results');
      return new Results(app.$main, app);
    } catch (error) {
      sayResultsMissing(app, error);
      considerRelease(app, 'results');
      return null;
    } finally {
      release();
    }
  };
  const consider = () => {
    if (['check', 'results'].includes(app.router.current)) bring();
    else if (!app.draft.isBlank) whenIdle(bring);
  };
  app.router.addEventListener('view', consider);
  app.draft.addEventListener('saved', consider, { once: true });
  consider();
  return async () => (await brought)?.engine.status.settled();
}

/**
 * What was deleted is not to stay for longer than the page says.
 * @param {App} app
 */
function removeDeleted({ draft }) {
  const remove = async () => {
    const { Shelf } = await import('./draft/shelf.js');
    await new Shelf(draft).tidy();
  };
  setTimeout(() => whenIdle(() => remove().catch(() => {})), BEFORE_KEEPING);
}

/**
 * @param {App} app
 * @param {unknown} error
 */
function sayResultsMissing({ alerts }, error) {
  const words = { title: text('draft.results_missing_title'), line: text('draft.results_missing') };
  sayMissing(alerts, 'results', error, words);
}

/**
 * Nobody waits for it, or misses it where it cannot be had. What somebody waits for has the line to itself.
 * @param {App} app
 * @param {() => Promise<void>} engineSettled
 */
function keepOffline(app, engineSettled) {
  const keep = async () => {
    await engineSettled();
    const [{ OfflineLine }, { offlineOf }] = await Promise.all([
      import('./components/notices/offline-line.js'),
      import('./offline/offline.js'),
    ]);
    const offline = offlineOf(app.$main);
    if (offline) new OfflineLine(app, offline);
  };
  setTimeout(() => whenIdle(() => keep().catch(() => {})), BEFORE_KEEPING);
}
