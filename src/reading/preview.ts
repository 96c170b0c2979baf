/** A few rows as they are read, beside their cells. */

import { isoDay } from '../domain/day';
import type { Day } from '../domain/day';
import type { PreviewCell, PreviewRow } from '../settings/inspection';
import type { Field } from '../settings/mapping';
import { contentOf } from './fields';
import { READ } from './sheet';
import type { SourceSheet } from './sheet';
import { cellText } from './text';
import { RECORD_ROW } from './totals';

const ROWS_SHOWN = 5;

export function previewOf(sheet: SourceSheet, kinds: Uint8Array): PreviewRow[] {
  const shown: PreviewRow[] = [];
  const fields = Object.keys(sheet.mapping.columns) as Field[];
  for (let index = 0; index < sheet.count && shown.length < ROWS_SHOWN; index += 1) {
    if (kinds[index] !== RECORD_ROW) continue;
    shown.push({
      source: sheet.provenance(index),
      fields: Object.fromEntries(fields.map((field) => [field, previewCell(sheet, field, index)])),
    });
  }
  return shown;
}

function previewCell(sheet: SourceSheet, field: Field, index: number): PreviewCell {
  const at = sheet.mapping.columns[field] ?? 0;
  return {
    value: shownValue(sheet, field, index),
    cell: cellText(sheet.cell(index, at)),
    address: `${sheet.lettersAt(at)}${sheet.provenance(index).row}`,
  };
}

/** Dates as ISO text, amounts in plain digits, all else, and what cannot be read, as it stands. */
function shownValue(sheet: SourceSheet, field: Field, index: number): string {
  const content = contentOf(field);
  if (content === 'date') {
    const column = field === 'month' || field === 'serviceMonth' ? sheet.months(field) : sheet.days(field);
    if (column?.state[index] === READ) return isoDay((column.days[index] ?? 0) as Day);
  }
  if (content === 'amount' || content === 'number') {
    const column = sheet.numbers(field);
    if (column?.state[index] === READ) return String(column.values[index] ?? 0);
  }
  return sheet.texts(field)[index] ?? '';
}
