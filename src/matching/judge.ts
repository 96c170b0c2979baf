/** Two records that no link joins, compared all the same: for the pairs that a person refused, and for the nearest candidates. */

import type { Day } from '../domain/day';
import type { Evidence, Judged, LinkKind } from '../domain/link';
import type { Minor } from '../domain/money';
import type { ReconciledRecord } from './numbered';
import { gross, invoiceable, settles } from './allocation';
import { billableFrom, dateEvidence, EARLY, LATE } from './dealWindow';
import type { Desk } from './desk';
import { label } from './label';
import { amountEvidence, customerEvidence, lagEvidence, nearAmount, PRIOR, referenceEvidence } from './linkEvidence';
import { evidence, probabilityOf, totalWeight } from './matchWeight';
import type { Named } from './named';
import { tolerance } from './options';

/** Nothing is left of a record: what it holds belongs to another. */
const TAKEN = -8;
const OTHER_REFERENCE = -6;
const OTHER_AMOUNT = -4;
const FAR_AMOUNT = -6;
/** From this share on an amount is far. */
const FAR = 0.25;
const OUTSIDE_WINDOW = -6;
/** Days in which a credit usually follows its invoice. */
const CREDIT_LAG = 90;

/**
 * @param left, right as a link of this kind has them.
 * @param of whether amounts are compared as they are, or by what no link has taken of them.
 */
export function judge(desk: Desk, kind: LinkKind, left: ReconciledRecord, right: ReconciledRecord, of: 'whole' | 'open'): Judged {
  const quoted = quoting(desk, kind, left, right);
  const taken = of === 'open' ? takenEvidence(desk, kind, left, right) : null;
  const list = [
    ...quoted.list,
    amountsCompared(desk, kind, left, right, of === 'open' && taken === null, quoted.names),
    customerEvidence(desk, left, right),
    ...dates(desk, kind, left, right),
    ...(taken === null ? [] : [taken]),
  ];
  return {
    kind,
    left: left.key,
    right: right.key,
    evidence: list,
    prior: PRIOR,
    probability: probabilityOf(totalWeight(list) + PRIOR),
  };
}

/** What the right record quotes: a number of the left one, or only those of others. */
function quoting(
  desk: Desk,
  kind: LinkKind,
  left: ReconciledRecord,
  right: ReconciledRecord,
): { readonly names: boolean; readonly list: Evidence[] } {
  const quotes: readonly Named<ReconciledRecord>[] =
    left.role === 'deal'
      ? desk.named.dealsOf(right)
      : left.role === 'receipt'
        ? desk.named.receiptsOf(right)
        : desk.named.documentsOf(right);
  const named = quotes.filter(({ records }) => records.some((record) => record !== right && fitsLeft(kind, record)));
  const own = named.find(({ records }) => records.includes(left));
  if (own !== undefined) return { names: true, list: [referenceEvidence(own)] };
  const [other] = named;
  const list = other === undefined ? [] : [evidence('reference', `names ${other.written}`, OTHER_REFERENCE)];
  return { names: false, list };
}

/** Whether a record can stand on the left of such a link: a credit is no invoice that a receipt pays. */
function fitsLeft(kind: LinkKind, record: ReconciledRecord): boolean {
  return record.role !== 'invoice' || kind === 'receipt-refund' || record.kind === 'invoice';
}

function takenEvidence(desk: Desk, kind: LinkKind, left: ReconciledRecord, right: ReconciledRecord): Evidence | null {
  const isFull = (record: ReconciledRecord, amount: Minor): boolean => amount <= 0 && desk.isLinked(kind, record);
  const full = isFull(left, leftAmount(desk, kind, left, right.day, true))
    ? left
    : isFull(right, rightAmount(desk, kind, right, true))
      ? right
      : null;
  if (full === null) return null;
  const [linked] = desk.linksOf(kind, full);
  const owner = linked === undefined ? undefined : linked.left === full ? linked.right : linked.left;
  return evidence(
    'open amount',
    `nothing left of ${label(full)}${owner === undefined ? '' : `: it is linked to ${label(owner)}`}`,
    TAKEN,
  );
}

function amountsCompared(
  desk: Desk,
  kind: LinkKind,
  left: ReconciledRecord,
  right: ReconciledRecord,
  isOpen: boolean,
  isNamed: boolean,
): Evidence {
  const sameCurrency = left.currency === right.currency;
  const [a, b] = [leftAmount(desk, kind, left, right.day, isOpen), rightAmount(desk, kind, right, isOpen)];
  if (isNamed || !sameCurrency || a === b) return amountEvidence(a, b, sameCurrency);
  if (kind === 'invoice-schedule' || kind === 'deal-schedule') return amountEvidence(a, b, true);
  if (Math.abs(a - b) <= tolerance(desk.options, a)) return nearAmount(kind === 'invoice-receipt' ? 'money' : 'contract');
  const share = Math.abs(b - a) / Math.max(1, Math.abs(a));
  const words = `${percent(share)} ${b > a ? 'more' : 'less'}`;
  return evidence('amount', words, share > FAR ? FAR_AMOUNT : OTHER_AMOUNT);
}

function percent(share: number): string {
  const shown = share * 100;
  return shown < 0.1 ? 'less than 0.1 %' : `${shown.toFixed(shown < 10 ? 1 : 0)} %`;
}

/**
 * What a link of this kind could take of its left record, in minor units, at a day; positive for what usually is.
 * @param isOpen what no link has taken yet; else the whole.
 */
export function leftAmount(desk: Desk, kind: LinkKind, left: ReconciledRecord, at: Day, isOpen: boolean): Minor {
  const { open } = desk;
  if (left.role === 'deal') return isOpen ? open.deal(left) : invoiceable(left);
  if (left.role === 'receipt') return isOpen ? open.unreturned(left) : left.amount;
  if (left.role !== 'invoice') return left.amount;
  if (kind === 'receipt-refund') return isOpen ? open.unreturned(left) : -gross(left);
  if (kind === 'invoice-receipt') return isOpen ? Math.max(open.due(left, at), open.dueAfterCredits(left)) : gross(left);
  if (kind === 'invoice-credit') return isOpen ? open.uncredited(left) : left.amount;
  return left.amount;
}

/** The same of its right record. */
export function rightAmount(desk: Desk, kind: LinkKind, right: ReconciledRecord, isOpen: boolean): Minor {
  const free = desk.open.free(kind, right);
  if (kind === 'invoice-credit') return isOpen ? -free : -right.amount;
  if (isOpen) return free;
  if (right.role !== 'receipt') return right.amount;
  return right.kind === 'refund' ? -right.amount : settles(right);
}

function dates(desk: Desk, kind: LinkKind, left: ReconciledRecord, right: ReconciledRecord): Evidence[] {
  const { invoicingLag, paymentTime, matchDays } = desk.options;
  const days = right.day - left.day;
  if (left.role === 'deal' && right.role === 'invoice') {
    if (days < -EARLY) return [evidence('date', `${-days} days before the close`, OUTSIDE_WINDOW)];
    if (right.day > billableFrom(left) + invoicingLag + LATE)
      return [evidence('date', `${days} days after the close`, OUTSIDE_WINDOW)];
    return [dateEvidence(desk, left, right)];
  }
  if (kind === 'invoice-receipt') return [lagEvidence(days, paymentTime, matchDays)];
  if (kind === 'invoice-credit') return [lagEvidence(days, CREDIT_LAG, 0)];
  return [];
}
