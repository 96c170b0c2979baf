/** A value as reading gives it (ISO dates, plain digits), in the user's locale. */

import { AMOUNT_FIELDS, DATE_FIELDS } from '../settings/mapping';
import type { Field } from '../settings/mapping';
import type { Format } from './format';

const MONEY: ReadonlySet<Field> = new Set(AMOUNT_FIELDS);
const DATES: ReadonlySet<Field> = new Set(DATE_FIELDS);

/** Ids of digits stay as they are: only money and dates are written anew. */
export function shownField(field: Field, value: string, format: Format): string {
  if (DATES.has(field)) return format.dates(value);
  return MONEY.has(field) && /^-?\d+(\.\d+)?$/.test(value) ? format.money(Number(value)) : value;
}
