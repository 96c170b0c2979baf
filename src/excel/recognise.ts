/** Tables that Tieout wrote, known by what stands in the sheet: what the workbook's settings claim is not enough to write or delete. */

import { dictionary } from '../domain/dictionary';
import { tableOfPart } from '../report/parts';

/** Headers that few other tables have, by planned name. People rename some of them, or take out what they do not need. */
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

/** What the rows of a result are known by: no other table has these. */
const KEYS = new Set(['Line key', 'Exception key', 'Match key']);

/** Their headers are words that tables of others have too: all but one must be there. */
const COMMON = new Set(['tblDecisionLog', 'tblNotesKept']);

/** @param planned the name that the registry gives the table, that of a further part too. */
export function isOurTable(planned: string, headers: readonly string[]): boolean {
  const table = tableOfPart(planned);
  const marks = MARKS[table] ?? [];
  const found = marks.filter((mark) => headers.includes(mark));
  return found.length >= (COMMON.has(table) ? marks.length - 1 : 2) || found.some((mark) => KEYS.has(mark));
}
