/** Whether people typed into our sheets while a run was under way: what the run has not taken in must not be written over. */

import { readKept } from './readKept';
import type { Kept } from './readKept';
import type { TouchedSheet } from './stageUpdate';
import { TroubleError } from './trouble';

/** What people typed, as a run takes it in. */
export type Typed = Pick<Kept, 'definitions' | 'refusedSettings' | 'decisions' | 'previous' | 'typed'>;

/** @throws TroubleError where something else is typed now than a run took in. */
export async function refuseTypedMeanwhile(then: Typed): Promise<void> {
  const sheet = typedMeanwhile(then, await readKept());
  if (sheet !== null) throw typedOver(sheet);
}

/** @param sheet its name. */
export function typedOver(sheet: string): TroubleError {
  return new TroubleError({
    what: `Somebody worked in the sheet “${sheet}” while Tieout was reconciling. The sheet was left as it is.`,
    next: 'Run again: the new result then takes in what was done there.',
    where: null,
  });
}

/** Whether people left a sheet of ours as it was: their columns, notes, filters. */
export function isTouchedAlike(a: TouchedSheet | undefined, b: TouchedSheet | undefined): boolean {
  return JSON.stringify(touchOf(a)) === JSON.stringify(touchOf(b));
}

const touchOf = (touched: TouchedSheet | undefined): unknown => [
  touched?.tables.map(({ keys, added, renamed, missing, filters, sort }) => [keys, added, renamed, missing, filters, sort]),
  touched?.cells,
];

/** @returns the planned name of a sheet where something else is typed now than then; null where nothing is. */
export function typedMeanwhile(then: Typed, now: Typed): string | null {
  const [before, after] = [then.decisions, now.decisions];
  if (differ(then.previous, now.previous)) return 'Exceptions';
  if (differ(before.aliases, after.aliases) || differ(before.log ?? [], after.log ?? [])) return 'Definitions';
  if (differ(then.refusedSettings, now.refusedSettings)) return 'Definitions';
  if (differ(Object.entries(then.definitions), Object.entries(now.definitions))) return 'Definitions';
  if (differ(before.links, after.links) || differ(before.notes ?? [], after.notes ?? [])) return 'Matches';
  return differ(Object.entries(then.typed), Object.entries(now.typed)) ? 'Summary' : null;
}

/** Rows that were only sorted anew are the same. */
function differ(a: readonly unknown[], b: readonly unknown[]): boolean {
  const textsOf = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort();
  const [one, other] = [textsOf(a), textsOf(b)];
  return one.length !== other.length || one.some((text, index) => text !== other[index]);
}
