/** Words that people type while they review, and what they mean. */

/** Under `Status` of an exception: `Written off: Bank charges`; the words after the colon name the reason. */
const WRITTEN_OFF = /^written off\s*:\s*(\S.*)$/i;

export function writtenOffStatus(reason: string): string {
  return `Written off: ${reason.trim()}`;
}

/** The reason named, or null where the status is another. */
export function writtenOffReason(status: string): string | null {
  return WRITTEN_OFF.exec(status.trim())?.[1] ?? null;
}

/** Whether nobody has to do anything about it any more. */
export function isSettled(status: string): boolean {
  const word = status.trim().toLowerCase();
  return word === 'accepted' || word === 'resolved' || writtenOffReason(status) !== null;
}

/** Whether an exception with this status is still to be settled; a pasted copy never is. */
export function isToSettle(status: string): boolean {
  return !isSettled(status) && status.trim().toLowerCase() !== 'copy';
}

/** A small difference may be written off up to a fifth of what is material: what is listed as Low by its size. */
export function mostWrittenOff(materiality: number): number {
  return Math.floor(materiality / 5);
}

/** Under `Decision` of a match: `confirmed`, `refused`, or `confirmed 400.00 EUR` with the amount that the link carries. */
export interface DecisionWords {
  readonly decision: 'confirmed' | 'refused';
  /** Decimal major units, written with a point; null where the amount is left to the run. */
  readonly amount: string | null;
  /** Capitals; "" where none is named. */
  readonly currency: string;
}

const CONFIRMED = /^(?:confirm(?:ed)?|yes)$/i;
const REFUSED = /^(?:refused?|no)$/i;
/** Without thousands separators, as many digits as are exact; three decimals only with a point and a currency, since 1,234 may be a thousand. */
const WITH_AMOUNT = /^confirm(?:ed)?\s+(-?\d{1,12})(?:[.,](\d{1,2}))?(?:\s+([A-Za-z]{3}))?$/i;
const WITH_THOUSANDTHS = /^confirm(?:ed)?\s+(-?\d{1,12})\.(\d{3})\s+([A-Za-z]{3})$/i;

/** Null where the words are no decision. */
export function decisionWords(typed: string): DecisionWords | null {
  const text = typed.trim();
  if (CONFIRMED.test(text)) return { decision: 'confirmed', amount: null, currency: '' };
  if (REFUSED.test(text)) return { decision: 'refused', amount: null, currency: '' };
  const found = WITH_AMOUNT.exec(text) ?? WITH_THOUSANDTHS.exec(text);
  if (found === null) return null;
  const [, whole = '', decimals, currency = ''] = found;
  return {
    decision: 'confirmed',
    amount: decimals === undefined ? whole : `${whole}.${decimals}`,
    currency: currency.toUpperCase(),
  };
}

/** The words that are written for a decision. */
export function wordsOf({ decision, amount, currency }: DecisionWords): string {
  return [decision, amount ?? '', amount === null ? '' : currency].filter((part) => part !== '').join(' ');
}
