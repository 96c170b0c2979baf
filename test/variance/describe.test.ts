import { parseIsoDay } from '../../src/domain/day';
import type { Day } from '../../src/domain/day';
import { toMajor } from '../../src/domain/money';
import type { ReconciledRecord } from '../../src/domain/record';
import { describeCandidate, describeItem, describeNote, describeReason } from '../../src/variance/describe';
import type { Wording } from '../../src/variance/describe';
import { explain } from '../../src/variance/explain';
import { REASONS } from '../../src/variance/reasons/catalogue';
import { reasonOf } from '../../src/variance/reasons';
import { book } from './support/book';

function told(text: string, asOf: string): { readonly items: string[]; readonly notes: string[]; readonly candidates: string[] } {
  const input = book(text, { asOf: parseIsoDay(asOf) as Day });
  const records = new Map<string, ReconciledRecord>(
    [...input.deals, ...input.invoices, ...input.receipts].map((record) => [record.key, record]),
  );
  const wording: Wording = {
    amount: (minor) => toMajor(minor, 'EUR').toLocaleString('en', { minimumFractionDigits: 2 }),
    record: (key) => records.get(key),
    customer: (key) => key,
  };
  const result = explain(input);
  return {
    items: result.items.map((item) => describeItem(item, wording)),
    notes: result.notes.map((note) => describeNote(note, wording)),
    candidates: result.candidates.map((candidate) => describeCandidate(candidate, wording)),
  };
}

test('the two ends of a pair name each other and the other month', () => {
  const { items } = told(
    'deal  D-7  Acme / Alice  1,000  2026-03-20\ninvoice  INV-9  Acme  1,000  2026-04-02\nD-7 ~ INV-9  1,000',
    '2026-04-30',
  );
  expect(items).toEqual([
    'Timing: invoiced in a later month — 1,000.00 of deal D-7, with invoice INV-9 in 2026-04',
    'Timing: invoiced in a later month — 1,000.00 of invoice INV-9, with deal D-7 in 2026-03',
  ]);
});

test('a deal that was never invoiced says by when it should have been', () => {
  const { candidates } = told('deal  D-7  Acme / Alice  1,000  2026-03-20', '2026-06-30');
  expect(candidates).toEqual([
    'Data quality: won, never invoiced — 1,000.00 of deal D-7 was to be invoiced by 2026-04-19 and never was invoiced; inferred, as nothing states the billing date',
  ]);
});

test('a missing owner tells what is at stake', () => {
  const { candidates, notes } = told('deal  D-7  Acme  1,000  2026-03-20', '2026-03-31');
  expect(notes).toEqual(['Data quality: missing owner — deal D-7 has no owner']);
  expect(candidates).toEqual(['Data quality: missing owner — deal D-7 has no owner; 1,000.00 at stake']);
});

test('an ambiguous match lists what fits', () => {
  const { candidates } = told(
    `
      invoice  I-1  Acme / Alice  500  2026-03-05
      invoice  I-2  Acme / Alice  500  2026-03-07
      receipt  R-1  Acme  500  2026-04-03
      search   R-1  I-1 | I-2  ambiguous`,
    '2026-04-30',
  );
  expect(candidates.find((text) => text.includes('receipt R-1'))).toContain('500.00 of receipt R-1 fits 2 ways: I-1 or I-2');
});

test('every reason is shown with its class first', () => {
  expect(describeReason('T2')).toBe('Timing: invoiced in a later month');
  expect(describeReason('X9')).toBe('X9');
  expect(reasonOf('X9')).toBeNull();
  for (const [code, { reasonClass, name }] of Object.entries(REASONS))
    expect(describeReason(code)).toBe(`${reasonClass}: ${name}`);
});

test('the letter of a code is its class, but for the two that the catalogue names', () => {
  const classes: Record<string, string> = { D: 'Definition', T: 'Timing', Q: 'Data quality' };
  const others = Object.entries(REASONS).filter(([code, { reasonClass }]) => classes[code[0] ?? ''] !== reasonClass);
  expect(others.map(([code, { reasonClass }]) => [code, reasonClass])).toEqual([
    ['T9', 'Definition'],
    ['Q38', 'Unexplained'],
  ]);
});
