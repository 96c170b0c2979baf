/** Amounts that a person gave links: the figures follow them, tie to the cent, and hold against facts that changed. */

import { matchKey } from '../../src/domain/link';
import { planReport } from '../../src/report/planReport';
import type { Decisions } from '../../src/settings/decisions';
import { run } from './support/outcome';

const book = (second: string): string => `
    deal     D-1  Acme / Alice  1,000  2026-03-05
    deal     D-2  Acme / Alice  1,000  2026-03-06
    invoice  I-1  Acme  1,000  2026-03-10  deal=D-1
    invoice  I-2  Acme  ${second}  2026-03-11  deal=D-2
    receipt  R-1  Acme  1,200  2026-04-20`;

const byHand: Decisions = {
  aliases: [],
  links: ['200.00', '1000.00'].map((amount, at) => ({
    matchKey: matchKey('invoice-receipt', `invoice.I-${String(at + 1)}`, 'receipt.R-1'),
    decision: 'confirmed',
    amount,
    currency: 'EUR',
    decidedBy: 'mk',
    decidedAt: '2026-05-04',
  })),
};

const paid = (second: string, decisions?: Decisions): unknown[] => {
  const result = run(book(second), '2026-04-30', decisions === undefined ? {} : { decisions });
  return result.links
    .filter(({ kind }) => kind === 'invoice-receipt')
    .map(({ left, allocated, state }) => [left, allocated, state]);
};

test('a receipt that would pay the oldest first is spread as a person says, and every identity holds', () => {
  expect(paid('1,000')).toEqual([
    ['invoice.I-1', 100_000, 'suggested'],
    ['invoice.I-2', 20_000, 'suggested'],
  ]);
  expect(paid('1,000', byHand)).toEqual([
    ['invoice.I-1', 20_000, 'confirmed'],
    ['invoice.I-2', 100_000, 'confirmed'],
  ]);
});

test('an invoice that became smaller takes no more than it is, and the run says so', () => {
  expect(paid('900', byHand)).toEqual([
    ['invoice.I-1', 20_000, 'confirmed'],
    ['invoice.I-2', 90_000, 'confirmed'],
  ]);
  const result = run(book('900'), '2026-04-30', { decisions: byHand });
  expect(planReport(result, { decisions: byHand }).digest.messages).toContain(
    'The decision on I-2 – R-1 asks for 1,000.00 EUR; 900.00 is open on both sides and was taken.',
  );
});

test('amounts for a document that is gone are kept and carry nothing', () => {
  const gone = { ...byHand, links: byHand.links.map((link) => ({ ...link, matchKey: link.matchKey.replace('I-2', 'I-77') })) };
  const result = run(book('1,000'), '2026-04-30', { decisions: gone });
  const matches = planReport(result, { decisions: gone }).sheets.find(({ name }) => name === 'Matches')?.tables[0]?.rows ?? [];
  expect(matches.some((row) => row.includes('confirmed 1000.00 EUR'))).toBe(true);
});
