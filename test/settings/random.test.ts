/** Settings drawn at random over random books: whatever they are together, every check of a run holds. */

import fc from 'fast-check';
import type { Day } from '../../src/domain/day';
import { SETTINGS } from '../../src/settings/definitions';
import type { SettingKey } from '../../src/settings/definitions';
import { recognisedIn, withoutPassThrough } from '../../src/variance/basis';
import { withDerivedRevenue } from '../../src/variance/derived';
import { explain } from '../../src/variance/explain';
import type { VarianceInput } from '../../src/variance/input';
import { books, shuffled } from '../variance/support/generate';
import { OPTIONS } from '../variance/support/book';
import type { FiscalCalendar } from '../../src/domain/fiscal';

const CALENDARS: readonly FiscalCalendar[] = [
  OPTIONS.calendar,
  { yearStarts: 2, months: { kind: 'weeks', pattern: '4-5-4', yearEnd: { which: 'nearest', weekday: 'Friday' } } },
  { yearStarts: 4, months: { kind: 'ends', ends: [25, 56, 81, 112].map((at) => (20_454 + at) as Day) } },
];

const chosen = <T extends string>(key: SettingKey): fc.Arbitrary<T> => {
  const { kind } = SETTINGS[key];
  if (kind.type !== 'choice') throw new Error(`${key} is not a choice`);
  return fc.constantFrom(...(kind.choices as readonly T[]));
};

const options = fc.record({
  calendar: fc.constantFrom(...CALENDARS),
  invoicedAmount: chosen<'net' | 'gross'>('invoicedAmount'),
  passThrough: chosen<'counted' | 'left out'>('passThrough'),
  recognisedSource: chosen<'schedule' | 'derived'>('recognisedSource'),
  recognisedRate: chosen<'invoice' | 'month'>('recognisedRate'),
  cashAmount: chosen<'received' | 'before fees'>('cashAmount'),
  amountUsed: chosen<VarianceInput['options']['amountUsed']>('amountUsed'),
  splitCredit: chosen<'split' | 'owner'>('splitCredit'),
  taxInDeals: fc.boolean(),
  acceptedShare: fc.constantFrom(0, 0.001, 1),
});

/** A book as the engine's door hands it on under its settings. */
function settled(input: VarianceInput, drawn: Partial<VarianceInput['options']>): VarianceInput {
  const changed = { ...input, options: { ...input.options, ...drawn } };
  const byMonths = {
    ...changed,
    invoices: withoutPassThrough(input.invoices, input.matching.links, changed.options),
    revenue: recognisedIn(input.revenue, changed.options.calendar),
  };
  return changed.options.recognisedSource === 'derived' ? withDerivedRevenue(byMonths) : byMonths;
}

test('the checks of a run hold by any settings, whatever the order of the rows', () => {
  fc.assert(
    fc.property(books(), options, fc.nat(), (book, drawn, seed) => {
      const result = explain(settled(book, drawn));
      expect(result.identities.filter(({ holds }) => !holds)).toEqual([]);
      expect(explain(settled(shuffled(book, seed), drawn))).toEqual(result);
    }),
    { seed: 20_260_430, numRuns: 60 },
  );
});
