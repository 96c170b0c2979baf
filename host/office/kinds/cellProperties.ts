/** Range.setCellProperties: formats and links cell by cell, as a matrix of what to change; an empty object leaves a cell as it is. */

import { cellArea } from '../../workbook/area';
import type { Args } from '../args';
import { readList, readRecord } from '../args';
import { Cells } from '../cells';
import { refuse } from '../errors';
import type { Node } from '../schema';
import type { Session } from '../session';
import { setCellStyle } from './cellStyle';
import { matrixFor } from './contents';
import { formatKind } from './format';
import { writeHyperlinks } from './hyperlink';

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

const MEMBERS = new Set(['format', 'hyperlink', 'style']);

export const setCellProperties = (cells: Cells, args: Args, session: Session): void => {
  const { sheet, area } = cells;
  const given = matrixFor(cells, readList(args.at(0))).flatMap((line, down) =>
    line.map((properties, right) => ({ area: cellArea(area.top + down, area.left + right), properties: readRecord(properties) })),
  );
  if (given.some(({ properties }) => Object.keys(properties).some((member) => !MEMBERS.has(member))))
    throw refuse('InvalidArgument');
  for (const { area: cell, properties } of given) {
    if (properties['style'] !== undefined) setCellStyle(new Cells(sheet, cell), properties['style']);
    if (properties['format'] !== undefined) setFormat(formatKind({ sheet, areas: [cell] }), properties['format'], session);
  }
  const links = given.flatMap(({ area: cell, properties }) =>
    properties['hyperlink'] === undefined ? [] : [{ area: cell, value: properties['hyperlink'] }],
  );
  if (links.length > 0) writeHyperlinks(sheet, links, session);
};
