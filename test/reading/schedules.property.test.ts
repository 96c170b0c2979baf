/** Revenue laid out with its months across, in any of the usual ways, and read back. */

import fc from 'fast-check';
import { addMonths, isoDay, lastDay, serialOfDay, firstDay } from '../../src/domain/day';
import type { Month } from '../../src/domain/day';
import type { RawCell, SourceGrid } from '../../src/domain/grid';
import { inspect } from '../../src/reading/inspect';
import { readRecords } from '../../src/reading/readRecords';
import { answerMapping } from '../../src/settings/mapping';

const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const form = fc.record({
  start: fc.integer({ min: 2024 * 12, max: 2026 * 12 + 11 }).map((month) => month as Month),
  months: fc.integer({ min: 3, max: 15 }),
  header: fc.constantFrom('Jan 2026', 'Jan - 2026', 'Jan-26', '2026-01', 'serial', 'years above', 'month_1'),
  quarters: fc.boolean(),
  total: fc.constantFrom('', 'Total', 'Balance as of 2026', 'YTD'),
  titles: fc.integer({ min: 0, max: 3 }),
  grandTotal: fc.boolean(),
  blank: fc.constantFrom<RawCell>('', '-', 0),
});

type Form = typeof form extends fc.Arbitrary<infer T> ? T : never;

const rows = fc
  .array(
    fc.record({
      customer: fc.constantFrom('Acme Ltd', 'Total Energies', 'Day, Jo', 'Acme (1)'),
      amounts: fc.array(fc.option(fc.integer({ min: 1, max: 99_999 }), { nil: null }), { minLength: 15, maxLength: 15 }),
    }),
    { minLength: 2, maxLength: 8 },
  )
  .map((all) => all.map((row, at) => ({ ...row, amounts: row.amounts.with(0, 1001 + at), invoice: `INV-${at + 1}` })));

type Row = typeof rows extends fc.Arbitrary<(infer T)[]> ? T : never;

function labelOf(month: Month, at: number, { header }: Form): RawCell {
  const [year = '', number = ''] = isoDay(firstDay(month)).split('-');
  const name = NAMES[month % 12] ?? '';
  switch (header) {
    case 'Jan 2026':
      return `${name} ${year}`;
    case 'Jan - 2026':
      return `${name} - ${year}`;
    case 'Jan-26':
      return `${name}-${year.slice(2)}`;
    case '2026-01':
      return `${year}-${number}`;
    case 'serial':
      return serialOfDay(firstDay(month));
    case 'years above':
      return name;
    case 'month_1':
      return `month_${at + 1}`;
  }
}

function layOut(own: readonly Row[], drawn: Form): SourceGrid {
  const { start, months, quarters, total, titles, grandTotal, blank } = drawn;
  const above: RawCell[] = ['', ''];
  const header: RawCell[] = ['Customer', 'Invoice No'];
  const lines: RawCell[][] = own.map(({ customer, invoice }) => [customer, invoice]);
  const sums: RawCell[] = ['Total', ''];
  const sum = (amounts: readonly (number | null)[]): number => amounts.reduce<number>((all, each) => all + (each ?? 0), 0) / 100;
  for (let at = 0; at < months; at += 1) {
    const month = addMonths(start, at);
    const isNewYear = at === 0 || month % 12 === 0;
    above.push(isNewYear ? Math.floor(month / 12) : '');
    header.push(labelOf(month, at, drawn));
    own.forEach(({ amounts }, row) => lines[row]?.push(amounts[at] === null ? blank : (amounts[at] ?? 0) / 100));
    sums.push(sum(own.map(({ amounts }) => amounts[at] ?? null)));
    if (!quarters || month % 3 !== 2 || drawn.header === 'years above') continue;
    above.push('');
    header.push(`Q${Math.floor((month % 12) / 3) + 1} ${Math.floor(month / 12)}`);
    own.forEach(({ amounts }, row) => lines[row]?.push(sum(amounts.slice(Math.max(0, at - 2), at + 1))));
    sums.push('');
  }
  if (total !== '') {
    above.push('');
    header.push(total);
    own.forEach(({ amounts }, row) => lines[row]?.push(sum(amounts.slice(0, months))));
    sums.push(sum(own.flatMap(({ amounts }) => amounts.slice(0, months))));
  }
  const wide = (text: string): RawCell[] => header.map((_, column) => (column === 0 ? text : ''));
  const values = [
    ...['Example Org', 'Deferred revenue', ''].slice(0, titles).map(wide),
    ...(drawn.header === 'years above' ? [above] : []),
    header,
    ...lines,
    ...(grandTotal ? [sums] : []),
  ];
  return { sheet: 'Revenue schedule', table: null, top: 0, left: 0, values, formatSamples: [], hiddenRows: 0 };
}

test('each month of each row is one record, and nothing else is', () => {
  fc.assert(
    fc.property(rows, form, (own, drawn) => {
      const grid = layOut(own, drawn);
      const [source] = inspect([grid], []).sources;
      if (source === undefined) throw new Error('no source');
      const isCounted = drawn.header === 'month_1';
      expect(source.questions.map(({ id }) => id)).toEqual(isCounted ? ['firstMonth'] : []);
      const mapping = isCounted
        ? answerMapping(source.mapping, 'firstMonth', isoDay(firstDay(drawn.start)).slice(0, 7))
        : source.mapping;
      const { records, leftOut } = readRecords([grid], [mapping], { won: [], issued: [], writtenOff: [] });
      const facts = records.revenue.map(({ customer, references, day, amount }) =>
        [customer, references.join(), isoDay(day), amount].join(' | '),
      );
      const expected = own.flatMap(({ customer, invoice, amounts }) =>
        amounts
          .slice(0, drawn.months)
          .flatMap((amount, at) =>
            amount === null ? [] : [[customer, invoice, isoDay(lastDay(addMonths(drawn.start, at))), amount].join(' | ')],
          ),
      );
      expect(facts.sort()).toEqual(expected.sort());
      expect(leftOut.map(({ cause }) => cause)).toEqual(drawn.grandTotal ? ['total'] : []);
    }),
    { numRuns: Number(process.env['LAYOUT_RUNS'] ?? 100), seed: 20260402 },
  );
});
