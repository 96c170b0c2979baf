/** Frozen rows and columns. */

import { isWholeColumns, isWholeRows } from '../../workbook/area';
import type { Area, Sheet } from '../../workbook/model';
import { MAX_COLUMNS, MAX_ROWS } from '../../workbook/model';
import { Cells } from '../cells';
import { refuse } from '../errors';
import { defineKind, type Node, type Kind } from '../schema';
import { readRange } from './geometry';
import { rangeKind } from './range';

const freeze = (sheet: Sheet, rows: number, columns: number): void => {
  if (rows < 0 || columns < 0 || rows >= MAX_ROWS || columns >= MAX_COLUMNS) throw refuse('InvalidArgument');
  sheet.freeze = { rows, columns };
};

const frozenArea = ({ freeze: { rows, columns } }: Sheet): Area | null => {
  if (rows === 0 && columns === 0) return null;
  return { top: 0, left: 0, bottom: rows === 0 ? MAX_ROWS - 1 : rows - 1, right: columns === 0 ? MAX_COLUMNS - 1 : columns - 1 };
};

const location = (sheet: Sheet): Node | null => {
  const area = frozenArea(sheet);
  return area && rangeKind(new Cells(sheet, area));
};

export const freezePanesKind: Kind<Sheet> = defineKind<Sheet>('WorksheetFreezePanes', () => ({
  objects: { GetLocation: location },
  actions: {
    FreezeRows: (sheet, args) => freeze(sheet, args.optionalInteger(0) ?? 1, 0),
    FreezeColumns: (sheet, args) => freeze(sheet, 0, args.optionalInteger(0) ?? 1),
    FreezeAt: (sheet, args, session) => {
      const { area } = readRange(args.at(0), session, sheet);
      freeze(sheet, isWholeColumns(area) ? 0 : area.bottom + 1, isWholeRows(area) ? 0 : area.right + 1);
    },
    Unfreeze: (sheet) => freeze(sheet, 0, 0),
  },
}));
