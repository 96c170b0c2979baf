/** Evidence from the other sheets: a column whose values are another sheet's ids is a reference to it. */

import type { Role } from '../domain/record';
import type { ColumnGuess } from '../settings/inspection';
import type { Field } from '../settings/mapping';
import { splitReferences } from './commonFields';
import { comparableId } from './ids';
import type { Understood } from './understand';
import { cellText } from './text';

/** A grid with the role and the guesses it goes on with. */
export interface Assigned {
  readonly known: Understood;
  readonly role: Role;
  readonly guesses: readonly ColumnGuess[];
}

/** Which sheets' ids a role's references name, the surest first. */
const NAMES: Readonly<Partial<Record<Role, readonly (readonly [Role, Field])[]>>> = {
  invoices: [['deals', 'reference']],
  credits: [
    ['invoices', 'appliesTo'],
    ['deals', 'reference'],
  ],
  schedule: [
    ['invoices', 'reference'],
    ['deals', 'reference2'],
  ],
  receipts: [
    ['invoices', 'reference'],
    ['deals', 'reference2'],
  ],
};

/** Share of a column's distinct values that must be ids of the other sheet. */
const LEAST_SHARE = 0.3;
const LEAST_HITS = 2;

/** The guesses of each sheet with its references confirmed or found among its unused columns. */
export function withCrossEvidence(assigned: readonly Assigned[]): ColumnGuess[][] {
  const ids = new Map<Role, Set<string>>();
  for (const { known, role, guesses } of assigned) {
    const id = guesses.find(({ field }) => field === 'id');
    if (id === undefined || (role !== 'deals' && role !== 'invoices')) continue;
    const known0 = ids.get(role) ?? new Set<string>();
    for (const value of valuesOf(known, id.column)) if (/\d/.test(value)) known0.add(comparableId(value));
    ids.set(role, known0);
  }
  return assigned.map((each) => referencesOf(each, ids));
}

function referencesOf({ known, role, guesses }: Assigned, ids: ReadonlyMap<Role, ReadonlySet<string>>): ColumnGuess[] {
  let found = [...guesses];
  for (const [target, field] of NAMES[role] ?? []) {
    const wanted = ids.get(target);
    if (wanted === undefined || wanted.size === 0) continue;
    const best = bestColumn(known, found, wanted);
    const present = found.find((guess) => guess.field === field);
    if (best === null || present?.column === best.column) continue;
    const holder = found.find(({ column }) => column === best.column);
    // A column that serves as another reference moves to the surer place; any other mapped column stays what it is.
    if (holder !== undefined && !isReference(holder.field)) continue;
    if (present !== undefined && shareOf(known, present.column, wanted) >= best.share) continue;
    const reason = `its values are ids of the ${target}`;
    found = found.filter((guess) => guess !== holder && guess !== present);
    found.push({ field, column: best.column, confidence: Math.min(0.95, 0.6 + best.share * 0.35), reason });
    const free = (['reference2', 'reference3'] as const).find((other) => found.every((guess) => guess.field !== other));
    if (present !== undefined && free !== undefined) found.push({ ...present, field: free });
  }
  return found.sort((a, b) => a.column - b.column);
}

function isReference(field: Field): boolean {
  return field === 'reference' || field === 'reference2' || field === 'reference3';
}

function bestColumn(
  known: Understood,
  guesses: readonly ColumnGuess[],
  wanted: ReadonlySet<string>,
): { column: number; share: number } | null {
  const own = guesses.find(({ field }) => field === 'id')?.column;
  const months = new Set(known.months.map(({ column }) => column));
  let best: { column: number; share: number } | null = null;
  known.profiles.forEach((profile, column) => {
    if (column === own || months.has(column) || profile.ids === 0 || profile.dateFormat === true) return;
    const share = shareOf(known, column, wanted);
    if (share >= LEAST_SHARE && (best === null || share > best.share)) best = { column, share };
  });
  return best;
}

function shareOf(known: Understood, column: number, wanted: ReadonlySet<string>): number {
  let values = 0;
  let hits = 0;
  for (const value of valuesOf(known, column)) {
    values += 1;
    if (splitReferences(value).some((part) => wanted.has(comparableId(part)))) hits += 1;
  }
  return hits >= Math.min(LEAST_HITS, values) && values > 0 ? hits / values : 0;
}

function valuesOf(known: Understood, column: number): Set<string> {
  const values = new Set<string>();
  for (let row = known.headerRow + 1; row < known.grid.values.length; row += 1) {
    const text = cellText(known.grid.values[row]?.[column]);
    if (text !== '') values.add(text);
  }
  return values;
}
