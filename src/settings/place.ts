/** Which source a mapping, a question or a statement is about: a sheet, its Excel table, and which block of the sheet. */

import type { SourceMapping } from './mapping';

export type SourcePlace = Pick<SourceMapping, 'sheet' | 'table' | 'block'>;

export const placeOf = ({ sheet, table, block }: SourcePlace): SourcePlace => ({ sheet, table, block });

export function isSamePlace(one: SourcePlace, other: SourcePlace): boolean {
  return one.sheet === other.sheet && one.table === other.table && one.block === other.block;
}

/** One text for each place, for keys. No sheet's name holds a slash or a colon. */
export const placeKey = ({ sheet, table, block }: SourcePlace): string => `${sheet}/${table ?? ''}:${String(block)}`;

/** The mappings with one put in the place of what was said of the same source. */
export function withMapping(mappings: readonly SourceMapping[], mapping: SourceMapping): readonly SourceMapping[] {
  return [...mappings.filter((other) => !isSamePlace(other, mapping)), mapping];
}

/** What a person settled now, then what was kept of the other sources: what reading must honour. */
export function overKept(settled: readonly SourceMapping[], kept: readonly SourceMapping[]): readonly SourceMapping[] {
  return [...settled, ...kept.filter((old) => settled.every((mapping) => !isSamePlace(mapping, old)))];
}
