import { inspect } from '../../src/reading/inspect';
import { readRecords } from '../../src/reading/readRecords';
import { answerMapping } from '../../src/settings/mapping';
import { grid, leftLines, read } from './support/table';

const customersOf = (sheet: ReturnType<typeof grid>): string[] =>
  read([sheet]).records.invoices.map(({ id, customer, owner }) =>
    [id, customer, owner].filter((part) => part !== '').join(' · '),
  );

describe('customers above their invoices', () => {
  test('each goes for the rows up to its total; rows of nobody stay without', () => {
    const sheet = grid(
      'Sales by Customer Detail',
      `
                       | Date       | Transaction Type | Num   | Amount
      Total Energies   |            |                  |       |
                       | 2026-03-05 | Invoice          | INV-1 | 100
      Total for Total Energies | |                     |       | 100
      Acme (1)         |            |                  |       |
                       | 2026-03-06 | Invoice          | INV-2 | 50
      Total for Acme (1) |          |                  |       | 50
                       | 2026-03-07 | Invoice          | INV-3 | 7
      Total for --     |            |                  |       | 7
      TOTAL            |            |                  |       | 157
      .
      .
      Saturday, Sep 05, 2026 07:30:59 AM GMT-7 - Accrual Basis |  | | |
      `,
    );
    expect(customersOf(sheet)).toEqual(['INV-1 · Total Energies', 'INV-2 · Acme (1)', 'INV-3']);
    const { leftOut } = read([sheet]);
    expect(new Set(leftOut.map(({ cause }) => cause))).toEqual(new Set(['total']));
    expect(leftOut).toHaveLength(7);
  });

  test('a customer called 3000 is a name where its total says so', () => {
    const sheet = grid(
      'Open Invoices',
      `
           | Type    | Date       | Num   | Open Amount
      3000 |         |            |       |
           | Invoice | 2026-03-05 | INV-1 | 100
      Total 3000 |   |            |       | 100
      `,
    );
    expect(inspect([sheet], []).sources[0]?.headings).toEqual([{ column: -1, examples: ['3000'] }]);
  });

  test('customers within their parents', () => {
    const sheet = grid(
      'Sales by Customer Detail',
      `
                | Date       | Num   | Amount
      Acme      |            |       |
                | 2026-03-04 | INV-0 | 10
      Works 2   |            |       |
                | 2026-03-05 | INV-1 | 100
      Total for Works 2 |    |       | 100
      Total for Acme with sub-customers | | | 110
      Birch AG  |            |       |
                | 2026-03-06 | INV-2 | 50
      Total for Birch AG |   |       | 50
      `,
    );
    expect(customersOf(sheet)).toEqual(['INV-0 · Acme', 'INV-1 · Acme:Works 2', 'INV-2 · Birch AG']);
    expect(inspect([sheet], []).questions.map(({ id }) => id)).toEqual([]);
  });

  test('headings within headings are asked about; the answer stays', () => {
    const sheet = grid(
      'Invoices',
      `
                |          | Invoice No | Invoice Date | Net
      Anna Berg |          |            |              |
                | Acme Ltd |            |              |
                |          | INV-1      | 2026-03-05   | 100
                | Birch AG |            |              |
                |          | INV-2      | 2026-03-06   | 50
      Bo        |          |            |              |
                | Acme Ltd |            |              |
                |          | INV-3      | 2026-03-07   | 7
      `,
    );
    const [source] = inspect([sheet], []).sources;
    expect(source?.questions.map(({ id, suggestion }) => [id, suggestion])).toEqual([
      ['headings', 'owner'],
      ['headings2', 'customer'],
    ]);
    if (source === undefined) throw new Error('no source');
    const saved = answerMapping(answerMapping(source.mapping, 'headings', 'owner'), 'headings2', 'customer');
    const again = inspect([sheet], [saved]);
    expect(again.questions).toEqual([]);
    const { records } = readRecords([sheet], [again.sources[0]?.mapping ?? saved], { won: [], issued: [], writtenOff: [] });
    expect(records.invoices.map(({ id, customer, owner }) => [id, customer, owner])).toEqual([
      ['INV-1', 'Acme Ltd', 'Anna Berg'],
      ['INV-2', 'Birch AG', 'Anna Berg'],
      ['INV-3', 'Acme Ltd', 'Bo'],
    ]);
  });

  test.each(['Undefined', '(unassigned)', '--'])('a heading “%s” names nobody', (name) => {
    const sheet = grid(
      'Invoices',
      `
               | Invoice No | Invoice Date | Net
      Acme Ltd |            |              |
               | INV-1      | 2026-03-05   | 100
      ${name}  |            |              |
               | INV-2      | 2026-03-06   | 50
      `,
    );
    expect(customersOf(sheet)).toEqual(['INV-1 · Acme Ltd', 'INV-2']);
  });
});

describe('false friends', () => {
  test('a lone comment among full rows is no heading', () => {
    const sheet = grid(
      'Invoices',
      `
      Customer | Invoice No | Invoice Date | Net
      Acme Ltd | INV-1      | 2026-03-05   | 100
      checked with Anna |   |              |
      Birch AG | INV-2      | 2026-03-06   | 50
      `,
    );
    expect(customersOf(sheet)).toEqual(['INV-1 · Acme Ltd', 'INV-2 · Birch AG']);
    expect(leftLines(read([sheet]).leftOut)).toEqual(['row 3: total “checked with Anna”']);
  });

  test('the lines at the end of a report are no heading', () => {
    const sheet = grid(
      'Opportunities',
      `
      Opportunity ID | Account Name | Close Date | Amount
      D-1            | Acme Ltd     | 2026-03-05 | 100
      D-2            | Birch AG     | 2026-03-06 | 50
      Grand Totals (2 records) |    |            |
      .
      .
      Won this year  |              |            |
      Copyright (c) 2000-2026 example.com, inc. All rights reserved. | | |
      Confidential Information - Do Not Distribute | | |
      Generated By:  Anna Berg  3/31/2026 9:00 AM | | |
      Example Org    |              |            |
      `,
    );
    const { records, leftOut } = read([sheet]);
    expect(records.deals.map(({ customer }) => customer)).toEqual(['Acme Ltd', 'Birch AG']);
    expect(leftOut.map(({ cause }) => cause)).toEqual(Array.from({ length: 6 }, () => 'total'));
  });
});

test('groups that count their rows, with sums beside them', () => {
  const sheet = grid(
    'Invoices',
    `
    Number         | Invoice Partner Display Name | Invoice/Bill Date | Untaxed Amount Signed
    Anna Berg (2)  |                              |                   | 150
    INV-1          | Acme (1)                     | 2026-03-05        | 100
    INV-2          | Birch AG                     | 2026-03-06        | 50
    Undefined (1)  |                              |                   | 7
    INV-3          | Acme (1)                     | 2026-03-07        | 7
    `,
  );
  const [source] = inspect([sheet], []).sources;
  expect(source?.questions.map(({ id, suggestion }) => [id, suggestion])).toEqual([['headings', 'owner']]);
  expect(customersOf(sheet)).toEqual(['INV-1 · Acme (1) · Anna Berg', 'INV-2 · Birch AG · Anna Berg', 'INV-3 · Acme (1)']);
});
