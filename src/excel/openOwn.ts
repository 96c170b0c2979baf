/** A table of ours that something is to be written into: it must be there, with the columns that are needed. */

import { openTable } from './openTable';
import type { OpenTable } from './openTable';
import { surveyWorkbook } from './survey';
import { TroubleError } from './trouble';

/** @throws TroubleError where the table or one of the columns is gone. */
export async function openOwn(context: Excel.RequestContext, planned: string, needed: readonly string[]): Promise<OpenTable> {
  const { ours } = await surveyWorkbook(context);
  const table = await openTable(context, ours, planned);
  if (table === null) throw gone('The sheet that holds the decisions is no longer there.', null);
  const missing = needed.find((header) => !table.headers.includes(header));
  if (missing !== undefined) throw gone(`The column “${missing}” is no longer on the sheet ${table.name}.`, table.name);
  return table;
}

export function gone(what: string, sheet: string | null): TroubleError {
  const where = sheet === null ? null : { sheet, address: 'A1' };
  return new TroubleError({ what, next: 'Run again, then decide anew.', where, isLasting: true });
}
