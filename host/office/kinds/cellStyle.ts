/** Named cell styles: the host knows Excel's Normal. */

import type { Cells } from '../cells';
import { refuse } from '../errors';
import { guardOption } from '../protection';
import type { Session } from '../session';

export const NORMAL = 'Normal';

export const setCellStyle = ({ sheet, area }: Cells, value: unknown, _session: Session): void => {
  if (value !== NORMAL) throw refuse('ApiNotFound', `The cell style ${String(value)} is not part of this host.`);
  guardOption(sheet, 'allowFormatCells');
  sheet.setStyleIndex(area, 0);
};
