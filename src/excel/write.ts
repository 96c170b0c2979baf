/** The result's way into the workbook: staged beside what is there, then put in place by one short batch with a journal. */

import type { SourceGrid } from '../domain/grid';
import type { OnProgress } from '../domain/progress';
import type { ReportPlan } from '../report/plan';
import { buildSheet, send } from './build';
import { readExisting } from './existing';
import { layOut, renamer } from './layout';
import type { SheetLayout } from './layout';
import { finish } from './finish';
import { place } from './place';
import { findChanged } from './findChanged';
import type { SheetRecipe } from './recipe';
import { keepJournal, mend } from './repair';
import { withExcel } from './session';
import { createSender } from './sender';
import type { OnRows } from './sender';
import { stageUpdate } from './stageUpdate';
import { surveyWorkbook } from './survey';
import type { Survey } from './survey';
import { TroubleError } from './trouble';

export interface WriteOutcome {
  /** Sheet names as used, by the planned name. */
  readonly names: Readonly<Record<string, string>>;
  readonly messages: readonly string[];
}

/** What is staged, and what to tell of it. */
interface Staged {
  readonly recipes: readonly SheetRecipe[];
  readonly messages: readonly string[];
}

/**
 * Until the last batch the last good result stays in place, and what was staged is taken away on any failure or cancel.
 * A break within the last batch is mended at once where Excel still answers, else by `repair` at the next start.
 * @throws TroubleError, or AbortError where cancelled.
 */
export async function writeReport(
  plan: ReportPlan,
  sources: readonly SourceGrid[],
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<WriteOutcome> {
  await mend();
  const staged = await stageOrTakeAway(plan, sources, onProgress, signal);
  try {
    await withExcel(async (context) => {
      keepJournal(context, { phase: 'placing', attempts: 0, sheets: [...staged.recipes], run: plan.run });
      await send(context);
      await place(context, staged.recipes, plan.run);
    });
  } catch (error) {
    await completeOrThrow(error);
  }
  const messages = [...staged.messages, ...(await finish(staged.recipes, plan))];
  onProgress('write', 1);
  return { names: Object.fromEntries(staged.recipes.map(({ planned, name }) => [planned, name])), messages };
}

async function stageOrTakeAway(
  plan: ReportPlan,
  sources: readonly SourceGrid[],
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Staged> {
  try {
    return await withExcel((context) => stage(context, plan, sources, onProgress, signal));
  } catch (error) {
    throw await afterMending(error);
  }
}

/** Takes away what was staged; where Excel refuses that too, the next start does it. Either way the fault is told. */
async function afterMending(error: unknown): Promise<unknown> {
  try {
    await mend();
    return error;
  } catch (second) {
    if (!(error instanceof TroubleError)) return error;
    const next = `${error.trouble.next} What was begun is on hidden sheets and is taken away when Tieout starts again.`;
    return new TroubleError({ ...error.trouble, next }, { cause: second });
  }
}

/** Does the last batch again from its journal. @throws the fault where that is not possible now. */
async function completeOrThrow(error: unknown): Promise<void> {
  let isPlaced = false;
  try {
    isPlaced = (await mend()).kind === 'placed';
  } catch (second) {
    throw halfInPlace(second);
  }
  if (!isPlaced) throw error;
}

function halfInPlace(cause: unknown): TroubleError {
  return new TroubleError(
    {
      what: 'Excel stopped answering while the result was put in place.',
      next: 'Close the pane and open it again: the result is then completed.',
      where: null,
    },
    { cause },
  );
}

/** Share of the progress that checking the sources takes. */
const CHECKING = 0.3;

async function stage(
  context: Excel.RequestContext,
  plan: ReportPlan,
  sources: readonly SourceGrid[],
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Staged> {
  signal.throwIfAborted();
  const survey = await surveyWorkbook(context);
  const layouts = layOut(plan, survey);
  checkWritable(survey, layouts);
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
  const recipes: SheetRecipe[] = [];
  const messages: string[] = [];
  // The first sheet's formulas look at the tables of all others: it comes last.
  for (const [index, layout] of [...layouts.entries()].reverse()) {
    const sheet = worksheets[index];
    if (sheet === undefined) continue;
    const staged = await stageSheet(context, sheet, layout, formulaOf, write);
    recipes.unshift(staged.recipe);
    messages.unshift(...staged.messages);
  }
  signal.throwIfAborted();
  return { recipes, messages };
}

function addStagingSheet(context: Excel.RequestContext, { stagingName }: SheetLayout): Excel.Worksheet {
  const sheet = context.workbook.worksheets.add(stagingName);
  sheet.visibility = 'Hidden';
  sheet.load('id');
  return sheet;
}

async function stageSheet(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  layout: SheetLayout,
  formulaOf: (formula: string) => string,
  onRows: OnRows,
): Promise<{ readonly recipe: SheetRecipe; readonly messages: readonly string[] }> {
  const { plan, name, tables } = layout;
  if (layout.own === null) {
    await buildSheet(createSender(context, onRows), sheet, layout, formulaOf);
    const typed = plan.typed.map((cell) => ({ ...cell }));
    const recipe: SheetRecipe = { kind: 'fresh', planned: plan.name, staged: sheet.id, name, tables: { ...tables }, typed };
    return {
      recipe,
      messages: name === plan.name ? [] : [`There is another sheet called “${plan.name}”; Tieout’s is called “${name}”.`],
    };
  }
  const existing = await readExisting(context, layout);
  const { recipe, lost } = await stageUpdate(createSender(context, onRows), sheet, sheet.id, layout, existing, formulaOf);
  return {
    recipe,
    messages: lost.map(
      ({ header, key, value }) => `“${value}” in your column “${header}” of ${name} stood beside a row that is gone: ${key}.`,
    ),
  };
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
