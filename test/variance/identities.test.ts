import fc from 'fast-check';
import { lastDay, monthOf } from '../../src/domain/day';
import type { Day, Month } from '../../src/domain/day';
import type { FiscalCalendar } from '../../src/domain/fiscal';
import { GAPS } from '../../src/domain/measure';
import type { PairName, VarianceItem } from '../../src/domain/reconciliation';
import type { ReconciledRecord } from '../../src/domain/record';
import { AMOUNT_ORDERS } from '../../src/settings/definitions';
import { recognisedIn } from '../../src/variance/basis';
import { convertRecord, rateTable } from '../../src/variance/convert';
import { withDerivedRevenue } from '../../src/variance/derived';
import { explain } from '../../src/variance/explain';
import { checkItems, pairsCheck } from '../../src/variance/identities';
import type { VarianceInput, VarianceResult } from '../../src/variance/input';
import { sideOf } from '../../src/variance/pieces/entry';
import { books, shuffled, upTo } from './support/generate';

const RUNS = { seed: 20_260_331, numRuns: 150 };

function allRecords(input: VarianceInput): ReconciledRecord[] {
  return [...input.deals, ...input.invoices, ...input.revenue, ...input.receipts];
}

function sums(entries: Iterable<readonly [string, number]>): Record<string, number> {
  const byName: Record<string, number> = {};
  for (const [name, amount] of entries) byName[name] = (byName[name] ?? 0) + amount;
  for (const name of Object.keys(byName)) if (byName[name] === 0) Reflect.deleteProperty(byName, name);
  return byName;
}

test('the checks of a run hold on every book', () => {
  fc.assert(
    fc.property(books(), (input) => {
      expect(explain(input).identities.filter(({ holds }) => !holds)).toEqual([]);
    }),
    RUNS,
  );
});

const CALENDARS: readonly FiscalCalendar[] = [
  { yearStarts: 1, months: { kind: 'weeks', pattern: '4-4-5', yearEnd: { which: 'last', weekday: 'Saturday' } } },
  { yearStarts: 2, months: { kind: 'weeks', pattern: '4-5-4', yearEnd: { which: 'nearest', weekday: 'Friday' } } },
  { yearStarts: 4, months: { kind: 'ends', ends: [25, 56, 81, 112].map((at) => (20_454 + at) as Day) } },
];

test('the checks of a run hold by every fiscal calendar', () => {
  fc.assert(
    fc.property(books(), fc.constantFrom(...CALENDARS), (input, calendar) => {
      const byFiscalMonths = {
        ...input,
        revenue: recognisedIn(input.revenue, calendar),
        options: { ...input.options, calendar },
      };
      expect(explain(byFiscalMonths).identities.filter(({ holds }) => !holds)).toEqual([]);
    }),
    { ...RUNS, numRuns: 50 },
  );
});

const AMOUNTS = [
  { invoicedAmount: 'gross', cashAmount: 'received' },
  { invoicedAmount: 'net', cashAmount: 'before fees' },
  { invoicedAmount: 'gross', cashAmount: 'before fees' },
] as const;

test('the checks of a run hold whichever amounts count', () => {
  fc.assert(
    fc.property(books(), fc.constantFrom(...AMOUNTS), (input, amounts) => {
      const checked = explain({ ...input, options: { ...input.options, ...amounts } });
      expect(checked.identities.filter(({ holds }) => !holds)).toEqual([]);
    }),
    { ...RUNS, numRuns: 50 },
  );
});

test('the checks of a run hold with derived revenue', () => {
  fc.assert(
    fc.property(books(), (input) => {
      const derived = withDerivedRevenue(input);
      expect(derived.revenue.every(({ day }) => day <= input.asOf)).toBe(true);
      expect(explain(derived).identities.filter(({ holds }) => !holds)).toEqual([]);
    }),
    { ...RUNS, numRuns: 50 },
  );
});

test('1: in every month the items come to what the records contribute, counted from the sources', () => {
  fc.assert(
    fc.property(books(), (input) => {
      const rateAt = rateTable(input.rates, input.currency);
      const contributed = GAPS.flatMap((gap) =>
        allRecords(input).map(
          (record) =>
            [
              `${gap} ${monthOf(record.day)}`,
              sideOf(gap, record) * (convertRecord(record, input.currency, rateAt, AMOUNT_ORDERS[0])?.amount ?? Number.NaN),
            ] as const,
        ),
      );
      const explained = explain(input).items.map(({ gap, month, amount }) => [`${gap} ${month}`, amount] as const);
      expect(sums(explained)).toEqual(sums(contributed));
    }),
    RUNS,
  );
});

test('2: every pair has two ends on two lines, and month legs keep customer and owner', () => {
  fc.assert(
    fc.property(books(), (input) => {
      const ends = new Map<PairName, VarianceItem[]>();
      for (const item of explain(input).items)
        if (item.pair !== null) ends.set(item.pair, [...(ends.get(item.pair) ?? []), item]);
      for (const [a, b, ...more] of ends.values()) {
        expect(more).toEqual([]);
        expect(a?.amount).toBe(-(b?.amount ?? Number.NaN));
        expect(a?.line).not.toBe(b?.line);
        if (a?.form === 'pair') expect([a.customer, a.owner]).toEqual([b?.customer, b?.owner]);
        else expect(a?.month).toBe(b?.month);
      }
    }),
    RUNS,
  );
});

test('3: parts sum to the document in both currencies', () => {
  fc.assert(
    fc.property(books(), (input) => {
      const rateAt = rateTable(input.rates, input.currency);
      const { postings } = explain(input);
      for (const record of allRecords(input)) {
        const parts = postings.find((posted) => posted.record.key === record.key)?.parts ?? [];
        expect(parts.reduce((sum, part) => sum + part.measured, 0)).toBe(record.amount);
        expect(parts.reduce((sum, part) => sum + part.measuredReporting, 0)).toBe(
          convertRecord(record, input.currency, rateAt, AMOUNT_ORDERS[0])?.amount,
        );
        expect(new Set(parts.map(({ line }) => line)).size).toBe(parts.length);
      }
    }),
    RUNS,
  );
});

test('5: opening, movement and closing, whatever the period', () => {
  fc.assert(
    fc.property(books(), (input) => {
      const { rollForward, items } = explain(input);
      for (const gap of GAPS) {
        const roll = rollForward[gap];
        const upToEnd = items
          .filter((item) => item.gap === gap && item.month <= input.period.to)
          .reduce((sum, { amount }) => sum + amount, 0);
        expect(roll?.closing).toBe(upToEnd);
        expect([...(roll?.closingByCode.values() ?? [])].reduce((a, b) => a + b, 0)).toBe(upToEnd);
      }
    }),
    RUNS,
  );
});

test('6: the order of rows, links and rates changes nothing', () => {
  fc.assert(
    fc.property(books(), fc.nat(), (input, seed) => {
      expect(explain(shuffled(input, seed))).toEqual(explain(input));
    }),
    RUNS,
  );
});

const isFx = ({ code }: VarianceItem): boolean => code === 'D14' || code === 'T9';
const told = ({ gap, line, code, record, otherRecord, amount, pair }: VarianceItem): string =>
  [gap, line, code, record, otherRecord, amount, pair?.name].join(' ');

/** Compares a book with what it was before its later documents came: only singles up to month m may have turned into pair ends. */
function expectClosedMonthsKept(before: VarianceResult, after: VarianceResult, month: Month): void {
  const closed = ({ items }: VarianceResult): VarianceItem[] => items.filter((item) => item.month <= month);
  const [was, is] = [closed(before), closed(after)];
  const legs = (items: readonly VarianceItem[], form: VarianceItem['form']): string[] =>
    items
      .filter((item) => item.form === form)
      .map((item) =>
        form === 'pair'
          ? [item.gap, item.line, item.record, item.otherRecord, item.amount, item.pair?.name].join(' ')
          : told(item),
      )
      .sort();

  expect(legs(is, 'move')).toEqual(legs(was, 'move'));
  expect(is.filter(isFx).map(told).sort()).toEqual(was.filter(isFx).map(told).sort());
  const kept = new Set(legs(is, 'pair'));
  expect(legs(was, 'pair').filter((end) => !kept.has(end))).toEqual([]);

  const old = new Set(legs(was, 'pair'));
  const place = ({ gap, line, record }: VarianceItem): string => `${gap} ${line} ${record}`;
  const fresh = is.filter(
    (item) =>
      item.form === 'pair' &&
      !old.has([item.gap, item.line, item.record, item.otherRecord, item.amount, item.pair?.name].join(' ')),
  );
  for (const { otherMonth } of fresh) expect(otherMonth).toBeGreaterThan(month);
  const single = (items: readonly VarianceItem[]) =>
    items.filter((item) => item.form === 'single').map((item) => [place(item), item.amount] as const);
  expect(sums([...single(is), ...fresh.map((item) => [place(item), item.amount] as const)])).toEqual(sums(single(was)));
}

test('2: an end without its other end is found out, with or without a pair to its name', () => {
  const [item] = explain(fc.sample(books(), { seed: 7, numRuns: 1 })[0] as VarianceInput).items;
  if (item === undefined) throw new Error('a book without items');
  const { gap, month, owner, customer } = item;
  const end = { gap, month, owner, customer, amount: 100, reasonClass: 'Timing' } as const;
  for (const form of ['pair', 'move'] as const)
    for (const pair of [{ name: 'BI:a~b#1' }, null])
      expect(checkItems([{ ...end, form, pair }], [pairsCheck()]).every(({ holds }) => holds)).toBe(false);
});

test('the result does not depend on how many records are explained at a time', () => {
  const all = ({ items, notes, candidates, rollForward, identities }: VarianceResult): unknown => ({
    // Within a line the order stays.
    items: items.toSorted((a, b) => a.line.localeCompare(b.line)).map((item) => [told(item), item.treatment, item.facts]),
    notes: notes.map((note) => JSON.stringify(note)).sort(),
    candidates: candidates.map(({ items: of, ...rest }) => [rest, of.map(told)]),
    balances: GAPS.map((gap) => new Map(rollForward[gap]?.closingByCode)),
    identities,
  });
  fc.assert(
    fc.property(books(), fc.integer({ min: 1, max: 9 }), (input, size) => {
      expect(all(explain(input, { batchSize: size }))).toEqual(all(explain(input, { batchSize: Infinity })));
    }),
    RUNS,
  );
});

test('7: a later document adds nothing to closed months, each record under its own owner', () => {
  fc.assert(
    fc.property(books({ owners: ['Alice', 'Bob', 'Cleo'], options: { ownerRule: 'own' } }), fc.nat(7), (input, n) => {
      const month = (monthOf(Math.min(...allRecords(input).map(({ day }) => day), input.asOf) as Day) + n) as Month;
      expectClosedMonthsKept(explain(upTo(input, lastDay(month))), explain(input), month);
    }),
    RUNS,
  );
});

test('7: and under the deal’s owner, while the links that decide it stand', () => {
  let compared = 0;
  fc.assert(
    fc.property(books({ options: { ownerRule: 'deal' } }), fc.nat(7), (input, n) => {
      const month = (monthOf(Math.min(...allRecords(input).map(({ day }) => day), input.asOf) as Day) + n) as Month;
      const before = explain(upTo(input, lastDay(month)));
      const after = explain(input);
      const partsOf = ({ postings }: VarianceResult): Map<string, string> =>
        new Map(
          // The lines of a run are numbered anew.
          postings.map(({ record, customer, month: posted, parts }) => [
            record.key,
            JSON.stringify([customer, posted, parts.map((part) => ({ ...part, line: part.line.key }))]),
          ]),
        );
      const later = partsOf(after);
      const stands = [...partsOf(before)].every(([key, parts]) => parts === later.get(key));
      if (!stands) return;
      compared += 1;
      expectClosedMonthsKept(before, after, month);
    }),
    { ...RUNS, numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(75);
});
