/** Inputs made to hang or to make a guess: they end soon, and what is not certain is said to be so. */

import { addDays } from '../../src/domain/day';
import type { Matching } from '../../src/domain/link';
import type { Invoice, Receipt } from '../../src/domain/record';
import { matchRecords } from '../../src/matching/matchRecords';
import { within } from '../support/quietTime';
import { day, NO_DECISIONS, OPTIONS } from './support/book';
import { invoiceOf, noise, receiptOf, recordsOf } from './support/receiptBook';

const START = day('2024-01-01');

const many = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
const invoices = (count: number, amountOf: (n: number) => number, references: string[] = []): Invoice[] =>
  many(count, (n) => invoiceOf(`INV-${10_000 + n}`, 'Halden Ltd', amountOf(n), addDays(START, n % 200), 30, references));
const receipts = (count: number, amountOf: (n: number) => number, text = '', customer = 'Halden Ltd'): Receipt[] =>
  many(count, (n) => receiptOf(`R-${n}`, customer, amountOf(n), addDays(START, 30 + (n % 200)), text));

const soon = (limit: number, bills: readonly Invoice[], money: readonly Receipt[]): Matching =>
  within(limit, () => matchRecords(recordsOf(bills, money), OPTIONS, NO_DECISIONS));

const outcomes = ({ openSearches }: Matching): string[] => [...new Set(openSearches.map(({ outcome }) => outcome))].sort();

test('5,000 invoices and 5,000 receipts of one amount are paired in step', () => {
  const matching = soon(
    8_000,
    invoices(5_000, () => 10_000),
    receipts(5_000, () => 10_000),
  );
  expect(matching.links).toHaveLength(5_000);
  expect(new Set(matching.links.map(({ left }) => left)).size).toBe(5_000);
}, 30_000);

test('sums of 5,000 equal invoices are stopped, not guessed', () => {
  const matching = soon(
    10_000,
    invoices(5_000, () => 10_000),
    receipts(100, (n) => 20_000 + 10_000 * (n % 5)),
  );
  expect(matching.links.filter(({ state }) => state === 'matched')).toEqual([]);
  expect(outcomes(matching)).toEqual(['stopped']);
  expect(matching.openSearches[0]?.why).toMatch(/searched until the limit of steps/);
}, 30_000);

test('200 random amounts: found, ambiguous or stopped, and nothing sure', () => {
  const next = noise(3);
  const matching = soon(
    4_000,
    invoices(200, () => 1 + next(1_000_000)),
    receipts(200, () => 1 + next(5_000_000)),
  );
  expect(matching.links.filter(({ state, pass }) => state === 'matched' && pass.includes('sum'))).toEqual([]);
  expect(matching.openSearches.length).toBeGreaterThan(100);
}, 30_000);

test('powers of two, and sums at the edge of exact numbers', () => {
  const powers = soon(
    4_000,
    invoices(45, (n) => 2 ** n),
    receipts(20, (n) => 2 ** 45 - 1 - 2 ** n),
  );
  expect(powers.links.filter(({ state }) => state === 'matched')).toEqual([]);
  const large = soon(
    4_000,
    invoices(30, (n) => Math.floor(2 ** 52 / (1 + (n % 3))) + n),
    receipts(20, (n) => 2 ** 52 + 3 * n),
  );
  for (const { allocated } of large.links) expect(Number.isSafeInteger(allocated)).toBe(true);
}, 30_000);

test('a number that 1,000 invoices bear and 5,000 receipts name', () => {
  const bills = invoices(1_000, (n) => 10_000 + 7 * n, ['C-4711']);
  const money = receipts(5_000, (n) => 501 + (n % 89), 'contract C-4711');
  expect(outcomes(soon(8_000, bills, money))).toEqual(['stopped']);
}, 60_000);

test('5,000 receipts that name one invoice pay it once', () => {
  const matching = soon(
    20_000,
    invoices(1_000, (n) => 10_000 + n),
    receipts(5_000, () => 500, 'INV-10077'),
  );
  expect(new Set(matching.links.map(({ left }) => left))).toEqual(new Set(['invoice.INV-10077']));
  expect(matching.links.reduce((sum, { allocated }) => sum + allocated, 0)).toBe(10_077);
}, 60_000);

test('texts as long as a cell holds', () => {
  const next = noise(5);
  const long = [
    '9'.repeat(32_000),
    'A1'.repeat(16_000),
    many(6_000, () => String(next(10_000)))
      .join(' ')
      .slice(0, 32_000),
    `INV-10003${' '.repeat(30_000)}x`,
  ];
  const money = long.map((text, n) => receiptOf(`R-${n}`, 'Halden Ltd', 10_003, addDays(START, 40 + n), text));
  const matching = soon(
    4_000,
    invoices(50, (n) => 10_000 + n),
    money,
  );
  expect(matching.links.some(({ left, right }) => left === 'invoice.INV-10003' && right === 'receipt.R-3')).toBe(true);
}, 30_000);

test('thousands of refunds of few amounts', () => {
  const money = receipts(3_000, (n) => 10_000 + (n % 50));
  const returned = many(3_000, (n) => receiptOf(`F-${n}`, 'Halden Ltd', -10_000 - (n % 60), addDays(START, 260)));
  const matching = soon(
    8_000,
    invoices(1_000, (n) => 10_000 + (n % 50)),
    [...money, ...returned],
  );
  expect(outcomes(matching)).toEqual(['ambiguous']);
}, 30_000);
