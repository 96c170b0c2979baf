/** Notes whose rows are gone: read before a write, given back where their rows returned, kept where not. */

import type { KeptNote } from '../report/keptNotesSheet';
import { NOTES_KEPT } from '../report/keptNotesSheet';
import { readTable, textOf } from './readTables';
import type { OwnSheet } from './registry';

/** The lines of `Notes kept` as they stand; a line whose note a person cleared is none. */
export async function readKeptNotes(context: Excel.RequestContext, ours: readonly OwnSheet[]): Promise<KeptNote[]> {
  const rows = await readTable(context, ours, NOTES_KEPT);
  return rows.flatMap((row) => {
    const note = row['Note'] ?? '';
    return note === '' ? [] : [{ sheet: textOf(row, 'Sheet'), row: textOf(row, 'Row'), column: textOf(row, 'Column'), note }];
  });
}

/** A row's key as the notes name it. */
export function rowName(key: string): string {
  return key.replaceAll('\u0000', ' · ');
}
