/** Documents and layouts drawn at random. */

import fc from 'fast-check';
import type { Day } from '../../../src/domain/day';
import type { Document, Kind, Layout } from './layouts';

const CUSTOMERS = ['Acme Ltd', 'Total Energies', '3000', 'Day, Jo', 'Acme (1)', 'Birch & Sons AG', 'Ça Va SARL', ''];
const OWNERS = ['Anna Berg', 'Bo', 'Chloé'];
const FIRST_DAY = 19_723 as Day;

/** The days of the first two documents settle which of two numbers is the day. */
export const documents = (kind: Kind): fc.Arbitrary<Document[]> =>
  fc
    .array(
      fc.record({
        customer: fc.constantFrom(...CUSTOMERS),
        owner: fc.constantFrom(...OWNERS),
        day: fc.integer({ min: 0, max: 700 }).map((days) => (FIRST_DAY + days) as Day),
        parts: fc.array(fc.integer({ min: 101, max: 5_000_099 }), { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 4, maxLength: 14 },
    )
    .map((found) =>
      found.map(({ customer, owner, day, parts }, at) => ({
        id: `${kind === 'deals' ? 'D' : kind === 'invoices' ? 'INV' : 'P'}-${1001 + at}`,
        customer,
        owner,
        day: at === 0 ? ((FIRST_DAY + 24) as Day) : day,
        parts: (at < 3 ? [...parts, 1999 + at] : parts).map((amount, n) => ({
          item: kind === 'receipts' ? `INV-${2001 + at * 5 + n}` : `Seat ${String.fromCharCode(65 + n)}`,
          // Every column of amounts shows its decimal mark.
          amount: amount % 10 === 0 ? amount + 7 : amount,
        })),
      })),
    );

const TITLES = [
  ['Example Org Ltd'],
  ['Sales by Customer Detail'],
  ['January 1 - December 31, 2025'],
  [],
  ['As of 17 August 2026'],
  ['Consol : Example'],
  [],
];

export const layouts: fc.Arbitrary<Layout> = fc.record({
  titles: fc.integer({ min: 0, max: 7 }).map((count) => TITLES.slice(0, count)),
  sumAbove: fc.boolean(),
  groups: fc.constantFrom('none', 'headings', 'counted', 'two levels'),
  by: fc.constantFrom('customer', 'owner'),
  closing: fc.constantFrom('Total for X', 'Total X', 'X (Total)', 'Total - X', 'none'),
  grain: fc.constantFrom('rows', 'first', 'repeated', 'repeated with parts', 'parts'),
  header: fc.constantFrom('plain', 'plain', 'split', 'twice'),
  spacers: fc.boolean(),
  hiddenIds: fc.boolean(),
  doubledLabel: fc.boolean(),
  trailing: fc.constantFrom(0, 0, 3),
  blankBetween: fc.boolean(),
  grandTotal: fc.constantFrom('', 'TOTAL', 'Grand Totals', 'Total'),
  footer: fc.constantFrom('none', 'report lines', 'basis'),
  dates: fc.constantFrom('serial', 'iso', 'dmy', 'mdy', 'named'),
  amounts: fc.constantFrom('number', 'point', 'comma', 'symbol'),
} satisfies { [K in keyof Layout]: fc.Arbitrary<Layout[K]> });
