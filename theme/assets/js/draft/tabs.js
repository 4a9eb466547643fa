/**
 * Word between tabs that have this site open: who has which record, who is to write it, and that it was saved, replaced
 * or cleared.
 *
 * Only a courtesy. Where there is no BroadcastChannel nothing is said, and the journal still refuses stale writes.
 *
 * @typedef {'hello' | 'here' | 'asks' | 'gives' | 'saved' | 'replaced' | 'cleared'} MessageType
 * @typedef {{type: MessageType, questionnaireId: string, id: string}} TabMessage
 */
export class Tabs {
  /** @type {BroadcastChannel | null} */
  #channel = null;

  /** @param {string} name */
  constructor(name) {
    try {
      this.#channel = new BroadcastChannel(name);
    } catch {
      // Some browsers refuse channels where they refuse storage.
    }
  }

  /** @param {TabMessage} message */
  post(message) {
    this.#channel?.postMessage(message);
  }

  /** @param {(message: TabMessage) => void} listener */
  listen(listener) {
    this.#channel?.addEventListener('message', (event) => listener(event.data));
  }

  close() {
    this.#channel?.close();
  }
}
