/** A workbook's sheets as they are at a moment, to be brought back. Cells are shared with the live sheet until either changes. */
import type { KeptCells } from './cellStore';
import type { Core } from './core';
import { engineSheet } from './engineSheet';
import type { KeptLines } from './lineRuns';
import type { Area, Hyperlink, Workbook } from './model';
import type { WorkbookSheet } from './sheet';

/** Objects that others hold too: each is brought back into itself. */
type Kept<T extends object> = readonly { readonly object: T; readonly state: T }[];

interface KeptSheet {
  readonly sheet: WorkbookSheet;
  readonly revision: number;
  readonly name: string;
  readonly cells: KeptCells;
  readonly rows: KeptLines;
  readonly columns: KeptLines;
  readonly looks: WorkbookSheet['looks'];
  readonly pageLayout: WorkbookSheet['pageLayout'];
  readonly merges: readonly Area[];
  readonly hyperlinks: readonly Hyperlink[];
  readonly tables: Kept<WorkbookSheet['tables'][number]>;
  readonly conditionalFormats: Kept<WorkbookSheet['conditionalFormats'][number]>;
  readonly validations: Kept<WorkbookSheet['validations'][number]>;
  readonly charts: Kept<WorkbookSheet['charts'][number]>;
  readonly comments: Kept<WorkbookSheet['comments'][number]>;
}

export interface Snapshot {
  readonly sheets: readonly KeptSheet[];
  readonly names: Kept<Workbook['names'][number]>;
}

const keepAll = <T extends object>(objects: readonly T[], copy: (object: T) => T): Kept<T> =>
  objects.map((object) => ({ object, state: copy(object) }));

function restoreAll<T extends object>(list: T[], kept: Kept<T>, copy: (object: T) => T): void {
  list.splice(0, list.length, ...kept.map(({ object, state }) => Object.assign(object, copy(state))));
}

const copyOf = <T extends object>(object: T): T => structuredClone(object);

const coreOf = (workbook: Workbook): Core => engineSheet(workbook.activeSheet).core;

/** @param before an earlier one: sheets that did not change since are taken from it */
export function takeSnapshot(workbook: Workbook, before?: Snapshot): Snapshot {
  const known = new Map(before?.sheets.map((kept) => [kept.sheet, kept]));
  const sheets = coreOf(workbook).sheets.map((sheet) => {
    const kept = known.get(sheet);
    return kept?.revision === sheet.revision ? kept : keepSheet(sheet);
  });
  return { sheets, names: keepAll(workbook.names, copyOf) };
}

function keepSheet(sheet: WorkbookSheet): KeptSheet {
  return {
    sheet,
    revision: sheet.revision,
    name: sheet.name,
    cells: sheet.store.keep(),
    rows: sheet.rows.keep(),
    columns: sheet.columns.keep(),
    looks: sheet.looks,
    pageLayout: structuredClone(sheet.pageLayout),
    merges: [...sheet.merges],
    hyperlinks: [...sheet.hyperlinks],
    tables: keepAll(sheet.tables, copyOf),
    conditionalFormats: keepAll(sheet.conditionalFormats, copyOf),
    validations: keepAll(sheet.validations, copyOf),
    charts: keepAll(sheet.charts, copyOf),
    comments: keepAll(sheet.comments, copyOf),
  };
}

/** Whether a workbook's sheets are as they were: the same ones, none of them changed. */
export function isUnchanged(workbook: Workbook, snapshot: Snapshot): boolean {
  const { sheets } = coreOf(workbook);
  return (
    sheets.length === snapshot.sheets.length &&
    snapshot.sheets.every(({ sheet, revision }, i) => sheets[i] === sheet && sheet.revision === revision)
  );
}

/** Brings a workbook's sheets back, as part of a transaction. What changed by that is for the caller to tell. */
export function restoreSnapshot(workbook: Workbook, { sheets, names }: Snapshot): void {
  const core = coreOf(workbook);
  const bindAll = (): void => {
    for (const { name, tables } of core.sheets) {
      core.bind(`sheet:${name}`);
      for (const table of tables) core.bind(`table:${table.name}`);
    }
  };
  bindAll();
  const first = sheets.find(({ looks }) => looks.visibility === 'Visible');
  const isKept = sheets.some(({ sheet }) => sheet === workbook.activeSheet);
  core.sheets.splice(0, core.sheets.length, ...sheets.map(({ sheet }) => sheet));
  for (const kept of sheets) if (kept.sheet.revision !== kept.revision) restoreSheet(kept);
  if (!isKept && first !== undefined) workbook.activate(first.sheet);
  restoreAll(workbook.names, names, copyOf);
  core.bind('names');
  bindAll();
}

function restoreSheet(kept: KeptSheet): void {
  const { sheet } = kept;
  const now = sheet.core.nextChange();
  sheet.name = kept.name;
  sheet.store.restore(kept.cells, now);
  sheet.rows.restore(kept.rows);
  sheet.columns.restore(kept.columns);
  sheet.rowsHiddenAt = now;
  sheet.looks = kept.looks;
  Object.assign(sheet.pageLayout, structuredClone(kept.pageLayout));
  sheet.merges.splice(0, sheet.merges.length, ...kept.merges);
  sheet.hyperlinks.splice(0, sheet.hyperlinks.length, ...kept.hyperlinks);
  restoreAll(sheet.tables, kept.tables, copyOf);
  restoreAll(sheet.conditionalFormats, kept.conditionalFormats, copyOf);
  restoreAll(sheet.validations, kept.validations, copyOf);
  restoreAll(sheet.charts, kept.charts, copyOf);
  restoreAll(sheet.comments, kept.comments, copyOf);
  sheet.revision++;
}
