/** Deals and invoices in two currencies whose amounts are equal at a rate that one of their own columns states. */

import { convert } from '../../domain/money';
import type { Currency, Minor } from '../../domain/money';
import type { Deal, Invoice } from '../numbered';
import { invoiceable } from '../allocation';
import { dateEvidence, freeAmount, inWindow, openAmount } from '../dealWindow';
import { byDayAndKey, CANDIDATES_SHOWN, candidatesFound } from '../desk';
import type { Desk } from '../desk';
import { pushTo } from '../groupBy';
import { customerEvidence } from '../linkEvidence';
import { evidence } from '../matchWeight';
import { firstFitting } from '../openList';
import type { Finding } from './pass';

/** Beyond it no minor unit is exact any more. */
const MOST_CONVERTED = 1e14;

/** The one deal of the customer whose amount in another currency, by its own columns or the invoice's, is the invoice's. */
export function* dealAtStatedRate(desk: Desk): Generator<Finding> {
  const deals = desk.deals.filter((deal) => openAmount(desk, deal) > 0 && openAmount(desk, deal) === invoiceable(deal));
  const stated = deals.some(isRated) || desk.invoices.some(isRated);
  if (!stated) return;
  const customerOf = (record: Deal | Invoice): string => desk.customerOf(record) ?? '';
  const invoices = desk.invoices.filter((invoice) => customerOf(invoice) !== '' && freeAmount(desk, invoice) > 0);
  const currencies = [...new Set([...invoices, ...deals].map(({ currency }) => currency))];
  const byAmount = new Map<string, Deal[]>();
  for (const deal of deals) {
    const amounts = new Set([
      invoiceable(deal),
      ...currencies.flatMap((currency) => inCurrency(deal, invoiceable(deal), currency)),
    ]);
    for (const amount of amounts) pushTo(byAmount, `${amount}|${customerOf(deal)}`, deal);
  }
  for (const invoice of invoices) {
    if (freeAmount(desk, invoice) === 0) continue;
    const amounts = new Set([invoice.amount, ...currencies.flatMap((currency) => inCurrency(invoice, invoice.amount, currency))]);
    const near = [...amounts].flatMap((amount) => byAmount.get(`${amount}|${customerOf(invoice)}`) ?? []);
    const known = new Set<Deal>();
    const isOther = (deal: Deal): boolean => known.size < known.add(deal).size;
    const equal = firstFitting(
      near,
      CANDIDATES_SHOWN,
      (deal) =>
        deal.currency !== invoice.currency &&
        openAmount(desk, deal) > 0 &&
        isEqual(deal, invoice) &&
        inWindow(desk, deal, invoice) &&
        isOther(deal),
    ).sort(byDayAndKey);
    const [only, other] = equal;
    if (only === undefined) continue;
    if (other !== undefined) {
      const why = `${candidatesFound(equal)} deals equal it at their rates`;
      yield { search: { anchor: invoice, outcome: 'ambiguous', candidates: equal.map(({ key }) => [key]), why } };
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
  if (record.rate === null || Math.abs(amount) * record.rate > MOST_CONVERTED) return stated;
  return [...stated, convert(amount, record.currency, currency, record.rate)];
}
