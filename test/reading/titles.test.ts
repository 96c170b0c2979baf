/** What the lines above a table say of its amounts, and what they do not. */

import { inspect } from '../../src/reading/inspect';
import { grid } from './support/table';

const under = (title: string): [number, string | null] => {
  const table = `Invoice No | Customer | Invoice Date | Due date | Net\nINV-1 | Acme | 2026-03-05 | 2026-04-05 | 100`;
  const [source] = inspect([grid('Invoices', `${title}\n${table}`)], []).sources;
  if (source === undefined) throw new Error('no source');
  return [source.mapping.scale, source.mapping.currency];
};

test.each([
  ['Invoices in thousands of EUR', 1000, 'EUR'],
  ['Rechnungen in TEUR', 1000, null],
  ["Amounts in USD '000", 1000, 'USD'],
  ['All amounts in $m', 1_000_000, null],
  ['Currency: GBP', 1, 'GBP'],
  ['Umsätze (CHF)', 1, 'CHF'],
  ['Open invoices, EUR', 1, 'EUR'],
])('“%s” says it', (title, scale, currency) => {
  expect(under(title)).toEqual([scale, currency]);
});

test.each([
  'Acme Software (M) Sdn Bhd',
  'Tel. 0800 000 000',
  'Credit limit 250 000',
  'CAD Software Ltd – invoices',
  'RON SMITH SALES',
])('“%s” is a name or a number', (title) => {
  expect(under(title)).toEqual([1, null]);
});
