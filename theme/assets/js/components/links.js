/** Links between views stay on the page. */
export class Links {
  /** Whether a link may be followed now. @type {($link: HTMLElement) => boolean} */
  mayFollow = () => true;

  /** @param {import('../component.js').Basics} app */
  constructor(app) {
    this.app = app;
    app.$main.addEventListener('click', (event) => this.#clicked(event));
    app.$main.addEventListener('keydown', (event) => this.#pressed(event));
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const $link = /** @type {HTMLElement | null} */ (
      /** @type {Element} */ (event.target).closest('a[data-go]')
    );
    if (!$link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { go = 'hub', goAnswer } = $link.dataset;
    if (goAnswer) this.app.goToAnswer(goAnswer);
    else if (this.mayFollow($link)) this.app.router.go(go);
  }

  /**
   * What looks like a button and says that it is one answers to the space bar too.
   * @param {KeyboardEvent} event
   */
  #pressed(event) {
    const $link = /** @type {HTMLElement} */ (event.target);
    if (event.key !== ' ' || !$link.matches('a[role="button"]')) return;
    event.preventDefault();
    $link.click();
  }
}
