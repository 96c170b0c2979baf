/** Two pieces of equal size and opposite sign, and what the exchange rate did between their dates. */

import { convert, distribute } from '../../domain/money';
import type { Currency, Minor } from '../../domain/money';
import type { Day } from '../../domain/day';
import type { Link } from '../../domain/link';
import type { RateAt } from '../convert';
import { openDoc, openReporting, takeDoc } from './entry';
import type { Entry, OpenPart } from './entry';

export interface Pair {
  /** The earlier record and the part that its piece was cut from. */
  readonly first: Entry;
  readonly firstPart: OpenPart;
  readonly second: Entry;
  readonly secondPart: OpenPart;
  /** The link that the pair rests on; null where only their chain joins them. */
  readonly link: Link | null;
  /** Size of the piece in reporting currency, valued at the earlier record's date. */
  size: Minor;
  /** Size of the later record's piece at its own rate. */
  secondSize: Minor;
  firstDoc: Minor;
  secondDoc: Minor;
}

export interface Terms {
  readonly currency: Currency;
  readonly rateAt: RateAt;
  /** What two values may differ by for rounding alone, minor units of the reporting currency. */
  readonly rounding: Minor;
}

/** What a link still allows, in minor units of its currency (the right document's); null: no limit but what is open. */
export type Limit = Minor | null;

/**
 * Sets the later record against the earlier one, up to the limit.
 * @returns the pieces paired, part by part.
 */
export function pairUp(first: Entry, second: Entry, limit: Limit, link: Link | null, terms: Terms): Pair[] {
  return first.record.currency === second.record.currency
    ? pairInOneCurrency(first, second, limit, link)
    : pairAcross(first, second, limit, link, terms);
}

function pairInOneCurrency(first: Entry, second: Entry, limit: Limit, link: Link | null): Pair[] {
  const size = Math.min(openDoc(first), openDoc(second), limit ?? Number.MAX_SAFE_INTEGER);
  if (size <= 0) return [];
  return cutTogether(
    first,
    second,
    size,
    (part) => part.doc,
    (firstPart, secondPart, doc) => ({
      first,
      firstPart,
      second,
      secondPart,
      link,
      size: takeDoc(firstPart, doc),
      secondSize: takeDoc(secondPart, doc),
      firstDoc: doc,
      secondDoc: doc,
    }),
  );
}

/**
 * Different document currencies: the later document is valued at its currency's rate on the earlier one's date, so that
 * a difference of price is never called FX. Without that rate the values at their own dates are compared. Money is what it
 * pays of the invoice at the day's rate, where only that is a payment in full, or where it came in the reporting currency,
 * which has no rate of its own that could have moved.
 */
function pairAcross(first: Entry, second: Entry, limit: Limit, link: Link | null, terms: Terms): Pair[] {
  const from = second.record.currency;
  const day: Day = first.record.day;
  const rate = terms.rateAt(from, day);
  const values = new Map<OpenPart, Minor>(first.open.map((part) => [part, part.reporting]));
  for (const part of second.open)
    values.set(part, rate === null ? part.reporting : convert(part.doc, from, terms.currency, rate));
  const sum = (entry: Entry): Minor => entry.open.reduce((total, part) => total + (values.get(part) ?? 0), 0);
  if ([...values.values()].some((value) => value < 0)) return [];
  const limited = link !== null && link.right === first.record.key ? first : second;
  const limitDoc = openDoc(limited);
  const boundOf = (total: Minor): Minor =>
    limit === null || limit >= limitDoc || limitDoc === 0 ? total : Math.round((total * limit) / limitDoc);
  const moved = limited === second ? rateMove(first, second, terms) : null;
  if (moved !== null) {
    const isWhole = (factor: number): boolean =>
      Math.abs(sum(first) - boundOf(Math.round(sum(second) * factor))) <= terms.rounding;
    const paid = openReporting(second) * moved;
    const factor = sum(second) === 0 ? 1 : paid / sum(second);
    if (!isWhole(1) && (from === terms.currency || isWhole(factor)))
      for (const part of second.open) values.set(part, Math.round(part.reporting * moved));
  }
  const size = Math.min(sum(first), sum(second), limited === first ? boundOf(sum(first)) : boundOf(sum(second)));
  if (size <= 0) return [];
  if (rate === null) {
    const missing = { currency: from, day };
    first.missingRate = missing;
    second.missingRate = missing;
  }
  return cutTogether(
    first,
    second,
    size,
    (part) => values.get(part) ?? 0,
    (firstPart, secondPart, value) => {
      const firstCut = takeValue(firstPart, value, firstPart.reporting);
      const secondValue = values.get(secondPart) ?? 0;
      const secondCut = takeValue(secondPart, value, secondValue);
      values.set(firstPart, firstPart.reporting);
      values.set(secondPart, secondValue - value);
      return {
        first,
        firstPart,
        second,
        secondPart,
        link,
        size: value,
        secondSize: secondCut.reporting,
        firstDoc: firstCut.doc,
        secondDoc: secondCut.doc,
      };
    },
  );
}

/** What an invoice's rate was on its own day for each one of the day on which it is paid in another currency; null where that is not known. */
function rateMove(first: Entry, second: Entry, { currency, rateAt }: Terms): number | null {
  if (first.kind !== 'invoice' || second.kind !== 'receipt' || first.record.currency === currency) return null;
  const then = rateAt(first.record.currency, second.record.day);
  return then === null || then <= 0 ? null : first.posting.rate / then;
}

/** Takes the share `value / worth` off a part; a whole part goes to the last cent. */
function takeValue(open: OpenPart, value: Minor, worth: Minor): { readonly doc: Minor; readonly reporting: Minor } {
  const whole = value === worth;
  const doc = whole ? open.doc : Math.round(open.doc * (value / worth));
  const reporting = whole ? open.reporting : worth === open.reporting ? value : Math.round(open.reporting * (value / worth));
  open.doc -= doc;
  open.reporting -= reporting;
  return { doc, reporting };
}

/** Spreads a size over the owners that both records have open, then over whatever else is open. */
function cutTogether(
  first: Entry,
  second: Entry,
  size: Minor,
  openOf: (part: OpenPart) => Minor,
  cut: (firstPart: OpenPart, secondPart: OpenPart, size: Minor) => Pair,
): Pair[] {
  const [firstOnly, secondOnly] = [first.open[0], second.open[0]];
  if (first.open.length === 1 && second.open.length === 1 && firstOnly !== undefined && secondOnly !== undefined)
    return [cut(firstOnly, secondOnly, Math.min(size, openOf(firstOnly), openOf(secondOnly)))];
  const pairs: Pair[] = [];
  const common: { readonly firstPart: OpenPart; readonly secondPart: OpenPart; readonly least: Minor }[] = [];
  for (const firstPart of first.open) {
    for (const secondPart of second.open) {
      if (secondPart.part.line.owner !== firstPart.part.line.owner) continue;
      const least = Math.min(openOf(firstPart), openOf(secondPart));
      if (least > 0) common.push({ firstPart, secondPart, least });
    }
  }
  let left = size;
  const together = Math.min(
    size,
    common.reduce((sum, { least }) => sum + least, 0),
  );
  const shares =
    common.length === 1
      ? [together]
      : distribute(
          together,
          common.map(({ least }) => least),
        );
  common.forEach(({ firstPart, secondPart }, i) => {
    const share = shares[i] ?? 0;
    if (share > 0) pairs.push(cut(firstPart, secondPart, share));
    left -= share;
  });
  for (const firstPart of first.open) {
    for (const secondPart of second.open) {
      const share = Math.min(left, openOf(firstPart), openOf(secondPart));
      if (share <= 0) continue;
      pairs.push(cut(firstPart, secondPart, share));
      left -= share;
    }
  }
  return pairs;
}
