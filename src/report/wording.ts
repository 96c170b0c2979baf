/** Words for measures, gaps and reasons. */

import { GAP_SIDES } from '../domain/measure';
import type { Gap, Measure } from '../domain/measure';
import type { Reconciliation } from '../domain/reconciliation';

export const NOT_PROVIDED = 'not provided';

const MEASURE_TITLES: Readonly<Record<Measure, string>> = {
  booked: 'Booked',
  invoiced: 'Invoiced',
  recognised: 'Recognised',
  cash: 'Cash',
};

/** A measure's header; revenue that no schedule gives is marked wherever it stands. */
export function measureTitle(measure: Measure, { isDerived }: Pick<Reconciliation, 'isDerived'>): string {
  return measure === 'recognised' && isDerived ? `${MEASURE_TITLES[measure]} (derived)` : MEASURE_TITLES[measure];
}

/** "Booked less invoiced" */
export function gapTitle(gap: Gap): string {
  const { left, right } = GAP_SIDES[gap];
  return `${MEASURE_TITLES[left]} less ${right}`;
}

/** "booked less invoiced", within a header or sentence. */
export function gapWords(gap: Gap): string {
  const { left, right } = GAP_SIDES[gap];
  return `${left} less ${right}`;
}
