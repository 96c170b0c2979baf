/** One customer with thousands of documents and no reference on any of them. */

import { seeded } from '../../samples/random';
import type { Matching } from '../../src/domain/link';
import type { Records } from '../../src/domain/record';
import { matchRecords } from '../../src/matching/matchRecords';
import { within } from '../support/quietTime';
import { book, match, NO_DECISIONS, OPTIONS, searches } from './support/book';

/** Days of three years as text. */
const dayText = (at: number): string => new Date(Date.UTC(2022, 0, 1) + at * 86_400_000).toISOString().slice(0, 10);

interface Line {
  readonly amount: number;
  readonly day: number;
}

const rows = (kind: string, prefix: string, lines: readonly Line[]): string[] =>
  lines.map(({ amount, day }, i) => `${kind}  ${prefix}-${i + 1}  Halden Ltd  ${amount.toFixed(2)} EUR  ${dayText(day)}`);

const read = (...parts: readonly (readonly string[])[]): Records => book(parts.flat().join('\n'));

function randomLines(count: number, seed: number): Line[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => ({
    amount: 100 + Math.floor(random.next() * 2_000_000) / 100,
    day: Math.floor(random.next() * 900),
  }));
}

const soon = (limit: number, records: Records): Matching => within(limit, () => matchRecords(records, OPTIONS, NO_DECISIONS));

const invoiced = ({ links }: Matching): number =>
  new Set(links.flatMap(({ kind, right }) => (kind === 'deal-invoice' ? [right] : []))).size;

test('10,000 deals and invoices of equal amounts in pairs are matched', () => {
  const lines = randomLines(10_000, 1);
  const bills = lines.map(({ amount, day }) => ({ amount, day: day + 10 }));
  const matching = soon(12_000, read(rows('deal', 'D', lines), rows('invoice', 'INV', bills)));
  expect(invoiced(matching)).toBeGreaterThan(9_900);
}, 60_000);

test('3,000 deals, invoices and receipts that have nothing to do with each other end', () => {
  const records = read(
    rows('deal', 'D', randomLines(3_000, 1)),
    rows('invoice', 'INV', randomLines(3_000, 2)),
    rows('receipt', 'R', randomLines(3_000, 3)),
  );
  const matching = soon(20_000, records);
  expect(matching.openSearches.some(({ outcome }) => outcome === 'stopped')).toBe(true);
}, 120_000);

test('5,000 invoices, 5,000 credits and 5,000 schedule rows that name nothing end', () => {
  const bills = randomLines(5_000, 1);
  const later = bills.map(({ amount, day }) => ({ amount, day: day + 20 }));
  const records = read(
    rows('invoice', 'INV', bills),
    rows(
      'credit',
      'CN',
      later.map(({ amount, day }) => ({ amount: -amount, day })),
    ),
    rows('revenue', 'S', later),
  );
  const { links } = soon(6_000, records);
  expect(links.filter(({ kind }) => kind === 'invoice-credit').length).toBeGreaterThan(4_900);
  expect(links.filter(({ kind }) => kind === 'invoice-schedule').length).toBeGreaterThan(4_900);
}, 60_000);

test.each([
  ['over three years', 900],
  ['of one day', 1],
])(
  '5,000 equal amounts %s: every invoice is found, ambiguous or stopped',
  (_, days) => {
    const lines = Array.from({ length: 5_000 }, (_line, i) => ({ amount: 1_000, day: i % days }));
    const records = read(rows('deal', 'D', lines), rows('invoice', 'INV', lines));
    const matching = soon(8_000, records);
    const answered = new Set([...matching.links.map(({ right }) => right), ...matching.openSearches.map(({ anchor }) => anchor)]);
    expect(records.invoices.filter(({ key }) => !answered.has(key))).toEqual([]);
  },
  60_000,
);

test('5,000 equal amounts in invoices and receipts are settled oldest first', () => {
  const lines = Array.from({ length: 5_000 }, (_, i) => ({ amount: 1_000, day: i % 900 }));
  const matching = soon(6_000, read(rows('invoice', 'INV', lines), rows('receipt', 'R', lines)));
  expect(matching.links).toHaveLength(5_000);
}, 60_000);

test('1,000 deals of one amount and 2,000 bills of half of it: their plans contest each other no longer than they must', () => {
  const lines = Array.from({ length: 1_000 }, (_, i) => ({ amount: 300, day: (i * 7) % 700 }));
  const bills = lines.flatMap(({ day }) => [10, 40].map((lag) => ({ amount: 150, day: day + lag })));
  expect(soon(5_000, read(rows('deal', 'D', lines), rows('invoice', 'INV', bills))).links).toEqual([]);
}, 60_000);

test('4,000 deals and invoices that all are as near to each other end', () => {
  const lines = Array.from({ length: 4_000 }, () => ({ amount: 1_000, day: 100 }));
  const bills = lines.map(({ day }) => ({ amount: 1_000.4, day }));
  expect(soon(6_000, read(rows('deal', 'D', lines), rows('invoice', 'INV', bills))).links).toEqual([]);
}, 60_000);

test('a payment of 200 open invoices of random amounts gets an answer', () => {
  const lines = randomLines(200, 7).map((line) => ({ ...line, day: line.day % 60 }));
  const total = lines.slice(0, 90).reduce((sum, { amount }) => sum + Math.round(amount * 100), 0) / 100;
  const matching = soon(6_000, read(rows('invoice', 'INV', lines), rows('receipt', 'R', [{ amount: total, day: 70 }])));
  expect([matching.links.length > 0, matching.openSearches.length > 0]).toContain(true);
}, 60_000);

describe('a search that could not look at all candidates says so', () => {
  const many = (count: number): string[] =>
    rows(
      'invoice',
      'INV',
      Array.from({ length: count }, (_, i) => ({ amount: 1_000.01 + i * 7.13, day: 100 + i })),
    );
  const deal = rows('deal', 'D', [{ amount: 90_000, day: 100 }]).join('\n');

  test('at a deal with more open invoices than are searched', () => {
    expect(searches(match(`${deal}\n${many(80).join('\n')}`))).toContain('D-1 stopped: ');
  });

  test('not where all were searched', () => {
    expect(searches(match(`${deal}\n${many(20).join('\n')}`))).toEqual([]);
  });

  test('not where another pass found a link after all', () => {
    const known = `invoice  INV-X  Halden Ltd  90,000.40 EUR  ${dayText(105)}`;
    expect(searches(match(`${deal}\n${known}\n${many(80).join('\n')}`))).toEqual([]);
  });
});
