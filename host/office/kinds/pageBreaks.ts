/** Page breaks by hand: columns or rows that begin a page. */

import { cellArea } from '../../workbook/area';
import type { Sheet } from '../../workbook/model';
import type { Args } from '../args';
import { Cells } from '../cells';
import { refuse } from '../errors';
import { defineKind, reads, type Kind, type Node } from '../schema';
import { readRange } from './geometry';
import { rangeKind } from './range';

type Axis = 'columnBreaks' | 'rowBreaks';

interface Breaks {
  readonly sheet: Sheet;
  readonly axis: Axis;
}

interface PageBreak extends Breaks {
  /** The row or column that begins the page. */
  readonly line: number;
}

const setBreaks = ({ sheet, axis }: Breaks, lines: readonly number[]): void => {
  sheet.pageLayout[axis] = [...new Set(lines)].sort((a, b) => a - b);
  sheet.touch({ kind: 'layout', sheet: sheet.id, trigger: 'addin' });
};

const pageBreakKind: Kind<PageBreak> = defineKind<PageBreak>('PageBreak', () => ({
  identity: ({ axis, line }) => ({ _Id: `${axis}:${line}` }),
  scalars: {
    _Id: reads(({ axis, line }) => `${axis}:${line}`),
    ColumnIndex: reads(({ axis, line }) => (axis === 'columnBreaks' ? line : 0)),
    RowIndex: reads(({ axis, line }) => (axis === 'rowBreaks' ? line : 0)),
  },
  objects: {
    GetCellAfterBreak: ({ sheet, axis, line }) =>
      rangeKind(new Cells(sheet, axis === 'columnBreaks' ? cellArea(0, line) : cellArea(line, 0))),
  },
  actions: {
    Delete: (target) =>
      setBreaks(
        target,
        target.sheet.pageLayout[target.axis].filter((other) => other !== target.line),
      ),
  },
}));

const at = (breaks: Breaks, key: unknown): Node | null => {
  const lines = breaks.sheet.pageLayout[breaks.axis];
  const line = typeof key === 'string' ? lines.find((one) => key === `${breaks.axis}:${one}`) : lines[Number(key)];
  return line === undefined ? null : pageBreakKind({ ...breaks, line });
};

const byIndex = (breaks: Breaks, args: Args): Node => {
  const found = at(breaks, args.integer(0));
  if (!found) throw refuse('InvalidArgument');
  return found;
};

export const pageBreaksKind: Kind<Breaks> = defineKind<Breaks>('PageBreakCollection', () => ({
  items: (breaks) => breaks.sheet.pageLayout[breaks.axis].map((line) => pageBreakKind({ ...breaks, line })),
  item: at,
  objects: {
    Add: (breaks, args, session) => {
      const { top, left } = readRange(args.at(0), session, breaks.sheet).area;
      const line = breaks.axis === 'columnBreaks' ? left : top;
      if (line === 0) throw refuse('InvalidArgument', 'No page begins before the first row or column.');
      setBreaks(breaks, [...breaks.sheet.pageLayout[breaks.axis], line]);
      return pageBreakKind({ ...breaks, line });
    },
    GetItem: byIndex,
  },
  actions: {
    GetCount: ({ sheet, axis }) => sheet.pageLayout[axis].length,
    RemovePageBreaks: (breaks) => setBreaks(breaks, []),
  },
}));
