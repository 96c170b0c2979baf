import { expectOutcome, nameIn, run } from './support/outcome';

test('42 · a child’s deal billed to the parent, an account too: bill-to and sold-to differ, the move nets to zero', () => {
  const result = run(
    `
    deal     D-1  Acme UK / Alice  1,000  2026-03-15  parent=Acme
    deal     D-2  Acme / Alice     250    2026-03-16
    invoice  I-1  Acme             1,000  2026-04-03  deal=D-1
    invoice  I-2  Acme             250    2026-03-20  deal=D-2`,
    '2026-04-30',
  );
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    BI  Mar/Acme UK +1,000 = T2 +1,000
    BI  Apr -1,000 = D12 -1,000
    BI  Apr/Acme UK +0 = T2 -1,000, D12 +1,000
    reason  BI  T2   Timing      Expected  stated
    reason  BI  D12  Definition  Expected  stated
    link  D-1 > I-1  1,000  stated
    link  D-2 > I-2  250    stated`,
  );
});

test('43 · one name in two subsidiaries: two customers, each with its own documents', () => {
  const result = run(
    `
    deal     D-1  Halden Ltd / Alice  1,000  2026-03-05  entity=Tieback UK  accountId=C-1001
    deal     D-2  Halden Ltd / Alice  600    2026-03-06  entity=Tieback DE  accountId=C-2001
    deal     D-3  Birch / Alice       50     2026-03-06  entity=Tieback UK  accountId=C-1002
    invoice  I-1  Halden Ltd          600    2026-04-03  entity=Tieback DE  accountId=C-2001
    invoice  I-2  Birch               50     2026-03-20  entity=Tieback UK  accountId=C-1002`,
    '2026-06-30',
  );
  expectOutcome(
    result,
    `
    BI  Mar/Birch +0 = none
    BI  Mar/Halden Ltd (C-1001) +1,000 = Q1° +1,000
    BI  Mar/Halden Ltd (C-2001) +600 = T2 +600
    BI  Apr/Halden Ltd (C-2001) -600 = T2 -600
    reason  BI  Q1  Data quality  Act       inferred
    reason  BI  T2  Timing        Expected  inferred
    link  D-2 > I-1  600  inferred
    link  D-3 > I-2  50   inferred
    settle  BI.unbilled.deal.Tieback UK.D-1  Q1  1,000  Open`,
  );
});

test('44 · near-identical names of different firms: the conflicting number vetoes', () => {
  const result = run(
    `
    deal     D-1  Corvane Systems Ltd / Alice  1,000  2026-03-05  accountId=C-1001
    deal     D-2  Birch / Alice                50     2026-03-06  accountId=C-1002
    invoice  I-1  Corvane System Ltd           1,000  2026-03-20  accountId=C-1777
    invoice  I-2  Birch                        50     2026-03-20  accountId=C-1002`,
    '2026-06-30',
  );
  expectOutcome(
    result,
    `
    BI  Mar/Birch +0 = none
    BI  Mar/Corvane System Ltd -1,000 = Q2° -1,000
    BI  Mar/Corvane Systems Ltd +1,000 = Q1° +1,000
    reason  BI  Q1  Data quality  Act  inferred
    reason  BI  Q2  Data quality  Act  inferred
    link  D-2 > I-2  50  inferred
    settle  BI.unbilled.deal.D-1   Q1  1,000   Open
    settle  BI.nodeal.invoice.I-1  Q2  -1,000  Open`,
  );
});

test('45 · a merger: from its date on the old name’s documents are the new customer’s', () => {
  const alias = {
    kind: 'Customer',
    from: 'Oldbrook',
    to: 'Acme',
    fromDate: '2026-04-01',
    decidedBy: 'mk',
    decidedAt: '',
  } as const;
  const result = run(
    `
    deal     D-1  Oldbrook / Alice  500  2026-03-05
    invoice  I-1  Oldbrook          500  2026-03-20
    deal     D-2  Acme / Alice      700  2026-04-10
    invoice  I-2  Oldbrook          700  2026-04-20`,
    '2026-04-30',
    { decisions: { aliases: [alias], links: [] } },
  );
  expectOutcome(
    result,
    `
    BI  Mar/Oldbrook +0 = none
    BI  Apr +0 = none
    link  D-1 > I-1  500  inferred
    link  D-2 > I-2  700  inferred`,
    'note',
  );
});

test('46 · names of four letters or fewer are never alike', () => {
  const result = run(
    `
    deal     D-1  Xyro / Alice  1,000  2026-03-05
    invoice  I-1  Xyra          1,000  2026-03-20`,
    '2026-06-30',
  );
  expectOutcome(
    result,
    `
    BI  Mar/Xyra -1,000 = Q2° -1,000
    BI  Mar/Xyro +1,000 = Q1° +1,000
    reason  BI  Q1  Data quality  Act  inferred
    reason  BI  Q2  Data quality  Act  inferred
    settle  BI.unbilled.deal.D-1   Q1  1,000   Open
    settle  BI.nodeal.invoice.I-1  Q2  -1,000  Open`,
  );
});

test('47 · what one entity sells to another is intercompany and left out', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-03-05  entity=Harbour UK
    invoice  I-1  Acme          1,000  2026-03-20  entity=Harbour UK  deal=D-1
    invoice  I-2  Harbour DE    400    2026-03-25  entity=Harbour UK
    invoice  I-3  Acme          0      2026-03-25  entity=Harbour DE  deal=D-1`,
    '2026-03-31',
  );
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    link  D-1 > I-1  1,000  stated
    left out  I-2  internal  400`,
  );
});

test('69 · one invoice number in two entities: two records under two keys', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  600  2026-03-05  entity=Harbour UK
    deal     D-2  Acme / Alice  400  2026-03-05  entity=Harbour DE
    invoice  I-1  Acme          600  2026-03-20  entity=Harbour UK  deal=D-1
    invoice  I-1  Acme          400  2026-03-25  entity=Harbour DE  deal=D-2`,
    '2026-03-31',
  );
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    link  D-1 > I-1  600  stated
    link  D-2 > I-1  400  stated`,
  );
  const invoices = [...result.records.values()].filter(({ role }) => role === 'invoice');
  expect(invoices.map(({ key }) => key).sort()).toEqual(['invoice.Harbour DE.I-1', 'invoice.Harbour UK.I-1']);
  expect(result.lines.map(({ customer }) => nameIn(result, customer))).toEqual(['Acme']);
});

test('42 · a child’s deal billed to the parent that its parent column names: the move nets to zero', () => {
  const result = run(
    `
    deal     D-1  Acme UK / Alice  1,000  2026-03-15  parent=Acme
    invoice  I-1  Acme             1,000  2026-04-03  deal=D-1`,
    '2026-04-30',
  );
  expectOutcome(
    result,
    `
    BI  Mar/Acme UK +1,000 = T2 +1,000
    BI  Apr -1,000 = D12 -1,000
    BI  Apr/Acme UK +0 = T2 -1,000, D12 +1,000
    reason  BI  T2   Timing      Expected  stated
    reason  BI  D12  Definition  Expected  stated
    link  D-1 > I-1  1,000  stated`,
  );
});

test('a customer written differently on both sides is noted, with what stands under the other name', () => {
  const { notes } = run(
    `
    deal     D-1  Acme Ltd / Alice  1,000  2026-03-05
    invoice  I-1  ACME Limited      1,000  2026-03-20  deal=D-1`,
    '2026-03-31',
  );
  expect(notes.map(({ code, facts, atStake }) => [code, facts, atStake])).toEqual([
    ['Q3', { left: 'Acme Ltd', right: 'ACME Limited' }, 100_000],
  ]);
});

test('9 · one deal billed to two payers, one of them no account: its part moves between customers', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice   1,000  2026-03-05
    invoice  I-1  Acme           600    2026-03-20  deal=D-1
    invoice  I-2  Birch          400    2026-03-25  deal=D-1
    receipt  R-1  Acme           600    2026-03-30  invoice=I-1
    receipt  R-2  Birch          400    2026-03-31  invoice=I-2`,
    '2026-03-31',
  );
  expectOutcome(
    result,
    `
    BI  Mar +400 = Q33 +400
    BI  Mar/Birch -400 = Q33 -400
    IC  Mar +0 = none
    IC  Mar/Birch +0 = none
    reason  BI  Q33  Data quality  Watch  stated
    link  D-1 > I-1  600  stated
    link  D-1 > I-2  400  stated
    link  I-1 > R-1  600  stated
    link  I-2 > R-2  400  stated
    note  Q14  D-1, I-1, I-2`,
  );
});

test('9 · a payer under a spelling of the account’s own name is the account', () => {
  const result = run(
    `
    deal     D-1  Halden Marine Services / Alice  1,000  2026-03-05
    invoice  I-1  Halden Marine Services Ltd      600    2026-03-20  deal=D-1
    invoice  I-2  Haldn Marine Service            400    2026-03-25  deal=D-1`,
    '2026-03-31',
  );
  expect(result.items).toEqual([]);
  expect(new Set(result.lines.map(({ customer }) => nameIn(result, customer)))).toEqual(new Set(['Halden Marine Services']));
});

test('9 · where no payer bears the account’s name, the deal that they name still says whose they are', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-03-05
    invoice  I-1  Birch Group   1,000  2026-03-20  deal=D-1`,
    '2026-03-31',
  );
  expect(result.items).toEqual([]);
  expect(result.customerLinks.map(({ left, right, state }) => [left, right, state])).toEqual([
    ['Acme', 'Birch Group', 'matched'],
  ]);
});
