/** Which rows are of one document. */

import type { Deal, Invoice, Receipt } from '../domain/record';
import type { Grain } from '../settings/mapping';
import { rowSignature } from './drafts';
import type { ReadRow } from './drafts';
import type { SourceSheet } from './sheet';

/** A draft of a role whose documents may stand on several rows. */
export type DocumentDraft = Deal | Invoice | Receipt;

export interface Part {
  /** Place among the rows of the sheet. */
  readonly at: number;
  readonly row: ReadRow;
  readonly draft: DocumentDraft;
  readonly signature: string;
}

/** Documents on several rows: one number, type, day, currency and customer. Their parts come in an order that does not depend on that of the rows. */
export function documentsOf(sheet: SourceSheet, rows: readonly ReadRow[], grain: Grain): Part[][] {
  const types = sheet.texts('type');
  const found = new Map<string, number[]>();
  rows.forEach(({ id, entity, currency, drafts, index }, at) => {
    const [draft] = drafts;
    if (id === '' || draft === undefined || draft.role === 'revenue') return;
    // Another amount under the same number is no repeat.
    const own = grain === 'repeated' ? draft.amount : '';
    const key = [entity, id, types[index] ?? '', draft.day, currency, own].join('\u0001');
    const known = found.get(key);
    if (known === undefined) found.set(key, [at]);
    else known.push(at);
  });
  return [...found.values()]
    .flatMap((places) => byCustomer(rows, places))
    .filter((places) => places.length > 1)
    .map((places) =>
      places
        .flatMap((at): Part[] => {
          const row = rows[at];
          const [draft] = row?.drafts ?? [];
          if (row === undefined || draft === undefined || draft.role === 'revenue') return [];
          return [{ at, row, draft, signature: rowSignature(sheet, row.index) }];
        })
        .sort((a, b) => (a.signature < b.signature ? -1 : a.signature > b.signature ? 1 : a.at - b.at)),
    );
}

/** A number used for two customers is two documents; a row without a customer belongs to the only one there is. */
function byCustomer(rows: readonly ReadRow[], places: readonly number[]): number[][] {
  const found = new Map<string, number[]>();
  for (const at of places) {
    const customer = rows[at]?.customer ?? '';
    const own = found.get(customer);
    if (own === undefined) found.set(customer, [at]);
    else own.push(at);
  }
  const named = found.size - (found.has('') ? 1 : 0);
  return named <= 1 ? [[...places]] : [...found.values()];
}
