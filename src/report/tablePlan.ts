/** Columns and tables in the manner of all sheets. */

import type { Day, Month } from '../domain/day';
import { isoMonth, serialOfDay } from '../domain/day';
import type { FiscalCalendar, Months } from '../domain/fiscal';
import { LINE_POINTS, linesOf } from './headerLines';
import type { Look, PlannedCell, SheetPlan, TableColumnPlan, TablePlan } from './plan';
import { HEAD_INK, HEAD, INK, QUIET, TYPED } from './palette';

/** Links cost a request entry each: beyond this many a table's places are text only. */
export const MAX_LINKS = 500;

export const TABLE_STYLE = 'TableStyleLight1';
const DATE_FORMAT = 'yyyy-mm-dd';
const MONTH_FORMAT = 'yyyy-mm';

type Extras = Partial<Pick<TableColumnPlan, 'reviewer' | 'marks' | 'list' | 'formula'>> & { readonly wrap?: boolean };

function column(
  header: string,
  kind: TableColumnPlan['kind'],
  width: number,
  numberFormat: string,
  extras: Extras,
): TableColumnPlan {
  const { wrap, ...rest } = extras;
  return {
    header,
    kind,
    width,
    look: {
      numberFormat,
      valign: 'Top',
      // A little room, so that a text does not run into the number before it.
      ...(kind === 'text' ? { align: 'Left', indent: 1 } : {}),
      ...(wrap === true ? { wrap } : {}),
      ...(extras.reviewer === true ? { fill: TYPED } : {}),
    },
    ...rest,
  };
}

export function textColumn(header: string, width: number, extras: Extras = {}): TableColumnPlan {
  return column(header, 'text', width, '@', extras);
}

export function numberColumn(header: string, width: number, numberFormat: string, extras: Extras = {}): TableColumnPlan {
  return column(header, 'number', width, numberFormat, extras);
}

export function dateColumn(header: string, extras: Extras = {}): TableColumnPlan {
  return column(header, 'date', 12, DATE_FORMAT, extras);
}

/** Months as their first days; where those are not the calendar's, the day is shown. */
export function monthColumn(header: string, { months }: FiscalCalendar): TableColumnPlan {
  return months.kind === 'calendar' ? column(header, 'date', 10, MONTH_FORMAT, {}) : dateColumn(header);
}

/** @param formula the same in every row. */
export function formulaColumn(
  header: string,
  width: number,
  numberFormat: string,
  formula: string,
  extras: Extras = {},
): TableColumnPlan {
  return column(header, 'formula', width, numberFormat, { ...extras, formula });
}

export function dayCell(day: Day | null): PlannedCell {
  return day === null ? null : serialOfDay(day);
}

export function monthCell(month: Month | null, months: Months): PlannedCell {
  return month === null ? null : serialOfDay(months.first(month));
}

/** "2026-03", "2026-03 to 2026-08", or "" for none. */
export function monthRange<T>(items: readonly T[], monthOf: (item: T) => Month | null): string {
  let first: Month | null = null;
  let last: Month | null = null;
  for (const item of items) {
    const month = monthOf(item);
    if (month === null) continue;
    if (first === null || month < first) first = month;
    if (last === null || month > last) last = month;
  }
  if (first === null || last === null) return '';
  return first === last ? isoMonth(first) : `${isoMonth(first)} to ${isoMonth(last)}`;
}

/** Text of a cell: null where there is nothing to say. */
export function textCell(text: string): PlannedCell {
  return text === '' ? null : text;
}

const TITLE_POINTS = 22;
export const TITLE_LOOK = { bold: true, size: 16, color: HEAD } as const;
export const NOTE_LOOK = { color: QUIET } as const;

interface TableSheet {
  readonly name: string;
  readonly tabColor: string;
  readonly title: string;
  /** Sentences under the title, one a row. */
  readonly notes: readonly string[];
  readonly table: Omit<TablePlan, 'row' | 'column' | 'style'>;
  /** Cells in the row just above the header, by header: totals that follow the filter. */
  readonly above?: Readonly<Record<string, PlannedCell>>;
  readonly frozenColumns: number;
  /** Columns on the printed page; all where left out. */
  readonly printed?: number;
  /** Columns that begin a further printed page, on which the frozen ones are repeated. */
  readonly breaks?: readonly number[];
}

/** A sheet of one table: title, notes, totals, frozen header, landscape and one page wide with repeated titles. */
export function tableSheet(sheet: TableSheet): SheetPlan {
  const above = sheet.above ?? {};
  const top = [[sheet.title], ...sheet.notes.map((note) => [note])];
  const aboveRow = top.length;
  const headerRow = aboveRow + 1;
  const { columns } = sheet.table;
  return {
    name: sheet.name,
    tabColor: sheet.tabColor,
    blocks: [
      { row: 0, column: 0, cells: top },
      { row: aboveRow, column: 0, cells: [columns.map(({ header }) => above[header] ?? null)] },
    ],
    looks: [
      { row: 0, column: 0, rows: 1, columns: 1, look: TITLE_LOOK },
      ...(sheet.notes.length === 0 ? [] : [{ row: 1, column: 0, rows: sheet.notes.length, columns: 1, look: NOTE_LOOK }]),
      { row: aboveRow, column: 0, rows: 1, columns: columns.length, look: { bold: true, color: INK } },
      ...totalsLooks(aboveRow, columns, above),
      ...headerLooks({ row: headerRow, column: 0, columns }),
    ],
    tables: [{ ...sheet.table, row: headerRow, column: 0, style: TABLE_STYLE }],
    widths: [],
    rowHeights: [
      { row: 0, points: TITLE_POINTS },
      { row: headerRow, points: LINE_POINTS * headerLines(columns) + 4 },
    ],
    freeze: { rows: headerRow + 1, columns: sheet.frozenColumns },
    marks: [],
    charts: [],
    typed: [],
    print: {
      orientation: 'Landscape',
      titleRows: { first: headerRow, last: headerRow },
      tall: 0,
      columns: sheet.printed ?? null,
      ...(sheet.breaks === undefined ? {} : { pages: { breaks: sheet.breaks, titleColumns: sheet.frozenColumns } }),
      footer: `${sheet.name} · page &P of &N`,
    },
    gridlines: false,
  };
}

/** Totals look like the cells that they add up. */
function totalsLooks(
  row: number,
  columns: readonly TableColumnPlan[],
  above: Readonly<Record<string, PlannedCell>>,
): SheetPlan['looks'] {
  return columns.flatMap(({ header, kind, look: { numberFormat } }, column) =>
    kind === 'text' || above[header] === undefined || numberFormat === undefined
      ? []
      : [{ row, column, rows: 1, columns: 1, look: { numberFormat } }],
  );
}

/** Bold letters and the filter's button take some of a column's width. */
const HEADER_ROOM = 3;

function headerLines(columns: readonly TableColumnPlan[]): number {
  return Math.max(1, ...columns.map(({ header, width }) => linesOf(header, width - HEADER_ROOM)));
}

/** A header row: numbers stand right, as their cells do. Neighbours that stand alike are one look. */
export function headerLooks({ row, column, columns }: Pick<TablePlan, 'row' | 'column' | 'columns'>): SheetPlan['looks'] {
  const right = columns.map(({ kind, look }) => kind !== 'text' && look.numberFormat !== 'General');
  const firsts = right.flatMap((isRight, index) => (index === 0 || right[index - 1] !== isRight ? [index] : []));
  return [
    { row, column, rows: 1, columns: columns.length, look: HEADER_LOOK },
    ...firsts.map((first, run) => ({
      row,
      column: column + first,
      rows: 1,
      columns: (firsts[run + 1] ?? columns.length) - first,
      look: right[first] === true ? RIGHT : LEFT,
    })),
  ];
}

const RIGHT: Look = { align: 'Right' };
const LEFT: Look = { align: 'Left', indent: 1 };

const HEADER_LOOK = { bold: true, color: HEAD_INK, fill: HEAD, wrap: true, valign: 'Center' } as const;
