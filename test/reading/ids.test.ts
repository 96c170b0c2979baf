import { comparableId } from '../../src/reading/ids';
import { inspect } from '../../src/reading/inspect';
import { grid, read } from './support/table';

test.each([
  ['0061t00000AbCdE', '0061t00000AbCdEIAZ'],
  ['zcrm_4150868000012345678', '4150868000012345678'],
  ['__export__.crm_lead_522', '522'],
  ['00004677', '4677'],
  ['001234567890123', '1234567890123'],
])('%s and %s may be one id', (a, b) => {
  expect(comparableId(a)).toBe(comparableId(b));
});

test.each([
  ['0061t00000AbCdE', '0061t00000AbCde'],
  ['INV-0042', 'INV-42'],
  ['4677', '46770'],
  ['800000012345678001', '800000012345678002'],
])('%s and %s are two', (a, b) => {
  expect(comparableId(a)).not.toBe(comparableId(b));
});

test('a column of 15-character ids is the reference to deals with 18', () => {
  const deals = grid(
    'Deals',
    `
    Opportunity ID     | Account Name | Close Date | Amount | Stage
    0061t00000AbCdEIAZ | Acme Ltd     | 2024-03-05 | 100    | Closed Won
    0061t00000AbCdeIAJ | Birch AG     | 2024-03-06 | 200    | Closed Won
    `,
  );
  const invoices = grid(
    'Invoices',
    `
    Invoice No | Customer | Invoice Date | Net amount | Xref
    INV-1      | Acme Ltd | 2024-04-02   | 100        | 0061t00000AbCdE
    INV-2      | Birch AG | 2024-04-03   | 200        | 0061t00000AbCde
    `,
  );
  expect(inspect([invoices, deals], []).sources[0]?.mapping.columns.reference).toBe(4);
});

test('ids keep their zeros, lose their padding, and differ by case', () => {
  const { records } = read([
    grid(
      'Invoices',
      `
      Invoice No | Customer | Invoice Date | Net amount
      '0000001   | Acme Ltd | 2024-04-02   | 100
      A1b        | Acme Ltd | 2024-04-03   | 200
      A1B        | Acme Ltd | 2024-04-04   | 300
      `,
    ),
    grid('Credits', `Credit Note No | Customer | Credit Note Date | Net amount\nCN \u00a0 7\u00a0 | Acme Ltd | 2024-04-05 | -5`),
  ]);
  expect(records.invoices.map(({ key }) => key)).toEqual(['invoice.0000001', 'invoice.A1b', 'invoice.A1B', 'credit.CN 7']);
});
