/** All sheets of a result, staged beside what is there, with what people typed into the result before. */

import type { SourceGrid } from '../domain/grid';
import type { OnProgress } from '../domain/progress';
import { keptNotesSheet, NOTES_KEPT_SHEET } from '../report/keptNotesSheet';
import type { KeptNote } from '../report/keptNotesSheet';
import { emptyPart, partNumber } from '../report/parts';
import type { ReportPlan, SheetPlan } from '../report/plan';
import { buildSheet, send } from './build';
import { readExisting } from './existing';
import type { ExistingTable } from './existing';
import { findChanged } from './findChanged';
import { readKeptNotes } from './keptNotes';
import { headersOf, layOut, renamer } from './layout';
import type { SheetLayout } from './layout';
import { watch } from './lastMoment';
import type { Watch } from './lastMoment';
import { plannedCells, readPersonsCells } from './personsCells';
import { isTouchedAlike, typedOver } from './meanwhile';
import type { SheetRecipe } from './recipe';
import { keepJournal } from './repair';
import { createSender } from './sender';
import type { OnRows } from './sender';
import { isFixed, stageUpdate } from './stageUpdate';
import type { TouchedSheet } from './stageUpdate';
import { surveyWorkbook } from './survey';
import type { Survey } from './survey';
import { TroubleError } from './trouble';

/** What is staged, and what to tell of it. */
export interface Staged {
  readonly recipes: readonly SheetRecipe[];
  readonly plans: readonly SheetPlan[];
  /** Ids of sheets that are ours no more. */
  readonly retired: readonly string[];
  readonly messages: readonly string[];
  readonly watch: Watch;
}

/** Share of the progress that checking the sources takes. */
const CHECKING = 0.3;

/** @throws TroubleError where a source changed or a sheet is protected; AbortError where cancelled. */
export async function stageReport(
  context: Excel.RequestContext,
  plan: ReportPlan,
  sources: readonly SourceGrid[],
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Staged> {
  signal.throwIfAborted();
  const survey = await surveyWorkbook(context);
  const all = layOut([keptNotesSheet([]), ...plan.sheets, ...partsBefore(plan.sheets, survey)], survey);
  checkWritable(survey, all);
  const [notesLayout, ...layouts] = all;
  const check = counted(
    sumOf(sources, ({ values }) => values.length),
    0,
    CHECKING,
    onProgress,
    signal,
  );
  const changed = await findChanged(context, survey, sources, check);
  if (changed !== null) throw changedMeanwhile(changed);

  keepJournal(context, { phase: 'staging' });
  const worksheets = layouts.map((layout) => addStagingSheet(context, layout));
  await send(context);
  const rows = sumOf(plan.sheets, ({ tables }) => sumOf(tables, (table) => table.rows.length));
  const write = counted(rows, CHECKING, 1, onProgress, signal);
  const formulaOf = renamer(layouts);
  const notes = await readKeptNotes(context, survey.ours);
  const staged: StagedSheet[] = [];
  // The first sheet's formulas look at the tables of all others: it comes last.
  const touched = await touchedSheets(context, layouts, notes);
  for (const [index, layout] of [...layouts.entries()].reverse()) {
    const sheet = worksheets[index];
    const before = touched.get(layout) ?? null;
    if (sheet !== undefined) staged.unshift(await stageSheet(context, sheet, layout, before, formulaOf, write));
  }
  const returned = new Set(staged.flatMap((sheet) => sheet.returned));
  const lost = staged.flatMap((sheet) => sheet.lost);
  const kept = [...notes.filter((note) => !returned.has(note)), ...lost];
  const written = [...layouts];
  if (notesLayout !== undefined && (kept.length > 0 || notesLayout.own !== null)) {
    const layout = { ...notesLayout, plan: keptNotesSheet(kept) };
    const sheet = addStagingSheet(context, layout);
    await send(context);
    const before = (await touchedSheets(context, [layout], [])).get(layout) ?? null;
    staged.push(await stageSheet(context, sheet, layout, before, formulaOf, write));
    written.push(layout);
  }
  signal.throwIfAborted();
  const watched = await watch(
    context,
    layouts.flatMap((layout) => {
      const { own, name, plan } = layout;
      return own === null ? [] : [{ id: own.id, name, plan, tables: touched.get(layout)?.tables ?? [] }];
    }),
  );
  const again = await touchedSheets(context, layouts, notes);
  const worked = layouts.find((layout) => !isTouchedAlike(touched.get(layout), again.get(layout)));
  if (worked !== undefined) throw typedOver(worked.name);
  const messages = [
    ...nameMessages(survey, written),
    ...staged.flatMap((sheet) => sheet.messages),
    ...lostMessages(lost, notesLayout?.name ?? NOTES_KEPT_SHEET),
  ];
  return {
    recipes: staged.map(({ recipe }) => recipe),
    messages,
    plans: written.map((layout) => layout.plan),
    retired: survey.retired.map(({ id }) => id),
    watch: watched,
  };
}

/** Further parts of a sheet that an earlier run needed and this one does not: they are emptied, not left as they are. */
function partsBefore(sheets: readonly SheetPlan[], { ours }: Survey): SheetPlan[] {
  const planned = new Set(sheets.map(({ name }) => name));
  return ours
    .filter((own) => !planned.has(own.planned))
    .flatMap((own) =>
      sheets.flatMap((sheet) => {
        const part = partNumber(own.planned, sheet.name);
        return part === null ? [] : [emptyPart(sheet, part)];
      }),
    );
}

function addStagingSheet(context: Excel.RequestContext, { stagingName }: SheetLayout): Excel.Worksheet {
  const sheet = context.workbook.worksheets.add(stagingName);
  sheet.visibility = 'Hidden';
  sheet.load('id');
  return sheet;
}

/** What people made of the sheets that are there; those to be made have no entry. */
async function touchedSheets(
  context: Excel.RequestContext,
  layouts: readonly SheetLayout[],
  notes: readonly KeptNote[],
): Promise<ReadonlyMap<SheetLayout, TouchedSheet>> {
  const tables = await readExisting(context, layouts);
  const own = layouts.flatMap((layout) =>
    layout.own === null ? [] : [{ own: layout.own, layout, plan: layout.plan, movesWithTable: !isFixed(layout.plan) }],
  );
  const cells = await readPersonsCells(context, own);
  return new Map(
    own.map((one) => [
      one.layout,
      {
        sheet: context.workbook.worksheets.getItem(one.own.id),
        tables: tables.get(one.layout) ?? [],
        cells: cells.get(one) ?? [],
        notes: notes.filter(({ sheet }) => sheet === one.plan.name),
      },
    ]),
  );
}

interface StagedSheet {
  readonly recipe: SheetRecipe;
  readonly messages: readonly string[];
  readonly lost: readonly KeptNote[];
  readonly returned: readonly KeptNote[];
}

async function stageSheet(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  layout: SheetLayout,
  touched: TouchedSheet | null,
  formulaOf: (formula: string) => string,
  onRows: OnRows,
): Promise<StagedSheet> {
  const { plan, name, tables } = layout;
  if (touched === null) {
    await buildSheet(createSender(context, onRows), sheet, layout, formulaOf);
    const typed = plan.typed.map((cell) => ({ ...cell }));
    const cells = plannedCells(plan);
    return {
      recipe: {
        kind: 'fresh',
        planned: plan.name,
        staged: sheet.id,
        name,
        tables: { ...tables },
        headers: headersOf(plan),
        typed,
        cells,
      },
      messages: [],
      lost: [],
      returned: [],
    };
  }
  const { recipe, lost, returned } = await stageUpdate(
    createSender(context, onRows),
    sheet,
    sheet.id,
    layout,
    touched,
    formulaOf,
  );
  return { recipe, lost, returned, messages: touched.tables.flatMap((table) => headerMessages(name, table)) };
}

function headerMessages(sheet: string, { plan, renamed, missing }: ExistingTable): string[] {
  const isOfOtherSetting = ({ from }: { readonly from: string }): boolean =>
    plan.columns.some(({ otherHeader }) => otherHeader === from);
  return [
    ...renamed
      .filter((one) => !isOfOtherSetting(one))
      .map(({ from, to }) => `The column “${from}” of ${sheet} was found in the place of “${to}” and has that name again.`),
    ...missing.map((header) => `The column “${header}” of ${sheet} was gone; it stands at the right end now.`),
  ];
}

/** Sheets that could not have the name they should have, and why. */
function nameMessages({ retired }: Survey, layouts: readonly SheetLayout[]): string[] {
  return layouts.flatMap(({ plan, name, own }) => {
    const before = retired.find(({ planned }) => planned === plan.name);
    if (own !== null || name === plan.name) return [];
    return before === undefined
      ? [`There is another sheet called “${plan.name}”; Tieout’s is called “${name}”.`]
      : [
          `The table of “${before.name}” is no table any more, so the sheet was left as it is and not read; the result is on “${name}”.`,
        ];
  });
}

function lostMessages({ length }: readonly KeptNote[], sheet: string): string[] {
  if (length === 0) return [];
  const what = length === 1 ? '1 note whose place is gone now stands' : `${length} notes whose places are gone now stand`;
  return [`${what} on the sheet “${sheet}”.`];
}

/** Progress of rows within a part of the step; a cancel stops the next row. */
function counted(total: number, from: number, to: number, onProgress: OnProgress, signal: AbortSignal): OnRows {
  let done = 0;
  return (rows) => {
    signal.throwIfAborted();
    done += rows;
    onProgress('write', from + (to - from) * Math.min(1, total === 0 ? 1 : done / total));
  };
}

function sumOf<T>(items: readonly T[], sizeOf: (item: T) => number): number {
  return items.reduce((sum, item) => sum + sizeOf(item), 0);
}

function checkWritable(survey: Survey, layouts: readonly SheetLayout[]): void {
  if (survey.isWorkbookProtected)
    throw new TroubleError({
      what: 'The workbook’s structure is protected, so Tieout cannot add its sheets.',
      next: 'Unprotect the workbook under Review, then run again.',
      where: null,
    });
  const closed = layouts.find(({ own }) => survey.sheets.some(({ id, isProtected }) => id === own?.id && isProtected));
  if (closed !== undefined)
    throw new TroubleError({
      what: `The sheet “${closed.name}” is protected, so Tieout cannot write its new result there.`,
      next: 'Unprotect the sheet under Review, then run again.',
      where: { sheet: closed.name, address: 'A1' },
    });
}

function changedMeanwhile({ sheet }: SourceGrid): TroubleError {
  return new TroubleError({
    what: `The sheet “${sheet}” was changed while Tieout was reconciling, so the result would not fit it.`,
    next: 'Run again to reconcile the sheet as it is now.',
    where: { sheet, address: 'A1' },
  });
}
