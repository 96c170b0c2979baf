/** The number format that Excel gives a General cell into which a formula is entered. */
import { isDateFormat } from 'numfmt';
import { scanReferences } from '../calc/scanReferences';
import type { WorkbookSheet } from './sheet';

const DATE = /^=\s*(?:TODAY|DATE)\s*\([^()]*\)$/i;
const MOMENT = /^=\s*NOW\s*\(\s*\)$/i;
/** One reference alone, or with a number added to it or taken from it. */
const OF_ONE_CELL = /^=\s*[+]?[^\s()+\-*/^&=<>,;{}"]+\s*(?:[+-]\s*\d+(?:\.\d+)?)?$/;

/** null leaves the cell General. */
export function formatOfFormula(sheet: WorkbookSheet, row: number, column: number, formula: string): string | null {
  if (DATE.test(formula)) return 'm/d/yyyy';
  if (MOMENT.test(formula)) return 'm/d/yyyy h:mm';
  if (!OF_ONE_CELL.test(formula)) return null;
  const [found, ...others] = scanReferences(formula);
  if (found === undefined || others.length > 0 || found.to !== null || found.from.row === null || found.from.column === null)
    return null;
  const source =
    found.sheet === null ? sheet : sheet.core.sheets.find((each) => each.name.toLowerCase() === found.sheet?.toLowerCase());
  if (source === undefined || (source === sheet && found.from.row === row && found.from.column === column)) return null;
  const { numberFormat } = source.style(found.from.row, found.from.column);
  const isTaken = numberFormat !== 'General' && numberFormat !== '@';
  return isTaken && (isDateFormat(numberFormat) || /[$€£¥%]/.test(numberFormat)) ? numberFormat : null;
}
