/** Going to places of a workbook: areas, references, names, links. */

import type { Area, Workbook } from '../workbook/model';
import { linkAt } from './links';
import type { Cell } from './movement';
import { placeOf } from './places';

export interface Going {
  /** Shows an area of a sheet, selected; false where that cannot be. */
  readonly toArea: (sheetId: string, area: Area) => boolean;
  /** Goes to what a reference, a name or a link tells; false where there is none. */
  readonly to: (reference: string) => boolean;
  /** Follows the link of a cell, where it has one. */
  readonly follow: (cell: Cell) => void;
}

interface Answers {
  /** Does something and tells what was refused. @returns whether it was done */
  readonly told: (work: () => void) => boolean;
  readonly tell: (message: string) => void;
}

export function createGoing(workbook: Workbook, { told, tell }: Answers): Going {
  const toArea = (sheetId: string, area: Area): boolean => {
    const sheet = workbook.sheet(sheetId);
    return sheet !== null && told(() => workbook.transact('person', () => workbook.select(sheet, [area])));
  };
  const to = (reference: string): boolean => {
    const target = placeOf(workbook, reference);
    return target !== null && toArea(target.sheet.id, target.area);
  };
  const follow = (cell: Cell): void => {
    const link = linkAt(workbook.activeSheet, cell);
    if (link === null) return;
    if (link.documentReference !== '') {
      if (!to(link.documentReference)) tell(`${link.documentReference} is no longer in this workbook.`);
    } else if (/^(https?|mailto):/i.test(link.address)) window.open(link.address, '_blank', 'noopener');
  };
  return { toArea, to, follow };
}
