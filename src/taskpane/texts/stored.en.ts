/** What Tieout keeps, and how all of it goes. */

import { count } from './count.en';

export const stored = {
  open: 'What Tieout keeps',
  title: 'What Tieout keeps',
  looking: 'Looking …',
  inWorkbook: 'In this workbook',
  inBrowser: 'In this browser, for the next workbook',
  nothing: 'nothing',
  sheets: (names: readonly string[]) =>
    `${count(names.length, 'sheet', 'sheets')}, with what was typed there: ${names.join(', ')}`,
  sample: (names: readonly string[]) => `sample data: ${names.join(', ')} (what somebody changed stays)`,
  notes: (n: number) =>
    `${count(n, 'note', 'notes')} in its settings: which sheets are Tieout’s, how the sources are read, the figures of the last run`,
  layouts: (n: number) => `how ${count(n, 'layout is', 'layouts are')} read: column headers, never rows`,
  definitions: (n: number) => `${count(n, 'definition', 'definitions')} you chose`,
  initials: (initials: string) => `your initials: ${initials}`,
  welcomed: 'that you read what Tieout does',
  nowhere: 'Nothing is kept anywhere else. Nothing was sent.',
  warning: 'Removing it cannot be undone. Your own sheets stay as they are.',
  remove: 'Remove everything',
  keep: 'Keep it',
};
