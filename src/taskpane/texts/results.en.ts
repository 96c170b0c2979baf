/** The last step: figures and the way to them. */

import { count } from './count.en';

export const results = {
  heading: 'Results',
  of: (period: string, asOf: string) => `${period}, as of ${asOf}`,
  totals: 'Totals',
  notProvided: 'not provided',
  gaps: 'Differences',
  difference: 'Difference',
  expected: 'Expected',
  toSettle: 'To settle',
  unexplained: 'of which unexplained',
  byClass: (title: string) => `${title} by class`,
  classItems: (n: number, shown: string) => count(n, 'item', 'items', shown),
  ties: 'Every amount is attributed and every row is accounted for.',
  doesNotTie: 'A check does not hold.',
  identityBroken: 'The parts of a difference do not add up; what failed is told below. Do not use these figures.',
  untied: (sources: readonly string[]) =>
    `Rows or amounts of ${sources.join(', ')} are not all accounted for. See the tie-out before using these figures.`,
  openTieOut: 'Open the Summary sheet',
  exceptions: 'To settle, by priority',
  noExceptions: 'Nothing is open.',
  leftOut: (n: number, shown: string) => `${count(n, 'row', 'rows', shown)} in no measure`,
  messages: 'Read this first',
  changes: 'What changed since the last run',
  sheets: 'Open in the workbook',
  runAgain: 'Run again',
  review: 'Review',
  remove: 'Remove results',
  done: (lines: string, open: string) => `Done. ${lines} lines, ${open} exceptions to settle.`,
};
