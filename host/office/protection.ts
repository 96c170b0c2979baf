/** What a protected sheet or workbook lets through; a refusal is Excel's AccessDenied. */

import type { Area, Sheet } from '../workbook/model';
import { refuse } from './errors';
import type { Session } from './session';
import { stylesIn } from './styles';

/** Options of a protected sheet with what they are where nothing is said. */
export const PROTECTION_DEFAULTS: Readonly<Record<string, boolean>> = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
};

/** Contents may change only where no locked cell is touched. */
export const guardContents = (session: Session, sheet: Sheet, area: Area): void => {
  if (sheet.protection.protected && stylesIn(session.workbook.styles, sheet, [area]).some((style) => style.locked))
    throw refuse('AccessDenied');
};

export const guardOption = (sheet: Sheet, option: string): void => {
  if (sheet.protection.protected && !sheet.protection.options[option]) throw refuse('AccessDenied');
};

/** For what a protected sheet never allows. */
export const guardSheet = (sheet: Sheet): void => {
  if (sheet.protection.protected) throw refuse('AccessDenied');
};
