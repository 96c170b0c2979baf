/** Vertical page breaks: columns that begin a page. */

import type { Sheet } from '../../workbook/model';
import { refuse } from '../errors';
import { defineKind, reads, type Kind } from '../schema';
import { readRange } from './geometry';

interface PageBreak {
  readonly sheet: Sheet;
  readonly column: number;
}

const setBreaks = (sheet: Sheet, columns: readonly number[]): void => {
  sheet.pageLayout.columnBreaks = [...new Set(columns)].sort((a, b) => a - b);
  sheet.touch({ kind: 'layout', sheet: sheet.id, trigger: 'addin' });
};

const pageBreakKind: Kind<PageBreak> = defineKind<PageBreak>('PageBreak', () => ({
  scalars: { ColumnIndex: reads(({ column }) => column) },
  actions: {
    Delete: ({ sheet, column }) =>
      setBreaks(
        sheet,
        sheet.pageLayout.columnBreaks.filter((other) => other !== column),
      ),
  },
}));

export const verticalPageBreaksKind: Kind<Sheet> = defineKind<Sheet>('PageBreakCollection', () => ({
  objects: {
    Add: (sheet, args, session) => {
      const { left } = readRange(args.at(0), session, sheet).area;
      if (left === 0) throw refuse('InvalidArgument', 'No page begins before the first column.');
      setBreaks(sheet, [...sheet.pageLayout.columnBreaks, left]);
      return pageBreakKind({ sheet, column: left });
    },
  },
  actions: { RemovePageBreaks: (sheet) => setBreaks(sheet, []) },
}));
