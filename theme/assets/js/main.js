/**
 * The questionnaire page: brings its parts together. Everything that has a rule of its own is elsewhere.
 *
 * First what giving an answer needs, so that nobody waits for more; the rest follows once the page is shown.
 *
 * @typedef {import('./component.js').Basics} Basics
 */
import { breath } from './breath.js';
import { text } from './catalogue.js';
import { announcer, forEach } from './component.js';
import { Hub } from './components/hub/hub.js';
import { Resume } from './components/hub/resume.js';
import { Links } from './components/links.js';
import { Alerts } from './components/notices/alerts.js';
import { sayMissing } from './components/notices/missing-part.js';
import { SaveStatus } from './components/notices/save-status.js';
import { Questions } from './components/questions/questions.js';
import { codedTitle, Definition } from './definition.js';
import { LocalCopies } from './draft/copies.js';
import { Journal } from './draft/journal.js';
import { MemoryStore } from './draft/memory-store.js';
import { DraftSession } from './draft/session.js';
import { DraftStore } from './draft/store.js';
import { Tabs } from './draft/tabs.js';
import { exampleStore } from './example.js';
import { fetchJson } from './fetch-json.js';
import { holdClicks } from './held-clicks.js';
import { lateStyles } from './late-styles.js';
import { LaterPart } from './later-part.js';
import { orLate } from './or-late.js';
import { isStepShown } from './progress.js';
import { Router } from './router.js';

const $main = /** @type {HTMLElement} */ (document.querySelector('[data-module="questionnaire"]'));
const { storagePrefix = '', questionnaire: questionnaireId = '', example = '' } = $main.dataset;
const asked = new URLSearchParams(location.search);
const isExample = example !== '' && asked.has('example');

/** What keeps the draft: this browser or, for an example and on a shared computer, nothing. */
async function openStore() {
  if (isExample) return exampleStore(example);
  return asked.has('shared') ? new MemoryStore(null) : storeOf(questionnaireId);
}

/** @param {string} id  of a questionnaire */
function storeOf(id) {
  return new DraftStore({
    journal: new Journal(`${storagePrefix}:drafts`, () => indexedDB),
    copies: new LocalCopies(() => localStorage, storagePrefix, id),
    questionnaireId: id,
  });
}

/**
 * @param {Definition} definition
 * @param {DraftSession} draft
 * @returns {Basics}
 */
function makeBasics(definition, draft) {
  return {
    $main,
    definition,
    draft,
    isExample,
    storeOf,
    announce: announcer($main.querySelector('[data-announce]')),
    alerts: new Alerts($main.querySelector('[data-alerts]')),
    router: new Router($main, definition.views, {
      isShown: (view) => {
        const step = definition.step(view);
        return step === null || (draft.isAsked(step.section.id) && isStepShown(draft.evaluation, step));
      },
      titleOf: (view, heading, page) => {
        const step = definition.step(view);
        // Its heading is the questionnaire's, as the page's title is.
        const name = view === 'hub' ? text('hub.title') : step ? codedTitle(step) : heading;
        return text('draft.document_title', { view: name, page });
      },
    }),
    goToAnswer: () => {},
  };
}

/**
 * What carries drafts of earlier revisions over comes when there is one.
 * @param {LaterPart} later
 * @returns {import('./draft/replaceable-draft.js').EarlierRevisions}
 */
function earlierRevisions(later) {
  const bring = async () => {
    const [revisions] = await Promise.all([import('./earlier-revisions.js'), later.wholeDefinition()]);
    return revisions;
  };
  return {
    bringUpToDate: async (session) => (await bring()).bringUpToDate(session),
    carriedOver: async (session, draft) => (await bring()).carriedOver(session, draft),
  };
}

/** @param {Basics} app */
function rememberStep({ router, alerts, draft, definition }) {
  router.addEventListener('view', (event) => {
    const { view } = /** @type {CustomEvent} */ (event).detail;
    alerts.clear('address');
    if (definition.isPlace(view)) draft.setStep(view);
  });
}

/** @param {DraftSession} draft */
function writeBeforeLeaving(draft) {
  window.addEventListener('pagehide', () => draft.flush());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') draft.flush();
  });
}

/**
 * @param {Basics} app
 * @param {Questions} questions
 * @param {Links} links
 * @param {LaterPart} later
 */
async function bringRest(app, questions, links, later) {
  const release = holdClicks($main, (view) => app.router.$view(view) !== null);
  try {
    // What is shown is drawn first.
    await breath();
    const rest = Promise.all([
      import('./rest.js'),
      later.views(),
      later.words(),
      later.wholeDefinition(),
      lateStyles($main),
    ]);
    const [{ completePage }] = await orLate(rest, () => sayMissing(app.alerts, 'missing', new Error('late')));
    app.alerts.clear('missing');
    app.router.catchUp();
    await completePage(app, questions, links);
  } catch (error) {
    sayMissing(app.alerts, 'missing', error);
  } finally {
    release();
  }
}

async function start() {
  const [data, store] = await Promise.all([fetchJson($main.dataset.first ?? ''), openStore()]);
  const definition = new Definition(data);
  const later = new LaterPart($main, definition);
  const tabs = new Tabs(`${storagePrefix}:drafts`);
  const draft = new DraftSession({ definition, store, tabs, earlierRevisions: earlierRevisions(later) });
  await draft.open();

  const app = makeBasics(definition, draft);
  const questions = new Questions($main, app);
  const links = new Links(app);
  new Resume($main, app);
  forEach($main, '[data-view="hub"]', ($root) => new Hub($root, app));
  forEach($main, '[data-save-status]', ($root) => new SaveStatus($root, app));
  rememberStep(app);
  writeBeforeLeaving(draft);

  const first = isExample ? 'results' : 'start';
  // A view that comes later is waited for, and only one that never comes is told of.
  if (!app.router.$view(asked.get('step') ?? first)) {
    await later.views().catch(() => {});
  }
  if (!app.router.start(first)) {
    app.alerts.show('address', { kind: 'info', title: text('draft.unknown_step') });
  }
  const root = document.documentElement;
  root.classList.remove('waiting', 'failed');
  root.classList.add('js');
  root.dataset.ready = '';
  await bringRest(app, questions, links, later);
}

// An error that reaches the window is what early.js looks out for.
start().catch(reportError);
