/** Mends a write that broke off: what was only staged is taken away, what was half in place is put in place. */

import { send } from './build';
import { rememberTables } from './ownColumns';
import { place } from './place';
import { journalSchema } from './recipe';
import type { FreshRecipe, Journal, SheetRecipe } from './recipe';
import { JOURNAL } from './registry';
import { withExcel } from './session';
import { isStaged } from './staging';
import { holdsOurs, surveyWorkbook } from './survey';
import type { Survey, SurveyedSheet } from './survey';
import { restoreViews } from './views';

export type Mended =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'removed' }
  | { readonly kind: 'placed'; readonly recipes: readonly SheetRecipe[] }
  /** Staged sheets that the last batch needed are gone. */
  | { readonly kind: 'broken' };

/** Beginnings after which a last batch that Excel always refuses is given up, so that nobody is locked out of his workbook. */
const MOST_ATTEMPTS = 3;

export async function mend(): Promise<Mended> {
  return withExcel(async (context) => {
    const survey = await surveyWorkbook(context);
    const journal = survey.journal === null ? null : journalSchema.safeParse(survey.journal);
    if (journal?.success === true && journal.data.phase === 'placing') {
      const { sheets, attempts } = journal.data;
      if (areAllThere(sheets, survey) && attempts < MOST_ATTEMPTS) {
        keepJournal(context, { ...journal.data, attempts: attempts + 1 });
        await send(context);
        await place(context, journal.data);
        return { kind: 'placed', recipes: sheets };
      }
      await removeStaged(context, survey);
      return { kind: 'broken' };
    }
    const hasStaged = leftOvers(survey).length > 0;
    if (survey.journal === null && !hasStaged) return { kind: 'nothing' };
    await removeStaged(context, survey);
    return hasStaged ? { kind: 'removed' } : { kind: 'nothing' };
  });
}

export function keepJournal(context: Excel.RequestContext, journal: Journal): void {
  context.workbook.settings.add(JOURNAL, journal);
}

/** A sentence when there was something to mend. */
export async function repair(): Promise<string | null> {
  const mended = await mend();
  if (mended.kind === 'placed')
    await withExcel(async (context) => {
      await rememberTables(context, mended.recipes);
      await restoreViews(context, mended.recipes);
    });
  switch (mended.kind) {
    case 'nothing':
      return null;
    case 'removed':
      return 'The last run broke off before its result was in place. What it had begun was taken away; the result before it stands.';
    case 'placed':
      return 'The last run broke off while its result was put in place. That has been completed.';
    case 'broken':
      return 'The last run broke off while its result was put in place and cannot be completed. Run again.';
  }
}

/** Whether the staged sheets and those that they go into are there, and are what the journal says. */
function areAllThere(recipes: readonly SheetRecipe[], { sheets }: Survey): boolean {
  const byId = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  return recipes.every((recipe) => {
    const staged = byId.get(recipe.staged);
    if (staged === undefined) return false;
    if (recipe.kind === 'fresh') return isBegun(staged, recipe);
    const target = byId.get(recipe.sheet);
    const tables = recipe.tables.map(({ planned, actual }) => [planned, actual] as const);
    return isStaged(staged) && target !== undefined && holdsOurs(target, tables);
  });
}

/** A new sheet of ours, still staged or shown already. */
const isBegun = (sheet: SurveyedSheet, { tables }: FreshRecipe): boolean =>
  isStaged(sheet) || holdsOurs(sheet, Object.entries(tables));

/** Sheets that a write made and that are not registered as ours: staged ones, and those shown by a batch that broke off. */
export function leftOvers({ sheets, ours, journal }: Survey): Survey['sheets'] {
  const own = new Set(ours.map(({ id }) => id));
  const parsed = journalSchema.safeParse(journal);
  const recipes = parsed.success && parsed.data.phase === 'placing' ? parsed.data.sheets : [];
  const begun = (sheet: SurveyedSheet): boolean =>
    recipes.some((recipe) => recipe.kind === 'fresh' && recipe.staged === sheet.id && isBegun(sheet, recipe));
  return sheets.filter((sheet) => !own.has(sheet.id) && (isStaged(sheet) || begun(sheet)));
}

async function removeStaged(context: Excel.RequestContext, survey: Survey): Promise<void> {
  for (const { id } of leftOvers(survey)) context.workbook.worksheets.getItem(id).delete();
  if (survey.journal !== null) context.workbook.settings.getItem(JOURNAL).delete();
  await send(context);
}
