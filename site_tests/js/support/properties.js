/**
 * How fast-check searches: the same stories at every run in CI, so that a red run says something about the change under
 * test, and new ones on anybody's own machine. Loaded before every test file.
 */
import fc from 'fast-check';

if (process.env.CI) fc.configureGlobal({ seed: 20261121 });
