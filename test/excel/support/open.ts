/** A workbook with source sheets, open in the host, and the add-in's own door to it. */

import { createHost } from '../../../host/office/host';
import type { Host, HostOptions } from '../../../host/office/host';
import { openOffice } from '../../../host/node';
import type { Sheet, Workbook } from '../../../host/workbook/model';
import { createWorkbook } from '../../../host/workbook/workbook';
import { createWorkbookPort } from '../../../src/excel/workbookPort';

export type Port = ReturnType<typeof createWorkbookPort>;

export interface OpenBook {
  readonly workbook: Workbook;
  readonly host: Host;
  readonly port: Port;
  /** What settling writes, each part by itself. */
  readonly writes: Writes;
}

type Writes = Parameters<Parameters<Port['settle']>[0]>[0];

/** office.js tries a failed clean-up again after five seconds; a test run does not wait for that. */
const timer = globalThis.setTimeout;
globalThis.setTimeout = Object.assign((...args: Parameters<typeof timer>) => timer(...args).unref(), timer);

const opened: (() => Promise<void>)[] = [];

/** office.js sends a clean-up that no test waits for; it must not reach into the next test. */
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

export type Cell = string | number | boolean | null;

/** Source sheets that every book has: a table and a plain range with a title above it. */
export const SOURCES: Readonly<Record<string, readonly (readonly Cell[])[]>> = {
  Deals: [
    ['Deal ID', 'Account', 'Amount'],
    ['D-1', 'Acme Ltd', 12_300],
    ['D-9', '=HYPERLINK("http://x","y")', 1_000],
  ],
  "Kim's invoices": [
    ['Invoices of the year'],
    [],
    ['No.', 'Customer', 'Net'],
    ['INV-1', 'Acme Ltd', 11_000],
    ['INV-2', 'Zeta', 500],
  ],
};

export function openBook(
  options: HostOptions = {},
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>> = SOURCES,
): OpenBook {
  const workbook = createWorkbook();
  workbook.transact('load', () => {
    for (const [name, rows] of Object.entries(sheets)) fillSheet(workbook.addSheet(name), rows);
    const [first] = workbook.sheets;
    if (first !== undefined) workbook.activate(first);
  });
  return openWorkbook(workbook, options);
}

/** Opens a workbook that is there already, as at the next start. */
export function openWorkbook(workbook: Workbook, options: HostOptions = {}): OpenBook {
  const host = createHost(workbook, options);
  const office = openOffice(host);
  opened.push(async () => {
    await settled(host);
    host.close();
    office.close();
  });
  const port = createWorkbookPort();
  return { workbook, host, port, writes: eachAlone(port) };
}

function eachAlone({ settle }: Port): Writes {
  return {
    writeDecisions: (notes) => settle((writes) => writes.writeDecisions(notes)),
    writeReviews: (cells) => settle((writes) => writes.writeReviews(cells)),
    addAlias: (alias) => settle((writes) => writes.addAlias(alias)),
    removeAlias: (alias) => settle((writes) => writes.removeAlias(alias)),
    listedMatches: (keys) => settle((writes) => writes.listedMatches(keys)),
    addMatches: (rows) => settle((writes) => writes.addMatches(rows)),
    removeMatches: (keys) => settle((writes) => writes.removeMatches(keys)),
    logDecisions: (entries) => settle((writes) => writes.logDecisions(entries)),
  };
}

/** When all that office.js sends of itself has been answered. */
export async function settled(host: Host): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  await host.idle();
}

export function fillSheet(sheet: Sheet, rows: readonly (readonly Cell[])[]): void {
  rows.forEach((row, down) => row.forEach((cell, right) => sheet.setValue(down, right, cell)));
}

/** Everything that a sheet's cells show and hold, for comparing before and after. */
export function snapshot(sheet: Sheet): string {
  const area = sheet.usedArea(false);
  const cells: unknown[] = [];
  if (area !== null) sheet.forEachCell(area, (row, column, content, style) => cells.push([row, column, content, style]));
  return JSON.stringify([
    sheet.name,
    sheet.visibility,
    cells,
    sheet.tables,
    sheet.conditionalFormats.length,
    sheet.hyperlinks,
    sheet.charts.map(({ name }) => name),
  ]);
}

export function namesOf(workbook: Workbook): string[] {
  return workbook.sheets.map(({ name }) => name);
}

export function sheetOf(workbook: Workbook, name: string): Sheet {
  const sheet = workbook.sheet(name);
  if (sheet === null) throw new Error(`no sheet ${name}: ${namesOf(workbook).join(', ')}`);
  return sheet;
}

/** A table's rows as records by header, evaluated. */
export function tableRows(workbook: Workbook, name: string): Record<string, unknown>[] {
  const found = workbook.table(name);
  if (found === null) throw new Error(`no table ${name}`);
  const { sheet, table } = found;
  const { top, left, bottom } = table.area;
  return Array.from({ length: bottom - top }, (_, row) =>
    Object.fromEntries(table.columns.map((column, index) => [column.name, sheet.value(top + 1 + row, left + index)])),
  );
}

/** Types into a table's cell, as a person would. */
export function type(workbook: Workbook, name: string, row: number, header: string, entry: string | number): void {
  const found = workbook.table(name);
  const column = found?.table.columns.findIndex((candidate) => candidate.name === header) ?? -1;
  if (found === null || column < 0) throw new Error(`no column ${header} in ${name}`);
  workbook.transact('person', () => found.sheet.enter(found.table.area.top + 1 + row, found.table.area.left + column, entry));
}

export const silent = (): void => undefined;
export const patient = (): AbortSignal => new AbortController().signal;
