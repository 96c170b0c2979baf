import { inspect } from '../../src/reading/inspect';
import { answerMapping } from '../../src/settings/mapping';
import { grid, linesOf, read } from './support/table';

const headerOf = (sheet: ReturnType<typeof grid>): readonly number[] => inspect([sheet], []).sources[0]?.headerAt ?? [];

describe('a header over two rows', () => {
  test('labels in two halves', () => {
    const sheet = grid(
      'Invoices',
      `
      Ledger of the year
      Invoice | Account | Invoice    | Net    |
      No      | Name    | Date       | Amount | Currency
      INV-1   | Acme    | 2026-03-05 | 100    | EUR
      INV-2   | Birch   | 2026-03-06 | 50     | EUR
      `,
    );
    expect(headerOf(sheet)).toEqual([2, 3]);
    expect(linesOf(read([sheet]).records.invoices)).toEqual([
      'INV-1  Acme  100.00 EUR  2026-03-05',
      'INV-2  Birch  50.00 EUR  2026-03-06',
    ]);
  });

  test('a word over several columns, merged', () => {
    const sheet = grid(
      'Invoices',
      `
              | Customer |        | Amount |     |
      Invoice No | Name  | Number | Net    | Tax | Invoice Date
      INV-1   | Acme     | C-1    | 100    | 20  | 2026-03-05
      INV-2   | Birch    | C-2    | 50     | 10  | 2026-03-06
      `,
    );
    expect(headerOf(sheet)).toEqual([1, 2]);
    expect(linesOf(read([sheet]).records.invoices)).toEqual([
      'INV-1  Acme  100.00  2026-03-05',
      'INV-2  Birch  50.00  2026-03-06',
    ]);
  });

  test('two columns of one label, no words above: one row', () => {
    const sheet = grid(
      'Invoices',
      `
      Invoice No | Customer | Invoice Date | Net | Note | Note
      INV-1      | Acme     | 2026-03-05   | 100 | a    | b
      `,
    );
    expect(headerOf(sheet)).toEqual([1]);
  });
});

describe('where it stands', () => {
  test.each([0, 1, 3, 6])('below %i lines of title', (count) => {
    const titles = ['Example Org', 'Invoice list', 'January - March 2026', '.', 'Consol : Example', 'As of 17 August 2026'];
    const sheet = grid(
      'Sheet1',
      `${titles.slice(0, count).join('\n')}
      Invoice No | Customer | Invoice Date | Net
      INV-1      | Acme     | 2026-03-05   | 100
      INV-2      | Birch    | 2026-03-06   | 50`,
    );
    expect(headerOf(sheet)).toEqual([count + 1]);
  });

  test('the first of two equal ones, though more numbers stand below the second', () => {
    const sheet = grid(
      'Invoices',
      `
      Invoice No | Customer | Invoice Date | Net | Quantity
      INV-1      | Acme     | 2026-03-05   | 100 |
      Invoice No | Customer | Invoice Date | Net | Quantity
      INV-2      | 3000     | 2026-03-06   | 50  | 7
      `,
    );
    expect(headerOf(sheet)).toEqual([1]);
    expect(read([sheet]).records.invoices.map(({ id }) => id)).toEqual(['INV-1', 'INV-2']);
  });

  test('nowhere: the columns are told by what stands in them, and that is asked about', () => {
    const sheet = grid(
      'Bank statement',
      `
      03/25/2026 | 1200.00 | * | Acme Ltd INV-1
      03/26/2026 | -50.25  | * | Rent
      03/27/2026 | 75.50   | * | Birch AG
      `,
    );
    const [source] = inspect([sheet], []).sources;
    expect(source?.headerAt).toEqual([]);
    if (source === undefined) throw new Error('no source');
    const asked =
      source.role === 'ignore'
        ? inspect([sheet], [answerMapping(source.mapping, 'role', 'receipts')]).questions
        : source.questions;
    expect(asked.map(({ id }) => id)).toContain('header');
  });
});

test('labels with line breaks in their cells', () => {
  const sheet = grid('Invoices', 'a | b | c | d\nINV-1 | Acme Ltd | 2024-03-05 | 100.50\nINV-2 | Birch AG | 2024-03-06 | 20.25');
  const broken = {
    ...sheet,
    values: [['Invoice\nNo', 'Customer\r\nname', 'Invoice\nDate', 'Net\namount'], ...sheet.values.slice(1)],
  };
  expect(linesOf(read([broken]).records.invoices)).toEqual([
    'INV-1  Acme Ltd  100.50  2024-03-05',
    'INV-2  Birch AG  20.25  2024-03-06',
  ]);
});
