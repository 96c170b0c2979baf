/** The stage and status words that sheets use, with what they mean by default; definitions show them and hand them back settled. */

import type { SourceGrid } from '../domain/grid';
import type { SourceMapping } from '../settings/mapping';
import { pairSources } from './pairSources';
import { openSheet } from './sheet';
import type { SourceSheet } from './sheet';
import { invoiceStatusClass, stageClass, statusKey } from './words';
import type { InvoiceStatusClass, StageClass } from './words';

/** Settled lists, as a person may have typed them. Compared without case, accents and punctuation. */
export interface StatusWords {
  readonly won: readonly string[];
  readonly issued: readonly string[];
  readonly writtenOff: readonly string[];
}

export interface StatusWordsFound {
  /** Distinct words of the deals' stage columns, in the alphabet's order, as first written. */
  readonly stages: readonly { readonly word: string; readonly won: StageClass }[];
  readonly statuses: readonly { readonly word: string; readonly counted: InvoiceStatusClass }[];
}

/** The words in use, each with its default meaning. */
export function statusWords(grids: readonly SourceGrid[], mappings: readonly SourceMapping[]): StatusWordsFound {
  return statusWordsOf(pairSources(grids, mappings).map(openSheet));
}

/** The same of sources that are open already. */
export function statusWordsOf(sheets: readonly SourceSheet[]): StatusWordsFound {
  const stages = new Map<string, string>();
  const statuses = new Map<string, string>();
  for (const sheet of sheets) {
    const { mapping } = sheet;
    if (mapping.role === 'deals') collect(sheet, 'stage', stages);
    if (mapping.role === 'invoices' || mapping.role === 'credits') collect(sheet, 'status', statuses);
  }
  return {
    stages: inOrder(stages).map((word) => ({ word, won: stageClass(word) })),
    statuses: inOrder(statuses).map((word) => ({ word, counted: invoiceStatusClass(word) })),
  };
}

/** The lists that the defaults amount to. */
export function defaultStatusWords(found: StatusWordsFound): StatusWords {
  return {
    won: found.stages.filter(({ won }) => won === 'won').map(({ word }) => word),
    issued: found.statuses.filter(({ counted }) => counted === 'issued').map(({ word }) => word),
    writtenOff: found.statuses.filter(({ counted }) => counted === 'written-off').map(({ word }) => word),
  };
}

/** Spellings that differ in case only are one word; of them the first in the alphabet is shown, so row order does not matter. */
function collect(sheet: SourceSheet, field: 'stage' | 'status', into: Map<string, string>): void {
  for (const word of new Set(sheet.texts(field))) {
    const key = statusKey(word);
    if (key === '') continue;
    const known = into.get(key);
    if (known === undefined || word < known) into.set(key, word);
  }
}

function inOrder(words: ReadonlyMap<string, string>): string[] {
  return [...words.values()].sort();
}
