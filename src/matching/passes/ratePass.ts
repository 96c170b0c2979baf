/** Deals and invoices in two currencies whose amounts are equal at a rate that one of their own columns states. */

import { convert } from '../../domain/money';
import type { Currency, Minor } from '../../domain/money';
import type { Deal, Invoice, RecordKey } from '../../domain/record';
import { invoiceable } from '../allocation';
import { dateEvidence, freeAmount, inWindow, openAmount } from '../dealWindow';
import { CANDIDATES_SHOWN } from '../desk';
import type { Desk } from '../desk';
import { groupBy } from '../groupBy';
import { customerEvidence } from '../linkEvidence';
import { evidence } from '../matchWeight';
import type { Finding } from './passes';

/** The one deal of the customer whose amount in another currency, by its own columns or the invoice's, is the invoice's. */
export function* dealAtStatedRate(desk: Desk): Generator<Finding> {
  const deals = desk.deals.filter((deal) => openAmount(desk, deal) > 0 && openAmount(desk, deal) === invoiceable(deal));
  const stated = deals.some(isRated) || desk.invoices.some(isRated);
  if (!stated) return;
  const customerOf = ({ key }: { readonly key: RecordKey }): string => desk.customerOf.get(key) ?? '';
  const dealsOf = groupBy(deals, customerOf);
  for (const invoice of desk.invoices) {
    const customer = customerOf(invoice);
    if (customer === '' || freeAmount(desk, invoice) <= 0) continue;
    const equal = (dealsOf.get(customer) ?? []).filter(
      (deal) =>
        deal.currency !== invoice.currency &&
        openAmount(desk, deal) > 0 &&
        isEqual(deal, invoice) &&
        inWindow(desk, deal, invoice),
    );
    const [only, other] = equal;
    if (only === undefined) continue;
    if (other !== undefined) {
      const candidates = equal.slice(0, CANDIDATES_SHOWN).map(({ key }) => [key]);
      yield {
        search: { anchor: invoice.key, outcome: 'ambiguous', candidates, why: `${equal.length} deals equal it at their rates` },
      };
      continue;
    }
    const list = [
      evidence('amount', 'equal at the stated rate', 6),
      customerEvidence(desk, only, invoice),
      dateEvidence(desk, only, invoice),
    ];
    yield { links: [{ left: only, right: invoice, allocated: invoice.amount, evidence: list }] };
  }
}

function isRated({ rate, reportingAmount }: Deal | Invoice): boolean {
  return rate !== null || reportingAmount !== null;
}

function isEqual(deal: Deal, invoice: Invoice): boolean {
  const whole = invoiceable(deal);
  return (
    inCurrency(deal, whole, invoice.currency).includes(invoice.amount) ||
    inCurrency(invoice, invoice.amount, deal.currency).includes(whole)
  );
}

/** A record's amount in another currency, as its own columns state it. */
function inCurrency(record: Deal | Invoice, amount: Minor, currency: Currency): readonly Minor[] {
  if (record.reportingCurrency !== undefined && record.reportingCurrency !== currency) return [];
  const stated = amount === record.amount && record.reportingAmount !== null ? [record.reportingAmount] : [];
  return record.rate === null ? stated : [...stated, convert(amount, record.currency, currency, record.rate)];
}
