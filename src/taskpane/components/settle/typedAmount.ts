/** An amount as a person types it, by the user's digits and decimal sign. */

import { minorDigits, toMinor } from '../../../domain/money';
import type { Minor } from '../../../domain/money';
import type { Format } from '../../format';

/** Blanks, thousands separators that are never a decimal sign, and the marks that turn a minus in scripts from right to left. */
const PASSED = /[\s\p{Cf}'’٬]/gu;

/** Null where the text is no amount of the currency. Thousands separators and blanks are let pass. */
export function typedAmount(text: string, currency: string, format: Format): Minor | null {
  const sign = format.decimal(1.5).charAt(1);
  // Where the script has a sign of its own, many type a point.
  const decimalSign = sign === ',' ? ',' : '.';
  const typed = latinDigits(text.replace(PASSED, ''), format).replace('−', '-').replace(sign, decimalSign);
  const [whole = '', decimals = '', ...more] = typed.split(decimalSign);
  const digits = whole.replace(decimalSign === ',' ? /\./g : /,/g, '');
  if (more.length > 0 || !/^-?\d+$/.test(digits) || !/^\d*$/.test(decimals) || decimals.length > minorDigits(currency))
    return null;
  const amount = Number(`${digits}.${decimals === '' ? '0' : decimals}`);
  return Number.isSafeInteger(Math.round(amount * 1_000)) ? toMinor(amount, currency) : null;
}

/** The digits of the user's script as those of program text. */
function latinDigits(text: string, format: Format): string {
  return Array.from({ length: 10 }, (_, digit) => digit).reduce(
    (latin, digit) => latin.replaceAll(format.decimal(digit), String(digit)),
    text,
  );
}
