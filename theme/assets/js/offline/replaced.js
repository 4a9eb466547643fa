/** When the release that a page came from gives way to another under it. */

/**
 * @param {ServiceWorkerContainer} container
 * @param {() => void} act  what this page shows is of an earlier release than what it would get now
 */
export function whenReplaced(container, act) {
  let isOfWorker = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    // The first one takes over a page that came from the network: that replaces nothing.
    if (isOfWorker) act();
    isOfWorker = true;
  });
}
