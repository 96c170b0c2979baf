/** Credits to the invoices they take back, and the invoice that bills a credited one again. */

import { distribute } from '../../domain/money';
import type { Minor } from '../../domain/money';
import type { Deal, Invoice } from '../numbered';
import { gross } from '../allocation';
import { between, byDayAndKey, CANDIDATES_SHOWN, candidatesFound } from '../desk';
import type { Block } from '../blocks';
import type { Desk, Proposal } from '../desk';
import { groupBy } from '../groupBy';
import { amountEvidence, customerEvidence, lagEvidence, referenceEvidence } from '../linkEvidence';
import { evidence } from '../matchWeight';
import { narrow, once, surest } from '../narrow';
import { firstFitting } from '../openList';
import type { Finding } from './pass';

const KIND = 'invoice-credit';
/** Days after which an equal amount alone no longer ties a credit to an invoice. */
const LONGEST = 400;

/** Credits that name their invoices, by the column for it first. Several are credited in date order. */
export function* creditByReference(desk: Desk): Generator<Finding> {
  for (const credit of desk.credits) {
    const named = desk.named.documentsOf(credit).filter(({ records }) => records.some(({ kind }) => kind === 'invoice'));
    if (named.length === 0 || desk.open.free(KIND, credit) === 0) continue;
    const meant = surest(named).flatMap((one) => {
      const invoices = narrow(desk, credit, one).filter((invoice) => mayCredit(desk, invoice, credit));
      return invoices.length === 1 && invoices[0] !== undefined ? [{ record: invoices[0], named: one }] : [];
    });
    const ordered = once(meant).sort((a, b) => byDayAndKey(a.record, b.record));
    const parts = inTurn(
      -desk.open.free(KIND, credit),
      ordered.map(({ record }) => desk.open.uncredited(record)),
    );
    const links: Proposal[] = ordered.flatMap(({ record: invoice, named: one }, i) => {
      const allocated = parts[i] ?? 0;
      const amount = amountEvidence(invoice.amount, -credit.amount, invoice.currency === credit.currency);
      const list = [referenceEvidence(one), amount, customerEvidence(desk, invoice, credit)];
      return allocated > 0 ? [{ left: invoice, right: credit, allocated, evidence: list }] : [];
    });
    if (links.length > 0) yield { links };
  }
}

/** Cuts a total over places in turn, each up to what it holds; the last takes what is left, so nothing is lost. */
function inTurn(total: Minor, holds: readonly Minor[]): Minor[] {
  let left = total;
  return holds.map((hold, i) => {
    const part = i === holds.length - 1 ? left : Math.min(left, Math.max(0, hold));
    left -= part;
    return part;
  });
}

function mayCredit(desk: Desk, invoice: Invoice, credit: Invoice): boolean {
  return invoice.kind === 'invoice' && !desk.isRefused(KIND, invoice, credit);
}

/** Credits that name only a deal: its one invoice, or its one invoice of the same amount. */
export function* creditByDeal(desk: Desk): Generator<Finding> {
  for (const credit of unlinked(desk, desk.credits)) {
    const deals = surest(desk.named.dealsOf(credit)).flatMap((one) => narrow(desk, credit, one));
    const invoices = [...new Set(deals.flatMap((deal) => invoicesOf(desk, deal)))].filter(
      (invoice) =>
        mayCredit(desk, invoice, credit) && invoice.day <= credit.day && desk.open.uncredited(invoice) >= -credit.amount,
    );
    const exact = invoices.filter(({ amount }) => amount === -credit.amount);
    const [invoice] = exact.length === 1 ? exact : invoices.length === 1 ? invoices : [];
    if (invoice === undefined) continue;
    const list = [
      evidence('reference', 'names the deal of the invoice', 10),
      amountEvidence(invoice.amount, -credit.amount, true),
      customerEvidence(desk, invoice, credit),
    ];
    yield { links: [{ left: invoice, right: credit, allocated: -credit.amount, evidence: list }] };
  }
}

function unlinked(desk: Desk, credits: readonly Invoice[]): Invoice[] {
  return credits.filter((credit) => credit.amount < 0 && !desk.isLinked(KIND, credit) && !desk.isUnsettled(KIND, credit));
}

function invoicesOf(desk: Desk, deal: Deal): Invoice[] {
  return desk.linksOf('deal-invoice', deal).flatMap(({ left, right }) => {
    return left === deal && right.role === 'invoice' && right.kind === 'invoice' ? [right] : [];
  });
}

/** Credits of the full amount of one earlier invoice of the customer. */
export function* creditByAmount(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    const credits = unlinked(desk, block.credits);
    if (credits.length === 0) continue;
    const untouched = block.invoices.filter((invoice) => desk.open.uncredited(invoice) === invoice.amount);
    const byAmount = groupBy(untouched, ({ amount }) => amount);
    for (const credit of credits) {
      const equal = firstFitting(
        between(byAmount.get(-credit.amount) ?? [], credit.day - LONGEST, credit.day),
        CANDIDATES_SHOWN,
        (invoice) =>
          gross(invoice) === -gross(credit) &&
          desk.open.uncredited(invoice) === invoice.amount &&
          mayCredit(desk, invoice, credit),
      );
      const [only] = equal;
      if (only === undefined) continue;
      if (equal.length > 1) {
        const why = `${candidatesFound(equal)} invoices of the same amount`;
        yield { search: { anchor: credit, outcome: 'ambiguous', candidates: equal.map(({ key }) => [key]), why } };
        continue;
      }
      const list = [
        evidence('amount', 'equal', 8),
        customerEvidence(desk, only, credit),
        lagEvidence(credit.day - only.day, 90, 0),
      ];
      yield { links: [{ left: only, right: credit, allocated: -credit.amount, evidence: list }] };
    }
  }
}

/**
 * An invoice without a deal that bills a credited one again: it names the credited invoice or the credit, or has the
 * credited amount soon after the credit, of the same customer. It belongs to the deals of the credited invoice.
 */
export function* rebill(desk: Desk): Generator<Finding> {
  for (const invoice of desk.invoices) {
    if (desk.isLinked('deal-invoice', invoice) || desk.isUnsettled('deal-invoice', invoice)) continue;
    for (const { records } of desk.named.documentsOf(invoice)) {
      const [named] = records;
      const credited = named?.kind === 'credit' ? creditedBy(desk, named) : named;
      if (records.length !== 1 || credited === undefined || !desk.isLinked(KIND, credited)) continue;
      yield* billAgain(desk, credited, invoice, [evidence('reference', 'names the credited invoice', 12)]);
      break;
    }
  }
  for (const block of desk.blocks) if (block.credits.length > 0) yield* rebillByAmount(desk, block);
}

/**
 * Right after a credit of a whole invoice the only one of its amount: whichever of the two has deals, the other has them too.
 * A credit on the day of a larger bill takes a deposit off it: the deposit belongs to the deals of that bill.
 */
function* rebillByAmount(desk: Desk, block: Block): Generator<Finding> {
  const { invoicingLag, matchDays } = desk.options;
  const isBilled = (invoice: Invoice): boolean => desk.isLinked('deal-invoice', invoice);
  const byAmount = groupBy(block.invoices, ({ amount }) => amount);
  for (const credit of block.credits) {
    const credited = creditedBy(desk, credit);
    if (credited === undefined) continue;
    const late = between(byAmount.get(-credit.amount) ?? [], credit.day - matchDays, credit.day + invoicingLag);
    const equal = firstFitting(late, 2, (invoice) => invoice !== credited && isBilled(invoice) !== isBilled(credited));
    const [again, other] = equal;
    if (again !== undefined && other === undefined) {
      const why = [evidence('amount', 'equal to the credit', 8), lagEvidence(again.day - credit.day, invoicingLag, matchDays)];
      yield* isBilled(credited) ? billAgain(desk, credited, again, why) : billAgain(desk, again, credited, why);
    } else if (equal.length === 0 && !isBilled(credited)) {
      const sameDays = between(block.invoices, credit.day - matchDays, credit.day + matchDays);
      const [final, rival] = firstFitting(sameDays, 2, (bill) => isBilled(bill) && bill.amount > credited.amount);
      if (final === undefined || rival !== undefined) continue;
      const why = [evidence('amount', 'credited when the larger bill came', 6), lagEvidence(0, invoicingLag, matchDays)];
      yield* billAgain(desk, final, credited, why);
    }
  }
}

/** The one invoice that a credit takes back in full. */
function creditedBy(desk: Desk, credit: Invoice): Invoice | undefined {
  const [linked, other] = desk.linksOf(KIND, credit);
  const invoice = linked === undefined || other !== undefined ? undefined : linked.left;
  return invoice?.role === 'invoice' && invoice.amount === -credit.amount ? invoice : undefined;
}

function* billAgain(desk: Desk, credited: Invoice, invoice: Invoice, why: Proposal['evidence']): Generator<Finding> {
  const before = desk.linksOf('deal-invoice', credited).filter(({ right }) => right === credited);
  if (before.length === 0 || desk.isUnsettled('deal-invoice', invoice)) return;
  const parts = distribute(
    invoice.amount,
    before.map(({ link }) => Math.abs(link.allocated)),
  );
  const links = before.flatMap(({ left: deal }, i): Proposal[] => {
    if (deal.role !== 'deal' || desk.isRefused('deal-invoice', deal, invoice) || (parts[i] ?? 0) === 0) return [];
    return [{ left: deal, right: invoice, allocated: parts[i] ?? 0, evidence: [...why, customerEvidence(desk, deal, invoice)] }];
  });
  if (links.length === before.length && links.length > 0) yield { links };
}
