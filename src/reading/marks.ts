/** Whether a sheet's amounts carry currency marks of their own ("$4,000.00"). */

import { AMOUNT_FIELDS } from '../settings/mapping';
import type { SourceSheet } from './sheet';

export function hasCurrencyMarks(sheet: SourceSheet): boolean {
  return (
    AMOUNT_FIELDS.some((field) => (sheet.numbers(field)?.marks ?? null) !== null) ||
    sheet.mapping.monthColumns.some(({ column }) => sheet.numbersAt(column).marks !== null)
  );
}
