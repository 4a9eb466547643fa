/**
 * The questionnaire as the page knows it: the definition JSON, indexed by path and by step.
 *
 * Owns looking things up. Knows nothing of answers, storage or the page. Long by half: the types of the definition stand
 * here, where all that read it find them.
 *
 * @typedef {string | number} Scalar
 * @typedef {null | Scalar | string[]} Value
 *
 * @typedef {object} Condition  Exactly one of `item`, `all`, `any`, `not` (without `item`) leads.
 * @property {string} [item]
 * @property {Scalar | Scalar[]} [is]
 * @property {Condition | Scalar | Scalar[]} [not]
 * @property {Scalar} [at_least]
 * @property {Scalar} [below]
 * @property {boolean} [answered]
 * @property {boolean} [all_of]
 * @property {Condition[]} [all]
 * @property {Condition[]} [any]
 *
 * @typedef {object} ComputedSpec
 * @property {{item: string, times: number}[]} [sum]
 * @property {{when: Condition, value: Scalar | null}[]} [cases]
 * @property {Scalar | null} [otherwise]
 * @property {string} [count]
 *
 * @typedef {object} Option
 * @property {string} id
 * @property {string} label
 * @property {string | null} hint
 * @property {number | null} points
 * @property {boolean} [settles]  where the item sets its section's status: this one counts as done
 *
 * @typedef {'choice' | 'choices' | 'yes-no' | 'number' | 'date' | 'text' | 'long-text' | 'group' | 'entries'
 *   | 'entries-view' | 'computed'} ItemType
 *
 * @typedef {object} Item
 * @property {string} id
 * @property {string} path  Template path: an entry's child has `*` where the entry id goes.
 * @property {ItemType} type
 * @property {string} title
 * @property {string | null} code
 * @property {string | null} hint
 * @property {boolean} optional
 * @property {boolean} [later]  within entries: wanted before the answers are shared, not to begin with
 * @property {string | null} private
 * @property {Condition | null} show_when
 * @property {{when: Condition, text: string}[]} warn
 * @property {string | null} fold
 * @property {boolean} glance
 * @property {boolean} overview
 * @property {Option[]} [options]
 * @property {string | null} [options_from]  the entries, or a view of them, that are its options
 * @property {string | null} [options_from_text]  the text whose lines are its options
 * @property {boolean} [sets_status]
 * @property {{questionnaire: string} | null} [take_from]
 * @property {string | string[] | null} [best]
 * @property {string | null} [unit]
 * @property {number | string | null} [min]
 * @property {number | string | null} [max]
 * @property {number} [decimals]
 * @property {number | null} [max_length]
 * @property {Item[]} [items]
 * @property {string | null} [of]  of a view: the list whose entries it shows
 * @property {Record<string, Scalar>} [where]  of a view: what the children of its entries answer
 * @property {string | null} [entry_title]
 * @property {string[]} [entry_summary]
 * @property {string | null} [singular]
 * @property {{kinds: string[], most: number, into: string} | null} [suggest]
 * @property {ComputedSpec} [value]
 *
 * @typedef {object} Section
 * @property {string} id
 * @property {string | null} code
 * @property {string} title
 * @property {string | null} [tag]
 * @property {'item' | 'section'} step
 * @property {'hub' | 'results'} place
 * @property {Condition | null} show_when
 * @property {Item[]} items
 * @property {{id: string, label: string, text: string, at_least: number}[]} [bands]
 *
 * @typedef {object} ReportView  A shorter copy of the report.
 * @property {string} id
 * @property {string} title
 * @property {string[]} parts  their ids, in order
 * @property {number | null} [most]  findings in each part; null: all
 *
 * @typedef {object} Carried  What goes from one draft into the next: names of sections, items or children.
 * @property {string[]} keep
 * @property {string[]} leave_out
 * @property {{entries: string, where: Condition | null}[]} entries  lists of which only some entries go
 *
 * @typedef {Carried & {id: string, label: string, hint: string | null}} StartOffer
 * @typedef {Carried & {text: string, reminder: string | null, offer: StartOffer[]}} StartFrom
 *
 * @typedef {object} Compared  A question that people's answers are compared on, and the paths of what stands beside it.
 * @property {string} question
 * @property {string | null} why
 * @property {string | null} minority
 * @property {{item: string, option: string} | null} tick
 *
 * @typedef {object} DefinitionData
 * @property {string} id
 * @property {string} title
 * @property {number} revision
 * @property {string} language
 * @property {'item' | 'section'} step
 * @property {{section: string, sections: string, item: string, items: string, later?: string | null}} labels
 * @property {string[]} name_from
 * @property {string | null} date_from
 * @property {StartFrom | null} [start_from]  what a new draft can carry over from an earlier one
 * @property {{compared: Compared[]} | null} [workshop]
 * @property {{id: string, label: string, team_only?: boolean}[]} private
 * @property {Section[]} sections
 * @property {{id: string, label: string, text: string, at_least: number}[]} bands
 * @property {{towards: string[], most: number} | null} advice
 * @property {Record<string, string>} findings_labels
 * @property {({id: string, part: string, title: string} & Record<string, any>)[]} report
 * @property {ReportView[]} [report_views]
 * @property {boolean} has_scoring
 *
 * @typedef {object} Step  One page of questions.
 * @property {string} id
 * @property {string | null} code
 * @property {string} title
 * @property {Section} section
 * @property {Item[]} items
 *
 * @typedef {object} Place  Where a concrete path stands.
 * @property {Item} item
 * @property {Item | null} parent  The group or entries item that holds it.
 * @property {string | null} entryId
 * @property {Section} section
 */

/** Views for what is done with drafts; what they hold comes when they are first shown. */
const TOOLS = ['open', 'drafts', 'merge', 'share', 'workshop', 'revision'];

export class Definition {
  /** @type {Map<string, {item: Item, parent: Item | null, section: Section}>} */
  #byPath = new Map();

  /** @type {Map<string, string>} */
  #stepOfTopItem = new Map();

  /** @param {DefinitionData} data  whole, or what of it a first answer needs, where some paths follow from ids */
  constructor(data) {
    this.data = data;
    /** @type {Step[]} */
    this.steps = data.sections.flatMap(stepsOf);
    for (const section of data.sections) {
      for (const item of section.items) {
        item.path ??= item.id;
        this.#byPath.set(item.path, { item, parent: null, section });
        for (const child of item.items ?? []) {
          child.path ??= `${item.id}${item.type === 'entries' ? '/*/' : '/'}${child.id}`;
          this.#byPath.set(child.path, { item: child, parent: item, section });
        }
        if (section.place === 'results') this.#stepOfTopItem.set(item.id, 'results');
      }
    }
    for (const step of this.steps) {
      for (const item of step.items) this.#stepOfTopItem.set(item.id, step.id);
    }
  }

  /**
   * Everything else of the questionnaire has come.
   * @param {DefinitionData} whole
   */
  complete(whole) {
    fill(this.data, whole);
  }

  get id() {
    return this.data.id;
  }

  get title() {
    return this.data.title;
  }

  get revision() {
    return this.data.revision;
  }

  get sections() {
    return this.data.sections;
  }

  /** Every view a page of this questionnaire has. */
  get views() {
    return ['start', 'hub', ...this.steps.map((step) => step.id), 'check', 'results', ...TOOLS];
  }

  /**
   * Whether a view is a place in the questionnaire, to come back to.
   * @param {string} view
   */
  isPlace(view) {
    return ['hub', 'check', 'results'].includes(view) || this.step(view) !== null;
  }

  /** Every item that stands at the top of a section, in order. */
  get topItems() {
    return this.data.sections.flatMap((section) => section.items);
  }

  /** @param {string} id */
  step(id) {
    return this.steps.find((step) => step.id === id) ?? null;
  }

  /**
   * @param {string} path  concrete, or a template with `*` for the entry id
   * @returns {Place | null}
   */
  locate(path) {
    const exact = this.#byPath.get(path);
    if (exact) return { ...exact, entryId: null };
    const [top, entryId, child, ...rest] = path.split('/');
    if (child === undefined || rest.length > 0) return null;
    const found = this.#byPath.get(`${top}/*/${child}`);
    return found ? { ...found, entryId } : null;
  }

  /** @param {string} path */
  item(path) {
    return this.locate(path)?.item ?? null;
  }

  /**
   * The item that holds the entries of a path: for a view, the one it is a view of.
   * @param {string} path
   */
  listOf(path) {
    const item = this.item(path);
    return item?.of ? this.item(item.of) : item;
  }

  /**
   * The views of a list of entries, in order.
   * @param {string} entriesId
   */
  viewsOf(entriesId) {
    return this.topItems.filter((item) => item.of === entriesId);
  }

  /**
   * The view on which a path is answered.
   * @param {string} path
   */
  stepOf(path) {
    return this.#stepOfTopItem.get(path.split('/', 1)[0]) ?? null;
  }
}

/**
 * Put in what is missing. What is there stays the same object: others hold it.
 * @param {Record<string, any>} part
 * @param {Record<string, any>} whole
 */
function fill(part, whole) {
  for (const [key, value] of Object.entries(whole)) {
    if (part[key] !== null && typeof part[key] === 'object') fill(part[key], value);
    else part[key] = value;
  }
}

/**
 * @param {Section} section
 * @returns {Step[]}
 */
function stepsOf(section) {
  if (section.place === 'results') return [];
  if (section.step === 'section') {
    return [{ id: section.id, code: section.code, title: section.title, section, items: section.items }];
  }
  return section.items.map((item) => ({
    id: item.id,
    code: item.code,
    title: item.title,
    section,
    items: [item],
  }));
}

/**
 * The path of an entry's child in one entry: its `*` gives way to the entry's id.
 * @param {string} path
 * @param {string | null} entryId
 */
export function concretePath(path, entryId) {
  return entryId === null ? path : path.replace('/*/', () => `/${entryId}/`);
}

/**
 * Title with its code before it, as people say it: "A1 Opening hours".
 * @param {{code: string | null, title: string}} thing
 */
export function codedTitle({ code, title }) {
  return code ? `${code} ${title}` : title;
}

/**
 * Nothing chosen, nothing written.
 * @param {Value | undefined} value
 */
export function isBlank(value) {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}
