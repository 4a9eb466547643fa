/**
 * The questionnaire page: brings its parts together. Everything that has a rule of its own is elsewhere.
 *
 * First what giving an answer needs, so that nobody waits for more; the rest follows once the page is shown.
 *
 * @typedef {import('./component.js').Basics} Basics
 */
import { addWords, text } from './catalogue.js';
import { announcer, forEach } from './component.js';
import { Alerts } from './components/alerts.js';
import { Hub } from './components/hub.js';
import { Links } from './components/links.js';
import { sayMissing } from './components/missing-part.js';
import { Questions } from './components/questions.js';
import { Resume } from './components/resume.js';
import { SaveStatus } from './components/save-status.js';
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
        return text('draft.document_title', { view: step ? codedTitle(step) : heading, page });
      },
    }),
    goToAnswer: () => {},
  };
}

/** What carries drafts of earlier revisions over comes when there is one. @type {import('./draft/replaceable-draft.js').EarlierRevisions} */
const earlierRevisions = {
  bringUpToDate: async (session) => (await import('./earlier-revisions.js')).bringUpToDate(session),
  carriedOver: async (session, draft) => (await import('./earlier-revisions.js')).carriedOver(session, draft),
};

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
 */
async function bringRest(app, questions, links) {
  const release = holdClicks($main);
  try {
    const [{ completePage }, words] = await Promise.all([
      import('./rest.js'),
      fetchJson($main.dataset.words ?? ''),
    ]);
    addWords(words);
    completePage(app, questions, links);
  } catch (error) {
    sayMissing(app.alerts, 'missing', error);
  } finally {
    release();
  }
}

async function start() {
  const [data, store] = await Promise.all([fetchJson($main.dataset.definition ?? ''), openStore()]);
  const definition = new Definition(data);
  const tabs = new Tabs(`${storagePrefix}:drafts`);
  const draft = new DraftSession({ definition, store, tabs, earlierRevisions });
  await draft.open();

  const app = makeBasics(definition, draft);
  const questions = new Questions($main, app);
  questions.attach($main);
  const links = new Links(app);
  new Resume($main, app);
  forEach($main, '[data-view="hub"]', ($root) => new Hub($root, app));
  forEach($main, '[data-save-status]', ($root) => new SaveStatus($root, app));
  rememberStep(app);
  writeBeforeLeaving(draft);

  if (!app.router.start(isExample ? 'results' : 'start')) {
    app.alerts.show('address', { kind: 'info', title: text('draft.unknown_step') });
  }
  document.documentElement.classList.remove('waiting');
  document.documentElement.dataset.ready = '';
  await bringRest(app, questions, links);
}

// An error that reaches the window is what early.js looks out for.
start().catch(reportError);
