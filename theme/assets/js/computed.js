/**
 * Computed values: sums, cases and counts over other answers. Never stored, always derived.
 *
 * Their meaning is shared with the Python core by the vectors in site_tests/fixtures/vectors.
 *
 * @typedef {import('./definition.js').ComputedSpec} ComputedSpec
 * @typedef {import('./definition.js').Scalar} Scalar
 * @typedef {import('./conditions.js').Lookup} Lookup
 */
import { addUp, holds, measure } from './conditions.js';
import { concretePath } from './definition.js';

/**
 * @param {ComputedSpec} spec
 * @param {Lookup & {count: (entriesId: string) => number}} lookup
 * @param {string | null} [entryId]
 * @returns {Scalar | null}
 */
export function computedValue(spec, lookup, entryId = null) {
  if (spec.sum) return sum(spec.sum, lookup, entryId);
  if (spec.cases) {
    const met = spec.cases.find((one) => holds(one.when, lookup, entryId));
    return (met ? met.value : spec.otherwise) ?? null;
  }
  return spec.count === undefined ? null : lookup.count(spec.count);
}

/**
 * A blank term counts as nothing; when all are blank there is no sum.
 * @param {{item: string, times: number}[]} terms
 * @param {Lookup} lookup
 * @param {string | null} entryId
 */
function sum(terms, lookup, entryId) {
  const amounts = terms.flatMap(({ item, times }) => {
    const path = concretePath(item, entryId);
    const amount = measure(lookup.item(path), lookup.value(path));
    return amount === null ? [] : [amount * times];
  });
  return amounts.length > 0 ? addUp(amounts) : null;
}
