import { isoDay } from '../../src/domain/day';
import { lineKind } from '../../src/reading/lineKinds';
import { amountMeaning } from '../../src/reading/amountMeans';
import { fieldsOf, grid, linesOf, mapped, read } from './support/table';

describe('columns that only some exports have', () => {
  test('take what is called for them, and no column of another field', () => {
    expect(
      fieldsOf(
        grid(
          'Deals',
          `Deal ID | Account Name | Amount | Close Date | Contract Signed Date | Last Modified Date | Churn Date | Prior ACV | Sales Channel | Split %
          D-1 | Acme | 100 | 2026-03-05 | 2026-03-06 | 2026-03-07 | 2026-09-30 | 80 | Direct | 50`,
        ),
      ),
    ).toEqual({
      id: 'Deal ID',
      customer: 'Account Name',
      amount: 'Amount',
      date: 'Close Date',
      signed: 'Contract Signed Date',
      modified: 'Last Modified Date',
      cancelled: 'Churn Date',
      priorAmount: 'Prior ACV',
      channel: 'Sales Channel',
      splitShare: 'Split %',
    });
  });

  test('give way where a sheet has no other column for the date', () => {
    expect(fieldsOf(grid('Deals', 'Deal ID | Account Name | Amount | Signed Date\nD-1 | Acme | 100 | 2026-03-05'))).toMatchObject(
      {
        date: 'Signed Date',
      },
    );
    expect(fieldsOf(grid('Bank', 'Value Date | Payer | Amount | Reference\n2026-03-05 | Acme | 100 | INV-1'))).toMatchObject({
      date: 'Value Date',
    });
  });

  test('a bank’s two dates are the receipt’s date and its other date', () => {
    const { records } = read([
      grid(
        'Bank',
        `Booking Date | Value Date | Payer | Amount | Currency | Reference
        2026-05-02 | 2026-04-30 | Acme | 1000 | EUR | INV-1`,
      ),
    ]);
    expect(
      records.receipts.map(({ day, otherDay }) => [
        isoDay(day),
        otherDay === null || otherDay === undefined ? otherDay : isoDay(otherDay),
      ]),
    ).toEqual([['2026-05-02', '2026-04-30']]);
  });

  test('a sheet without them says nothing of them', () => {
    const { records } = read([
      grid('Deals', 'Deal ID | Account Name | Amount | Close Date | Stage\nD-1 | Acme | 100 | 2026-03-05 | Closed Won'),
    ]);
    const [deal] = records.deals;
    for (const fact of ['lines', 'signed', 'modified', 'cancelled', 'priorAmount', 'channel', 'isHeld', 'ownerShares'])
      expect(deal).not.toHaveProperty(fact);
  });
});

describe('facts of a deal', () => {
  const deals = (header: string, ...rows: readonly string[]) =>
    read([
      grid(
        'Deals',
        [`Deal ID | Account Name | Amount | Currency | Close Date | Stage | Deal Owner | ${header}`, ...rows].join('\n'),
      ),
    ]).records.deals;

  test('a blank signature is no signature, where most deals have one', () => {
    const rows = [
      'D-1 | Acme | 100 | EUR | 2026-03-05 | Closed Won | Alice | 2026-03-06',
      'D-2 | Acme | 200 | EUR | 2026-03-06 | Closed Won | Alice |',
    ];
    expect(
      deals('Contract Signed Date', ...rows).map(({ signed }) =>
        signed === null || signed === undefined ? signed : isoDay(signed),
      ),
    ).toEqual(['2026-03-06', null]);
    const rarely = [...rows, 'D-3 | Acme | 300 | EUR | 2026-03-07 | Closed Won | Alice |'];
    expect(deals('Contract Signed Date', ...rarely).map((deal) => deal.signed === undefined)).toEqual([true, true, true]);
  });

  test('a date that cannot be read is a fault of its cell, and no blank', () => {
    const { records, faults } = read([
      grid(
        'Deals',
        `Deal ID | Account Name | Amount | Currency | Close Date | Contract Signed Date
        D-1 | Acme | 100 | EUR | 2026-03-05 | 2026-03-06
        D-2 | Acme | 100 | EUR | 2026-03-06 | 2026-03-08
        D-3 | Acme | 300 | EUR | 2026-03-07 | soon`,
      ),
    ]);
    expect(records.deals.find(({ id }) => id === 'D-3')).not.toHaveProperty('signed');
    expect(faults.map(({ code, column, text }) => [code, column, text])).toEqual([['part-unreadable', 'F', 'soon']]);
  });

  test('a channel counts where it is one that collects', () => {
    const found = deals(
      'Sales Channel',
      'D-1 | Acme | 100 | EUR | 2026-03-05 | Closed Won | Alice | Direct',
      'D-2 | Acme | 100 | EUR | 2026-03-06 | Closed Won | Alice | AWS Marketplace',
      'D-3 | Acme | 100 | EUR | 2026-03-07 | Closed Won | Alice | Outbound',
      'D-4 | Acme | 100 | EUR | 2026-03-08 | Closed Won | Alice |',
    );
    expect(found.map(({ channel }) => channel)).toEqual(['', 'AWS Marketplace', '', '']);
    const seller = deals('Reseller', 'D-1 | Acme | 100 | EUR | 2026-03-05 | Closed Won | Alice | Northgate');
    expect(seller.map(({ channel }) => channel)).toEqual(['Northgate']);
  });

  test('a hold is lifted by a no or by a word for it', () => {
    const held = deals(
      'Revenue Hold',
      'D-1 | Acme | 100 | EUR | 2026-03-05 | Closed Won | Alice | Acceptance outstanding',
      'D-2 | Acme | 100 | EUR | 2026-03-06 | Closed Won | Alice | Released',
      'D-3 | Acme | 100 | EUR | 2026-03-07 | Closed Won | Alice | No',
    );
    expect(held.map(({ isHeld }) => isHeld)).toEqual([true, false, false]);
  });

  test('lines of a deal: what one of them says, whichever it is', () => {
    const rows = [
      'D-1 | Acme | 100 | EUR | 2026-03-05 | Closed Won | Alice | Seats | | 2026-03-10 | | ',
      'D-1 | Acme | 50 | EUR | 2026-03-05 | Closed Won | Alice | Hub | Yes | 2026-03-12 | 2026-03-11 | AWS Marketplace',
      'D-1 | Acme | 20 | EUR | 2026-03-05 | Closed Won | Alice | Courier | No | 2026-03-08 | 2026-03-09 | Direct',
      'D-2 | Birch | 70 | EUR | 2026-03-06 | Closed Won | Bob | Seats | No | 2026-03-06 | | ',
      'D-2 | Birch | 10 | EUR | 2026-03-06 | Closed Won | Bob | Hub | No | 2026-03-06 | | ',
    ];
    const header = 'Item | Revenue Hold | Last Modified Date | Amendment Date | Sales Channel';
    const said = (ordered: readonly string[]) =>
      deals(header, ...ordered).map(({ id, amount, isHeld, modified, amended, channel }) => [
        id,
        amount,
        isHeld,
        modified && isoDay(modified),
        amended && isoDay(amended),
        channel,
      ]);
    const expected = [
      ['D-1', 17_000, true, '2026-03-12', '2026-03-11', 'AWS Marketplace'],
      ['D-2', 8_000, false, '2026-03-06', null, ''],
    ];
    expect(said(rows)).toEqual(expected);
    expect(said([...rows.slice(0, 3).reverse(), ...rows.slice(3).reverse()])).toEqual(expected);
  });

  test('a smaller deal whose owners have a row each: shares of what was lost', () => {
    const found = deals(
      'Item',
      'D-1 | Acme | -60 | EUR | 2026-03-05 | Closed Won | Alice | Seats',
      'D-1 | Acme | -40 | EUR | 2026-03-05 | Closed Won | Bob | Hub',
      'D-2 | Birch | 70 | EUR | 2026-03-06 | Closed Won | Bob | Seats',
      'D-2 | Birch | 30 | EUR | 2026-03-06 | Closed Won | Bob | Hub',
    );
    expect(found.map(({ amount, ownerShares }) => [amount, ownerShares])).toEqual([
      [
        -10_000,
        [
          { owner: 'Bob', share: 4_000 },
          { owner: 'Alice', share: 6_000 },
        ],
      ],
      [10_000, undefined],
    ]);
  });

  test('several rows by owner: counted once, the credit split by its column', () => {
    const found = deals(
      'Split %',
      'D-1 | Acme | 100 | EUR | 2026-03-05 | Closed Won | Alice | 70',
      'D-1 | Acme | 100 | EUR | 2026-03-05 | Closed Won | Bob | 30',
      'D-2 | Birch | 250 | EUR | 2026-03-06 | Closed Won | Bob | 50',
      'D-2 | Birch | 250 | EUR | 2026-03-06 | Closed Won | Cleo | 50',
      'D-3 | Cedar | 400 | EUR | 2026-03-07 | Closed Won | Alice | 60',
      'D-3 | Cedar | 400 | EUR | 2026-03-07 | Closed Won | Cleo | 40',
    );
    expect(linesOf(found)).toEqual([
      'D-1  Acme  100.00 EUR  2026-03-05',
      'D-2  Birch  250.00 EUR  2026-03-06',
      'D-3  Cedar  400.00 EUR  2026-03-07',
    ]);
    expect(found[0]?.ownerShares).toEqual([
      { owner: 'Alice', share: 70 },
      { owner: 'Bob', share: 30 },
    ]);
  });
});

describe('lines of documents', () => {
  test('keep their kind, item, quantity and amount', () => {
    const { records } = read([
      grid(
        'Invoices',
        `Invoice Number | Customer | Invoice Date | Line Amount | Currency | Item Name | Line Type | Quantity | Unit Price
        INV-1 | Acme | 2026-03-05 | 1000 | EUR | Seats | Recurring | 10 | 100
        INV-1 | Acme | 2026-03-05 | 80 | EUR | Courier | Freight | 1 | 80
        INV-2 | Birch | 2026-03-06 | 300 | EUR | Onboarding | | 1 | 300
        INV-2 | Birch | 2026-03-06 | 500 | EUR | Seats | Recurring | 5 | 100`,
      ),
    ]);
    expect(linesOf(records.invoices)).toEqual(['INV-1  Acme  1080.00 EUR  2026-03-05', 'INV-2  Birch  800.00 EUR  2026-03-06']);
    const shown = records.invoices.map(({ lines = [] }) =>
      lines
        .map(
          ({ kind, isKindStated, item, quantity, amount }) =>
            `${item}: ${kind}${isKindStated ? '' : '?'} ${quantity ?? ''} ${amount}`,
        )
        .sort(),
    );
    expect(shown).toEqual([
      ['Courier: pass-through 1 8000', 'Seats: recurring 10 100000'],
      ['Onboarding: one-off? 1 30000', 'Seats: recurring 5 50000'],
    ]);
  });

  test.each([
    ['Overage fee, monthly', 'usage'],
    ['Fracht', 'pass-through'],
    ['Travel expenses', 'pass-through'],
    ['Set-up fee', 'one-off'],
    ['Einrichtung', 'one-off'],
    ['Frais de port', 'pass-through'],
    ['Licencia anual', 'recurring'],
    ['Support plan', 'other'],
    ['', 'other'],
  ])('“%s” is %s', (text, kind) => {
    expect(lineKind(text)).toBe(kind);
  });
});

describe('what a deal’s amount means', () => {
  const meaning = (...headers: readonly string[]) => {
    const grids = headers.map((header, at) =>
      grid(
        `Deals ${at}`,
        `Deal ID | Account Name | ${header} | Close Date | Stage\nD-${at} | Acme | 100.50 | 2026-03-05 | Closed Won`,
      ),
    );
    return amountMeaning(grids, mapped(grids, { role: 'deals' }))?.value ?? null;
  };

  test.each([
    ['Amount', null],
    ['Total Contract Value', null],
    ['ACV', 'annual'],
    ['Annual Contract Value', 'annual'],
    ['Total First Year Potential', 'first year'],
  ])('“%s”', (header, expected) => {
    expect(meaning(header)).toBe(expected);
  });

  test('stands in a header over two rows, and in a second block', () => {
    const twoRows = grid(
      'Deals',
      `Deal | Account | Annual | Close | Deal
      ID | Name | Value | Date | Stage
      D-1 | Acme | 100.50 | 2026-03-05 | Closed Won
      D-2 | Birch | 200.50 | 2026-03-06 | Closed Won`,
    );
    const both = mapped([twoRows]);
    expect(both.map(({ headerRow, headerRows, columns }) => [headerRow, headerRows, columns.amount])).toEqual([[1, 2, 2]]);
    expect(amountMeaning([twoRows], both)).toEqual({ value: 'annual', header: 'Annual Value' });
    const blocks = grid(
      'Month end',
      `Invoice No | Customer | Invoice Date | Net
      INV-1 | Acme | 2026-03-06 | 40.50
      INV-2 | Birch | 2026-03-07 | 50.50
      .
      Deal ID | Account Name | ACV | Close Date | Stage
      D-1 | Acme | 100.50 | 2026-03-05 | Closed Won
      D-2 | Birch | 200.50 | 2026-03-06 | Closed Won`,
    );
    const found = mapped([blocks]);
    expect(found.map(({ block, role }) => [block, role])).toContainEqual([1, 'deals']);
    expect(amountMeaning([blocks], found)?.value).toBe('annual');
  });

  test('is not said where two sheets say otherwise', () => {
    expect(meaning('ACV', 'Annual Contract Value')).toBe('annual');
    expect(meaning('ACV', 'Amount')).toBeNull();
  });
});

describe('facts of invoices and receipts', () => {
  test('what is deducted, and why', () => {
    const { records } = read([
      grid(
        'Payments',
        `Payment Number | Customer | Payment Date | Amount | Currency | Applied to Invoice | Deduction Amount | Deduction Reason
        P-1 | Acme | 2026-05-05 | 940 | EUR | INV-1 | 60 | Damaged goods
        P-2 | Acme | 2026-05-06 | 500 | EUR | INV-2 | |`,
      ),
    ]);
    expect(records.receipts.map(({ deduction, deductionReason, appliedTo }) => [deduction, deductionReason, appliedTo])).toEqual([
      [6_000, 'Damaged goods', ['INV-1']],
      [null, '', ['INV-2']],
    ]);
  });

  test('what the type column calls a document, whatever its sign', () => {
    const { records } = read([
      grid(
        'Invoices',
        `Invoice Number | Type | Customer | Invoice Date | Net Amount | Currency
        INV-1 | Invoice | Acme | 2026-03-05 | -1000 | EUR
        INV-2 | Invoice | Acme | 2026-03-06 | 500 | EUR
        CN-1 | Credit Note | Acme | 2026-03-07 | -50 | EUR`,
      ),
    ]);
    expect(records.invoices.map(({ kind, statedKind }) => [kind, statedKind])).toEqual([
      ['credit', 'invoice'],
      ['invoice', 'invoice'],
      ['credit', 'credit'],
    ]);
  });
});
