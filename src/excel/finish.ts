/** What the result stands whole without: a refusal here is told, and is no failure of the run. */

import type { SheetPlan } from '../report/plan';
import { dressWindow, send, setUpPrint } from './build';
import { setLinks } from './links';
import { rememberTables } from './ownColumns';
import type { Watch } from './lastMoment';
import type { SheetRecipe } from './recipe';
import { withExcel } from './session';
import { restoreViews } from './views';

interface Step {
  /** Begins the sentence when Excel refuses. */
  readonly refused: string;
  readonly work: (context: Excel.RequestContext) => Promise<unknown>;
}

/** Each step on its own, so that one refusal does not take the others along. @returns what to tell. */
export async function finish(recipes: readonly SheetRecipe[], plans: readonly SheetPlan[], watch: Watch): Promise<string[]> {
  const fresh = recipes.flatMap(({ kind, planned, staged }) => {
    const sheet = plans.find(({ name }) => name === planned);
    return kind === 'fresh' && sheet !== undefined ? [{ id: staged, sheet }] : [];
  });
  const tables = plans.flatMap((sheet) => sheet.tables);
  const messages: string[] = [];
  const steps: readonly Step[] = [
    {
      refused: 'What was typed while the result was put in place could not be typed again',
      work: async (context) => messages.push(...(await watch.typeAgain(context))),
    },
    { refused: 'Filters and sort order could not be set again', work: (context) => restoreViews(context, recipes) },
    { refused: 'The tables could not be noted', work: (context) => rememberTables(context, recipes) },
    { refused: 'Headers could not be frozen', work: (context) => onEach(context, fresh, dressWindow) },
    { refused: 'Pages could not be set up for print', work: (context) => onEach(context, fresh, setUpPrint) },
    { refused: 'Source rows could not be linked', work: (context) => setLinks(context, recipes, tables) },
    {
      refused: 'The sheets could not be calculated',
      work: async (context) => {
        if (await calculateByHand(context, recipes)) messages.push(BY_HAND);
      },
    },
    { refused: 'Summary could not be shown', work: (context) => showFirst(context, recipes) },
  ];
  for (const { refused, work } of steps) {
    try {
      await withExcel(work);
    } catch (error) {
      messages.push(`${refused} (${error instanceof Error ? error.message : String(error)}). The figures stand.`);
    }
  }
  return messages;
}

async function onEach(
  context: Excel.RequestContext,
  sheets: readonly { readonly id: string; readonly sheet: SheetPlan }[],
  set: (worksheet: Excel.Worksheet, sheet: SheetPlan) => void,
): Promise<void> {
  for (const { id, sheet } of sheets) set(context.workbook.worksheets.getItem(id), sheet);
  await send(context);
}

const idOf = (recipe: SheetRecipe): string => (recipe.kind === 'fresh' ? recipe.staged : recipe.sheet);

const BY_HAND =
  'This workbook calculates only when told to: formulas in the source sheets were read as they stood. Press F9 and run again if they are out of date.';

/** Where nothing calculates by itself our own sheets are calculated, Summary last. @returns whether that was so. */
async function calculateByHand(context: Excel.RequestContext, recipes: readonly SheetRecipe[]): Promise<boolean> {
  const { application, worksheets } = context.workbook;
  application.load('calculationMode');
  await context.sync();
  if (application.calculationMode !== 'Manual') return false;
  for (const recipe of [...recipes].reverse()) worksheets.getItem(idOf(recipe)).calculate(true);
  await context.sync();
  return true;
}

/** Shows the first sheet, unless a person hid it. */
async function showFirst(context: Excel.RequestContext, recipes: readonly SheetRecipe[]): Promise<void> {
  const [first] = recipes;
  if (first === undefined) return;
  const sheet = context.workbook.worksheets.getItem(idOf(first));
  sheet.load('visibility');
  await context.sync();
  if (sheet.visibility !== 'Visible') return;
  sheet.activate();
  await context.sync();
}
