/** What the ribbon's buttons say. */

export const commands = {
  noResult: 'This workbook holds no result yet.',
  openFirst: 'Open Tieout on the Home tab and reconcile first.',
  noneOpen: 'No exception that is in sight waits to be settled.',
  noneAfter: 'This is the last exception in sight that waits to be settled.',
  noneBefore: 'This is the first exception in sight that waits to be settled.',
  questions: 'The sheets cannot be reconciled without an answer from you.',
  openPane: 'Open Tieout on the Home tab: the questions stand there.',
};
