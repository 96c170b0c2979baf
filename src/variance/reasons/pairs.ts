/** Why two pieces that belong together stand in different months. */

import { addDays, monthOf } from '../../domain/day';
import type { Gap } from '../../domain/measure';
import type { Entry } from '../pieces/entry';
import type { Pair } from '../pieces/pair';
import type { Books } from './books';
import type { Code } from './index';
import { isBilledInInstalments } from './plan';

/** The reason of a pair's month leg. */
export function pairCode(gap: Gap, pair: Pair, books: Books): Code {
  if (pair.link?.state === 'suggested') return 'Q39';
  switch (gap) {
    case 'BI':
      return bookedInvoiced(pair, books);
    case 'IR':
      return invoicedRecognised(pair);
    case 'IC':
      return invoicedCash(pair);
  }
}

function bookedInvoiced({ first, second, link }: Pair, books: Books): Code {
  if (first.record.role === 'invoice' && second.record.role === 'invoice') {
    const rebilledThatDay = link === null && first.record.day === second.record.day;
    return first.kind === 'credit' || rebilledThatDay ? 'Q12' : 'T14';
  }
  if (first.record.role !== 'deal') return 'T10';
  if (isBilledInInstalments(first.record, books)) return 'T3';
  return second.record.day <= addDays(first.record.day, books.input.options.invoicingLag) ? 'T2' : 'T18';
}

function invoicedRecognised({ first, second }: Pair): Code {
  if (isKind('contra', first, second) || isCaughtUp(first) || isCaughtUp(second)) return 'T13';
  if (isKind('credit', first, second)) return 'T14';
  return first.kind === 'revenue' ? 'T4' : 'T5';
}

/** Revenue whose service month is stated and lies before the month it is posted in. */
function isCaughtUp({ record }: Entry): boolean {
  return record.role === 'revenue' && record.serviceDay !== null && monthOf(record.serviceDay) < monthOf(record.day);
}

function invoicedCash({ first, second }: Pair): Code {
  if (isKind('refund', first, second)) return isKind('credit', first, second) ? 'T21' : 'Q23';
  if (isKind('credit', first, second)) return first.kind === 'invoice' ? 'T14' : 'T21';
  return first.kind === 'receipt' ? 'T8' : 'T19';
}

function isKind(kind: Entry['kind'], ...entries: readonly Entry[]): boolean {
  return entries.some((entry) => entry.kind === kind);
}
