/** RangeAreas: several areas of one sheet, as a selection or a search gives them. */

import { cellsOf, checkedArea } from '../area';
import { printA1, quoteSheetName } from '../../workbook/address';
import { cellArea, intersect, isWholeColumns, isWholeRows } from '../../workbook/area';
import type { Area, Scalar, Sheet } from '../../workbook/model';
import { MAX_COLUMNS, MAX_ROWS } from '../../workbook/model';
import type { Args } from '../args';
import { Cells, type CellAreas } from '../cells';
import { refuse } from '../errors';
import { defineKind, reads, type Kind, type Node } from '../schema';
import { conditionalFormatsKind } from './conditionalFormats';
import { clearCells, CLEAR_WORDS, copyCells } from './editing';
import { formatKind } from './format';
import { usedWithin } from './geometry';
import { rangeKind } from './range';
import { NORMAL, setCellStyle } from './cellStyle';
import { tablesWithin } from './tables';
import { validationKind } from './validation';
import { worksheetKind } from './worksheet';

export const areasAddress = ({ sheet, areas }: CellAreas): string =>
  areas.map((area) => `${quoteSheetName(sheet.name)}!${printA1(area)}`).join(',');

/** Joins cells that touch into rectangles: runs in a row first, then equal runs of rows below each other. */
export const gather = (cells: readonly { readonly row: number; readonly column: number }[]): Area[] => {
  const runs: Area[] = [];
  for (const { row, column } of cells) {
    const last = runs.at(-1);
    if (last?.top === row && last.right === column - 1) runs[runs.length - 1] = { ...last, right: column };
    else runs.push(cellArea(row, column));
  }
  const open = new Map<string, number>();
  const areas: Area[] = [];
  for (const run of runs) {
    const key = `${run.left}:${run.right}`;
    const index = open.get(key);
    const above = index === undefined ? undefined : areas[index];
    if (index !== undefined && above?.bottom === run.top - 1) areas[index] = { ...above, bottom: run.bottom };
    else {
      open.set(key, areas.length);
      areas.push(run);
    }
  }
  return areas;
};

const SPECIAL = [
  'Constants',
  'Formulas',
  'Blanks',
  'Visible',
  'ConditionalFormats',
  'DataValidations',
  'SameConditionalFormat',
  'SameDataValidation',
] as const;
const VALUE_TYPES = ['All', 'Errors', 'ErrorsLogical', 'ErrorsNumbers', 'ErrorsText', 'ErrorsLogicalNumber', 'ErrorsLogicalText', 'ErrorsNumberText', 'Logical', 'LogicalNumbers', 'LogicalText', 'LogicalNumbersText', 'Numbers', 'NumbersText', 'Text'] as const; // prettier-ignore

const typeMatches = (wanted: string, value: Scalar): boolean => {
  if (wanted === 'All') return true;
  if (typeof value === 'number') return wanted.includes('Number');
  if (typeof value === 'string') return wanted.includes('Text');
  return typeof value === 'boolean' ? wanted.includes('Logical') : wanted.includes('Errors');
};

const cellsWhere = (area: Area, test: (row: number, column: number) => boolean): { row: number; column: number }[] => {
  const found: { row: number; column: number }[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) if (test(row, column)) found.push({ row, column });
  }
  return found;
};

const within = (area: Area, others: readonly Area[]): Area[] =>
  others.flatMap((other) => {
    const cut = intersect(area, other);
    return cut ? [cut] : [];
  });

/** Blanks and visible cells are looked for inside the used range, as in Excel. */
const specialIn = (sheet: Sheet, area: Area, kind: (typeof SPECIAL)[number], type: string): Area[] => {
  if (kind === 'ConditionalFormats')
    return within(
      area,
      sheet.conditionalFormats.flatMap((format) => format.areas),
    );
  if (kind === 'DataValidations')
    return within(
      area,
      sheet.validations.flatMap((validation) => validation.areas),
    );
  if (kind === 'SameConditionalFormat' || kind === 'SameDataValidation')
    throw refuse('ApiNotFound', `Range.getSpecialCells(${kind}) is not part of this host.`);
  if (kind === 'Visible') {
    const bounded = boundedTo(sheet, area);
    return bounded ? gather(cellsWhere(bounded, (row, column) => !sheet.rowHidden(row) && !sheet.columnHidden(column))) : [];
  }
  const used = sheet.usedArea(false);
  const cut = used && intersect(used, area);
  if (!cut) return [];
  const wanted = { Constants: 'value', Formulas: 'formula', Blanks: 'empty' }[kind];
  const isWanted = (row: number, column: number): boolean =>
    sheet.content(row, column).kind === wanted && (kind === 'Blanks' || typeMatches(type, sheet.value(row, column)));
  return gather(cellsWhere(cut, isWanted));
};

const LARGE = 1_000_000;

const boundedTo = (sheet: Sheet, area: Area): Area | null => {
  if (cellsOf(area) <= LARGE) return area;
  const used = sheet.usedArea(false);
  return used && intersect(used, area);
};

export const specialCells = ({ sheet, areas }: CellAreas, args: Args): CellAreas | null => {
  const kind = args.choice(0, SPECIAL);
  const type = args.choice(1, VALUE_TYPES, 'All');
  const found = areas.flatMap((area) => specialIn(sheet, area, kind, type));
  return found.length > 0 ? { sheet, areas: found } : null;
};

export const mergedAreas = (sheet: Sheet, area: Area): CellAreas | null => {
  const found = sheet.merges.filter((merge) => intersect(merge, area));
  return found.length > 0 ? { sheet, areas: found } : null;
};

const map = ({ sheet, areas }: CellAreas, change: (area: Area) => Area | null): CellAreas | null => {
  const changed = areas.flatMap((area) => change(area) ?? []);
  return changed.length > 0 ? { sheet, areas: changed } : null;
};

const address = reads<CellAreas>(areasAddress);

export const areasKind: Kind<CellAreas> = defineKind<CellAreas>('RangeAreas', () => ({
  scalars: {
    Address: address,
    AddressLocal: address,
    AreaCount: reads(({ areas }) => areas.length),
    CellCount: reads(({ areas }) => areas.reduce((sum, area) => sum + cellsOf(area), 0)),
    IsEntireRow: reads(({ areas }) => areas.every(isWholeRows)),
    IsEntireColumn: reads(({ areas }) => areas.every(isWholeColumns)),
    Style: {
      get: () => NORMAL,
      set: ({ sheet, areas }, value, session) => {
        for (const area of areas) setCellStyle(new Cells(sheet, area), value, session);
      },
    },
    _ReferenceId: reads((areas, session) => session.referenceOf(areas) ?? ''),
  },
  navigations: {
    Areas: (areas) => rangesKind(areas),
    Worksheet: ({ sheet }) => worksheetKind(sheet),
    Format: (areas) => formatKind(areas),
    ConditionalFormats: (areas) => conditionalFormatsKind(areas),
    DataValidation: (areas) => validationKind(areas),
  },
  objects: {
    GetEntireRow: (areas) => orNone(map(areas, (area) => ({ ...area, left: 0, right: MAX_COLUMNS - 1 }))),
    GetEntireColumn: (areas) => orNone(map(areas, (area) => ({ ...area, top: 0, bottom: MAX_ROWS - 1 }))),
    GetIntersection: (areas, args) => {
      const others = otherAreas(args.at(0), areas.sheet);
      return orNone({ sheet: areas.sheet, areas: areas.areas.flatMap((area) => within(area, others)) });
    },
    GetOffsetRangeAreas: (areas, args) => {
      const [rows, columns] = [args.integer(0), args.integer(1)];
      return orNone(
        map(areas, (area) => checkedArea(area.top + rows, area.left + columns, area.bottom + rows, area.right + columns)),
      );
    },
    GetSpecialCells: (areas, args) => orNone(specialCells(areas, args)),
    GetTables: (areas, args) => tablesWithin(areas, args.flag(0, false)),
    GetUsedRangeAreas: (areas, args) =>
      orNone(map(areas, (area) => usedWithin(new Cells(areas.sheet, area), args.flag(0, false)))),
  },
  actions: {
    Calculate: (_areas, _args, session) => session.workbook.calculate(false),
    SetDirty: (_areas, _args, session) => session.workbook.calculate(true),
    Clear: ({ sheet, areas }, args, session) => {
      const what = args.choice(0, CLEAR_WORDS, 'All');
      for (const area of areas) clearCells(new Cells(sheet, area), what, session);
    },
    CopyFrom: (areas, args, session) => {
      for (const area of areas.areas) copyCells(new Cells(areas.sheet, area), args, session);
    },
  },
}));

const orNone = (areas: CellAreas | null): Node | null => (areas && areas.areas.length > 0 ? areasKind(areas) : null);

const otherAreas = (value: unknown, sheet: Sheet): readonly Area[] => {
  const cells = rangeKind.read(value);
  const several = cells ? { sheet: cells.sheet, areas: [cells.area] } : areasKind.read(value);
  if (several?.sheet !== sheet) throw refuse('InvalidArgument');
  return several.areas;
};

const rangesKind: Kind<CellAreas> = defineKind<CellAreas>('RangeCollection', () => ({
  items: ({ sheet, areas }) => areas.map((area) => rangeKind(new Cells(sheet, area))),
  objects: {
    GetItemAt: ({ sheet, areas }, args) => {
      const area = areas[args.integer(0)];
      return area ? rangeKind(new Cells(sheet, area)) : null;
    },
  },
  actions: { GetCount: ({ areas }) => areas.length },
}));
