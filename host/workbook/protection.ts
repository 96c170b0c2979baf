/** What a protected sheet lets a person or the add-in do. Reading a file is never stopped. */
import { Refusal, type Area, type Protection, type Trigger } from './model';

/** The permissions of office.js's `WorksheetProtectionOptions`. */
export type Permission =
  | 'allowAutoFilter'
  | 'allowDeleteColumns'
  | 'allowDeleteRows'
  | 'allowEditObjects'
  | 'allowEditScenarios'
  | 'allowFormatCells'
  | 'allowFormatColumns'
  | 'allowFormatRows'
  | 'allowInsertColumns'
  | 'allowInsertHyperlinks'
  | 'allowInsertRows'
  | 'allowPivotTables'
  | 'allowSort';

const refused = (): Refusal => new Refusal('AccessDenied', 'You cannot perform the requested operation: it is protected.');

/** @throws Refusal AccessDenied where a protected sheet does not grant it */
export function checkPermission(protection: Protection, trigger: Trigger, permission: Permission | null): void {
  if (!protection.protected || trigger === 'load') return;
  if (permission === null || protection.options[permission] !== true) throw refused();
}

/**
 * @param isLocked whether a cell's style locks it
 * @throws Refusal AccessDenied where the sheet is protected and a cell of the area is locked
 */
export function checkUnlocked(
  protection: Protection,
  trigger: Trigger,
  area: Area,
  isLocked: (row: number, column: number) => boolean,
): void {
  if (!protection.protected || trigger === 'load') return;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) if (isLocked(row, column)) throw refused();
  }
}
