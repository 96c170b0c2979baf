/** What stands in the source now and what the facts say it should be, for every exception that they can answer. */

import { lastDay, monthOf, parseIsoDay } from '../../src/domain/day';
import type { Day } from '../../src/domain/day';
import { CALENDAR_YEAR, monthsOf } from '../../src/domain/fiscal';
import type { Hint } from '../../src/domain/link';
import { explain } from '../../src/variance/explain';
import { findingsOf } from '../../src/variance/findings';
import type { VarianceInput } from '../../src/variance/input';
import { book } from './support/book';

function proposals(text: string, asOf?: string, change: (input: VarianceInput) => Partial<VarianceInput> = () => ({})): string[] {
  const read = book(text, asOf === undefined ? {} : { asOf: parseIsoDay(asOf) as Day });
  const input = { ...read, ...change(read) };
  const records = new Map(
    [...input.deals, ...input.invoices, ...input.revenue, ...input.receipts].map((each) => [each.key, each]),
  );
  const { customers } = input.matching;
  const findings = findingsOf({
    candidates: explain(input).candidates,
    faults: [],
    wonLater: [],
    records,
    customers,
    months: monthsOf(CALENDAR_YEAR),
    asOf: input.asOf,
    currency: 'EUR',
  });
  return findings.map(
    ({ code, fixIn, presentValue, proposedValue }) =>
      `${code} ${fixIn}: ${presentValue} → ${proposedValue === '' ? '?' : proposedValue}`,
  );
}

test.each([
  [
    'never invoiced',
    ['Q1 Billing: Amount 1,000.00 EUR → Invoice of 1,000.00 EUR'],
    'deal  D-1  Acme / Alice  1,000  2026-01-20',
    '2026-06-30',
  ],
  [
    'instalments that were missed: all of them',
    ['Q1 Billing: Amount 1,200.00 EUR → Invoice of 400.00 EUR'],
    `
      deal     D-1  Acme / Alice  1,200  2026-01-05  start=2026-01-01 end=2026-12-31 billing=1
      invoice  I-1  Acme          100    2026-01-10
      D-1 ~ I-1  100`,
    '2026-06-02',
  ],
  [
    'never invoiced, of two owners: all of it',
    ['Q1 Billing: Amount 1,000.00 EUR → Invoice of 1,000.00 EUR'],
    'deal  D-1  Acme / Alice  1,000  2026-01-20  shares=Alice:60,Bob:40',
    '2026-06-30',
  ],
  [
    'more billed than sold, in two invoices: all of it',
    ['Q11 CRM: Amount 2,000.00 EUR → Amount 2,600.00 EUR'],
    `
      deal     D-1  Acme / Alice  2,000  2026-03-05
      invoice  I-1  Acme          1,300  2026-03-20
      invoice  I-2  Acme          1,300  2026-03-25
      D-1 ~ I-1  1,300
      D-1 ~ I-2  1,300`,
    undefined,
  ],
  [
    'more billed than sold, of two owners: all of it',
    ['Q11 CRM: Amount 1,000.00 EUR → Amount 1,300.00 EUR'],
    `
      deal     D-1  Acme / Alice  1,000  2026-03-05  shares=Alice:60,Bob:40
      invoice  I-1  Acme          1,300  2026-03-20
      D-1 ~ I-1  1,300`,
    undefined,
  ],
  [
    'a duplicate deal',
    ['Q5 CRM: Deal D-2 → Merge into deal D-1'],
    `
      deal     D-1  Acme / Alice  1,000  2026-03-05
      deal     D-2  Acme / Alice  1,000  2026-03-19
      invoice  I-1  Acme          1,000  2026-03-20
      D-1 ~ I-1  1,000`,
    undefined,
  ],
  [
    'more billed than sold',
    ['Q11 CRM: Amount 1,000.00 EUR → Amount 1,300.00 EUR'],
    `
      deal     D-1  Acme / Alice  1,000  2026-03-05
      invoice  I-1  Acme          1,300  2026-03-20
      D-1 ~ I-1  1,300`,
    undefined,
  ],
  [
    'a price that differs',
    ['Q10 Billing: Amount 1,200.00 EUR → Amount 1,000.00 EUR'],
    `
      deal     D-1  Acme / Alice  1,000  2026-03-05  lines=Seats::10x100
      invoice  I-1  Acme          1,200  2026-03-20  lines=Seats::10x120
      D-1 ~ I-1  1,200`,
    undefined,
  ],
  [
    'a turned sign',
    ['Q31 Billing: Amount -1,000.00 EUR → Amount 1,000.00 EUR'],
    `
      deal     D-1  Acme / Alice  1,000   2026-03-05
      invoice  I-1  Acme          -1,000  2026-03-20  ref=D-1`,
    undefined,
  ],
  [
    'won before it was signed',
    ['D9 CRM: Close date 2026-03-05 → Close date 2026-04-02'],
    'deal  D-1  Acme / Alice  1,000  2026-03-05  signed=2026-04-02',
    '2026-04-03',
  ],
  [
    'a contract amended, the deal not',
    ['Q7 CRM: Amount 1,000.00 EUR → Amount 800.00 EUR'],
    `
      deal     D-1  Acme / Alice  1,000  2026-03-05  modified=2026-03-05 amended=2026-03-10
      invoice  I-1  Acme          800    2026-03-20  final
      D-1 ~ I-1  800`,
    undefined,
  ],
  [
    'an overpayment',
    ['Q20 Cash application: Amount 1,000.00 EUR → Refund of 150.00 EUR'],
    `
      deal     D-1  Acme / Alice  850  2026-04-01
      invoice  I-1  Acme  850    2026-04-10
      receipt  R-1  Acme  1,000  2026-04-20
      D-1 ~ I-1  850
      I-1 ~ R-1  850`,
    undefined,
  ],
  [
    'misapplied cash',
    ['Q22 Cash application: Applied to I-1 → Applied to I-2'],
    `
      deal     D-1  Acme / Alice  2,000  2026-04-01
      invoice  I-1  Acme  1,000  2026-04-10
      invoice  I-2  Acme  1,000  2026-04-12
      receipt  R-1  Acme  1,000  2026-05-05
      receipt  R-2  Acme  1,000  2026-05-20  appliedTo=I-1
      D-1 ~ I-1  1,000
      D-1 ~ I-2  1,000
      I-1 ~ R-1  1,000
      I-2 ~ R-2  1,000`,
    undefined,
  ],
  [
    'a link to be confirmed',
    ['Q39 Tieout: Link not confirmed → Linked with D-1'],
    `
      deal     D-1  Acme / Alice  1,000  2026-03-05
      invoice  I-1  Acme          1,000  2026-04-03
      D-1 ~ I-1  1,000  inferred suggested`,
    undefined,
  ],
  [
    'a missing owner, whom the invoice names',
    ['Q25 CRM: Owner is blank → Owner Cleo'],
    `
      deal     D-1  Acme         1,000  2026-03-05
      invoice  I-1  Acme / Cleo  1,000  2026-03-20
      D-1 ~ I-1  1,000`,
    undefined,
  ],
])('%s', (_, expected, text, asOf) => {
  expect(proposals(text, asOf)).toEqual(expected);
});

const HINT: Hint = {
  kind: 'deal-invoice',
  left: 'deal..D-1001',
  right: 'invoice..I-1',
  evidence: [],
  prior: 0,
  probability: 0.4,
  record: 'invoice..I-1',
  candidate: 'deal..D-1001',
  reason: 'one digit apart',
};

test('a wrong reference, where matching has a nearest deal', () => {
  const text = `
      deal     D-1001  Acme / Alice  700  2026-03-02
      invoice  I-1     Acme          700  2026-03-20  ref=D-1010`;
  const hinted = (input: VarianceInput): Partial<VarianceInput> => ({
    matching: { ...input.matching, hints: [HINT] },
  });
  expect(proposals(text, '2026-03-21')).toEqual(['Q4 Billing: Reference D-1010 → ?']);
  expect(proposals(text, '2026-03-21', hinted)).toEqual(['Q4 Billing: Reference D-1010 → Reference D-1001']);
});

test('a deal of the period that was edited after it closed is noted, not asserted', () => {
  const march = monthOf(parseIsoDay('2026-03-01') as Day);
  const edited = (modified: string): string => `deal  D-1  Acme / Alice  1,000  2026-03-05  ${modified}`;
  const notes = (text: string) =>
    explain(book(text, { asOf: parseIsoDay('2026-04-30') as Day, period: { from: march, to: march } })).notes.map(
      ({ code, facts }) => [code, facts],
    );
  expect(notes(edited('modified=2026-04-02'))).toEqual([['Q29', { modified: '2026-04-02' }]]);
  expect(notes(edited('modified=2026-03-31'))).toEqual([]);
  expect(notes(edited(''))).toEqual([]);
  expect(lastDay(march)).toBe(parseIsoDay('2026-03-31'));
});
