/** Invented customers whose deals are billed in all the usual ways, from a seed, with the true links beside them. */

import { addDays, isoDay } from '../../../src/domain/day';
import type { Day } from '../../../src/domain/day';
import { distribute } from '../../../src/domain/money';
import type { Records } from '../../../src/domain/record';
import { seeded } from '../../../samples/random';
import type { Random } from '../../../samples/random';
import { book, day } from './book';

export interface DealBook {
  readonly records: Records;
  /** `deal key|document key` of every true link, and how that deal was billed. */
  readonly truth: ReadonlyMap<string, string>;
}

export interface DealBookOptions {
  readonly seed: number;
  readonly customers: number;
  /** Deals of a customer, at most. */
  readonly deals: number;
  /** Share of the documents that quote their deal. */
  readonly quoting: number;
}

const FIRST = day('2022-01-01');
const LAST = day('2024-12-31');

interface Book {
  readonly random: Random;
  readonly lines: string[];
  readonly truth: Map<string, string>;
  readonly quoting: number;
  deals: number;
  documents: number;
}

interface Deal {
  readonly id: string;
  readonly customer: string;
  readonly amount: number;
  readonly close: Day;
}

const money = (minor: number): string => `${(minor / 100).toFixed(2)} EUR`;

/** Prices as they are: catalogue prices times seats, round sums, and worked-out amounts. */
function price(random: Random): number {
  const kind = random.next();
  if (kind < 0.35) return random.whole(5, 400) * 10_000;
  if (kind < 0.75) return random.pick([4_900, 12_000, 19_900, 24_950, 35_000]) * random.whole(5, 250);
  return random.whole(80_000, 6_000_000);
}

function sell(book: Book, customer: string, amount: number, close: Day, extra = ''): Deal {
  const deal = { id: `D-${++book.deals}`, customer, amount, close };
  const [name, id = ''] = customer.split('#');
  book.lines.push(
    `deal  ${deal.id}  ${name}  ${money(amount)}  ${isoDay(close)}  customerId=${id}  name=Order ${book.deals}${extra}`,
  );
  return deal;
}

/** Issues a document for deals, where it is dated before the books end. */
function bill(book: Book, style: string, deals: readonly Deal[], customer: string, net: number, date: Day, extra = ''): string {
  const number = `${net < 0 ? 'CN' : 'INV'}-${10_000 + ++book.documents}`;
  if (date > LAST || net === 0) return number;
  const quotes = deals.length > 0 && book.random.chance(book.quoting) ? `  ref=${deals.map(({ id }) => id).join('; ')}` : '';
  const [name, id = ''] = customer.split('#');
  const tax = Math.round(net * 0.2) / 100;
  const kind = net < 0 ? 'credit' : 'invoice';
  book.lines.push(
    `${kind}  ${number}  ${name}  ${money(net)}  ${isoDay(date)}  customerId=${id}  tax=${tax.toFixed(2)}${quotes}${extra}`,
  );
  if (net > 0) for (const { id: dealId } of deals) book.truth.set(`deal.${dealId}|invoice.${number}`, style);
  return number;
}

const months = (date: Day, count: number): Day => addDays(date, Math.round(count * 30.44));

const TERMS = [
  [12, 1],
  [12, 3],
  [24, 12],
  [36, 12],
  [12, 6],
  [24, 3],
] as const;
const SHARES = [
  [30, 70],
  [50, 50],
  [50, 30, 20],
  [40, 40, 20],
  [25, 25, 25, 25],
  [10, 90],
  [20, 50, 30],
] as const;

type Style = (book: Book, customer: string, amount: number, close: Day, first: Day) => void;

const STYLES: readonly (readonly [share: number, name: string, style: Style])[] = [
  [34, 'once', (b, c, amount, close, first) => bill(b, 'once', [sell(b, c, amount, close)], c, amount, first)],
  [
    6,
    'late',
    (b, c, amount, close) => bill(b, 'late', [sell(b, c, amount, close)], c, amount, addDays(close, b.random.whole(70, 150))),
  ],
  [
    9,
    'split',
    (b, c, amount, close, first) => {
      const deal = sell(b, c, amount, close);
      const weights = Array.from({ length: b.random.whole(2, 3) }, () => b.random.whole(10, 100));
      distribute(amount, weights).forEach((part, i) =>
        bill(b, 'split', [deal], c, part, addDays(first, i * b.random.whole(5, 60))),
      );
    },
  ],
  [
    10,
    'plan stated',
    (b, c, amount, close, first) => {
      const [term, every] = b.random.pick(TERMS);
      const deal = sell(b, c, amount, close, `  term=${term}  billing=${every}`);
      const parts = distribute(amount, new Array<number>(term / every).fill(1));
      parts.forEach((part, i) =>
        bill(b, 'plan stated', [deal], c, part, addDays(months(first, i * every), b.random.whole(-2, 2))),
      );
    },
  ],
  [
    8,
    'plan unstated',
    (b, c, amount, close, first) => {
      const [term, every] = b.random.pick(TERMS);
      const deal = sell(b, c, amount, close);
      const parts = distribute(amount, new Array<number>(term / every).fill(1));
      parts.forEach((part, i) =>
        bill(b, 'plan unstated', [deal], c, part, addDays(months(first, i * every), b.random.whole(-2, 2))),
      );
    },
  ],
  [
    8,
    'shares',
    (b, c, amount, close, first) => {
      const deal = sell(b, c, amount, close);
      const parts = distribute(amount, b.random.pick(SHARES));
      let date = first;
      for (const part of parts) {
        bill(b, 'shares', [deal], c, part, date);
        date = addDays(date, b.random.whole(20, 120));
      }
    },
  ],
  [
    4,
    'ramp',
    (b, c, amount, close, first) => {
      const deal = sell(b, c, amount, close, '  term=36  billing=12');
      const up = b.random.pick([1.05, 1.1, 1.25, 1.5]);
      const parts = distribute(amount, [100, Math.round(100 * up), Math.round(100 * up * up)]);
      parts.forEach((part, i) => bill(b, 'ramp', [deal], c, part, months(first, i * 12)));
    },
  ],
  [
    6,
    'combined',
    (b, c, amount, close, first) => {
      const other = price(b.random);
      const two = [sell(b, c, amount, close), sell(b, c, other, addDays(close, b.random.whole(-20, 10)))];
      bill(b, 'combined', two, c, amount + other, first);
    },
  ],
  [
    3,
    'tax in deal',
    (b, c, amount, close, first) =>
      bill(b, 'tax in deal', [sell(b, c, amount + Math.round(amount * 0.2), close)], c, amount, first),
  ],
  [
    4,
    'rebilled',
    (b, c, amount, close, first) => {
      const deal = sell(b, c, amount, close);
      const number = bill(b, 'rebilled', [deal], c, amount, first);
      const again = addDays(first, b.random.whole(5, 50));
      bill(b, 'rebilled', [], c, -amount, again, `  applies=${number}`);
      bill(b, 'rebilled', [deal], c, amount, addDays(again, b.random.whole(0, 4)));
    },
  ],
  [
    3,
    'other price',
    (b, c, amount, close, first) =>
      bill(b, 'other price', [sell(b, c, amount, close)], c, Math.round(amount * (0.7 + 0.2 * b.random.next())), first),
  ],
  [5, 'never', (b, c, amount, close) => void sell(b, c, amount, close)],
];

/** About so many customers' deals; the same options give the same book. */
export function dealBook({ seed, customers, deals, quoting }: DealBookOptions): DealBook {
  const random = seeded(seed);
  const made: Book = { random, lines: [], truth: new Map(), quoting, deals: 0, documents: 0 };
  const all = STYLES.reduce((sum, [share]) => sum + share, 0);
  for (let i = 1; i <= customers; i++) {
    const customer = `Customer Number ${i} Ltd#C${i}`;
    for (let n = random.whole(1, deals); n > 0; n--) {
      const close = addDays(FIRST, random.whole(0, 1_060));
      const first = addDays(close, random.whole(0, 40));
      let at = random.next() * all;
      const [, , style] = STYLES.find(([share]) => (at -= share) < 0) ?? STYLES[0] ?? [];
      style?.(made, customer, price(random), close, first);
      // Business without a deal: renewals, small extras.
      if (random.chance(0.15)) bill(made, 'none', [], customer, price(random), addDays(FIRST, random.whole(0, 1_080)));
    }
  }
  return { records: book(made.lines.join('\n')), truth: made.truth };
}
