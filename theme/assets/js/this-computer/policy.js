/**
 * The page's content security policy, judged: does everything stay on this website?
 *
 * @typedef {{directive: string, goes: 'here' | 'nowhere' | 'elsewhere', places: string[]}} Rule
 */

/** What a policy can name that is no place: part of the page itself, or what a script may do. */
const NO_PLACE = new Set(["'self'", "'wasm-unsafe-eval'", 'data:', 'blob:']);

/** What could carry something away, each with what the browser falls back on. */
const RULES = {
  'connect-src': 'default-src',
  'script-src': 'default-src',
  'style-src': 'default-src',
  'img-src': 'default-src',
  'font-src': 'default-src',
  'worker-src': 'default-src',
  'manifest-src': 'default-src',
  'frame-src': 'default-src',
  'media-src': 'default-src',
  'object-src': 'default-src',
  'form-action': null,
  'base-uri': null,
};

/**
 * @param {string} policy  as the page's meta element has it
 * @param {string} origin  of the page
 * @returns {Rule[]}
 */
export function rulesIn(policy, origin) {
  /** @type {Map<string, string[]>} */
  const directives = new Map();
  for (const part of policy.split(';')) {
    const [name, ...sources] = part.trim().split(/\s+/);
    if (name) directives.set(name, sources);
  }
  return Object.entries(RULES).map(([directive, fallback]) => {
    const sources = directives.get(directive) ?? directives.get(fallback ?? '') ?? ['*'];
    const places = sources.filter((source) => source !== "'none'" && !isHere(directive, source, origin));
    const isNowhere = sources.length === 0 || sources.includes("'none'");
    return { directive, places, goes: places.length > 0 ? 'elsewhere' : isNowhere ? 'nowhere' : 'here' };
  });
}

/** @param {Rule[]} rules */
export function isSealed(rules) {
  return rules.every(({ goes }) => goes !== 'elsewhere');
}

/**
 * @param {string} directive
 * @param {string} source
 * @param {string} origin
 */
function isHere(directive, source, origin) {
  // The site's own service worker, wherever the site is: browsers start workers of the page's own origin alone.
  if (directive === 'worker-src' && source.startsWith('*:*/')) return true;
  return NO_PLACE.has(source) || source === origin || source.startsWith(`${origin}/`);
}
