/** Formats, links and styles cell by cell, row by row or column by column: read and set as plain objects. */

import { cellArea } from '../../workbook/area';
import type { Area } from '../../workbook/model';
import type { Args } from '../args';
import { readFlag, readList, readRecord } from '../args';
import { Cells } from '../cells';
import { WRONG_ARRAY_SIZE, refuse } from '../errors';
import { guardOption } from '../protection';
import type { Node } from '../schema';
import type { Session } from '../session';
import { setCellStyle } from './cellStyle';
import { range } from './chartData';
import { matrixFor } from './contents';
import { formatKind } from './format';
import { writeHyperlinks } from './hyperlink';
import { rangeKind } from './range';

/** Sides of a cell as these properties call them. */
const SIDES: Readonly<Record<string, string>> = {
  top: 'EdgeTop',
  bottom: 'EdgeBottom',
  left: 'EdgeLeft',
  right: 'EdgeRight',
  horizontal: 'InsideHorizontal',
  vertical: 'InsideVertical',
  diagonalDown: 'DiagonalDown',
  diagonalUp: 'DiagonalUp',
};

const wireName = (member: string): string => member.charAt(0).toUpperCase() + member.slice(1);

const setBorders = (borders: Node, value: unknown, session: Session): void => {
  for (const [side, members] of Object.entries(readRecord(value))) {
    const border = borders.index(SIDES[side] ?? side, session);
    if (border === null) throw refuse('InvalidArgument');
    // The style comes first: it makes the border that the others change.
    const entries = Object.entries(readRecord(members)).sort(([a], [b]) => Number(b === 'style') - Number(a === 'style'));
    for (const [member, given] of entries) border.set(wireName(member), given, session);
  }
};

const setFormat = (format: Node, value: unknown, session: Session): void => {
  for (const [member, given] of Object.entries(readRecord(value))) {
    const name = wireName(member);
    if (format.hasScalar(name)) {
      format.set(name, given, session);
      continue;
    }
    const part = format.navigate(name, session);
    if (part === null) throw refuse('InvalidArgument');
    if (name === 'Borders') setBorders(part, given, session);
    else setFormat(part, given, session);
  }
};

/** Sets what is given of an area; an empty object leaves it as it is. */
const setArea = ({ sheet, area }: Cells, properties: Properties, session: Session): void => {
  const { style, format, hyperlink } = properties;
  if (style !== undefined) setCellStyle(new Cells(sheet, area), style, session);
  if (format !== undefined) setFormat(formatKind({ sheet, areas: [area] }), format, session);
  if (hyperlink !== undefined) writeHyperlinks(sheet, [{ area, value: hyperlink }], session);
};

type Properties = Readonly<Record<string, unknown>>;

const checkMembers = (given: readonly Properties[], known: readonly string[]): void => {
  if (given.some((properties) => Object.keys(properties).some((member) => !known.includes(member))))
    throw refuse('InvalidArgument');
};

const CELL = ['format', 'hyperlink', 'style'];

export const setCellProperties = (cells: Cells, args: Args, session: Session): void => {
  const { sheet, area } = cells;
  const given = matrixFor(cells, readList(args.at(0))).flatMap((line, down) =>
    line.map((properties, right) => ({ area: cellArea(area.top + down, area.left + right), properties: readRecord(properties) })),
  );
  checkMembers(
    given.map(({ properties }) => properties),
    CELL,
  );
  for (const { area: cell, properties } of given)
    setArea(new Cells(sheet, cell), { ...properties, hyperlink: undefined }, session);
  const links = given.flatMap(({ area: cell, properties }) =>
    properties['hyperlink'] === undefined ? [] : [{ area: cell, value: properties['hyperlink'] }],
  );
  if (links.length > 0) writeHyperlinks(sheet, links, session);
};

interface Lines {
  readonly hidden: 'rowHidden' | 'columnHidden';
  readonly index: 'rowIndex' | 'columnIndex';
  of(cells: Cells): readonly Area[];
  hide(cells: Cells, hidden: boolean): void;
}

const ROWS: Lines = {
  hidden: 'rowHidden',
  index: 'rowIndex',
  of: ({ area }) => range(area.top, area.bottom).map((row) => ({ ...area, top: row, bottom: row })),
  hide: ({ sheet, area }, hidden) => {
    guardOption(sheet, 'allowFormatRows');
    sheet.setRowHidden(area.top, area.bottom, hidden);
  },
};

const COLUMNS: Lines = {
  hidden: 'columnHidden',
  index: 'columnIndex',
  of: ({ area }) => range(area.left, area.right).map((column) => ({ ...area, left: column, right: column })),
  hide: ({ sheet, area }, hidden) => {
    guardOption(sheet, 'allowFormatColumns');
    sheet.setColumnHidden(area.left, area.right, hidden);
  },
};

/** One object for each row or column of the range. @throws Refusal InvalidArgument for another number of them */
const setLines =
  (lines: Lines) =>
  (cells: Cells, args: Args, session: Session): void => {
    const areas = lines.of(cells);
    const given = readList(args.at(0)).map(readRecord);
    if (given.length !== areas.length) throw refuse('InvalidArgument', WRONG_ARRAY_SIZE);
    checkMembers(given, [...CELL, lines.hidden]);
    for (const [index, area] of areas.entries()) {
      const line = new Cells(cells.sheet, area);
      const { [lines.hidden]: hidden, ...properties } = given[index] ?? {};
      setArea(line, properties, session);
      if (hidden !== undefined) lines.hide(line, readFlag(hidden));
    }
  };

export const setRowProperties = setLines(ROWS);
export const setColumnProperties = setLines(COLUMNS);

/** What is asked of an object and its parts: members that are `true`. */
const pick = (node: Node, wanted: Properties, session: Session): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(wanted).flatMap(([member, want]) => {
      if (want === false || want === undefined || want === null) return [];
      const name = wireName(member);
      if (node.hasScalar(name)) return [[member, node.get(name, session)]];
      const part = node.navigate(name, session);
      if (part === null) throw refuse('InvalidArgument');
      if (name === 'Borders') return [[member, pickBorders(part, readRecord(want), session)]];
      return [[member, want === true ? pickAll(part, session) : pick(part, readRecord(want), session)]];
    }),
  );

const pickAll = (node: Node, session: Session): Record<string, unknown> =>
  Object.fromEntries(
    node.scalarNames.map((name) => [name.charAt(0).toLowerCase() + name.slice(1), node.get(name, session)]),
  );

/** Borders are asked for once and told for each side. */
const pickBorders = (borders: Node, wanted: Properties, session: Session): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(SIDES).flatMap(([side, wire]) => {
      const border = borders.index(wire, session);
      return border ? [[side, pick(border, wanted, session)]] : [];
    }),
  );

/** What is asked of an area: from its range, and its format below that. */
const tell = (cells: Cells, wanted: Properties, session: Session): object => pick(rangeKind(cells), wanted, session);

const readWanted = (args: Args, known: readonly string[]): Properties => {
  const wanted = readRecord(args.at(0));
  checkMembers([wanted], known);
  return wanted;
};

const TOLD = ['address', 'addressLocal', 'format', 'hidden', 'hyperlink', 'style'];

export const getCellProperties = ({ sheet, area }: Cells, args: Args, session: Session): object[][] => {
  const wanted = readWanted(args, TOLD);
  return range(area.top, area.bottom).map((row) =>
    range(area.left, area.right).map((column) => tell(new Cells(sheet, cellArea(row, column)), wanted, session)),
  );
};

const getLines =
  (lines: Lines) =>
  (cells: Cells, args: Args, session: Session): object[] => {
    const wanted = readWanted(args, [...TOLD, lines.hidden, lines.index]);
    return lines.of(cells).map((area) => tell(new Cells(cells.sheet, area), wanted, session));
  };

export const getRowProperties = getLines(ROWS);
export const getColumnProperties = getLines(COLUMNS);
