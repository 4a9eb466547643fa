/**
 * Which view is shown, and its address.
 *
 * Steps are told apart by `?step=` and the History API, never by fragments: those belong to skip links and to links
 * within a page. Each view sets the title and takes the focus to its heading.
 *
 * Events: `view` (detail.view, detail.previous).
 */

/**
 * The view an address asks for; null when it asks for one that does not exist.
 * @param {string} search  "?step=hub"
 * @param {string[]} views
 * @param {string} [first]  where the page opens when nothing is asked for
 */
export function viewFromSearch(search, views, first = 'start') {
  const view = new URLSearchParams(search).get('step') ?? first;
  return views.includes(view) ? view : null;
}

/**
 * The address of a view on this page. Whatever else the address says stays, a fragment excepted.
 * @param {string} view
 * @param {string} href
 */
export function addressOf(view, href) {
  const url = new URL(href);
  url.hash = '';
  if (view === 'start') url.searchParams.delete('step');
  else url.searchParams.set('step', view);
  return url.href;
}

/**
 * Where a link leads when the step it names does not apply: on in the direction the person was going.
 * @param {string} target
 * @param {string} current
 * @param {string[]} views  in order
 * @param {(view: string) => boolean} isShown
 */
export function shownView(target, current, views, isShown) {
  const forward = views.indexOf(target) >= views.indexOf(current);
  const direction = forward ? 1 : -1;
  let index = views.indexOf(target);
  while (views[index] !== undefined && !isShown(views[index])) index += direction;
  return views[index] ?? 'hub';
}

export class Router extends EventTarget {
  #titleOfPage = document.title;

  /** @type {string[]} */
  #known;

  /** @type {string} */
  current = 'start';

  /**
   * @param {HTMLElement} $main
   * @param {string[]} views  in order; those that the page has, some of them later, are used
   * @param {object} words
   * @param {(view: string) => boolean} words.isShown  whether a view applies, as the answers stand
   * @param {(view: string, heading: string, page: string) => string} words.titleOf
   */
  constructor($main, views, { isShown, titleOf }) {
    super();
    this.$main = $main;
    this.#known = views;
    this.isShown = isShown;
    this.titleOf = titleOf;
    window.addEventListener('popstate', () => this.#follow());
  }

  get views() {
    return this.#known.filter((view) => this.$view(view) !== null);
  }

  /**
   * Show what the address asks for.
   * @param {string} [first]  where the page opens when nothing is asked for
   * @returns {boolean} whether there is such a view
   */
  start(first = 'start') {
    const asked = this.#asked(first);
    this.#show(asked ?? 'hub');
    history.replaceState(null, '', asked === 'start' ? location.href : addressOf(this.current, location.href));
    return asked !== null;
  }

  /**
   * Go to a view, as if by its link.
   * @param {string} view
   * @param {{focus?: boolean}} [options]  focus: false when the caller takes the person to a place of its own
   */
  go(view, { focus = true } = {}) {
    const target = shownView(view, this.current, this.views, this.isShown);
    if (target !== this.current) {
      history.pushState(null, '', addressOf(target, location.href));
      this.#show(target);
    }
    if (!focus) return;
    this.#begin();
  }

  /**
   * Show a view that has no address of its own, in the place of the present one.
   * @param {string} view
   */
  showInstead(view) {
    history.replaceState(null, '', addressOf('start', location.href));
    this.#show(view);
    this.#begin();
  }

  /** The same view again, as things stand now. */
  refresh() {
    this.#show(this.current);
  }

  /** @param {string} view */
  $view(view) {
    return /** @type {HTMLElement | null} */ (this.$main.querySelector(`[data-view="${CSS.escape(view)}"]`));
  }

  /** Views have come into the page, and Back may have been asking for one of them. */
  catchUp() {
    this.#follow();
  }

  /** Back or Forward. The browser itself restores how far the page was scrolled. */
  #follow() {
    const view = this.#asked() ?? 'hub';
    if (view === this.current) return;
    this.#show(view);
    this.#focusHeading();
  }

  /** @param {string} [first] */
  #asked(first) {
    const view = viewFromSearch(location.search, this.views, first);
    return view !== null && this.isShown(view) ? view : null;
  }

  /** @param {string} view */
  #show(view) {
    const previous = this.current;
    this.current = view;
    for (const $view of this.$main.querySelectorAll('[data-view]')) {
      $view.toggleAttribute('data-current', $view.getAttribute('data-view') === view);
    }
    const heading = this.$view(view)?.querySelector('h1')?.textContent?.trim() ?? '';
    document.title = view === 'start' ? this.#titleOfPage : this.titleOf(view, heading, this.#titleOfPage);
    this.dispatchEvent(new CustomEvent('view', { detail: { view, previous } }));
  }

  /** At the top, at once: a new view is not a place further up the same page, however a link may glide. */
  #begin() {
    window.scrollTo({ top: 0, behavior: 'instant' });
    this.#focusHeading();
  }

  #focusHeading() {
    this.$view(this.current)?.querySelector('h1')?.focus({ preventScroll: true });
  }
}
