/** A value as a cell shows it. */
import { format, isDateFormat, isValidFormat } from 'numfmt';
import type { Scalar } from './model';
import { isError } from './values';

/** From the 1900 system's day 0 to that of the 1904 system. */
const DAYS_TO_1904 = 1462;

const validity = new Map<string, boolean>();

function isUsable(pattern: string): boolean {
  const known = validity.get(pattern);
  if (known !== undefined) return known;
  const usable = isValidFormat(pattern);
  validity.set(pattern, usable);
  return usable;
}

/**
 * The value by a number format. A number that a date format cannot show is "########", as in Excel at any width;
 * a format that cannot be read shows as General.
 */
export function showValue(value: Scalar, numberFormat: string, date1904 = false): string {
  if (value === null) return '';
  if (isError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string' && !numberFormat.includes(';') && !numberFormat.includes('@')) return value;
  const pattern = numberFormat === '' || !isUsable(numberFormat) ? 'General' : numberFormat;
  const isDay = date1904 && typeof value === 'number' && isDateFormat(pattern) && !/\[[hms]+\]/i.test(pattern);
  return format(pattern, isDay ? value + DAYS_TO_1904 : value, {
    dateErrorNumber: false,
    dateSpanLarge: false,
    overflow: '########',
  });
}
