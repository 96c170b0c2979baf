/** Credits that name no invoice, taken off by the customer's payment: its amount says where they belong. */

import type { Evidence } from '../../domain/link';
import type { Minor } from '../../domain/money';
import type { Invoice, Receipt } from '../numbered';
import { gross } from '../allocation';
import type { Block } from '../blocks';
import type { Desk, Proposal } from '../desk';
import { CANDIDATES_SHOWN, candidatesFound } from '../desk';
import { groupBy } from '../groupBy';
import { label } from '../label';
import { customerEvidence, lagEvidence } from '../linkEvidence';
import { evidence } from '../matchWeight';
import { openInvoices, timeEvidence, waitingAmount, waitingBlocks } from '../payable';
import { placeCredits } from '../placeCredits';
import { equalRivals } from './equalRivals';
import type { RivalOf } from './equalRivals';
import { quotedEvidence, sumOf } from './naming';
import type { Finding } from './pass';
import { holdsNamed } from './receiptReferences';
import { tied } from './separate';
import { mayTakeOff, setsLessCredits, unusedCredits } from './setsLessCredits';
import type { LessCredits } from './setsLessCredits';

const KIND = 'invoice-credit';

/** One payment of invoices of the customer less credits that name none of them. */
export function* invoicesLessCredits(desk: Desk): Generator<Finding> {
  for (const { block, receipts } of waitingBlocks(desk)) {
    if (unusedCredits(desk, block).length === 0) continue;
    const open = openInvoices(desk, block);
    const rivalOf = equalRivals(desk, block);
    for (const receipt of receipts) {
      if (waitingAmount(desk, receipt) <= 0) continue;
      const { sets, complete } = setsLessCredits(desk, block, open, receipt);
      const [only, other] = sets;
      if (other !== undefined) {
        yield { search: { anchor: receipt, outcome: 'ambiguous', ...tied(sets) } };
        continue;
      }
      if (only === undefined || !complete) {
        if (!complete) yield { cut: receipt };
        continue;
      }
      const links = linksOf(desk, block, receipt, only, rivalOf);
      if (links === null || !holdsNamed(desk, receipt, new Set(only.invoices))) continue;
      yield links;
      open.refresh(only.invoices);
    }
  }
}

function linksOf(
  desk: Desk,
  block: Block,
  receipt: Receipt,
  { invoices, credits, sum }: LessCredits,
  rivalOf: RivalOf,
): Finding | null {
  const placed = placeCredits(desk, credits, invoices, receipt.day);
  if (placed === null || sumOf([...placed.left.values()]) !== waitingAmount(desk, receipt)) return null;
  const together = new Set(invoices);
  const rivals = new Map(invoices.map((invoice) => [invoice, rivalOf(invoice, [receipt], together)]));
  const common = (invoice: Invoice): Evidence[] => [sum, ...(rivals.get(invoice)?.evidence ?? [])];
  const paid = [...placed.left].flatMap(([invoice, allocated]): Proposal[] => {
    if (allocated === 0) return [];
    const list = [
      ...common(invoice),
      customerEvidence(desk, invoice, receipt),
      ...quotedEvidence(desk, block, invoice, receipt),
      timeEvidence(desk, invoice, receipt),
    ];
    return [{ left: invoice, right: receipt, allocated, evidence: list, runnerUp: rivals.get(invoice)?.runnerUp ?? '' }];
  });
  const credited = placed.parts.map(({ invoice, credit, net }): Proposal => ({
    kind: KIND,
    left: invoice,
    right: credit,
    allocated: net,
    evidence: [
      ...common(invoice),
      customerEvidence(desk, invoice, credit),
      evidence('receipt', `taken off by ${label(receipt)}`, 2),
    ],
  }));
  return { links: [...credited, ...paid] };
}

/** A credit of exactly what a payment left open of one invoice: the customer took it off without saying so. */
export function* creditLeftByPayment(desk: Desk): Generator<Finding> {
  for (const block of desk.blocks) {
    const credits = unusedCredits(desk, block);
    if (credits.length === 0) continue;
    const rests = groupBy(
      block.invoices.filter((invoice) => desk.isLinked('invoice-receipt', invoice)),
      (invoice) => desk.open.dueAfterCredits(invoice),
    );
    const equals = groupBy(credits, gross);
    for (const credit of credits) {
      const fitting = (rests.get(-gross(credit)) ?? []).filter((invoice) => wasTakenOff(desk, invoice, credit));
      const [invoice] = fitting;
      if (invoice === undefined) continue;
      const claimants = equals.get(gross(credit))?.length ?? 0;
      if (fitting.length > 1 || claimants > 1) {
        const candidates = fitting.slice(0, CANDIDATES_SHOWN).map(({ key }) => [key]);
        const why = `${candidatesFound(fitting)} invoices of which a payment left that much, ${claimants} credits of it`;
        yield { search: { anchor: credit, outcome: 'ambiguous', candidates, why } };
        continue;
      }
      const list = [
        evidence('amount', 'equal to what the payment left', 8),
        customerEvidence(desk, invoice, credit),
        lagEvidence(credit.day - invoice.day, 90, desk.options.matchDays),
      ];
      yield { links: [{ left: invoice, right: credit, allocated: -credit.amount, evidence: list }] };
    }
  }
}

/** The credit was there when the last payment came, and the invoice still holds it. */
function wasTakenOff(desk: Desk, invoice: Invoice, credit: Invoice): boolean {
  const left: Minor = desk.open.dueAfterCredits(invoice) + gross(credit);
  if (left !== 0 || desk.open.uncredited(invoice) < -credit.amount || !mayTakeOff(desk, invoice, credit)) return false;
  return desk.linksOf('invoice-receipt', invoice).some(({ right }) => credit.day <= right.day + desk.options.matchDays);
}
