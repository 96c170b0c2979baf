import { parseIsoDay } from '../../src/domain/day';
import { expectOutcome, lives, reviewed, run } from './support/outcome';

const WON = 'deal  D-1  Acme / Alice  1,000  2026-03-05';
/** Something invoiced, so that as-of and the sheets are there whatever becomes of D-1. */
const OTHER = `
    deal     D-2  Birch / Alice  50  2026-03-05
    invoice  I-9  Birch          50  2026-03-06  deal=D-2`;

test('29 · a deal moved from won to open pauses: its exception resolves, its history stays, and it comes back reopened', () => {
  const first = run(`${WON}\n${OTHER}`, '2026-04-30');
  expect(lives(first)).toEqual(['BI.unbilled.deal.D-1  Open  -  2026-04-30  -']);
  const paused = run(`${WON}  stage=Negotiation\n${OTHER}`, '2026-05-31', {
    previous: reviewed(first, { 'BI.unbilled.deal.D-1': { comment: 'asked Alice', status: 'Waiting' } }),
  });
  expect(lives(paused)).toEqual(['BI.unbilled.deal.D-1  Resolved  No longer occurs  2026-04-30  asked Alice']);
  expect(paused.leftOut.map(({ record, cause }) => `${record} ${cause}`)).toEqual(['D-1 not-won']);
  const back = run(`${WON}\n${OTHER}`, '2026-06-30', { previous: reviewed(paused) });
  expect(lives(back)).toEqual(['BI.unbilled.deal.D-1  Reopened  -  2026-04-30  asked Alice']);
});

test('29 · what was invoiced of it meanwhile is asked about', () => {
  const result = run(
    `${WON}  stage=Negotiation
    invoice  I-1  Acme  400  2026-03-20  deal=D-1
    ${OTHER}`,
    '2026-04-30',
  );
  expectOutcome(
    result,
    `
    BI  Mar -400 = Q27° -400
    BI  Mar/Birch +0 = none
    reason  BI  Q27  Data quality  Act  stated
    link  D-2 > I-9  50  stated
    settle  BI.nodeal.invoice.I-1  Q27  -400  Open
    left out  D-1  not-won  1,000`,
  );
});

test('57 · a rerun after a review: comments follow the key, what vanished is marked resolved and kept', () => {
  const two = `${WON}
    deal     D-3  Cobalt / Alice  300  2026-03-07
    ${OTHER}`;
  const first = run(two, '2026-04-30');
  const typed = {
    'BI.unbilled.deal.D-1': { comment: 'bills in May', status: 'Waiting', assignee: 'Kim' },
    'BI.unbilled.deal.D-3': { comment: 'waiting for the order', status: 'In review' },
  };
  const second = run(`${two}\ninvoice  I-3  Cobalt  300  2026-05-04  deal=D-3`, '2026-05-31', {
    previous: reviewed(first, typed),
  });
  expect(lives(second)).toEqual([
    'BI.unbilled.deal.D-1  Waiting  -  2026-04-30  bills in May',
    'BI.unbilled.deal.D-3  Resolved  No longer occurs  2026-04-30  waiting for the order',
  ]);
  expect(second.exceptions.find(({ key }) => key.endsWith('D-3'))?.closedOn).toBe(parseIsoDay('2026-05-31'));
  expect(second.exceptions.find(({ key }) => key.endsWith('D-1'))?.assignee).toBe('Kim');
  const third = run(`${two}\ninvoice  I-3  Cobalt  300  2026-05-04  deal=D-3`, '2026-05-31', { previous: reviewed(second) });
  expect(lives(third)).toEqual(lives(second));
});

const OVERDUE = `
    deal     D-1  Acme / Alice  1,000  2026-03-05
    invoice  I-1  Acme          1,000  2026-03-10  deal=D-1  due=2026-04-09`;

test('66 · a run without the receipts sheet leaves the cash exceptions of the review as they are', () => {
  const first = run(`${OVERDUE}\nreceipt  R-1  Acme  250  2026-03-20  invoice=I-1`, '2026-05-31');
  expect(lives(first)).toEqual(['IC.open.invoice.I-1  Open  -  2026-05-31  -']);
  const second = run(OVERDUE, '2026-06-30', {
    previous: reviewed(first, { 'IC.open.invoice.I-1': { comment: 'promised for June', status: 'Accepted' } }),
  });
  expect(second.provided.cash).toBe(false);
  expect(lives(second)).toEqual(['IC.open.invoice.I-1  Accepted  -  2026-05-31  promised for June']);
  expect(second.exceptions[0]?.lastSeen).toBe(parseIsoDay('2026-05-31'));
});

test('a change of amount is told with the digits of its currency', () => {
  const deal = (amount: string): string => `
    deal     D-1  Acme / Alice   ${amount} KWD  2026-03-05
    deal     D-2  Birch / Alice  50 KWD         2026-03-05
    invoice  I-9  Birch          50 KWD         2026-03-06  deal=D-2`;
  const first = run(deal('1,000.125'), '2026-04-30');
  const second = run(deal('1,200.375'), '2026-05-31', { previous: reviewed(first) });
  expect(second.exceptions.map(({ key, whatChanged }) => [key, whatChanged])).toEqual([
    ['BI.unbilled.deal.D-1', '1,000.125 → 1,200.375'],
  ]);
});

/** What a person confirmed in an earlier review. */
const confirmed = (matchKey: string): NonNullable<Parameters<typeof run>[2]> => ({
  decisions: { aliases: [], links: [{ matchKey, decision: 'confirmed', decidedBy: 'mk', decidedAt: '' }] },
});

test('58 · the partner of a match that a person closed disappears: the other is not matched elsewhere in silence', () => {
  const result = run(
    `
    deal     D-1  Acme / Alice  500  2026-04-02
    invoice  I-2  Acme          500  2026-04-03`,
    '2026-04-30',
    confirmed('deal-invoice|deal.D-1|invoice.I-1'),
  );
  expect(result.links.filter(({ state }) => state === 'matched')).toEqual([]);
  expect(result.exceptions.map(({ key, code, status }) => [key, code, status])).toEqual([
    ['BI.match.invoice.I-2', 'Q39', 'Open'],
  ]);
  const [link] = result.links;
  expect(link?.evidence.map(({ level }) => level)).toContain('the partner that a person confirmed is gone');
});

const PAID = `
    deal     D-1  Acme / Alice  500  2026-04-02
    invoice  I-1  Acme          500  2026-04-02  deal=D-1
    receipt  R-2  Acme          500  2026-04-20`;

test('58 · the receipt of a confirmed match disappears: another of its amount is only suggested', () => {
  const result = run(PAID, '2026-04-30', confirmed('invoice-receipt|invoice.I-1|receipt.R-1'));
  expect(result.links.flatMap(({ kind, state }) => (kind === 'invoice-receipt' ? [state] : []))).toEqual(['suggested']);
  expect(result.exceptions.map(({ key, code }) => [key, code])).toEqual([['IC.match.receipt.R-2', 'Q39']]);
});

test('58 · what a column states needs nobody to confirm it', () => {
  const result = run(`${PAID}  invoice=I-1`, '2026-04-30', confirmed('invoice-receipt|invoice.I-1|receipt.R-1'));
  expect(result.links.map(({ state }) => state)).toEqual(['matched', 'matched']);
  expect(result.exceptions).toEqual([]);
});
