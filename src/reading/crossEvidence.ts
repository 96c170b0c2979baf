/** Evidence from the other sheets: a column whose values are another sheet's ids is a reference to it. */

import type { Role } from '../domain/record';
import type { ColumnGuess } from '../settings/inspection';
import type { Field } from '../settings/mapping';
import { splitReferences } from './commonFields';
import { comparableId } from './ids';
import { otherIdsOf } from './otherIds';
import { sampledRows } from './sampledRows';
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
  deals: [['customers', 'customerId']],
  invoices: [
    ['deals', 'reference'],
    ['customers', 'customerId'],
  ],
  credits: [
    ['invoices', 'appliesTo'],
    ['deals', 'reference'],
    ['customers', 'customerId'],
  ],
  schedule: [
    ['invoices', 'reference'],
    ['deals', 'reference2'],
  ],
  receipts: [
    ['invoices', 'reference'],
    ['deals', 'reference2'],
    ['customers', 'customerId'],
  ],
};

/** By which field a sheet's rows are referred to. */
const KEYS: Readonly<Partial<Record<Role, Field>>> = { deals: 'id', invoices: 'id', customers: 'customerId' };

/** Share of a column's distinct values that must be ids of the other sheet. */
const LEAST_SHARE = 0.3;
const LEAST_HITS = 2;
const MOST = 0.8;
/** So many rows, evenly spread, show whether a column holds another sheet's ids. */
const ENOUGH_ROWS = 3000;

/** The guesses of each sheet with its references confirmed or found among its unused columns. */
export function withCrossEvidence(sheets: readonly Assigned[]): ColumnGuess[][] {
  if (sheets.length < 2) return sheets.map(({ guesses }) => [...guesses]);
  const others = sheets.map((sheet) => otherIdQuoted(sheet, sheets));
  const assigned = sheets.map((sheet, at): Assigned => {
    const other = others[at] ?? null;
    return other === null ? sheet : { ...sheet, guesses: [...sheet.guesses, other.guess] };
  });
  const ids = new Map<Role, Set<string>>();
  for (const { known, role, guesses } of assigned) {
    const id = guesses.find(({ field }) => field === KEYS[role]);
    if (id === undefined) continue;
    const known0 = ids.get(role) ?? new Set<string>();
    for (const value of valuesOf(known, id.column, Infinity)) if (/\d/.test(value)) known0.add(comparableId(value));
    ids.set(role, known0);
  }
  assigned.forEach(({ role }, at) => {
    for (const id of others[at]?.ids ?? []) ids.get(role)?.add(id);
  });
  return assigned.map((each) => referencesOf(each, ids));
}

/** The second numbers of a sheet's documents that a column of another sheet quotes; null where none does. */
function otherIdQuoted(sheet: Assigned, sheets: readonly Assigned[]): { guess: ColumnGuess; ids: ReadonlySet<string> } | null {
  const other = otherIdsOf(sheet.known, sheet.role, sheet.guesses);
  if (other === null) return null;
  const { column, ids } = other;
  const shares = sheets.map((one) => (one === sheet ? 0 : (bestColumn(one.known, one.guesses, ids)?.share ?? 0)));
  const share = Math.max(...shares);
  const by = sheets[shares.indexOf(share)];
  if (share === 0 || by === undefined) return null;
  const reason = `the sheet of ${by.role} quotes its numbers`;
  return { guess: { field: 'otherId', column, confidence: Math.min(0.95, 0.6 + share * 0.35), reason }, ids };
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
    if (holder !== undefined && !isReference(holder.field) && !isCustomerById(holder, field, best.share)) continue;
    if (present !== undefined && shareOf(known, present.column, wanted) >= best.share) continue;
    const reason = `its values are ids of the ${target}`;
    found = found.filter((guess) => guess !== holder && guess !== present);
    found.push({ field, column: best.column, confidence: Math.min(0.95, 0.6 + best.share * 0.35), reason });
    const free = (['reference2', 'reference3'] as const).find((other) => found.every((guess) => guess.field !== other));
    if (present !== undefined && free !== undefined && isReference(field)) found.push({ ...present, field: free });
  }
  return found.sort((a, b) => a.column - b.column);
}

/** A customer's column that holds the ids of the customers' sheet is no name. */
function isCustomerById(holder: ColumnGuess, field: Field, share: number): boolean {
  return holder.field === 'customer' && field === 'customerId' && share >= MOST;
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
  for (const value of valuesOf(known, column, ENOUGH_ROWS)) {
    values += 1;
    if (splitReferences(value).some((part) => wanted.has(comparableId(part)))) hits += 1;
  }
  return hits >= Math.min(LEAST_HITS, values) && values > 0 ? hits / values : 0;
}

function valuesOf(known: Understood, column: number, enough: number): Set<string> {
  const values = new Set<string>();
  for (const row of sampledRows(known.headerRow + 1, known.grid.values.length, enough)) {
    const text = cellText(known.grid.values[row]?.[column]);
    if (text !== '') values.add(text);
  }
  return values;
}
