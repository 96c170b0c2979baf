/** Range.hyperlink: one link over a range, with the text it shows. */

import { intersect, isSameArea } from '../../workbook/area';
import type { Hyperlink } from '../../workbook/model';
import { readRecord, readText } from '../args';
import type { Cells } from '../cells';
import { refuse } from '../errors';
import { guardContents } from '../protection';
import type { Session } from '../session';

const LINK_COLOR = '#0563C1';

/** Members that are empty are left out, as Excel answers; null where the range has no link, or several. */
export const readHyperlink = ({ sheet, area }: Cells): object | null => {
  const found = sheet.hyperlinks.filter((link) => intersect(link.area, area));
  const [link] = found;
  if (!link || found.length > 1) return null;
  return {
    ...(link.address === '' ? {} : { address: link.address }),
    ...(link.documentReference === '' ? {} : { documentReference: link.documentReference }),
    ...(link.screenTip === '' ? {} : { screenTip: link.screenTip }),
    textToDisplay: sheet.text(area.top, area.left),
  };
};

const optional = (value: unknown): string => (value === null || value === undefined ? '' : readText(value));

export const writeHyperlink = ({ sheet, area }: Cells, value: unknown, session: Session): void => {
  guardContents(session, sheet, area);
  if (value === null) {
    sheet.clear(area, 'Hyperlinks');
    return;
  }
  const given = readRecord(value);
  const link: Hyperlink = {
    area,
    address: optional(given['address']),
    documentReference: optional(given['documentReference']),
    screenTip: optional(given['screenTip']),
  };
  if (link.address === '' && link.documentReference === '') throw refuse('InvalidArgument');
  if (link.screenTip.length > 255 || link.address.length > 2079) throw refuse('InvalidArgument');
  const stay = sheet.hyperlinks.filter((other) => !isSameArea(other.area, area));
  sheet.hyperlinks.splice(0, sheet.hyperlinks.length, ...stay, link);
  const shown = optional(given['textToDisplay']);
  const isEmpty = sheet.content(area.top, area.left).kind === 'empty';
  // The text is shown as it is; it is not read as if typed.
  if (shown !== '') sheet.setValue(area.top, area.left, shown);
  else if (isEmpty) sheet.setValue(area.top, area.left, link.address || link.documentReference);
  sheet.patchStyle(area, { font: { color: LINK_COLOR, underline: 'Single' } });
  sheet.touch({ kind: 'objects', sheet: sheet.id, trigger: 'addin' });
};
