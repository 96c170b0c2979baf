/** A table of ours as it stands today, wherever people moved it and whatever they call its columns. */

import { tableOfPart } from '../report/parts';
import { plannedHeaders } from './ownColumns';
import { bodyOf, CORNERS } from './readArea';
import type { Area } from './readArea';
import type { OwnSheet } from './registry';

export interface OpenTable {
  /** The sheet's name of today. */
  readonly name: string;
  readonly sheet: Excel.Worksheet;
  readonly table: Excel.Table;
  /** As Tieout wrote them, in the order of the columns as they stand; a column that a person added has its own. */
  readonly headers: readonly string[];
  readonly body: Area;
  readonly column: (header: string) => Area;
  /** Cells of a column, rows counted within the body. */
  readonly cells: (header: string, top: number, rows: number) => Excel.Range;
}

/** @returns the table, or the tables that hold its rows where it has more than a sheet holds; none where it is not there. */
export async function openTables(
  context: Excel.RequestContext,
  ours: readonly OwnSheet[],
  planned: string,
): Promise<readonly OpenTable[]> {
  const asked = ours.flatMap((own) =>
    Object.entries(own.tables)
      .filter(([name]) => tableOfPart(name) === planned)
      .map(([name, actual]) => askFor(context, own, name, actual)),
  );
  if (asked.length > 0) await context.sync();
  return asked.map((open) => open());
}

/** @returns null where the table is not there; of one in parts the first. */
export async function openTable(
  context: Excel.RequestContext,
  ours: readonly OwnSheet[],
  planned: string,
): Promise<OpenTable | null> {
  const [first = null] = await openTables(context, ours, planned);
  return first;
}

/** @returns what makes the table of what was loaded. */
function askFor(context: Excel.RequestContext, own: OwnSheet, planned: string, actual: string): () => OpenTable {
  const sheet = context.workbook.worksheets.getItem(own.id);
  const table = sheet.tables.getItem(actual);
  table.columns.load('items/id,items/name');
  const range = table.getRange();
  range.load(CORNERS);
  return () => {
    const headers = plannedHeaders(table.columns.items, own.written[planned]?.columns ?? {});
    const body = bodyOf(range);
    const column = (header: string): Area => ({ ...body, left: body.left + headers.indexOf(header), columns: 1 });
    return {
      name: own.name,
      sheet,
      table,
      headers,
      body,
      column,
      cells: (header, top, rows) => sheet.getRangeByIndexes(body.top + top, column(header).left, rows, 1),
    };
  };
}
