/**
 * A draft of chosen sections: says at the hub which were asked for, shows only these until the person wants all, and
 * leads to sending them back.
 */
import { text } from '../../catalogue.js';
import { codedTitle } from '../../definition.js';
import { button, element } from '../../report/element.js';
import { alertBox } from '../notices/alert-box.js';

export class AskedPart {
  /** @param {import('../../component.js').App} app */
  constructor(app) {
    this.app = app;
    for (const view of ['hub', 'check']) {
      const $root = app.router.$view(view)?.querySelector('[data-asked]');
      if ($root instanceof HTMLElement) this.#attach($root);
    }
  }

  /** @param {HTMLElement} $root */
  #attach($root) {
    const { draft, router } = this.app;
    const toggle = () => {
      draft.showsAll = !draft.showsAll;
      router.refresh();
      /** @type {HTMLElement | null} */ ($root.querySelector('[data-asked-toggle]'))?.focus();
    };
    const show = () => $root.replaceChildren(...this.#content(toggle));
    router.addEventListener('view', show);
    draft.addEventListener('replaced', show);
    show();
  }

  /** @param {() => void} toggle  between all sections and those asked for */
  #content(toggle) {
    const { draft, definition } = this.app;
    const { parts } = draft.draft;
    if (parts === null) return [];
    const titles = definition.sections.filter(({ id }) => parts.includes(id)).map(codedTitle);
    const toShare = { class: 'govuk-button', role: 'button', href: '?step=share', 'data-go': 'share' };
    const $send = element('a', toShare, text('parts.send_back'));
    const label = draft.showsAll ? text('parts.show_asked') : text('parts.show_all');
    const $toggle = button(label, toggle, { 'data-asked-toggle': true });
    return [
      alertBox('plain', text('parts.title', { parts: titles.join('; ') }), [
        element('p', {}, text('parts.text')),
        element('div', { class: 'govuk-button-group' }, $send, $toggle),
      ]),
    ];
  }
}
