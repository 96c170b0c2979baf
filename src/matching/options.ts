/** What matching may assume, from the settled definitions. */

import type { Day } from '../domain/day';
import type { Minor } from '../domain/money';

export interface MatchOptions {
  /** Tolerance in minor units; the smaller of this and `matchPercent` of the amount holds. */
  readonly matchAmount: Minor;
  /** In percent: 0.5 is half a percent. */
  readonly matchPercent: number;
  /** Days by which two dates may differ and still be called the same. */
  readonly matchDays: number;
  /** Normal days from close to invoice. */
  readonly invoicingLag: number;
  /** Normal days from invoice to receipt. */
  readonly paymentTime: number;
  readonly customerLevel: 'account' | 'parent';
  readonly asOf: Day;
  /**
   * Whether links below certainty stand in the numbers. Where false they take no amount from surer ones, and those that
   * nothing surer replaced are returned all the same, as suggested.
   */
  readonly suggestedInNumbers: boolean;
}

/** The largest difference that still counts as the same amount: the smaller of amount and percent, at least nothing. */
export function tolerance(options: MatchOptions, amount: Minor): Minor {
  return Math.floor(Math.min(options.matchAmount, (Math.abs(amount) * options.matchPercent) / 100));
}
