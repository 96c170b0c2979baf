/** What a sheet's reader must know of the whole run. */

import type { Currency } from '../domain/money';
import type { ReadRow } from './drafts';
import type { StatusWords } from './statusWords';
import { statusKey } from './words';

export interface ReadContext {
  /** Currency codes that any source states; empty with `unstated`. */
  readonly stated: ReadonlySet<Currency>;
  /** No source states a currency: all amounts are of one kind, code "". */
  readonly unstated: boolean;
  /** Settled words, folded. */
  readonly won: ReadonlySet<string>;
  readonly issued: ReadonlySet<string>;
  readonly writtenOff: ReadonlySet<string>;
  /** A sheet of receipts is read too, so payments listed among invoices repeat it. */
  readonly hasReceipts: boolean;
}

/** Reads the row with this index below the header. */
export type SheetReader = (index: number) => ReadRow;

export function readContext(
  stated: ReadonlySet<Currency>,
  marksFound: boolean,
  words: StatusWords,
  hasReceipts: boolean,
): ReadContext {
  const fold = (list: readonly string[]): Set<string> => new Set(list.map(statusKey));
  return {
    stated,
    unstated: stated.size === 0 && !marksFound,
    won: fold(words.won),
    issued: fold(words.issued),
    writtenOff: fold(words.writtenOff),
    hasReceipts,
  };
}
