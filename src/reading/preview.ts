/** A few rows as they are read, beside their cells. */

import { isoDay } from '../domain/day';
import type { Day } from '../domain/day';
import type { SourceInspection } from '../settings/inspection';
import type { Field } from '../settings/mapping';
import { contentOf } from './fields';
import { READ } from './sheet';
import type { SourceSheet } from './sheet';
import { RECORD_ROW } from './totals';

const ROWS_SHOWN = 5;

export function previewOf(sheet: SourceSheet, kinds: Uint8Array): SourceInspection['preview'] {
  const shown: SourceInspection['preview'][number][] = [];
  const fields = Object.keys(sheet.mapping.columns) as Field[];
  for (let index = 0; index < sheet.count && shown.length < ROWS_SHOWN; index += 1) {
    if (kinds[index] !== RECORD_ROW) continue;
    shown.push({
      source: sheet.provenance(index),
      fields: Object.fromEntries(fields.map((field) => [field, shownValue(sheet, field, index)])),
    });
  }
  return shown;
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
