/** What tells the open workbook from others that the same user has open, for the add-in's own pages. */

import { withExcel } from './session';
import { surveyWorkbook } from './survey';

/** Its name and the ids of our sheets: a copy under another name is another workbook. */
export function bookKey(): Promise<string> {
  return withExcel(async (context) => {
    context.workbook.load('name');
    const { ours } = await surveyWorkbook(context);
    return [context.workbook.name, ...ours.map(({ id }) => id).sort()].join('|');
  });
}

export function bookName(): Promise<string> {
  return withExcel(async (context) => {
    context.workbook.load('name');
    await context.sync();
    return context.workbook.name;
  });
}
