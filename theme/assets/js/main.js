/**
 * The questionnaire page: brings its parts together. Everything that has a rule of its own is elsewhere.
 *
 * @typedef {import('./component.js').App} App
 * @typedef {import('./definition.js').DefinitionData} DefinitionData
 */
import { text } from './catalogue.js';
import { announcer } from './component.js';
import { Alerts } from './components/alerts.js';
import { Check } from './components/check.js';
import { DraftTools } from './components/draft-tools.js';
import { Entries } from './components/entries.js';
import { fileProblemText } from './components/file-problem.js';
import { Hub } from './components/hub.js';
import { OpenDraft } from './components/open-draft.js';
import { OtherTabs } from './components/other-tabs.js';
import { Questions } from './components/questions.js';
import { Reminder } from './components/reminder.js';
import { SaveStatus } from './components/save-status.js';
import { SavingAlert } from './components/saving-alert.js';
import { StepCheck } from './components/step-check.js';
import { codedTitle, Definition } from './definition.js';
import { download } from './download.js';
import { LocalCopies } from './draft/copies.js';
import { fileName, readDraftFile, toFileText } from './draft/file.js';
import { draftFromResponse } from './draft/from-response.js';
import { Journal } from './draft/journal.js';
import { MemoryStore } from './draft/memory-store.js';
import { newRecord } from './draft/record.js';
import { DraftSession } from './draft/session.js';
import { DraftStore } from './draft/store.js';
import { Tabs } from './draft/tabs.js';
import { localDate } from './moments.js';
import { isStepShown } from './progress.js';
import { toResponse } from './response.js';
import { Router } from './router.js';

const $main = /** @type {HTMLElement} */ (document.querySelector('[data-module="questionnaire"]'));

/** @param {string} url */
async function fetchJson(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}

/** What keeps the draft: this browser or, for an example, nothing. */
async function openStore() {
  const { storagePrefix: prefix = '', questionnaire: questionnaireId = '', example = '' } = $main.dataset;
  if (example && new URLSearchParams(location.search).has('example')) {
    const draft = draftFromResponse(await fetchJson(example), { editor: '', at: new Date().toISOString() });
    return new MemoryStore(newRecord(draft, 1));
  }
  return new DraftStore({
    journal: new Journal(`${prefix}:drafts`, () => indexedDB),
    copies: new LocalCopies(() => localStorage, prefix, questionnaireId),
    questionnaireId,
  });
}

/**
 * @param {Definition} definition
 * @param {DraftSession} draft
 * @param {boolean} isExample
 * @returns {App}
 */
function makeApp(definition, draft, isExample) {
  const announce = announcer($main.querySelector('[data-announce]'));
  const fileNameOf = (/** @type {string} */ ending) => {
    return fileName(draft.draft.name, definition.id, localDate(new Date()), ending);
  };
  return {
    $main,
    definition,
    draft,
    isExample,
    announce,
    download,
    fileName: fileNameOf,
    alerts: new Alerts($main.querySelector('[data-alerts]')),
    router: new Router($main, definition.views, {
      isShown: (view) => {
        const step = definition.step(view);
        return step === null || isStepShown(draft.evaluation, step);
      },
      titleOf: (view, heading, page) => {
        const step = definition.step(view);
        return text('draft.document_title', { view: step ? codedTitle(step) : heading, page });
      },
    }),
    goToAnswer: () => {},
    downloadDraft: () => {
      download({ name: fileNameOf('.json'), type: 'application/json', text: toFileText(draft.draft) });
      draft.markDownloaded();
      announce(text('draft.downloaded'));
    },
    readDraftFile: async (file) => {
      const result = await readDraftFile(file, definition);
      return result.ok ? result : { ok: false, message: fileProblemText(result, definition.title) };
    },
    responseOf: (other) => toResponse(definition, other),
  };
}

/**
 * @param {string} selector
 * @param {($root: HTMLElement) => void} make
 */
function forEach(selector, make) {
  for (const $root of $main.querySelectorAll(selector)) make(/** @type {HTMLElement} */ ($root));
}

/**
 * Shows a question wherever it is: its step, its entry, its fold.
 * @param {App} app
 * @param {Questions} questions
 * @param {Map<string, Entries>} entries
 */
function answerFinder(app, questions, entries) {
  return (/** @type {string} */ path) => {
    app.router.go(app.definition.stepOf(path) ?? 'hub', { focus: false });
    const [top, entryId] = path.split('/');
    entries.get(top)?.open(entryId ?? '');
    const $question = $main.querySelector(`[data-item="${CSS.escape(path)}"]`);
    const $fold = $question?.closest('details');
    if ($fold) $fold.open = true;
    $question?.scrollIntoView({ behavior: 'instant' });
    const question = questions.question(path);
    if (question) question.focus();
    else /** @type {HTMLElement | null | undefined} */ ($question?.querySelector('[data-entry-add]'))?.focus();
  };
}

/**
 * Links between views stay on the page.
 * @param {App} app
 * @param {StepCheck} check
 */
function followLinks(app, check) {
  $main.addEventListener('click', (event) => {
    const $link = /** @type {HTMLElement | null} */ (
      /** @type {Element} */ (event.target).closest('a[data-go]')
    );
    if (!$link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { go = 'hub', goAnswer } = $link.dataset;
    if (goAnswer) app.goToAnswer(goAnswer);
    else if (check.allows($link)) app.router.go(go);
  });
  // What looks like a button and says that it is one answers to the space bar too.
  $main.addEventListener('keydown', (event) => {
    const $link = /** @type {HTMLElement} */ (event.target);
    if (event.key !== ' ' || !$link.matches('a[role="button"]')) return;
    event.preventDefault();
    $link.click();
  });
}

/**
 * Results and the engine behind them, brought when they are soon needed: nobody waits for them to answer.
 * @param {App} app
 */
function bringResults(app) {
  let brought = false;
  const bring = async () => {
    if (brought) return;
    brought = true;
    try {
      const { Results } = await import('./components/results.js');
      new Results($main, app);
    } catch (error) {
      app.alerts.show('results', {
        kind: 'error',
        title: text('draft.results_missing_title'),
        lines: [text('draft.results_missing')],
        actions: [{ label: text('draft.reload'), onClick: () => location.reload() }],
      });
      reportError(error);
    }
  };
  const whenIdle = () => ('requestIdleCallback' in window ? requestIdleCallback(bring) : setTimeout(bring, 1000));
  const consider = () => {
    if (['check', 'results'].includes(app.router.current)) bring();
    else if (!app.draft.isBlank) whenIdle();
  };
  app.router.addEventListener('view', consider);
  app.draft.addEventListener('saved', consider, { once: true });
  consider();
}

/** @param {App} app */
function sayExample({ alerts }) {
  const leave = new URL(location.href);
  leave.search = '';
  alerts.show('example', {
    kind: 'info',
    lasting: true,
    title: text('draft.example_title'),
    lines: [text('draft.example_text')],
    actions: [{ label: text('draft.example_leave'), onClick: () => location.assign(leave.href) }],
  });
}

async function start() {
  const [data, store] = await Promise.all([fetchJson($main.dataset.definition ?? ''), openStore()]);
  const definition = new Definition(data);
  const tabs = new Tabs(`${$main.dataset.storagePrefix}:drafts`);
  const draft = new DraftSession({ definition, store, tabs });
  await draft.open();

  const app = makeApp(definition, draft, store instanceof MemoryStore);
  const { router, alerts } = app;
  const questions = new Questions($main, app);
  /** @type {Map<string, Entries>} */
  const entries = new Map();
  forEach('[data-entries]', ($root) => entries.set($root.dataset.entries ?? '', new Entries($root, app, questions)));
  // Not before the entries have taken out their blank forms, whose questions are nobody's answers.
  questions.attach($main);
  app.goToAnswer = answerFinder(app, questions, entries);

  forEach('[data-view="hub"]', ($root) => new Hub($root, app));
  forEach('[data-check]', ($root) => new Check($root, app));
  forEach('[data-view="open"]', ($root) => new OpenDraft($root, app));
  forEach('[data-save-status]', ($root) => new SaveStatus($root, app));
  forEach('[data-reminder]', ($root) => new Reminder($root, app));
  new DraftTools($main, app);
  new SavingAlert(app);
  new OtherTabs(app);
  followLinks(app, new StepCheck(app, questions));

  router.addEventListener('view', (event) => {
    const { view } = /** @type {CustomEvent} */ (event).detail;
    alerts.clear('address');
    if (!['start', 'open', 'cleared'].includes(view)) draft.setStep(view);
  });
  window.addEventListener('pagehide', () => draft.flush());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') draft.flush();
  });

  if (app.isExample) sayExample(app);
  if (!router.start(app.isExample ? 'results' : 'start')) {
    alerts.show('address', { kind: 'info', title: text('draft.unknown_step') });
  }
  document.documentElement.classList.remove('waiting');
  document.documentElement.dataset.ready = '';
  bringResults(app);
}

// An error that reaches the window is what early.js looks out for.
start().catch(reportError);
