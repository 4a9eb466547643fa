import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, shownView, viewFromSearch } from '../../theme/assets/js/router.js';
import { garden } from './support/questionnaire.js';

test('an address names a view; one without a name is the start, one that does not exist is none', () => {
  assert.equal(viewFromSearch('', garden.views), 'start');
  assert.equal(viewFromSearch('?step=apple', garden.views), 'apple');
  assert.equal(viewFromSearch('?example', garden.views, 'results'), 'results');
  for (const step of ['pear', 'Apple', '', '__proto__', 'apple/state', '%00']) {
    assert.equal(viewFromSearch(`?step=${step}`, garden.views), null, step);
  }
});

test('the address of a view keeps what else the address says, but for a fragment', () => {
  assert.equal(addressOf('apple', 'https://x.test/garden/#main'), 'https://x.test/garden/?step=apple');
  assert.equal(addressOf('hub', 'https://x.test/g/?example=&step=apple'), 'https://x.test/g/?example=&step=hub');
  assert.equal(addressOf('start', 'https://x.test/garden/?step=apple'), 'https://x.test/garden/');
});

test('a step that does not apply is passed over, in the direction the person was going', () => {
  const views = ['start', 'hub', 'one', 'two', 'three', 'check'];
  const hidden = (...ids) => (view) => !ids.includes(view);

  assert.equal(shownView('two', 'one', views, hidden()), 'two');
  assert.equal(shownView('two', 'one', views, hidden('two')), 'three');
  assert.equal(shownView('two', 'one', views, hidden('two', 'three')), 'check');
  assert.equal(shownView('two', 'three', views, hidden('two')), 'one');
  assert.equal(shownView('one', 'two', views, hidden('one')), 'hub');
  assert.equal(shownView('nowhere', 'one', views, hidden()), 'hub');
});

test('the views of a questionnaire are its steps between the ones that all have', () => {
  const own = ['start', 'hub', 'about', 'apple', 'planted', 'jobs', 'check', 'results'];
  assert.deepEqual(garden.views.slice(0, own.length), own);
  assert.equal(garden.views.includes('open'), true);
  assert.equal(garden.stepOf('apple/state'), 'apple');
  assert.equal(garden.stepOf('size'), 'about');
  assert.equal(garden.stepOf('jobs/e1/what'), 'jobs');
  assert.equal(garden.stepOf('pear'), null);
});
