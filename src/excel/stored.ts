/** All that Tieout keeps in the workbook: told before it goes, and taken away as a whole. */

import { send } from './build';
import { leftOvers } from './repair';
import { removeSample, sampleNames } from './sampleSheets';
import { withExcel } from './session';
import { surveyWorkbook } from './survey';
import type { Survey } from './survey';

/** Begins every key of ours. */
const OWN_KEY = 'tieout.';

export interface Stored {
  readonly sheets: readonly string[];
  readonly sample: readonly string[];
  readonly notes: number;
}

const sheetsOf = (survey: Survey): readonly { readonly id: string; readonly name: string }[] => [
  ...survey.ours,
  ...leftOvers(survey),
];

async function ownNotes(context: Excel.RequestContext): Promise<readonly Excel.Setting[]> {
  const { settings } = context.workbook;
  settings.load('items/key');
  await context.sync();
  return settings.items.filter(({ key }) => key.startsWith(OWN_KEY));
}

export function stored(): Promise<Stored> {
  return withExcel(async (context) => {
    const survey = await surveyWorkbook(context);
    return {
      sheets: sheetsOf(survey).map(({ name }) => name),
      sample: await sampleNames(context),
      notes: (await ownNotes(context)).length,
    };
  });
}

/** Sample sheets that a person changed stay, as his own. @returns how many sheets went. */
export async function forget(): Promise<number> {
  const { removed } = await removeSample(false);
  return withExcel(async (context) => {
    const survey = await surveyWorkbook(context);
    const going = sheetsOf(survey);
    const notes = await ownNotes(context);
    for (const { id } of going) context.workbook.worksheets.getItem(id).delete();
    for (const note of notes) note.delete();
    await send(context);
    return removed + going.length;
  });
}
