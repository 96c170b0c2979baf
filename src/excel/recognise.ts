/** Tables that Tieout wrote, known by what stands in the sheet: what the workbook's settings claim is not enough to write or delete. */

import { dictionary } from '../domain/dictionary';
import { tableOfPart } from '../report/parts';

/** Headers that hardly any other table has, by planned name. People rename some of them, seldom most. */
const MARKS = dictionary<readonly string[]>({
  tblTieOut: ['Cause', 'Adjustments', 'Measure', 'Check'],
  tblReconciliation: ['Line key', 'Month', 'Open exceptions', 'Explanation'],
  tblVariances: ['Line key', 'Certainty', 'Exception key', 'Other customer'],
  tblExceptions: ['Exception key', 'Suggested action', 'First seen', 'What changed'],
  tblMatches: ['Match key', 'Runner-up', 'Left source', 'Right source'],
  tblLeftOut: ['Record', 'Cause code', 'Cause', 'Source link'],
  tblDefinitions: ['Setting', 'Allowed', 'Why this value', 'Last run used'],
  tblSettingsLog: ['Setting', 'As of', 'Differences moved in that run'],
  tblDecisionLog: ['What', 'Key', 'Before', 'After'],
  tblAliases: ['Kind', 'From date', 'Decided by', 'Decided at'],
  tblNotesKept: ['Sheet', 'Row', 'Column', 'Note'],
});

/** @param planned the name that the registry gives the table, that of a further part too. */
export function isOurTable(planned: string, headers: readonly string[]): boolean {
  const marks = MARKS[tableOfPart(planned)] ?? [];
  return marks.filter((mark) => headers.includes(mark)).length > marks.length / 2;
}
