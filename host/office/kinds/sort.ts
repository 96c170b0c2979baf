/** RangeSort. */

import { columnsOf, rowsOf } from '../../workbook/area';
import type { Cells } from '../cells';
import { guardContents, guardOption } from '../protection';
import { defineKind, type Kind } from '../schema';
import { readSortKeys, sortArea, tellSorted } from '../sorting';

export const rangeSortKind: Kind<Cells> = defineKind<Cells>('RangeSort', () => ({
  actions: {
    Apply: ({ sheet, area }, args, session) => {
      guardOption(sheet, 'allowSort');
      guardContents(session, sheet, area);
      const by = args.choice(3, ['Rows', 'Columns'] as const, 'Rows') === 'Rows' ? 'rows' : 'columns';
      const keys = readSortKeys(args.at(0), by === 'rows' ? columnsOf(area) : rowsOf(area));
      const hasHeaders = args.flag(2, false);
      const body = !hasHeaders ? area : by === 'rows' ? { ...area, top: area.top + 1 } : { ...area, left: area.left + 1 };
      if (body.top > body.bottom || body.left > body.right) return;
      sortArea(sheet, body, keys, args.flag(1, false), by);
      tellSorted(sheet, body, by, session);
    },
  },
}));
