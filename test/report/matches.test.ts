/** The sheet `Matches` and what of it the pane shows. */

import type { CustomerHint, CustomerLink, Judged, Link } from '../../src/domain/link';
import type { Reconciliation } from '../../src/domain/reconciliation';
import type { ReconciledRecord } from '../../src/domain/record';
import { planReport } from '../../src/report/planReport';
import type { ReportPlan } from '../../src/report/plan';
import { deal, invoice, marchDeal, receipt } from './support/reconciliations';
import { rowsOf, sheetOf, tableOf } from './support/sheets';

const unweighed = (left: string, right: string, extra: Partial<Link> = {}): Link => ({
  kind: 'deal-invoice',
  left: `deal.${left}`,
  right: `invoice.${right}`,
  allocated: 120_000,
  currency: 'EUR',
  pass: 'exact amount',
  probability: 0.992248,
  certainty: 'inferred',
  evidence: [
    { comparison: 'amount', level: 'equal', weight: 8 },
    { comparison: 'customer', level: 'same', weight: 6 },
    { comparison: 'date', level: 'within the normal lag', weight: 2 },
  ],
  runnerUp: '',
  state: 'matched',
  ...extra,
});

const link = (left: string, right: string, extra: Partial<Link> = {}): Link => ({
  ...unweighed(left, right),
  prior: -9,
  ...extra,
});

const judged = (left: string, right: string): Judged => {
  const { kind, evidence, prior, probability, ...rest } = link(left, right);
  return { kind, evidence, prior: prior ?? 0, probability, left: rest.left, right: rest.right };
};

const pair = (left: string, right: string, extra: Partial<CustomerLink> = {}): CustomerLink => ({
  left,
  right,
  leftId: 'A-1',
  rightId: '',
  customer: left,
  pass: 'name',
  probability: 0.8,
  certainty: 'inferred',
  evidence: [{ comparison: 'name', level: 'same words but for the form', weight: 9 }],
  runnerUp: 'Akme: 3.1 less weight',
  state: 'suggested',
  leftRecord: 'deal.D-1',
  rightRecord: 'invoice.INV-1',
  ...extra,
});

function book(parts: Partial<Reconciliation>, ...records: ReconciledRecord[]): Reconciliation {
  const base = marchDeal();
  return {
    ...base,
    customerLinks: [],
    links: [],
    ...parts,
    records: new Map([...base.records, ...records.map((record) => [record.key, record] as const)]),
  };
}

const RECORDS = [
  deal('D-1', 'Acme Ltd', '1,200.00', '2026-03-05', 2),
  deal('D-2', 'Acme Ltd', '1,200.00', '2026-03-06', 3),
  deal('D-3', 'Acme Ltd', '700.00', '2026-03-06', 4),
  invoice('INV-1', 'ACME', '1,200.00', '2026-03-09', 5),
  invoice('INV-2', 'ACME', '1,900.00', '2026-03-09', 6),
  receipt('R-1', 'Acme', '1,200.00', '2026-04-09', 7),
];

const credit = (id: string, date: string): ReconciledRecord => ({
  ...invoice(id, 'Acme', '-1,000.00', date, 7),
  kind: 'credit',
});

const refund = (id: string, date: string): ReconciledRecord => ({
  ...receipt(id, 'Acme', '-1,000.00', date, 9),
  kind: 'refund',
});

const matches = (plan: ReportPlan, ...headers: string[]): unknown[][] => rowsOf(tableOf(plan, 'tblMatches'), ...headers);

test('the evidence of a row adds up to its probability', () => {
  const plan = planReport(book({ links: [link('D-1', 'INV-1')] }, ...RECORDS));
  expect(matches(plan, 'Left', 'Right', 'Probability', 'Evidence')).toEqual([
    [
      'D-1',
      'INV-1',
      0.992248,
      'amount: equal +8.0; customer: same +6.0; date: within the normal lag +2.0; before any evidence -9.0; in all +7.0',
    ],
  ]);
});

test('where a link does not tell what came before its evidence, its probability does', () => {
  const plan = planReport(book({ customerLinks: [pair('Acme Ltd', 'ACME')] }, ...RECORDS));
  expect(matches(plan, 'Evidence', 'Runner-up')).toEqual([
    ['name: same words but for the form +9.0; before any evidence -7.0; in all +2.0', 'Akme: 3.1 less weight'],
  ]);
});

test('a decision of a person is no sum', () => {
  const decided = unweighed('D-1', 'INV-1', {
    state: 'confirmed',
    probability: 1,
    evidence: [{ comparison: 'decision', level: 'confirmed by a person', weight: 20 }],
  });
  expect(matches(planReport(book({ links: [decided] }, ...RECORDS)), 'Evidence')).toEqual([
    ['decision: confirmed by a person +20.0'],
  ]);
});

test('refused pairs and the nearest of the unmatched are listed with what spoke for and against them', () => {
  const hint = { ...judged('D-3', 'INV-1'), record: 'deal.D-3', candidate: 'invoice.INV-1', reason: 'amount: 71 % more' };
  const plan = planReport(
    book(
      { refused: [judged('D-1', 'INV-1')], hints: [hint, { ...hint, record: 'invoice.INV-1', candidate: 'deal.D-3' }] },
      ...RECORDS,
    ),
    {
      decisions: {
        aliases: [],
        links: [
          { matchKey: 'deal-invoice|deal.D-1|invoice.INV-1', decision: 'refused', decidedBy: 'mk', decidedAt: '2026-05-04' },
        ],
      },
    },
  );
  expect(matches(plan, 'Left', 'Right', 'Probability', 'Runner-up', 'State', 'Decision', 'Decided by')).toEqual([
    ['D-1', 'INV-1', 0.992248, null, 'refused', 'refused', 'mk'],
    ['D-3', 'INV-1', 0.992248, 'against it: amount: 71 % more', 'unmatched', null, null],
  ]);
  expect(matches(plan, 'Evidence')[0]).toEqual([expect.stringContaining('in all +7.0')]);
});

test('a customer without a partner has its nearest candidate; one that was refused is listed as refused', () => {
  const hint = (name: string, candidate: string): CustomerHint => ({
    side: 'ledger',
    name,
    id: '',
    record: 'invoice.INV-1',
    candidate,
    candidateId: 'A-1',
    candidateRecord: 'deal.D-1',
    probability: 0.2,
    evidence: [{ comparison: 'name', level: '1 of 2 words agree', weight: 2 }],
    reason: 'legal form: conflict',
  });
  const plan = planReport(book({ customerHints: [hint('ACME', 'Acme Ltd'), hint('Zeta', 'Acme Ltd')] }, ...RECORDS), {
    decisions: {
      aliases: [],
      links: [{ matchKey: 'customer|Acme Ltd|ACME', decision: 'refused', decidedBy: 'mk', decidedAt: '' }],
    },
  });
  expect(matches(plan, 'Left', 'Right', 'State', 'Runner-up', 'Decision')).toEqual([
    ['Acme Ltd', 'ACME', 'refused', null, 'refused'],
    ['Acme Ltd', 'Zeta', 'unmatched', 'against it: legal form: conflict', null],
  ]);
  expect(matches(plan, 'Evidence')[0]).toEqual(['name: 1 of 2 words agree +2.0; before any evidence -4.0; in all -2.0']);
});

test('each member of a set that ties has a row, so that the whole set can be confirmed', () => {
  const plan = planReport(
    book(
      {
        openSearches: [
          {
            outcome: 'ambiguous',
            kind: 'deal-invoice',
            anchor: 'invoice.INV-2',
            candidates: [
              ['deal.D-1', 'deal.D-3'],
              ['deal.D-2', 'deal.D-3'],
            ],
            pass: 'combined invoice',
            why: '2 sets of the amount',
          },
        ],
      },
      ...RECORDS,
    ),
  );
  expect(matches(plan, 'Left', 'Right', 'State', 'Evidence')).toEqual([
    ['D-1', 'INV-2', 'ambiguous', '2 sets of the amount, together with D-3'],
    ['D-3', 'INV-2', 'ambiguous', '2 sets of the amount, together with D-1'],
    ['D-2', 'INV-2', 'ambiguous', '2 sets of the amount, together with D-3'],
  ]);
  expect(plan.review.choices).toMatchObject([
    {
      why: '2 sets of the amount',
      side: { name: 'INV-2', what: 'Invoice', amounts: [{ minor: 190_000, currency: 'EUR' }] },
      candidates: [
        {
          keys: ['deal-invoice|deal.D-1|invoice.INV-2', 'deal-invoice|deal.D-3|invoice.INV-2'],
          sides: [{ name: 'D-1' }, { name: 'D-3' }],
        },
        { sides: [{ name: 'D-2' }, { name: 'D-3' }] },
      ],
    },
  ]);
});

test.each([
  ['two receipts', [receipt('R-1', 'Acme', '1,000.00', '2026-04-09', 7), receipt('R-2', 'Acme', '1,000.00', '2026-04-09', 8)]],
  ['two credits', [credit('R-1', '2026-04-09'), credit('R-2', '2026-04-10')]],
])('a refund that fits %s stands right of both, under the keys that a decision is looked up by', (_, targets) => {
  const [first, second] = targets.map(({ key }) => key) as [string, string];
  const plan = planReport(
    book(
      {
        openSearches: [
          {
            outcome: 'ambiguous',
            kind: 'receipt-refund',
            anchor: 'receipt.R-3',
            candidates: [[first], [second]],
            pass: 'exact amount',
          },
        ],
      },
      ...targets,
      refund('R-3', '2026-04-20'),
    ),
  );
  const keys = [`receipt-refund|${first}|receipt.R-3`, `receipt-refund|${second}|receipt.R-3`];
  expect(matches(plan, 'Match key', 'Left', 'Right')).toEqual([
    [keys[0], 'R-1', 'R-3'],
    [keys[1], 'R-2', 'R-3'],
  ]);
  expect(plan.review.choices[0]?.candidates.map(({ keys: [key] }) => key)).toEqual(keys);
});

test('decisions that do not hold as typed are told first', () => {
  const key = 'deal-invoice|deal.D-1|invoice.INV-1';
  const { digest } = planReport(
    book(
      {
        decisionFaults: [
          { code: 'overruled', decision: key, by: key },
          { code: 'overruled', decision: 'customer|Acme Ltd|ACME', by: 'customer|Acme Ltd|Zeta' },
          { code: 'circular', decision: 'alias|ACME|Acme Ltd', by: '' },
          { code: 'too much', decision: key, by: '', amounts: { asked: 50_000, carried: 40_050, currency: 'EUR' } },
          { code: 'currency', decision: key, by: '' },
        ],
      },
      ...RECORDS,
    ),
  );
  expect(digest.messages).toEqual(
    expect.arrayContaining([
      'The decision on D-1 – INV-1 was typed in two ways; the last one holds.',
      'The decision on Acme Ltd – ACME does not hold: the decision on Acme Ltd – Zeta holds instead.',
      'The alias from ACME to Acme Ltd leads back to itself and is not used; see Definitions.',
      'The decision on D-1 – INV-1 asks for 500.00 EUR; 400.50 is open on both sides and was taken.',
      'The decision on D-1 – INV-1 names another currency than the document’s; what is open was taken.',
    ]),
  );
});

test('an amount of which nothing is open is told as that, and of many decisions how many more there are', () => {
  const decision = 'deal-invoice|deal.D-1|invoice.INV-1';
  const fault = { code: 'too much', decision, by: '', amounts: { asked: -500, carried: 0, currency: 'EUR' } } as const;
  const told = (faults: number): readonly string[] =>
    planReport(book({ decisionFaults: Array.from({ length: faults }, () => fault) }, ...RECORDS)).digest.messages;
  expect(told(1)).toContain('The decision on D-1 – INV-1 asks for -5.00 EUR; none of it is open on both sides.');
  expect(
    planReport(book({ decisionFaults: [{ code: 'nothing open', decision, by: '' }] }, ...RECORDS)).digest.messages,
  ).toContain('The decision on D-1 – INV-1 is not used: nothing is open on both sides.');
  expect(told(6)).toContain('1 more decision does not hold as it was typed; see Matches.');
  expect(told(7)).toContain('2 more decisions do not hold as they were typed; see Matches.');
});

test.each([
  [12, '12 customers without a partner, those with the fewest documents, are not listed.'],
  [1, '1 customer without a partner, the one with the fewest documents, is not listed.'],
])('%i customers for which no candidate was looked up are counted on the sheet', (customerHintsOmitted, told) => {
  const sheet = sheetOf(planReport(book({ customerHintsOmitted })), 'Matches');
  expect(JSON.stringify(sheet.blocks)).toContain(told);
});

describe('for review', () => {
  const suggested = (left: string, right: string, probability: number): Link =>
    link(left, right, { state: 'suggested', probability, pass: 'within tolerance' });

  test('the surest suggestion comes first, of sure matches the least sure', () => {
    const { review } = planReport(
      book(
        {
          links: [
            suggested('D-1', 'INV-1', 0.6),
            suggested('D-2', 'INV-1', 0.8),
            link('D-3', 'INV-2', { probability: 0.999 }),
            link('D-1', 'INV-2', { probability: 0.91 }),
          ],
        },
        ...RECORDS,
      ),
    );
    expect(review.matches.map(({ state, left, right }) => `${state} ${left.name} ${right.name}`)).toEqual([
      'suggested D-2 INV-1',
      'suggested D-1 INV-1',
      'matched D-1 INV-2',
      'matched D-3 INV-2',
    ]);
    expect(review.counts).toEqual({ suggested: 2, matched: 2 });
    expect(review.alike).toMatchObject([
      {
        kind: 'Deal–invoice',
        pass: 'within tolerance',
        members: [{ probability: 0.8, amount: { minor: 120_000, currency: 'EUR' } }, { probability: 0.6 }],
      },
    ]);
  });

  test('both sides of a link stand with what a person compares', () => {
    const { review } = planReport(
      book({ links: [suggested('D-1', 'INV-1', 0.8)] }, RECORDS[0] as ReconciledRecord, {
        ...invoice('INV-1', 'ACME', '1,200.00', '2026-03-09', 5),
        references: ['PO-7'],
        text: 'Licences',
      }),
    );
    expect(review.matches[0]).toMatchObject({
      left: {
        name: 'D-1',
        what: 'Deal',
        party: 'Acme Ltd',
        day: '2026-03-05',
        amounts: [{ minor: 120_000, currency: 'EUR' }],
        text: '',
        source: { sheet: 'Deals', address: 'A2' },
      },
      right: { name: 'INV-1', what: 'Invoice', party: 'ACME', day: '2026-03-09', text: 'PO-7 · Licences' },
    });
  });

  test('customers stand with how many documents they have and what those come to', () => {
    const { review } = planReport(book({ customerLinks: [pair('Acme Ltd', 'ACME')] }, ...RECORDS));
    expect(review.matches[0]).toMatchObject({
      left: { name: 'Acme Ltd', what: 'Deals', documents: 3, amounts: [{ minor: 310_000, currency: 'EUR' }], party: 'A-1' },
      right: { name: 'ACME', what: 'Invoices', documents: 2, amounts: [{ minor: 310_000, currency: 'EUR' }] },
    });
  });
});

test('of two decisions on a match the one decided later stands in its row, in any order of the rows', () => {
  const matchKey = 'deal-invoice|deal.D-1|invoice.INV-1';
  const later = { matchKey, decision: 'confirmed', amount: '7', decidedBy: 'KL', decidedAt: '2026-02-02' } as const;
  const earlier = { matchKey, decision: 'refused', decidedBy: 'AB', decidedAt: '2026-02-01' } as const;
  for (const links of [
    [later, earlier],
    [earlier, later],
  ])
    expect(
      matches(planReport(book({}, ...RECORDS), { decisions: { aliases: [], links } }), 'Match key', 'Decision', 'Decided by'),
    ).toEqual([[matchKey, 'confirmed 7', 'KL']]);
});
