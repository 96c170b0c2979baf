/** A table of ours that something is to be written into: it must be there, with the columns that are needed. */

import { openTables } from './openTable';
import type { OpenTable } from './openTable';
import { surveyWorkbook } from './survey';
import { TroubleError } from './trouble';

/** The tables that hold its rows: one, unless it has more than a sheet holds. */
export type OwnTables = readonly [OpenTable, ...OpenTable[]];

/** @throws TroubleError where the table or one of the columns is gone. */
export async function openOwn(context: Excel.RequestContext, planned: string, needed: readonly string[]): Promise<OwnTables> {
  const { ours } = await surveyWorkbook(context);
  const [first, ...further] = await openTables(context, ours, planned);
  if (first === undefined) throw gone('The sheet that holds the decisions is no longer there.', null);
  const tables: OwnTables = [first, ...further];
  for (const { headers, name } of tables) {
    const missing = needed.find((header) => !headers.includes(header));
    if (missing !== undefined) throw gone(`The column “${missing}” is no longer on the sheet ${name}.`, name);
  }
  return tables;
}

export function gone(what: string, sheet: string | null): TroubleError {
  const where = sheet === null ? null : { sheet, address: 'A1' };
  return new TroubleError({ what, next: 'Run again, then decide anew.', where, isLasting: true });
}
