/** Whether amounts typed for the links of a document fit what is open on either side: pure. */

import type { Minor } from '../domain/money';
import type { AllocationTold } from '../report/settle/lookUp';

export interface CheckedAllocation {
  readonly isRight: boolean;
  readonly amounts: readonly Minor[];
  /** Of each link what is wrong with its amount. */
  readonly faults: readonly ('no amount' | 'direction' | 'too much' | null)[];
  /** What the document has beyond the amounts, with its sign. */
  readonly rest: Minor;
  /** By how much the amounts are more than the document, never below 0. */
  readonly over: Minor;
}

/** @param typed of each link in the order of `told`; null where the text is no amount. */
export function checkAllocation({ links, whole }: AllocationTold, typed: readonly (Minor | null)[]): CheckedAllocation {
  const amounts = typed.map((amount) => amount ?? 0);
  const faults = links.map(({ most }, at) => faultOf(typed[at] ?? null, most ?? whole, whole));
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  const over = Math.max(0, Math.sign(whole) * sum - Math.abs(whole));
  return { isRight: over === 0 && faults.every((fault) => fault === null), amounts, faults, rest: whole - sum, over };
}

function faultOf(amount: Minor | null, most: Minor, whole: Minor): CheckedAllocation['faults'][number] {
  if (amount === null) return 'no amount';
  if (amount === 0) return null;
  if (Math.sign(amount) !== Math.sign(whole) || Math.sign(amount) !== Math.sign(most)) return 'direction';
  return Math.abs(amount) > Math.abs(most) ? 'too much' : null;
}
