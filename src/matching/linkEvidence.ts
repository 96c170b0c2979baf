/** What speaks for a link between two documents, in weights that add up. */

import type { Evidence } from '../domain/link';
import type { Minor } from '../domain/money';
import type { ReconciledRecord } from './numbered';
import type { Desk } from './desk';
import { evidence } from './matchWeight';
import type { Named } from './named';

/** log2 odds that two documents, taken at random among the candidates, belong together. */
export const PRIOR = -9;

/** What very many links have in common is one object for all of them. */
const CUSTOMER = {
  unknown: evidence('customer', 'unknown', 0),
  same: evidence('customer', 'same', 6),
  account: evidence('customer', 'same, by the account that paid', 5),
  named: evidence('customer', 'known only by what is named', 0),
  group: evidence('customer', 'same group', 3),
  another: evidence('customer', 'another', -5),
} as const;

/** By whom the documents are: the same customer, one of its group, another, or unknown. */
export function customerEvidence(desk: Desk, left: ReconciledRecord, right: ReconciledRecord): Evidence {
  const [a, b] = [desk.customerOf(left), desk.customerOf(right)];
  if (a === undefined || b === undefined) return CUSTOMER.unknown;
  if (a === b) return CUSTOMER[desk.payers.get(right.at) ?? 'same'];
  return desk.groupOf(a) === desk.groupOf(b) ? CUSTOMER.group : CUSTOMER.another;
}

/** How a number was quoted. An own number in a column leaves the least doubt, digits without their prefix the most. */
export function referenceEvidence({ written, place, fit, number }: Named<unknown>): Evidence {
  const weight = (number === 'own' ? 16 : 14) - (place === 'text' ? 3 : 0) - (fit === 'same' ? 0 : 5);
  const where = place === 'text' ? 'in the text' : 'in a reference column';
  const how = fit === 'same' ? '' : ', without its prefix';
  return evidence('reference', `${number === 'own' ? 'number' : 'contract or order'} ${written} ${where}${how}`, weight);
}

const EQUAL_AMOUNT = 8;
const AMOUNT = {
  incomparable: evidence('amount', 'in another currency', 0),
  equal: evidence('amount', 'equal', EQUAL_AMOUNT),
  part: evidence('amount', 'part', 0),
  larger: evidence('amount', 'larger', -1),
} as const;
const NORMAL_LAG = evidence('date', 'within the normal lag', 2);

/** Amounts of a document against what is open on what it names. */
export function amountEvidence(open: Minor, amount: Minor, sameCurrency: boolean): Evidence {
  if (!sameCurrency) return AMOUNT.incomparable;
  if (open === amount) return AMOUNT.equal;
  return Math.abs(amount) < Math.abs(open) ? AMOUNT.part : AMOUNT.larger;
}

/** Amounts that differ by no more than the tolerance: usual for money (charges, cents), seldom for what was agreed. */
export function nearAmount(of: 'money' | 'contract'): Evidence {
  return evidence('amount', 'within tolerance', EQUAL_AMOUNT - (of === 'money' ? 2 : 4));
}

/** The deal holds the invoice's tax as well: its amount equals the gross. */
export function grossAmount(): Evidence {
  return evidence('amount', 'equal to the gross', EQUAL_AMOUNT - 4);
}

/** Days from the first document to the second against what is normal. */
export function lagEvidence(days: number, normal: number, near: number): Evidence {
  if (days < -near) return evidence('date', `${-days} days before`, -1);
  return days <= normal + near ? NORMAL_LAG : evidence('date', `${days} days later`, 0);
}
