/**
 * How far apart several people's answers to one question are, and in which order a team should talk about them.
 *
 * Options with points make a scale. A step is from one of its options to the next; an option without points among them
 * (Not sure) is beside the scale. Where no option has points, each further different answer counts as one step.
 *
 * Pure: knows answers as counts by option id, whoever gave them.
 *
 * @typedef {Pick<import('../definition.js').Option, 'id' | 'points'>} ScaleOption
 * @typedef {Record<string, number>} Counts  People by the option they chose.
 *
 * @typedef {object} Spread
 * @property {number} answered  people who chose something
 * @property {number} missing  people who chose nothing
 * @property {number} different  different answers among them
 * @property {number} steps  between the highest and the lowest answer
 * @property {number} deviation  how far people are, on average, from the middle of all
 * @property {string | null} unanimous  what everybody chose; null unless there are at least two people and all chose it
 */

/**
 * @param {ScaleOption[]} options
 * @param {Counts} counts
 * @param {number} [missing]  people who chose nothing
 * @returns {Spread}
 */
export function spreadOf(options, counts, missing = 0) {
  const chosen = options.filter(({ id }) => countOf(counts, id) > 0);
  const answered = chosen.reduce((sum, { id }) => sum + countOf(counts, id), 0);
  const isScale = options.some(({ points }) => points !== null);
  return {
    answered,
    missing,
    different: chosen.length,
    unanimous: chosen.length === 1 && answered > 1 && missing === 0 ? chosen[0].id : null,
    ...(isScale ? onScale(options, counts) : apart(chosen, counts, answered)),
  };
}

/**
 * @param {ScaleOption[]} options
 * @param {Counts} counts
 */
function onScale(options, counts) {
  const scale = [...new Set(options.map(({ points }) => points).filter((points) => points !== null))].sort((a, b) => a - b);
  const places = options.flatMap(({ id, points }) => {
    return points === null ? [] : Array(countOf(counts, id)).fill(scale.indexOf(points));
  });
  if (places.length === 0) return { steps: 0, deviation: 0 };
  const mean = places.reduce((sum, place) => sum + place, 0) / places.length;
  const deviation = places.reduce((sum, place) => sum + Math.abs(place - mean), 0) / places.length;
  return { steps: Math.max(...places) - Math.min(...places), deviation };
}

/**
 * @param {ScaleOption[]} chosen
 * @param {Counts} counts
 * @param {number} answered
 */
function apart(chosen, counts, answered) {
  const most = Math.max(0, ...chosen.map(({ id }) => countOf(counts, id)));
  return { steps: Math.max(0, chosen.length - 1), deviation: answered === 0 ? 0 : 1 - most / answered };
}

/**
 * The biggest disagreement first: by steps, then by the deviation, then by how many different answers there are, then
 * by how many people said nothing. Where all of these are the same, the order stays.
 * @template {{spread: Spread}} Row
 * @param {Row[]} rows
 */
export function biggestFirst(rows) {
  return [...rows].sort(({ spread: a }, { spread: b }) => {
    return (
      b.steps - a.steps ||
      difference(a.deviation, b.deviation) ||
      b.different - a.different ||
      b.missing - a.missing
    );
  });
}

/**
 * Averages of the same answers may differ in their last digit.
 * @param {number} a
 * @param {number} b
 */
function difference(a, b) {
  return Math.abs(a - b) < 1e-9 ? 0 : b - a;
}

/**
 * What others chose than what was agreed, in the order of the options.
 * @template {ScaleOption} Option
 * @param {Option[]} options
 * @param {Counts} counts
 * @param {string} agreed
 */
export function minorityOf(options, counts, agreed) {
  return options
    .filter(({ id }) => id !== agreed && countOf(counts, id) > 0)
    .map((option) => ({ option, count: countOf(counts, option.id) }));
}

/**
 * @param {Counts} counts
 * @param {string} id
 */
export function countOf(counts, id) {
  return Object.hasOwn(counts, id) ? counts[id] : 0;
}
