/** Records laid out in any of the usual ways and read back are the same records; every other row is left out with its cause. */

import fc from 'fast-check';
import { documents, layouts } from './support/drawn';
import { layOut } from './support/layouts';
import type { Kind, Layout } from './support/layouts';
import { expected, factsOf, readBack, recordsOf, rowsUsed } from './support/readBack';

const KINDS: readonly Kind[] = ['deals', 'invoices', 'receipts'];

const FIXED = { numRuns: Number(process.env['LAYOUT_RUNS'] ?? 300), seed: 20260401 } as const;

/** Layouts that no system has, or that cannot be told from another. */
function possible(own: Layout): Layout {
  return { ...own, closing: own.groups === 'counted' ? 'none' : own.closing };
}

describe.each(KINDS)('%s', (kind) => {
  test('read back are the same, whatever their layout', () => {
    fc.assert(
      fc.property(documents(kind), layouts, (own, drawn) => {
        const form = possible(drawn);
        const laid = layOut(kind, own, form);
        const result = readBack(laid, kind, form);
        const records = recordsOf(result);
        expect(records.map(factsOf).sort()).toEqual(expected(own));
        const left = result.leftOut.map(({ source }) => source.row);
        const used = rowsUsed(records);
        const all = [...laid.recordRows, ...laid.otherRows].sort((a, b) => a - b);
        expect([...used, ...left].sort((a, b) => a - b)).toEqual(all);
      }),
      FIXED,
    );
  });
});
