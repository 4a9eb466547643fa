/**
 * How far the engine is: idle, loading, ready or failed. Says so whenever it changes.
 *
 * Owns the stage. Knows nothing of workers, and nothing of how a stage is shown.
 *
 * @typedef {'idle' | 'loading' | 'ready' | 'failed'} Stage
 */

export class EngineStatus extends EventTarget {
  /** @type {Stage} */
  stage = 'idle';

  /** @type {number | null} How much of the download is here, 0 to 1; null when nobody can say. */
  share = null;

  /** @type {Error | null} Why it failed. */
  error = null;

  /** Nothing is being fetched or started, or no longer. */
  async settled() {
    while (this.stage === 'loading') {
      await new Promise((resolve) => this.addEventListener('stage', resolve, { once: true }));
    }
  }

  /**
   * @param {Stage} stage
   * @param {{share?: number | null, error?: Error | null}} [details]
   */
  set(stage, { share = null, error = null } = {}) {
    if (stage === this.stage && share === this.share && error === this.error) return;
    Object.assign(this, { stage, share, error });
    this.dispatchEvent(new Event('stage'));
  }
}
