/** An amount as a person types it, by the user's decimal sign. */

import { minorDigits, toMinor } from '../../../domain/money';
import type { Minor } from '../../../domain/money';
import type { Format } from '../../format';

/** Null where the text is no amount of the currency. Thousands separators and blanks are let pass. */
export function typedAmount(text: string, currency: string, format: Format): Minor | null {
  const decimalSign = format.decimal(1.5).charAt(1);
  const [whole = '', decimals = '', ...more] = text
    .trim()
    .replace(/[\s'’]/g, '')
    .replace('−', '-')
    .split(decimalSign);
  const digits = whole.replace(decimalSign === ',' ? /\./g : /,/g, '');
  if (more.length > 0 || !/^-?\d+$/.test(digits) || !/^\d*$/.test(decimals) || decimals.length > minorDigits(currency))
    return null;
  const amount = Number(`${digits}.${decimals === '' ? '0' : decimals}`);
  return Number.isSafeInteger(Math.round(amount * 1_000)) ? toMinor(amount, currency) : null;
}
