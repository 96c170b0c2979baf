/** What was settled of a sheet, met again next month or on another sheet. */

import type { SourceGrid } from '../../src/domain/grid';
import { inspect } from '../../src/reading/inspect';
import { answerMapping } from '../../src/settings/mapping';
import type { SourceMapping } from '../../src/settings/mapping';
import { grid } from './support/table';

const HEADER = 'Invoice No | Customer | Invoice Date | Due date | Net';
const sheet = (name: string, above = '', more: Partial<SourceGrid> = {}): SourceGrid =>
  grid(name, `${above}\n${HEADER}\nINV-1 | Acme | 2026-03-05 | 2026-04-05 | 100`, more);
const shownIn = (format: string): Partial<SourceGrid> => ({
  formatSamples: [{ row: 1, formats: ['General', 'General', 'General', 'General', format] }],
});

const settled = (...grids: SourceGrid[]): SourceMapping[] => inspect(grids, []).sources.map(({ mapping }) => mapping);
const amounts = (found: SourceGrid, saved: readonly SourceMapping[]): [number, string | null][] =>
  inspect([found], saved).sources.map(({ mapping }) => [mapping.scale, mapping.currency]);

test('another unit or currency above the same header is not that of last month', () => {
  const inThousands = settled(sheet('Invoices', 'Amounts in thousands of USD'));
  expect(amounts(sheet('Invoices', 'Amounts in EUR'), inThousands)).toEqual([[1, 'EUR']]);
  expect(amounts(sheet('Invoices'), inThousands)).toEqual([[1, null]]);
  expect(amounts(sheet('Invoices', 'Amounts in thousands of EUR'), settled(sheet('Invoices')))).toEqual([[1000, 'EUR']]);
});

test('the same title in other words keeps what was settled', () => {
  const corrected = settled(sheet('Invoices', 'March, in thousands of USD')).map((mapping) => ({ ...mapping, scale: 1 }));
  expect(amounts(sheet('Invoices', 'April, in thousands of USD'), corrected)).toEqual([[1, 'USD']]);
});

test('a sheet that shows euros is in euros, whatever a sheet with the same header was in', () => {
  const dollars = settled(sheet('US', '', shownIn('[$USD] #,##0.00')));
  expect(amounts(sheet('Europe', '', shownIn('#,##0.00 "EUR"')), dollars)).toEqual([[1, 'EUR']]);
  expect(amounts(sheet('US in April'), dollars)).toEqual([[1, 'USD']]);
});

test('a sheet that was left out is asked about when another table stands in it', () => {
  const notes = grid('Data', 'Topic | Remark\nHello | there');
  const invoices = grid('Data', `${HEADER}\nINV-1 | Acme | 2026-03-05 | 2026-04-05 | 100`);
  const saved = settled(notes);
  expect(saved.map(({ role }) => role)).toEqual(['ignore']);
  const [source] = inspect([invoices], saved).sources;
  expect([source?.role, source?.questions.map(({ id, suggestion }) => [id, suggestion])]).toEqual([
    'invoices',
    [['role', 'invoices']],
  ]);
  const answered = (role: string): unknown =>
    inspect([invoices], source === undefined ? [] : [answerMapping(source.mapping, 'role', role)]).sources.map((each) => [
      each.role,
      each.questions,
    ]);
  expect(answered('ignore')).toEqual([['ignore', []]]);
  expect(answered('invoices')).toEqual([['invoices', []]]);
  expect(inspect([grid('Data', 'Topic | Other remark\nHello | there')], saved).questions).toEqual([]);
});
