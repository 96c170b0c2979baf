/** The name that a series shows. */

import { findCells } from '../cells';
import type { Session } from '../session';
import type { SeriesTarget } from './chartTarget';

/** What the cell of its name says, else the name it was given. */
export const nameOf = ({ series }: Pick<SeriesTarget, 'series'>, session: Session): string => {
  const cells = series.nameFormula === null ? null : findCells(session.workbook, series.nameFormula, null);
  return cells ? cells.sheet.text(cells.area.top, cells.area.left) : series.name;
};
