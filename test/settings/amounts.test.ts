/** Which amount of an invoice and of a receipt counts. */

import type { Reconciliation } from '../../src/domain/reconciliation';
import { acceptSetting } from '../../src/settings/definitions';
import { settingsFileSchema } from '../../src/settings/settingsFile';
import { planReport } from '../../src/report/planReport';
import { ties } from '../../src/report/summary/tieOutTable';
import { expectOutcome, run } from '../edgeCases/support/outcome';

const total = (result: Reconciliation, measure: 'invoiced' | 'cash'): number =>
  result.lines.reduce((sum, { measures }) => sum + (measures[measure] ?? 0), 0) / 100;
const why = (result: Reconciliation, key: string): string | undefined =>
  result.settingsUsed.find((each) => each.key === key)?.why;

const TAXED = `
    deal     D-1  Acme / Alice  1,000  2026-03-05
    invoice  I-1  Acme          1,000  2026-03-10  deal=D-1  tax=200
    revenue  I-1  Acme          1,000  2026-03
    receipt  R-1  Acme          1,200  2026-03-25  invoice=I-1`;

test('net: the tax stands between invoiced and cash', () => {
  const result = run(TAXED, '2026-03-31');
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    IR  Mar +0 = none
    IC  Mar -200 = D4° -200`,
    'link',
    'reason',
  );
  expect(total(result, 'invoiced')).toBe(1000);
});

test('gross: tax is in invoiced, so it stands beside booked and recognised, and no longer beside cash', () => {
  const result = run(TAXED, '2026-03-31', { definitions: { invoicedAmount: 'gross' } });
  expectOutcome(
    result,
    `
    BI  Mar -200 = D4° -200
    IR  Mar +200 = D4° +200
    IC  Mar +0 = none
    reason  BI  D4  Definition  Expected  stated
    reason  IR  D4  Definition  Expected  stated`,
    'link',
  );
  expect(total(result, 'invoiced')).toBe(1200);
  expect(result.tieOut.every((row) => ties(row, result.tieOut))).toBe(true);
  const used = result.tieOut.find(({ role, cause }) => role === 'invoices' && cause === 'used');
  expect([used?.amount, used?.adjustments, used?.measure]).toEqual([100_000, 20_000, 120_000]);
});

test('gross, credited in a later month and paid in part: months differ by gross amounts, what is open keeps its tax', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-02-05
    invoice  I-1  Acme          1,000  2026-02-10  deal=D-1  tax=200  due=2026-04-10
    credit   C-1  Acme          -100   2026-03-10  deal=D-1  tax=-20  applies=I-1
    receipt  R-1  Acme          600    2026-03-25  invoice=I-1`,
    '2026-03-31',
    { definitions: { invoicedAmount: 'gross' } },
  );
  expectOutcome(
    result,
    `
    BI  Feb -200 = D4° -200
    BI  Mar +120 = D16° +100, D4° +20
    IC  Feb +1,200 = T14 +120, T19 +600, T6° +480
    IC  Mar -720 = T14 -120, T19 -600`,
    'link',
    'reason',
  );
});

test('gross where no invoice states its tax changes nothing and says so', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-03-05
    invoice  I-1  Acme          1,000  2026-03-10  deal=D-1`,
    '2026-03-31',
    { definitions: { invoicedAmount: 'gross' } },
  );
  expect(result.items).toEqual([]);
  expect(why(result, 'invoicedAmount')).toBe('as set; without effect: no invoice states its tax');
});

const FEES = `
    deal     D-1  Acme / Alice  1,000  2026-03-05
    invoice  I-1  Acme          1,000  2026-03-10  deal=D-1
    receipt  R-1  Acme          945    2026-03-25  invoice=I-1  fee=15  withheld=40`;

test('as received: fee and withheld tax stand between invoiced and cash', () => {
  const result = run(FEES, '2026-03-31');
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    IC  Mar +55 = Q18° +40, Q19° +15`,
    'link',
    'reason',
  );
});

test('before fees: the fee is cash, what was withheld is not', () => {
  const result = run(FEES, '2026-03-31', { definitions: { cashAmount: 'before fees' } });
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    IC  Mar +40 = Q18° +40`,
    'link',
    'reason',
  );
  expect(total(result, 'cash')).toBe(960);
  expect(result.tieOut.every((row) => ties(row, result.tieOut))).toBe(true);
  expect(why(run(TAXED, '2026-03-31', { definitions: { cashAmount: 'before fees' } }), 'cashAmount')).toBe(
    'as set; without effect: no receipt states a fee',
  );
});

const FREIGHT = `
    deal     D-1  Acme / Alice  1,000  2026-03-05
    invoice  I-1  Acme          1,000  2026-03-10  deal=D-1  tax=200  Item=Plan  Line Type=Recurring
    invoice  I-1  Acme          80     2026-03-10  deal=D-1  tax=16   Item=Courier  Line Type=Freight
    revenue  I-1  Acme          1,000  2026-03
    receipt  R-1  Acme          1,296  2026-03-25  invoice=I-1`;

test('freight counted: it is invoiced, and no deal holds it', () => {
  const result = run(FREIGHT, '2026-03-31');
  expectOutcome(
    result,
    `
    BI  Mar -80 = D7° -80
    IR  Mar +80 = Q36° +80
    IC  Mar -216 = D4° -216`,
    'link',
    'reason',
    'settle',
  );
});

test('freight left out of invoiced: what was paid for it stands beside cash', () => {
  const result = run(FREIGHT, '2026-03-31', { definitions: { passThrough: 'left out' } });
  expectOutcome(
    result,
    `
    BI  Mar +0 = none
    IR  Mar +0 = none
    IC  Mar -296 = D4° -216, D7° -80`,
    'link',
    'reason',
  );
  expect(total(result, 'invoiced')).toBe(1000);
  expect(result.tieOut.every((row) => ties(row, result.tieOut))).toBe(true);
});

test('left out of invoiced, but booked and recognised: both say so', () => {
  const result = run(
    FREIGHT.replace('deal     D-1  Acme / Alice  1,000', 'deal     D-1  Acme / Alice  1,080').replace(
      'revenue  I-1  Acme          1,000',
      'revenue  I-1  Acme          1,080',
    ),
    '2026-03-31',
    { definitions: { passThrough: 'left out' } },
  );
  expectOutcome(
    result,
    `
    BI  Mar +80 = D7° +80
    IR  Mar -80 = D7° -80
    IC  Mar -296 = D4° -216, D7° -80`,
    'link',
    'reason',
  );
});

test('gross, with freight left out: its tax stays', () => {
  const result = run(FREIGHT, '2026-03-31', { definitions: { passThrough: 'left out', invoicedAmount: 'gross' } });
  expectOutcome(
    result,
    `
    BI  Mar -216 = D4° -216
    IR  Mar +216 = D4° +216
    IC  Mar -80 = D7° -80`,
    'link',
    'reason',
  );
});

const POSTED = `
    deal     D-1  Acme / Alice  1,000  2026-03-05
    invoice  I-1  Acme          1,000  2026-03-30  deal=D-1  Posting Date=2026-04-02
    invoice  I-2  Acme          50     2026-04-28`;

test('by posting date an invoice stands in the month in which it was posted', () => {
  const months = (definitions: object): string[] =>
    run(POSTED, '2026-04-30', { definitions }).items.map(({ code, amount }) => `${code} ${amount / 100}`);
  expect(months({})).toEqual(['Q2 -50']);
  expect(months({ invoiceDate: 'posting date' }).sort()).toEqual(['Q2 -50', 'T2 -1000', 'T2 1000']);
});

test('a posting date that no sheet has cannot be used, and a line that no sheet tells cannot be left out', () => {
  const result = run(TAXED, '2026-03-31', { definitions: { invoiceDate: 'posting date', passThrough: 'left out' } });
  expect(why(result, 'invoiceDate')).toBe('as set; without effect: no invoice has a posting date');
  expect(why(result, 'passThrough')).toBe('as set; without effect: no invoice tells such lines');
});

test('the Definitions sheet says which amounts count', () => {
  const result = run(FREIGHT, '2026-03-31', { definitions: { passThrough: 'left out', invoicedAmount: 'gross' } });
  const notes = planReport(result).sheets.flatMap(({ blocks }) => blocks.flatMap(({ cells }) => cells.flat()));
  expect(notes).toContain(
    'Invoiced: issued invoices less credit notes, without usage, freight and expenses passed through, tax included, by invoice or credit date.',
  );
});

const DOLLARS = `
    rate     USD  0.90 EUR  2026-01-01
    rate     USD  0.80 EUR  2026-03-01
    deal     D-1  Acme / Alice  900 EUR    2026-02-05
    invoice  I-1  Acme          1,000 USD  2026-02-10  deal=D-1
    revenue  I-1  Acme          500 USD    2026-02
    revenue  I-1  Acme          500 USD    2026-03`;
const EURO = { currency: 'EUR' };

test('revenue at its invoice’s rate sums to its invoice', () => {
  const result = run(DOLLARS, '2026-03-31', { definitions: EURO });
  expectOutcome(result, `IR  Feb +450 = T5 +450\nIR  Mar -450 = T5 -450`, 'BI', 'link', 'reason', 'settle');
});

test('revenue at its month’s rate: what the rate moved is an item of its own', () => {
  const result = run(DOLLARS, '2026-03-31', { definitions: { ...EURO, recognisedRate: 'month' } });
  expectOutcome(result, `IR  Feb +450 = T5 +450\nIR  Mar -400 = D14° +50, T5 -450`, 'BI', 'link', 'reason', 'settle');
  expect(why(run(TAXED, '2026-03-31', { definitions: { recognisedRate: 'month' } }), 'recognisedRate')).toBe(
    'as set; without effect: no revenue needs a rate of the table',
  );
});

test('the table before a document’s own rate: both sides by one rate leave no exchange difference', () => {
  const book = `
    rate     USD  0.80 EUR  2026-01-01
    deal     D-1  Acme / Alice  1,000 USD  2026-03-05
    invoice  I-1  Acme          1,000 USD  2026-03-10  deal=D-1  rate=0.90  Company Currency=EUR`;
  const byCode = (definitions: object): string[] =>
    run(book, '2026-03-31', { definitions: { ...EURO, ...definitions } }).items.map(
      ({ code, amount }) => `${code} ${amount / 100}`,
    );
  expect(byCode({})).toEqual(['D14 -100']);
  expect(byCode({ amountUsed: 'table first' })).toEqual([]);
});

test('money from an own account is left out by its number, however it is written', () => {
  const book = `
    deal     D-1  Acme / Alice  1,000  2026-03-05
    invoice  I-1  Acme          1,000  2026-03-10  deal=D-1
    receipt  R-1  Acme          1,000  2026-03-20  invoice=I-1  Payer IBAN=DE89370400440532013000
    receipt  R-2  Transfer      500    2026-03-21  Payer IBAN=GB33BUKB20201555555555`;
  const result = run(book, '2026-03-31', { definitions: { bankLeaveOut: 'GB33 BUKB 2020 1555 5555 55' } });
  expect(result.leftOut.map(({ record, cause }) => [record, cause])).toEqual([['R-2', 'not-customer']]);
  expect(total(result, 'cash')).toBe(1000);
});

test('as-of and the period are found by the date that counts', () => {
  const found = (settings: object): unknown[] => {
    const { settingsUsed, leftOut } = run(
      `
      deal     D-1  Acme / Alice  1,000  2026-03-05  Signed Date=2026-02-20
      invoice  I-1  Acme          1,000  2026-03-30  deal=D-1  Posting Date=2026-04-02`,
      'auto',
      { definitions: settings },
    );
    return [...settingsUsed.filter(({ key }) => key === 'asOf' || key === 'periodFrom').map(({ used }) => used), leftOut.length];
  };
  expect(found({})).toEqual(['2026-03', '2026-03-30', 0]);
  expect(found({ invoiceDate: 'posting date' })).toEqual(['2026-03', '2026-04-02', 0]);
  expect(found({ wonDatedBy: 'signed' })).toEqual(['2026-02', '2026-03-30', 0]);
});

test('materiality is found from what is booked by the definitions', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000  2026-03-05  term=12
    invoice  I-1  Acme          1,000  2026-03-30  deal=D-1`,
    '2026-03-31',
    { definitions: { amountMeans: 'monthly' } },
  );
  expect(result.settingsUsed.find(({ key }) => key === 'materiality')?.used).toBe(60);
});

test('gross, where deals hold their tax too: booked and invoiced are alike, and the tax waits with its deal', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  2,400  2026-03-05
    invoice  I-1  Acme          1,000  2026-04-10  deal=D-1  tax=200
    invoice  I-2  Acme          1,000  2026-05-10  deal=D-1  tax=200
    credit   C-2  Acme          -500   2026-05-20  applies=I-2  tax=-100
    receipt  R-1  Acme          1,190  2026-04-28  invoice=I-1  fee=10
    receipt  R-2  Acme          600    2026-05-28  invoice=I-2`,
    '2026-05-31',
    { definitions: { taxInDeals: 'yes', invoicedAmount: 'gross', cashAmount: 'before fees' } },
  );
  expectOutcome(
    result,
    `
    BI  Mar +2,400 = T3 +2,400
    BI  Apr -1,200 = T3 -1,200
    BI  May -600 = T3 -1,200, D16° +600
    IC  Mar +0 = none
    IC  Apr +0 = none
    IC  May +0 = none`,
    'link',
    'reason',
    'note',
  );
});

test('a credit for a whole invoice gives back its pass-through lines too', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  1,000   2026-03-05
    invoice  I-1  Acme          1,000   2026-03-10  deal=D-1  Item=Plan  Line Type=Recurring
    invoice  I-1  Acme          80      2026-03-10  deal=D-1  Item=Courier  Line Type=Freight
    credit   C-1  Acme          -1,080  2026-04-12  applies=I-1`,
    '2026-04-30',
    { definitions: { passThrough: 'left out' } },
  );
  expect(total(result, 'invoiced')).toBe(0);
  expect(result.tieOut.every((row) => ties(row, result.tieOut))).toBe(true);
});

test.each(['materiality', 'roundingLine', 'matchAmount'] as const)(
  '%s: an amount with more digits than are exact is refused',
  (key) => {
    expect(acceptSetting(key, 999_999_999_999)).toBe(999_999_999_999);
    expect(acceptSetting(key, '1e12')).toBeNull();
    expect(acceptSetting(key, 1e308)).toBeNull();
  },
);

test.each(['12.50', '-3', '999999999999.125'])('a link of a settings file may carry %s', (amount) => {
  expect(settingsFileSchema.safeParse(fileWith(amount)).success).toBe(true);
});

test.each(['', 'all', '1,50', '1e3', '1234567890123', '1.2345'])('a link of a settings file cannot carry “%s”', (amount) => {
  expect(settingsFileSchema.safeParse(fileWith(amount)).success).toBe(false);
});

const fileWith = (amount: string): unknown => ({ version: 1, links: [{ matchKey: 'k', decision: 'confirmed', amount }] });
