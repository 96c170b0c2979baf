import fc from 'fast-check';
import { parseIsoDay, parseIsoMonth } from '../../src/domain/day';
import type { Day, Month } from '../../src/domain/day';
import { AMOUNT_ORDERS } from '../../src/settings/definitions';
import { convertRecord, rateTable } from '../../src/variance/convert';
import { exceptionKey } from '../../src/variance/exceptions';
import { legsOf } from '../../src/variance/legs';
import type { LinePlace } from '../../src/domain/reconciliation';
import { LineBook } from '../../src/variance/lines';
import type { LineAt } from '../../src/variance/lines';
import { chains } from '../../src/variance/pieces/chains';
import { series } from '../../src/variance/reasons/references';
import { book } from './support/book';

const month = (text: string): Month => parseIsoMonth(text) as Month;
const day = (text: string): Day => parseIsoDay(text) as Day;

describe('rates', () => {
  const rates = [
    { from: 'USD', to: 'EUR', day: day('2026-03-01'), rate: 0.9 },
    { from: 'USD', to: 'EUR', day: day('2026-01-01'), rate: 0.8 },
    { from: 'EUR', to: 'GBP', day: day('2026-01-01'), rate: 0.5 },
  ];

  test('the latest on or before the day; none before the first; the inverse where only that is given', () => {
    const rateAt = rateTable(rates, 'EUR');
    expect([rateAt('USD', day('2025-12-31')), rateAt('USD', day('2026-02-28')), rateAt('USD', day('2026-03-01'))]).toEqual([
      null,
      0.8,
      0.9,
    ]);
    expect([rateAt('EUR', day('2000-01-01')), rateAt('GBP', day('2026-01-01')), rateAt('JPY', day('2026-01-01'))]).toEqual([
      1,
      2,
      null,
    ]);
  });

  test('the source’s own amount, else its rate, else the table', () => {
    const rateAt = rateTable(rates, 'EUR');
    const [deal] = book('deal  D-1  Acme  1,000 USD  2026-02-01').deals;
    if (deal === undefined) throw new Error('no deal');
    expect(convertRecord(deal, 'EUR', rateAt, AMOUNT_ORDERS[0])).toEqual({ amount: 80_000, rate: 0.8 });
    expect(convertRecord({ ...deal, rate: 0.7 }, 'EUR', rateAt, AMOUNT_ORDERS[0])).toEqual({ amount: 70_000, rate: 0.7 });
    expect(convertRecord({ ...deal, rate: 0.7, reportingAmount: 75_000 }, 'EUR', rateAt, AMOUNT_ORDERS[0])).toEqual({
      amount: 75_000,
      rate: 0.75,
    });
    const both = { ...deal, rate: 0.7, reportingAmount: 75_000 };
    expect(convertRecord(both, 'EUR', rateAt, AMOUNT_ORDERS[1])).toEqual({ amount: 70_000, rate: 0.7 });
    expect(convertRecord(both, 'EUR', rateAt, AMOUNT_ORDERS[2])).toEqual({ amount: 80_000, rate: 0.8 });
    expect(convertRecord({ ...both, rate: null }, 'EUR', rateAt, AMOUNT_ORDERS[1])).toEqual({ amount: 75_000, rate: 0.75 });
    expect(convertRecord({ ...both, currency: 'JPY' }, 'EUR', rateAt, AMOUNT_ORDERS[2])?.amount).toBe(75_000);
    expect(convertRecord({ ...deal, currency: 'JPY' }, 'EUR', rateAt, AMOUNT_ORDERS[0])).toBeNull();
    expect(convertRecord({ ...deal, currency: '' }, 'EUR', rateAt, AMOUNT_ORDERS[0])).toBeNull();
    expect(convertRecord({ ...deal, currency: '' }, '', rateAt, AMOUNT_ORDERS[0])).toEqual({ amount: 100_000, rate: 1 });
  });
});

describe('legs', () => {
  const end = fc.record({
    customer: fc.constantFrom('Acme', 'Birch'),
    month: fc.constantFrom(month('2026-03'), month('2026-04')),
    owner: fc.constantFrom('Alice', 'Bob'),
  });
  type Place = Omit<LinePlace, 'key'>;
  const at = ({ customer, month: when, owner }: Place): string => `${customer} ${when} ${owner}`;
  const lines = new LineBook();
  const lineOf = ({ customer, month: when, owner }: Place): LineAt => lines.at(customer, when, owner);

  test('carry the amount from one end to the other and nowhere else', () => {
    fc.assert(
      fc.property(end, end, fc.integer({ min: -99, max: 99 }), (a, b, amount) => {
        const sums = new Map<string, number>();
        const add = (where: Place, size: number): unknown => sums.set(at(where), (sums.get(at(where)) ?? 0) + size);
        for (const leg of legsOf(lineOf(a), lineOf(b), amount, lines)) {
          add(leg.from, leg.amount);
          add(leg.to, -leg.amount);
        }
        const left = [...sums].filter(([, sum]) => sum !== 0);
        const expected =
          at(a) === at(b) || amount === 0
            ? []
            : [
                [at(a), amount],
                [at(b), -amount],
              ];
        expect(new Map(left)).toEqual(new Map(expected as [string, number][]));
      }),
      { seed: 1 },
    );
  });

  test('month first at the earlier end; owner, then customer, in the later month', () => {
    const a = { customer: 'Acme', month: month('2026-04'), owner: 'Alice' };
    const b = { customer: 'Birch', month: month('2026-03'), owner: 'Bob' };
    expect(legsOf(lineOf(a), lineOf(b), 10, lines).map(({ kind, from, to, amount }) => [kind, at(from), at(to), amount])).toEqual(
      [
        ['month', at(b), at({ ...b, month: a.month }), -10],
        ['owner', at({ ...b, month: a.month }), at({ ...a, customer: 'Birch' }), -10],
        ['customer', at({ ...a, customer: 'Birch' }), at(a), -10],
      ],
    );
  });
});

test('a line key is safe as a criterion, readable, and unique', () => {
  const lines = new LineBook();
  const keyOf = (customer: string, owner: string): string => lines.at(customer, month('2026-03'), owner).key;
  const key = keyOf('=HYPERLINK("x")*?~', 'Ångström');
  expect(key).toMatch(/^[A-Za-z][A-Za-z0-9-]*$/);
  expect(keyOf('Acme Ltd', 'A')).toMatch(/^L-acme-ltd-2026-03-/);
  const keys = new Set<string>();
  for (let i = 0; i < 20_000; i += 1) keys.add(keyOf(`Customer ${i % 200}`, `Owner ${Math.floor(i / 200)}`));
  expect(keys.size).toBe(20_000);
});

test('a line is made once, numbered as it is made, and stands by customer, month and owner', () => {
  const lines = new LineBook();
  const asked = [
    ['Birch AG', '2026-02', 'Ann'],
    ['Acme Ltd', '2026-03', 'Ann'],
    ['Acme Ltd', '2026-02', 'Bob'],
    ['Acme Ltd', '2026-02', 'Ann'],
    ['Acme Ltd', '2026-02', 'Bob'],
  ] as const;
  expect(asked.map(([customer, of, owner]) => lines.at(customer, month(of), owner).no)).toEqual([0, 1, 2, 3, 2]);
  expect(lines.all.map(({ no }) => no)).toEqual([0, 1, 2, 3]);
  expect(lines.sorted().map(({ no }) => no)).toEqual([3, 2, 1, 0]);
});

test('an exception key is gap, family and the record’s own key', () => {
  expect(exceptionKey('BI', 'unbilled', 'deal.UK.D-1042')).toBe('BI.unbilled.deal.UK.D-1042');
});

test('chains keep their members in order of arrival, however they are joined', () => {
  const known = chains(6);
  for (const index of [0, 1, 2, 3, 4]) known.add(index, 'invoice');
  known.join(3, 4);
  known.join(4, 0);
  known.join(5, 3);
  expect(known.members(5, 'invoice')).toEqual([0, 3, 4]);
  expect(known.members(5, 'credit')).toEqual([]);
  known.settle(5, 'invoice', (member) => member !== 3);
  expect(known.members(0, 'invoice')).toEqual([0, 4]);
  expect(known.members(1, 'invoice')).toEqual([1]);
});

test('a series knows its first number, whatever the zeros and dashes', () => {
  const known = series(['INV-0100', 'INV-0101', 'SO/7', '2026']);
  expect(['inv 99', 'INV-0100', 'INV-5000', 'SO-3', 'XX-1', '12'].map(known.startsAfter)).toEqual([
    true,
    false,
    false,
    true,
    false,
    false,
  ]);
  expect(['INV-9', 'XX-1', '2027'].map(known.resembles)).toEqual([true, false, false]);
});
