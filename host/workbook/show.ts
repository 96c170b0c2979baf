/** A value as a cell shows it. */
import { format, isValidFormat } from 'numfmt';
import type { Scalar } from './model';
import { isError } from './values';

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
export function showValue(value: Scalar, numberFormat: string): string {
  if (value === null) return '';
  if (isError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string' && !numberFormat.includes(';') && !numberFormat.includes('@')) return value;
  const pattern = numberFormat === '' || !isUsable(numberFormat) ? 'General' : numberFormat;
  return format(pattern, value, { dateErrorNumber: false, dateSpanLarge: false, overflow: '########' });
}
