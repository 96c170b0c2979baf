/** Telling a change of rate from the cents of rounding. */

import { minorDigits } from '../../domain/money';
import type { Currency, Minor } from '../../domain/money';

/** The two rates give the same amount for a document, to half a minor unit of the reporting currency. */
export function isSameRate(a: number, b: number, doc: Minor, from: Currency, to: Currency): boolean {
  return Math.abs((doc / 10 ** minorDigits(from)) * (a - b)) * 10 ** minorDigits(to) < 0.5;
}
