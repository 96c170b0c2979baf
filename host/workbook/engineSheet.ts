/** From the model's sheet to the engine's. */
import type { Sheet } from './model';
import { WorkbookSheet } from './sheet';

/** @throws TypeError on a sheet that this engine did not make */
export function engineSheet(sheet: Sheet): WorkbookSheet {
  if (sheet instanceof WorkbookSheet) return sheet;
  throw new TypeError('The sheet belongs to another engine.');
}
