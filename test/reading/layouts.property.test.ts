/** Records laid out in any of the usual ways and read back are the same records; every other row is left out with its cause. */

import fc from 'fast-check';
import type { RawCell, SourceGrid } from '../../src/domain/grid';
import { inspect } from '../../src/reading/inspect';
import { readRecords } from '../../src/reading/readRecords';
import { documents, layouts } from './support/drawn';
import { layOut } from './support/layouts';
import type { Kind, LaidOut, Layout } from './support/layouts';
import { expected, factsOf, readBack, recordsOf, rowsUsed } from './support/readBack';

const KINDS: readonly Kind[] = ['deals', 'invoices', 'receipts'];

const FIXED = { numRuns: Number(process.env['LAYOUT_RUNS'] ?? 80), seed: 20260401 } as const;

/** Layouts that no system has, or that cannot be told from another. */
function possible(own: Layout): Layout {
  return { ...own, closing: own.groups === 'counted' ? 'none' : own.closing };
}

describe.each(KINDS)('%s', (kind) => {
  test('read back are the same, whatever their layout', () => {
    fc.assert(
      fc.property(documents(kind), layouts, (own, drawn) => {
        const form = possible(drawn);
        const laid = layOut(kind, own, form);
        const result = readBack(laid, form);
        const records = recordsOf(result);
        expect(records.map(factsOf).sort()).toEqual(expected(own));
        const left = result.leftOut.map(({ source }) => source.row);
        const all = [...laid.recordRows, ...laid.otherRows].sort((a, b) => a - b);
        expect([...rowsUsed(records), ...left].sort((a, b) => a - b)).toEqual(all);
      }),
      FIXED,
    );
  });

  test('rows in another order are the same records', () => {
    fc.assert(
      fc.property(documents(kind), layouts, fc.infiniteStream(fc.nat()), (own, drawn, numbers) => {
        const form: Layout = { ...possible(drawn), groups: 'none', grain: drawn.grain === 'first' ? 'repeated' : drawn.grain };
        const laid = layOut(kind, own, form);
        const keyed = (result: ReturnType<typeof readBack>): string[] =>
          recordsOf(result).map((record) => `${record.key} ${factsOf(record)}`);
        expect(keyed(readBack(shuffled(laid, numbers), form))).toEqual(keyed(readBack(laid, form)));
      }),
      { ...FIXED, numRuns: FIXED.numRuns / 4 },
    );
  });
});

/** The rows of records change places; all others stay where they are. */
function shuffled(laid: LaidOut, numbers: Iterator<number>): LaidOut {
  const places = [...laid.recordRows].map((row) => row - 1);
  const order = places.map((place) => [numbers.next().value as number, place] as const).sort(([a], [b]) => a - b);
  const values = [...laid.grid.values];
  places.forEach((place, at) => (values[place] = laid.grid.values[order[at]?.[1] ?? 0] ?? []));
  return { ...laid, grid: { ...laid.grid, values } };
}

const ONE_BLOCK = { trailing: 0, spacers: false, doubledLabel: false, groups: 'none', blankBetween: false } as const;

test('two tables in one sheet, side by side or one below the other', () => {
  fc.assert(
    fc.property(
      documents('deals'),
      documents('invoices'),
      layouts,
      layouts,
      fc.boolean(),
      (deals, invoices, one, two, isBeside) => {
        const form = (drawn: Layout): Layout => ({
          ...possible(drawn),
          ...ONE_BLOCK,
          grain: 'rows',
          titles: drawn.titles.slice(0, 2),
          footer: isBeside ? 'none' : drawn.footer,
        });
        const [a, b] = [layOut('deals', deals, form(one)), layOut('invoices', invoices, form(two))];
        const values = isBeside ? beside(a.grid.values, b.grid.values) : below(a.grid.values, b.grid.values);
        const book = { ...a.grid, sheet: 'Month end', values };
        const { sources } = inspect([book], []);
        const { records } = readRecords(
          [book],
          sources.map(({ mapping }) => mapping),
          { won: [], issued: [], writtenOff: [] },
        );
        expect(records.deals.map(factsOf).sort()).toEqual(expected(deals));
        expect(records.invoices.map(factsOf).sort()).toEqual(expected(invoices));
      },
    ),
    FIXED,
  );
});

type Values = SourceGrid['values'];

function beside(left: Values, right: Values): Values {
  const width = (left[0]?.length ?? 0) + 1;
  const height = Math.max(left.length, right.length);
  return Array.from({ length: height }, (_, at) => {
    const row = [...(left[at] ?? [])];
    while (row.length < width) row.push('');
    return [...row, ...(right[at] ?? right[0]?.map(() => '') ?? [])];
  });
}

function below(upper: Values, lower: Values): Values {
  const width = Math.max(upper[0]?.length ?? 0, lower[0]?.length ?? 0);
  const wide = (row: readonly RawCell[]): RawCell[] => [...row, ...Array.from({ length: width - row.length }, () => '')];
  return [...upper.map(wide), wide([]), ...lower.map(wide)];
}
