/** Range.hyperlink: one link over a range, with the text it shows. */

import { printA1 } from '../../workbook/address';
import { intersect } from '../../workbook/area';
import type { Area, Hyperlink, Sheet } from '../../workbook/model';
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

interface Given {
  readonly link: Hyperlink;
  /** "" leaves the cell's text. */
  readonly shown: string;
}

const readLink = (area: Area, value: unknown): Given => {
  const given = readRecord(value);
  const link: Hyperlink = {
    area,
    address: optional(given['address']),
    documentReference: optional(given['documentReference']),
    screenTip: optional(given['screenTip']),
  };
  if (link.address === '' && link.documentReference === '') throw refuse('InvalidArgument');
  if (link.screenTip.length > 255 || link.address.length > 2079) throw refuse('InvalidArgument');
  return { link, shown: optional(given['textToDisplay']) };
};

const show = (sheet: Sheet, { link, shown }: Given): void => {
  const { top, left } = link.area;
  const now = sheet.content(top, left);
  // The text is shown as it is; it is not read as if typed.
  const text = shown === '' && now.kind === 'empty' ? link.address || link.documentReference : shown;
  if (text === '' || (now.kind === 'value' && now.value === text)) return;
  sheet.setValue(top, left, text);
};

/** Several links of one sheet at once: all are read before any is laid. */
export const writeHyperlinks = (
  sheet: Sheet,
  links: readonly { readonly area: Area; readonly value: unknown }[],
  session: Session,
): void => {
  const given = links.map(({ area, value }) => {
    guardContents(session, sheet, area);
    return readLink(area, value);
  });
  const taken = new Set(given.map(({ link }) => printA1(link.area)));
  const stay = sheet.hyperlinks.filter(({ area }) => !taken.has(printA1(area)));
  sheet.hyperlinks.splice(0, sheet.hyperlinks.length, ...stay, ...given.map(({ link }) => link));
  for (const one of given) show(sheet, one);
  for (const { link } of given) sheet.patchStyle(link.area, { font: { color: LINK_COLOR, underline: 'Single' } });
  sheet.touch({ kind: 'objects', sheet: sheet.id, trigger: 'addin' });
};

export const writeHyperlink = ({ sheet, area }: Cells, value: unknown, session: Session): void => {
  if (value !== null) {
    writeHyperlinks(sheet, [{ area, value }], session);
    return;
  }
  guardContents(session, sheet, area);
  sheet.clear(area, 'Hyperlinks');
};
