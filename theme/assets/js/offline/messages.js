/** What a page and the service worker say to one another. */

/** From a page: the release that waits is to be used now. */
export const TAKE_OVER = 'take-over';

/** To pages: `{type, share}`, how much of a release is there. */
export const PROGRESS = 'offline-progress';
