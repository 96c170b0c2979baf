/** Tiny readers and writers of text tables in the trade's words, for the tests of matching. */

import { parseIsoDay } from '../../../src/domain/day';
import type { Day } from '../../../src/domain/day';
import type { CustomerLink, Link, Matching, OpenSearch } from '../../../src/domain/link';
import { minorDigits, toMinor } from '../../../src/domain/money';
import type { CustomerRecord, Deal, Invoice, Receipt, Records, Revenue } from '../../../src/domain/record';
import { matchRecords } from '../../../src/matching/matchRecords';
import type { MatchOptions } from '../../../src/matching/matchRecords';
import type { Decisions } from '../../../src/settings/decisions';

export function day(text: string): Day {
  const parsed = parseIsoDay(text);
  if (parsed === null) throw new RangeError(`not a day: ${text}`);
  return parsed;
}

export const OPTIONS: MatchOptions = {
  matchAmount: 100,
  matchPercent: 0.5,
  matchDays: 5,
  invoicingLag: 30,
  paymentTime: 30,
  customerLevel: 'account',
  asOf: day('2024-12-31'),
  suggestedInNumbers: true,
};

export const NO_DECISIONS: Decisions = { aliases: [], links: [] };

/**
 * Reads a book, one record a line, cells parted by two blanks or more, "-" for blank:
 * `invoice  INV-7  Acme Ltd  1,200.00 EUR  2024-03-05  ref=D-1; PO-9  tax=228.00`.
 * A customer line is `customer  name  id  other id` and the same extras.
 */
export function book(table: string): Records {
  const records = {
    deals: [] as Deal[],
    invoices: [] as Invoice[],
    revenue: [] as Revenue[],
    receipts: [] as Receipt[],
    customers: [] as CustomerRecord[],
    rates: [],
  };
  const lines = table.split('\n').filter((line) => line.trim() !== '');
  lines.forEach((line, row) => {
    const [kind = '', ...cells] = line.trim().split(/\s{2,}/);
    const extras = new Map(
      cells.flatMap((cell) =>
        /^[a-zA-Z]+=/.test(cell) ? [[cell.slice(0, cell.indexOf('=')), cell.slice(cell.indexOf('=') + 1)] as const] : [],
      ),
    );
    const [first = '', second = '', third = '', fourth = ''] = cells
      .filter((cell) => !/^[a-zA-Z]+=/.test(cell))
      .map((cell) => (cell === '-' ? '' : cell));
    const text = (name: string): string => extras.get(name) ?? '';
    const list = (name: string): string[] =>
      text(name)
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== '');
    const source = { sheet: text('sheet') === '' ? kind : text('sheet'), row: row + 2 };
    const [country, city, postcode] = [text('country'), text('city'), text('postcode')];
    const place = country + city + postcode === '' ? undefined : { country, city, postcode };
    if (kind === 'customer') {
      records.customers.push({
        key: `customer.${first}.${second}`,
        source,
        name: first,
        id: second,
        otherId: third,
        parent: text('parent'),
        taxNumber: text('vat'),
        domain: text('domain'),
        place,
        owner: '',
      });
      return;
    }
    const [amountText = '', currency = ''] = third.split(' ');
    const minor = (written: string): number => (written === '' ? 0 : toMinor(Number(written.replaceAll(',', '')), currency));
    /** "900.00 GBP": an amount in the reporting currency. */
    const minorIn = (written: string): number => {
      const [amount = '', code = ''] = written.split(' ');
      return toMinor(Number(amount.replaceAll(',', '')), code);
    };
    const dayOrNull = (name: string): Day | null => (extras.has(name) ? day(text(name)) : null);
    const numberOrNull = (name: string): number | null => (extras.has(name) ? Number(text(name)) : null);
    const common = {
      key: text('key') === '' ? `${kind}.${first}` : text('key'),
      id: first,
      source,
      entity: text('entity'),
      customer: second,
      customerId: text('customerId'),
      taxNumber: text('vat'),
      domain: text('domain'),
      place,
      owner: text('owner'),
      currency,
      amount: minor(amountText),
      rate: numberOrNull('rate'),
      reportingAmount: extras.has('in') ? minorIn(text('in')) : null,
      ...(extras.has('in') ? { reportingCurrency: text('in').split(' ')[1] ?? '' } : {}),
      day: day(fourth),
      text: text('text'),
    };
    switch (kind) {
      case 'deal':
        records.deals.push({
          ...common,
          role: 'deal',
          name: text('name'),
          stage: 'Closed Won',
          dealType: '',
          parent: text('parent'),
          start: dayOrNull('start'),
          end: dayOrNull('end'),
          termMonths: numberOrNull('term'),
          billingMonths: numberOrNull('billing'),
          references: list('ref'),
          tax: minor(text('tax')),
          discount: minor(text('discount')),
          margin: minor(text('margin')),
        });
        break;
      case 'invoice':
      case 'credit':
        records.invoices.push({
          ...common,
          role: 'invoice',
          kind,
          status: 'open',
          due: dayOrNull('due'),
          tax: minor(text('tax')),
          references: list('ref'),
          appliesTo: text('applies'),
          serviceStart: null,
          serviceEnd: null,
          open: null,
          writtenOff: false,
          final: false,
        });
        break;
      case 'revenue':
        records.revenue.push({ ...common, role: 'revenue', references: list('ref'), serviceDay: null });
        break;
      case 'receipt':
      case 'refund':
        records.receipts.push({
          ...common,
          role: 'receipt',
          kind,
          references: list('ref'),
          fee: minor(text('fee')),
          withheld: minor(text('withheld')),
          deposit: text('deposit') === 'yes',
          payerAccount: text('account'),
          applied: list('applied').map((part) => {
            const [reference = '', amount = ''] = part.split(':');
            return { reference, amount: minor(amount) };
          }),
        });
        break;
      default:
        throw new RangeError(`not a record: ${line}`);
    }
  });
  return records;
}

export function match(table: string, options: Partial<MatchOptions> = {}, decisions: Partial<Decisions> = {}): Matching {
  return matchRecords(book(table), { ...OPTIONS, ...options }, { ...NO_DECISIONS, ...decisions });
}

/** `D-1 > INV-7  1200.00  reference, matched`, sorted; only of some kinds where they are named. */
export function links(matching: Matching, ...kinds: Link['kind'][]): string[] {
  const id = (key: string): string => key.replace(/^[a-z]+\./, '');
  return matching.links
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .map(({ left, right, allocated, currency, pass, state, certainty }) => {
      const amount = (allocated / 10 ** minorDigits(currency)).toFixed(minorDigits(currency));
      return `${id(left)} > ${id(right)}  ${amount}  ${pass}, ${certainty}, ${state}`;
    })
    .sort();
}

/** `INV-7 ambiguous: D-1 | D-2`. */
export function searches(matching: Matching): string[] {
  const id = (key: string): string => key.replace(/^[a-z]+\./, '');
  return matching.openSearches
    .map(
      ({ anchor, outcome, candidates }: OpenSearch) =>
        `${id(anchor)} ${outcome}: ${candidates.map((set) => set.map(id).join(' + ')).join(' | ')}`,
    )
    .sort();
}

/** `Acme Ltd = Acme Limited  matched`. */
export function names(matching: Matching): string[] {
  return matching.customerLinks.map(({ left, right, state }: CustomerLink) => `${left} = ${right}  ${state}`).sort();
}

/** `Acme Ltd ~ Acme Inc: legal form: conflict`, of customers without a partner. */
export function nearest(matching: Matching): string[] {
  return matching.customerHints.map(({ name, candidate, reason }) => `${name} ~ ${candidate}: ${reason}`).sort();
}
