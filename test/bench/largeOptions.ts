/** `[--deals 2000] [--mix usual] [--json]`: the large sample that a measurement is made on, and how it is told. */

import { largeSample, MIXES } from '../../samples/large';
import type { SampleSheet } from '../../samples/sheet';

/** For `parseArgs`. */
export const LARGE = {
  deals: { type: 'string', default: '2000' },
  mix: { type: 'string', default: 'usual' },
  json: { type: 'boolean', default: false },
} as const;

interface Large {
  readonly deals: number;
  readonly sheets: readonly SampleSheet[];
}

/** @throws RangeError where `--deals` is no number of deals, or `--mix` no mix of the large sample. */
export function largeOf(values: { readonly deals: string; readonly mix: string }): Large {
  const deals = Number(values.deals);
  if (!Number.isInteger(deals) || deals < 1) throw new RangeError(`--deals ${values.deals} is no number of deals`);
  const mix = Object.entries(MIXES).find(([name]) => name === values.mix)?.[1];
  if (mix === undefined) throw new RangeError(`--mix ${values.mix} is none of ${Object.keys(MIXES).join(', ')}`);
  return { deals, sheets: largeSample(deals, mix) };
}
