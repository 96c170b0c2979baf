/** Words for measures, gaps and reasons. */

import { GAP_SIDES } from '../domain/measure';
import type { Gap, Measure } from '../domain/measure';

export const NOT_PROVIDED = 'not provided';

export const MEASURE_TITLES: Readonly<Record<Measure, string>> = {
  booked: 'Booked',
  invoiced: 'Invoiced',
  recognised: 'Recognised',
  cash: 'Cash',
};

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
