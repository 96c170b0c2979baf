/** Which records a document names: the strongest evidence there is, and the first to be gathered. */

import type { Deal, Invoice, Receipt, Records, RecordKey, Revenue } from '../domain/record';
import { quotesIn } from './reference';
import { indexReferences } from './referenceIndex';
import type { ReferenceFit, ReferenceIndex } from './referenceIndex';

/** Where a number was quoted. */
export type Place = 'column' | 'text';

/** One quoted number and all the records that bear it; several where a number is shared or given twice. */
export interface Named<T> {
  readonly written: string;
  readonly place: Place;
  readonly fit: ReferenceFit;
  readonly number: 'own' | 'shared';
  readonly records: readonly T[];
}

/** What each record names, by its key. A record that names nothing known is absent. */
export interface NamedRecords {
  readonly dealsOf: ReadonlyMap<RecordKey, readonly Named<Deal>[]>;
  /** Invoices and credits named by invoices, credits, schedule rows and receipts. */
  readonly documentsOf: ReadonlyMap<RecordKey, readonly Named<Invoice>[]>;
  /** Receipts named by refunds. */
  readonly receiptsOf: ReadonlyMap<RecordKey, readonly Named<Receipt>[]>;
}

interface Quoting {
  readonly key: RecordKey;
  readonly text: string;
  readonly references: readonly string[];
}

/** Looks up every number that the documents quote, columns before text. */
export function nameRecords(records: Records): NamedRecords {
  const deals = indexReferences(
    records.deals,
    (deal) => deal.id,
    (deal) => deal.references,
    otherIdOf,
  );
  const documents = indexReferences(
    records.invoices,
    (invoice) => invoice.id,
    () => [],
    otherIdOf,
  );
  const receipts = indexReferences(
    records.receipts,
    (receipt) => receipt.id,
    () => [],
  );
  const quoting = (record: Invoice | Revenue | Receipt): Quoting =>
    record.role === 'invoice' && record.appliesTo !== ''
      ? { key: record.key, text: record.text, references: [record.appliesTo, ...record.references] }
      : record;
  const all = [...records.invoices, ...records.revenue, ...records.receipts].map(quoting);
  return {
    dealsOf: lookUp(all, deals),
    documentsOf: lookUp(all, documents),
    receiptsOf: lookUp(
      records.receipts.filter(({ kind }) => kind === 'refund'),
      receipts,
    ),
  };
}

function otherIdOf({ otherId }: Deal | Invoice): readonly string[] {
  return otherId === undefined ? [] : [otherId];
}

function lookUp<T extends { readonly key: RecordKey }>(
  documents: readonly Quoting[],
  index: ReferenceIndex<T>,
): ReadonlyMap<RecordKey, readonly Named<T>[]> {
  const found = new Map<RecordKey, Named<T>[]>();
  for (const document of documents) {
    const named: Named<T>[] = [];
    const read = (field: string, place: Place): void => {
      for (const quoted of quotesIn(field, place === 'text')) {
        const hit = index.find(quoted);
        if (hit === null) continue;
        const records = hit.borne.map(({ record }) => record).filter(({ key }) => key !== document.key);
        const number = hit.borne[0]?.number ?? 'own';
        const known = named.some((other) => other.records.every((record, i) => record.key === records[i]?.key));
        if (records.length > 0 && !known) named.push({ written: quoted.written, place, fit: hit.fit, number, records });
      }
    };
    for (const reference of document.references) read(reference, 'column');
    read(document.text, 'text');
    if (named.length > 0) found.set(document.key, named);
  }
  return found;
}

/** Names a document so clearly that it may join customers: its own number, quoted in full, borne by one record only. */
export function surelyNamed<T>(named: readonly Named<T>[] | undefined): T[] {
  return (named ?? []).flatMap(({ fit, number, records }) =>
    fit === 'same' && number === 'own' && records.length === 1 && records[0] !== undefined ? [records[0]] : [],
  );
}
