/** Made-up invoices and what came in for them: seeded, with the true match of each, and much that a bank does to it. */

import { seeded } from '../../../samples/random';
import { addDays } from '../../../src/domain/day';
import type { Day } from '../../../src/domain/day';
import type { Invoice, Receipt, RecordKey, Records } from '../../../src/domain/record';
import { day } from './book';

/** Even whole numbers below one; the same in every run. */
export function noise(seed: number): (below: number) => number {
  const random = seeded(seed);
  return (below) => Math.floor(random.next() * below);
}

const COMMON = {
  entity: '',
  customerId: '',
  taxNumber: '',
  domain: '',
  owner: '',
  currency: 'EUR',
  rate: null,
  reportingAmount: null,
} as const;

export function invoiceOf(
  id: string,
  customer: string,
  amount: number,
  at: Day,
  terms: number,
  references: string[] = [],
): Invoice {
  return {
    ...COMMON,
    role: 'invoice',
    kind: 'invoice',
    key: `invoice.${id}`,
    id,
    source: { sheet: 'Invoices', row: 2 },
    customer,
    amount,
    day: at,
    text: '',
    status: 'open',
    due: addDays(at, terms),
    tax: 0,
    references,
    appliesTo: '',
    serviceStart: null,
    serviceEnd: null,
    open: null,
    writtenOff: false,
    final: false,
  };
}

export function receiptOf(id: string, customer: string, amount: number, at: Day, text = '', payerAccount = ''): Receipt {
  return {
    ...COMMON,
    role: 'receipt',
    kind: amount < 0 ? 'refund' : 'receipt',
    key: `receipt.${id}`,
    id,
    source: { sheet: 'Bank', row: 2 },
    customer,
    amount,
    day: at,
    text,
    references: [],
    fee: 0,
    withheld: 0,
    deposit: false,
    payerAccount,
  };
}

export function recordsOf(invoices: readonly Invoice[], receipts: readonly Receipt[]): Records {
  return { deals: [], invoices, revenue: [], receipts, customers: [], rates: [] };
}

export interface ReceiptBook {
  readonly records: Records;
  /** The true match of each record; one that belongs to none is absent. */
  readonly matchOf: ReadonlyMap<RecordKey, number>;
}

/** @param name put before the names of customers, numbers and keys, so that two books have nothing in common */
export function receiptBook(seed: number, customers: number, name = ''): ReceiptBook {
  const next = noise(seed);
  const invoices: Invoice[] = [];
  const receipts: Receipt[] = [];
  const matchOf = new Map<RecordKey, number>();
  let matches = 0;
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  for (let c = 0; c < customers; c++) {
    const customer = `${name}${pick(FIRST)} ${pick(SECOND)} ${c} Ltd`;
    const account = `DE${10_000_000 + next(80_000_000)}${c}`;
    const subscribed = c % 3 === 0;
    const fee = pick([9_900, 25_000, 100_000]);
    const own: Invoice[] = [];
    for (let n = 0; n < 12; n++) {
      const at = addDays(day('2023-01-01'), subscribed ? n * 30 + next(4) : next(400));
      const amount = subscribed && next(5) > 0 ? fee : pick([5_000 + next(4_000_000), (1 + next(4_000)) * 1_000]);
      const number = `${name}${next(9_000_000_000) + 1_000_000_000}`;
      own.push(invoiceOf(number, customer, amount, at, pick([14, 30, 45])));
    }
    own.sort((a, b) => a.day - b.day);
    invoices.push(...own);
    const pay = (paid: readonly Invoice[], amount: number, at: number): void => {
      const quotes = paid.map(({ id }) => (next(6) === 0 ? damaged(id, next) : id));
      const text =
        next(3) === 0
          ? pick(['', 'Payment', 'thanks'])
          : `${pick(['', 'Invoice ', 'RG '])}${quotes.join(pick([', ', ' ', '/']))}`;
      const payer = pick([customer, customer, customer, customer.toUpperCase(), '', `${pick(FIRST)} Holding`]);
      const receipt = receiptOf(`${name}R-${receipts.length}`, payer, amount, at as Day, text, next(3) > 0 ? account : '');
      receipts.push(receipt);
      for (const { key } of [receipt, ...paid]) matchOf.set(key, matches);
    };
    for (let i = 0; i < own.length; i++) {
      const first = own[i] as Invoice;
      const at = Math.max(first.day, (first.due ?? first.day) + next(20) - 8);
      const kind = next(20);
      matches++;
      if (kind < 2) continue;
      if (kind < 13) pay([first], first.amount, at);
      else if (kind < 14) pay([first], Math.round(first.amount * 0.98), at);
      else if (kind < 15) pay([first], first.amount - 1 - next(90), at);
      else if (kind < 17) {
        const together = own.slice(i, i + 2 + next(2));
        i += together.length - 1;
        const last = Math.max(at, together.at(-1)?.day ?? 0);
        pay(
          together,
          together.reduce((sum, { amount }) => sum + amount, 0),
          last,
        );
      } else {
        const part = 1 + next(first.amount - 1);
        pay([first], part, at);
        pay([first], first.amount - part, at + next(30));
      }
    }
  }
  return { records: recordsOf(invoices, receipts), matchOf };
}

function damaged(id: string, next: (below: number) => number): string {
  const at = id.length - 1 - next(8);
  return [
    id.slice(0, at) + id.slice(at + 1),
    id.slice(0, at) + (id[at] ?? '') + id.slice(at),
    id.slice(0, -2),
    `${id.slice(0, at)}${next(10)}${id.slice(at + 1)}`,
  ][next(4)] as string;
}

const FIRST = ['Nord', 'Alder', 'Brook', 'Corvane', 'Dunmore', 'Elm', 'Fenwick', 'Garnet', 'Halden', 'Ivory'];
const SECOND = ['Foods', 'Systems', 'Trading', 'Works', 'Labs', 'Energy', 'Media', 'Supply'];
