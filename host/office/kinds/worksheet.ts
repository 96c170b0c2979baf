/** Worksheet, and the list of worksheets. */

import { checkedArea } from '../area';
import { WHOLE_SHEET, cellArea } from '../../workbook/area';
import type { Sheet, Visibility, Workbook } from '../../workbook/model';
import { readChoice, readColor, readFlag, readInteger, readNumber, readText, type Args } from '../args';
import { Cells, findAreas, findCells } from '../cells';
import { refuse } from '../errors';
import { fileWidth, shownWidth } from '../measures';
import { guardOption } from '../protection';
import { defineKind, reads, type Node, type Property, type Kind } from '../schema';
import type { Session } from '../session';
import { commentsKind } from './comments';
import { chartsKind } from './charts';
import { sheetAutoFilterKind } from './filters';
import { freezePanesKind } from './freezePanes';
import { sheetPropertiesOf } from './keyed';
import { namesKind } from './names';
import { showOutlineLevels } from './outline';
import { pageBreaksKind } from './pageBreaks';
import { pageLayoutKind } from './pageLayout';
import { areasKind, gather } from './rangeAreas';
import { rangeKind } from './range';
import { registrations } from './registrations';
import { findIn, replaceIn } from './search';
import { guardStructure, sheetProtectionKind } from './sheetProtection';
import { tablesKind } from './tables';

const VISIBILITIES: readonly Visibility[] = ['Visible', 'Hidden', 'VeryHidden'];

/** The sheet that comes some places after another, hidden ones left out where asked. */
const neighbour = (workbook: Workbook, sheet: Sheet, step: 1 | -1, visibleOnly: boolean): Sheet | null => {
  const { sheets } = workbook;
  for (let at = sheets.indexOf(sheet) + step; at >= 0 && at < sheets.length; at += step) {
    const other = sheets[at];
    if (other && (!visibleOnly || other.visibility === 'Visible')) return other;
  }
  return null;
};

const nodeOf = (sheet: Sheet | null | undefined): Node | null => (sheet ? worksheetKind(sheet) : null);

const showGridlines: Property<Sheet> = {
  get: (sheet) => sheet.showGridlines,
  set: (sheet, value) => (sheet.showGridlines = readFlag(value)),
};

const showHeadings: Property<Sheet> = {
  get: (sheet) => sheet.showHeadings,
  set: (sheet, value) => (sheet.showHeadings = readFlag(value)),
};

const getRange = (sheet: Sheet, args: Args, session: Session): Node => {
  if (!args.isGiven(0) || args.at(0) === '') return rangeKind(new Cells(sheet, WHOLE_SHEET));
  const cells = findCells(session.workbook, args.text(0), sheet);
  // A range is asked of the sheet it is on.
  if (cells?.sheet !== sheet) throw refuse('InvalidArgument');
  return rangeKind(cells);
};

const usedRange = (sheet: Sheet, args: Args): Node | null => {
  const used = sheet.usedArea(args.flag(0, false));
  return used && rangeKind(new Cells(sheet, used));
};

const POSITIONS = ['None', 'Before', 'After', 'Beginning', 'End'] as const;

const copySheet = (sheet: Sheet, args: Args, session: Session): Node => {
  guardStructure(session);
  const { workbook } = session;
  const relative = args.isGiven(1) ? worksheetKind.read(args.at(1)) : null;
  const at = args.choice(0, POSITIONS, 'None');
  const beside = (): number => {
    if (!relative) throw refuse('InvalidArgument');
    return workbook.sheets.indexOf(relative);
  };
  const position = {
    None: () => workbook.sheets.length,
    Beginning: () => 0,
    End: () => workbook.sheets.length,
    Before: () => beside(),
    After: () => beside() + 1,
  }[at]();
  return worksheetKind(workbook.copySheet(sheet, position));
};

const ENABLED = 'enableCalculation';

export const worksheetKind: Kind<Sheet> = defineKind<Sheet>('Worksheet', () => ({
  identity: ({ id }) => ({ Id: id }),
  scalars: {
    Id: reads(({ id }) => id),
    Name: {
      get: ({ name }) => name,
      set: (sheet, value, session) => {
        guardStructure(session);
        session.workbook.renameSheet(sheet, readText(value));
      },
    },
    Position: {
      get: (sheet, session) => session.workbook.sheets.indexOf(sheet),
      set: (sheet, value, session) => {
        guardStructure(session);
        const position = readInteger(value);
        if (position < 0 || position >= session.workbook.sheets.length) throw refuse('InvalidArgument');
        session.workbook.moveSheet(sheet, position);
      },
    },
    Visibility: {
      get: ({ visibility }) => visibility,
      set: (sheet, value, session) => {
        guardStructure(session);
        sheet.visibility = readChoice(value, VISIBILITIES);
      },
    },
    TabColor: {
      get: ({ tabColor }) => tabColor ?? '',
      set: (sheet, value) => (sheet.tabColor = value === '' ? null : readColor(value)),
    },
    StandardWidth: {
      get: ({ standardWidth }) => shownWidth(standardWidth),
      set: (sheet, value) => {
        guardOption(sheet, 'allowFormatColumns');
        const characters = readNumber(value);
        if (characters < 0 || characters > 255) throw refuse('InvalidArgument');
        sheet.standardWidth = fileWidth(characters);
      },
    },
    StandardHeight: reads(({ standardHeight }) => standardHeight),
    ShowGridlines: showGridlines,
    ShowHeadings: showHeadings,
    // office.js sets these two by other names than it reads them.
    Gridlines: showGridlines,
    Headings: showHeadings,
    EnableCalculation: {
      get: (sheet, session) => session.besideOf(sheet).get(ENABLED) ?? true,
      set: (sheet, value, session) => void session.besideOf(sheet).set(ENABLED, readFlag(value)),
    },
    TabId: reads((sheet, session) => session.workbook.sheets.indexOf(sheet)),
  },
  navigations: {
    Charts: (sheet) => chartsKind(sheet),
    Tables: (sheet, session) => tablesKind({ workbook: session.workbook, sheet }),
    Comments: (sheet) => commentsKind({ sheet }),
    Names: (sheet, session) => namesKind({ workbook: session.workbook, sheet }),
    Protection: (sheet) => sheetProtectionKind(sheet),
    FreezePanes: (sheet) => freezePanesKind(sheet),
    PageLayout: (sheet) => pageLayoutKind(sheet),
    VerticalPageBreaks: (sheet) => pageBreaksKind({ sheet, axis: 'columnBreaks' }),
    HorizontalPageBreaks: (sheet) => pageBreaksKind({ sheet, axis: 'rowBreaks' }),
    AutoFilter: (sheet) => sheetAutoFilterKind(sheet),
    CustomProperties: (sheet, session) => sheetPropertiesOf(sheet, session),
  },
  objects: {
    GetRange: getRange,
    GetRanges: (sheet, args, session) =>
      areasKind(args.isGiven(0) ? findAreas(session.workbook, args.text(0), sheet) : { sheet, areas: [WHOLE_SHEET] }),
    GetCell: (sheet, args) => {
      const [row, column] = [args.integer(0), args.integer(1)];
      return rangeKind(new Cells(sheet, checkedArea(row, column, row, column)));
    },
    GetRangeByIndexes: (sheet, args) => {
      const [row, column, rows, columns] = [args.integer(0), args.integer(1), args.integer(2), args.integer(3)];
      return rangeKind(new Cells(sheet, checkedArea(row, column, row + rows - 1, column + columns - 1)));
    },
    GetUsedRange: (sheet, args) => usedRange(sheet, args) ?? rangeKind(new Cells(sheet, cellArea(0, 0))),
    GetUsedRangeOrNullObject: usedRange,
    GetNext: (sheet, args, { workbook }) => nodeOf(neighbour(workbook, sheet, 1, args.flag(0, false))),
    GetPrevious: (sheet, args, { workbook }) => nodeOf(neighbour(workbook, sheet, -1, args.flag(0, false))),
    Copy: copySheet,
    FindAll: (sheet, args) => {
      const cells = findIn({ sheet, areas: [WHOLE_SHEET] }, args.text(0), args.record(1), 'all');
      const areas = gather(cells.map(({ top, left }) => ({ row: top, column: left })));
      return areas.length > 0 ? areasKind({ sheet, areas }) : null;
    },
    _GetSheetById: (_sheet, args, { workbook }) => nodeOf(workbook.sheet(args.text(0))),
    _GetAnotherWorksheetById: (_sheet, args, { workbook }) => nodeOf(workbook.sheet(args.text(0))),
  },
  actions: {
    Activate: (sheet, _args, { workbook }) => {
      if (sheet.visibility !== 'Visible') throw refuse('InvalidOperation');
      workbook.activate(sheet);
    },
    Calculate: (_sheet, args, { workbook }) => workbook.calculate(args.flag(0, false)),
    Delete: (sheet, _args, session) => {
      guardStructure(session);
      session.workbook.deleteSheet(sheet);
    },
    ShowOutlineLevels: showOutlineLevels,
    ReplaceAll: (sheet, args, session) => replaceIn({ sheet, areas: [WHOLE_SHEET] }, args, session),
    ...registrations(
      'ActivatedEvent',
      'DeactivatedEvent',
      'DataChangedEvent',
      'SelectionChangedEvent',
      'CalculatedEvent',
      'FormatChangedEvent',
      'ProtectionChangedEvent',
      'RowSortedEvent',
      'ColumnSortedEvent',
      'SingleClickedEvent',
      'EventNameChanged',
      'EventVisibilityChanged',
    ),
  },
}));

const visibleIn = ({ sheets }: Workbook, visibleOnly: boolean): readonly Sheet[] =>
  visibleOnly ? sheets.filter(({ visibility }) => visibility === 'Visible') : sheets;

export const worksheetsKind: Kind<Workbook> = defineKind<Workbook>('WorksheetCollection', () => ({
  items: ({ sheets }) => sheets.map((sheet) => worksheetKind(sheet)),
  item: (workbook, key) => nodeOf(workbook.sheet(readText(key))),
  objects: {
    Add: (workbook, args, session) => {
      guardStructure(session);
      return worksheetKind(workbook.addSheet(args.optionalText(0)));
    },
    GetActiveWorksheet: ({ activeSheet }) => worksheetKind(activeSheet),
    GetFirst: (workbook, args) => nodeOf(visibleIn(workbook, args.flag(0, false))[0]),
    GetLast: (workbook, args) => nodeOf(visibleIn(workbook, args.flag(0, false)).at(-1)),
    GetItem: (workbook, args) => nodeOf(workbook.sheet(args.text(0))),
  },
  actions: {
    GetCount: (workbook, args) => visibleIn(workbook, args.flag(0, false)).length,
    ...registrations(
      'ActivatedEvent',
      'DeactivatedEvent',
      'AddedEvent',
      'DeletedEvent',
      'DataChangedEvent',
      'SelectionChangedEvent',
      'CalculatedEvent',
      'FormatChangedEvent',
      'ProtectionChangedEvent',
      'RowSortedEvent',
      'ColumnSortedEvent',
      'SingleClickedEvent',
      'EventNameChanged',
      'EventVisibilityChanged',
      'EventMoved',
    ),
  },
}));
