/** Protection of a sheet and of the workbook's structure. */

import type { Sheet, Workbook } from '../../workbook/model';
import { isRecord } from '../args';
import { refuse } from '../errors';
import { PROTECTION_DEFAULTS } from '../protection';
import { defineKind, reads, type Kind } from '../schema';
import type { Session } from '../session';

const SELECTION_MODES = ['Normal', 'Unlocked', 'None'];

const readOptions = (value: unknown): Record<string, boolean> => {
  if (value === null || value === undefined) return { ...PROTECTION_DEFAULTS };
  if (!isRecord(value)) throw refuse('InvalidArgument');
  const options: Record<string, boolean> = { ...PROTECTION_DEFAULTS };
  for (const [name, given] of Object.entries(value)) {
    if (given === null || given === undefined) continue;
    if (name === 'selectionMode' && SELECTION_MODES.some((mode) => mode === given)) continue;
    if (!(name in PROTECTION_DEFAULTS) || typeof given !== 'boolean') throw refuse('InvalidArgument');
    options[name] = given;
  }
  return options;
};

const touched = (sheet: Sheet): void => sheet.touch({ kind: 'protection', sheet: sheet.id, trigger: 'addin' });

export const sheetProtectionKind: Kind<Sheet> = defineKind<Sheet>('WorksheetProtection', () => ({
  scalars: {
    Protected: reads((sheet) => sheet.protection.protected),
    Options: reads((sheet) =>
      sheet.protection.protected ? { ...PROTECTION_DEFAULTS, ...sheet.protection.options, selectionMode: 'Normal' } : null,
    ),
  },
  actions: {
    Protect: (sheet, args) => {
      if (sheet.protection.protected) throw refuse('InvalidOperation');
      sheet.protection.options = readOptions(args.at(0));
      sheet.protection.password = args.optionalText(1);
      sheet.protection.protected = true;
      touched(sheet);
    },
    Unprotect: (sheet, args) => {
      if (!sheet.protection.protected) return;
      const { password } = sheet.protection;
      if (password !== null && password !== '' && args.optionalText(0) !== password) throw refuse('BadPassword');
      sheet.protection.protected = false;
      sheet.protection.password = null;
      touched(sheet);
    },
  },
}));

const STRUCTURE = 'structure';

interface Structure {
  readonly password: string | null;
}

const structureOf = (workbook: Workbook, session: Session): Structure | undefined =>
  session.besideOf(workbook).get(STRUCTURE) as Structure | undefined;

/** Sheets cannot come, go, move or be renamed in a workbook whose structure is protected. */
export const guardStructure = (session: Session): void => {
  if (structureOf(session.workbook, session)) throw refuse('AccessDenied');
};

export const workbookProtectionKind: Kind<Workbook> = defineKind<Workbook>('WorkbookProtection', () => ({
  scalars: { Protected: reads((workbook, session) => structureOf(workbook, session) !== undefined) },
  actions: {
    Protect: (workbook, args, session) => {
      if (structureOf(workbook, session)) throw refuse('InvalidOperation');
      session.besideOf(workbook).set(STRUCTURE, { password: args.optionalText(0) } satisfies Structure);
    },
    Unprotect: (workbook, args, session) => {
      const structure = structureOf(workbook, session);
      if (!structure) return;
      if (structure.password !== null && args.optionalText(0) !== structure.password) throw refuse('BadPassword');
      session.besideOf(workbook).delete(STRUCTURE);
    },
  },
}));
