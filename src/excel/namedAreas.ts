/** Defined names that stand for one rectangle of cells, told from their formulas. */

import type { Area } from './readArea';

export interface NamedItem {
  readonly name: string;
  /** In English A1 notation, as the API gives it: `='Deals 2024'!$A$1:$D$20`. */
  readonly formula: string;
  readonly isVisible: boolean;
}

export interface NamedArea {
  readonly name: string;
  readonly sheet: string;
  readonly area: Area;
}

const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

/**
 * Names by which Excel itself keeps what is printed or filtered, as its versions in several languages spell them; also
 * behind `_xlnm.`, as files do.
 */
const EXCELS_OWN = new Set(
  'printarea printtitles filterdatabase criteria extract sheettitle consolidatearea autoopen autoclose druckbereich drucktitel suchkriterien zonedimpression impressiondestitres areadeimpresion titulosaimprimir areadeimpressao titulosdeimpressao afdrukbereik afdruktitels'.split(
    ' ',
  ),
);

/** Null where a name is hidden, Excel's own, of less than 2 × 2 cells, or anything but one rectangle of this workbook. */
export function namedArea({ name, formula, isVisible }: NamedItem): NamedArea | null {
  if (!isVisible || isExcelsOwn(name)) return null;
  const match = /^=(?:'((?:[^']|'')+)'|([^'!\s()[\],:]+))!([^!,\s]+)$/.exec(formula);
  const sheet = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  const area = areaAt(match?.[3] ?? '');
  // A sheet's name has no brackets: they hold another workbook's.
  if (sheet === undefined || sheet.includes('[') || area === null || area.rows < 2 || area.columns < 2) return null;
  return { name, sheet, area };
}

function isExcelsOwn(name: string): boolean {
  const bare = name
    .normalize('NFD')
    .replace(/^_xlnm\./i, '')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
  return EXCELS_OWN.has(bare);
}

/** `$A$1:$D$20`, `$A:$D` or `$1:$20`. */
function areaAt(address: string): Area | null {
  const match = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?:\$?([A-Z]{1,3})?\$?(\d{1,7})?$/i.exec(address);
  if (match === null) return null;
  const [, fromColumn, fromRow, toColumn, toRow] = match;
  const isPaired = (fromColumn === undefined) === (toColumn === undefined) && (fromRow === undefined) === (toRow === undefined);
  if (!isPaired || (fromColumn === undefined && fromRow === undefined)) return null;
  const columns = [
    fromColumn === undefined ? 1 : columnNumber(fromColumn),
    toColumn === undefined ? MAX_COLUMNS : columnNumber(toColumn),
  ];
  const rows = [Number(fromRow ?? 1), Number(toRow ?? MAX_ROWS)];
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
  if (top < 1 || bottom > MAX_ROWS || right > MAX_COLUMNS) return null;
  return { top: top - 1, left: left - 1, rows: bottom - top + 1, columns: right - left + 1 };
}

function columnNumber(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
