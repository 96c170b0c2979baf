/** A record as one gap sees it: its own differences cut off, the rest open in parts. */

import { convert, distribute } from '../../domain/money';
import type { Currency, Minor } from '../../domain/money';
import type { Day } from '../../domain/day';
import type { Gap } from '../../domain/measure';
import type { ReconciledRecord } from '../../domain/record';
import { settledAmount } from '../posting';
import type { Part, Posting } from '../posting';

/** What a record is to a gap. A bridge has no amount there but joins the records linked to it (a deal, for its schedule and invoices). */
export type EntryKind = 'deal' | 'downsell' | 'invoice' | 'credit' | 'revenue' | 'contra' | 'receipt' | 'refund' | 'bridge';

/** What is still open of a part. Sizes are positive; `Entry.sign` gives the side. */
export interface OpenPart {
  readonly part: Part;
  /** Minor units of the record's currency. */
  doc: Minor;
  /** Minor units of the reporting currency. */
  reporting: Minor;
}

/** A piece that has no partner by its nature: tax, discount, margin, fee, withholding. */
export interface OwnDifference {
  readonly part: Part;
  readonly code: string;
  /** Signed contribution to the gap, reporting currency. */
  readonly amount: Minor;
  readonly doc: Minor;
}

export interface Entry {
  readonly posting: Posting;
  readonly record: ReconciledRecord;
  readonly kind: EntryKind;
  /** The side on which one open unit counts in the gap. */
  readonly sign: 1 | -1;
  readonly open: readonly OpenPart[];
  readonly own: readonly OwnDifference[];
  /** Size of the open amount before anything is set against it. */
  readonly docTotal: Minor;
  readonly reportingTotal: Minor;
  /** The rate that a comparison wanted and the table lacks; the rest is then D13. */
  missingRate: { readonly currency: Currency; readonly day: Day } | null;
}

/** Own differences by code, in the record's currency, with the sign of the contribution they explain. */
type OwnAmounts = readonly (readonly [code: string, amount: Minor])[];

/** The measure a record has in a gap, with the gap's sign: plus on the left, minus on the right; 0 where it has none. */
export function sideOf(gap: Gap, record: ReconciledRecord): 1 | -1 | 0 {
  switch (record.role) {
    case 'deal':
      return gap === 'BI' ? 1 : 0;
    case 'invoice':
      return gap === 'BI' ? -1 : 1;
    case 'revenue':
      return gap === 'IR' ? -1 : 0;
    case 'receipt':
      return gap === 'IC' ? -1 : 0;
  }
}

function kindOf(record: ReconciledRecord, size: Minor): EntryKind {
  const back = size < 0;
  switch (record.role) {
    case 'deal':
      return back ? 'downsell' : 'deal';
    case 'invoice':
      return back ? 'credit' : 'invoice';
    case 'revenue':
      return back ? 'contra' : 'revenue';
    case 'receipt':
      return back ? 'refund' : 'receipt';
  }
}

/** Cuts a record's own differences off and leaves the rest open. */
export function entryOf(gap: Gap, posting: Posting, currency: Currency): Entry {
  const { record, parts } = posting;
  const side = sideOf(gap, record);
  const cash = gap === 'IC';
  const own: OwnDifference[] = [];
  const signed = parts.map((part) => ({
    part,
    doc: cash ? part.settled : part.amount,
    reporting: cash ? part.settledReporting : part.reporting,
  }));
  if (record.role === 'deal') {
    const cut = clamp(record.amount, [
      ['D4', record.tax],
      ['D10', record.discount],
      ['D5', record.margin],
    ]);
    for (const [code, total] of cut) {
      spreadOwn(posting, total, currency).forEach(({ part, doc, reporting }, i) => {
        const open = signed[i];
        if (open === undefined) return;
        open.doc -= doc;
        open.reporting -= reporting;
        own.push({ part, code, amount: side * reporting, doc });
      });
    }
  }
  if (cash && record.role === 'invoice') {
    for (const part of parts)
      own.push({ part, code: 'D4', amount: part.reporting - part.settledReporting, doc: part.amount - part.settled });
  }
  if (cash && record.role === 'receipt') {
    for (const part of parts) {
      const aside = part.settledReporting - part.reporting;
      const doc = part.settled - part.amount;
      const [withheld = 0, fee = 0] = distribute(aside, [record.withheld, record.fee]);
      const [withheldDoc = 0, feeDoc = 0] = distribute(doc, [record.withheld, record.fee]);
      own.push({ part, code: 'Q18', amount: withheld, doc: withheldDoc }, { part, code: 'Q19', amount: fee, doc: feeDoc });
    }
  }
  const total = signed.reduce((sum, open) => sum + open.doc, 0);
  const direction = (total === 0 ? Math.sign(signed.reduce((sum, open) => sum + open.reporting, 0)) : Math.sign(total)) || 1;
  const open = signed.map(({ part, doc, reporting }) => ({ part, doc: doc * direction, reporting: reporting * direction }));
  return {
    posting,
    record,
    kind: side === 0 ? 'bridge' : kindOf(record, total === 0 ? settledAmount(record) : total),
    sign: side * direction < 0 ? -1 : 1,
    open: side === 0 ? [] : open,
    own: own.filter((difference) => difference.amount !== 0),
    docTotal: Math.abs(total),
    reportingTotal: open.reduce((sum, part) => sum + part.reporting, 0),
    missingRate: null,
  };
}

/** Own differences never exceed what they are part of: a discount above the deal is no discount. */
function clamp(total: Minor, amounts: OwnAmounts): OwnAmounts {
  let left = Math.abs(total);
  return amounts.map(([code, amount]) => {
    const taken = Math.min(left, Math.abs(amount));
    left -= taken;
    return [code, Math.sign(total) * taken];
  });
}

function spreadOwn(
  posting: Posting,
  total: Minor,
  currency: Currency,
): { readonly part: Part; readonly doc: Minor; readonly reporting: Minor }[] {
  if (total === 0) return [];
  const weights = posting.parts.map((part) => Math.abs(part.amount));
  const docs = distribute(total, weights);
  const reporting = distribute(convert(total, posting.record.currency, currency, posting.rate), weights);
  return posting.parts.map((part, i) => ({ part, doc: docs[i] ?? 0, reporting: reporting[i] ?? 0 }));
}

/** Takes a document amount off an open part; the converted amount follows in proportion and the last piece takes the rest. */
export function takeDoc(open: OpenPart, doc: Minor): Minor {
  const reporting = doc === open.doc ? open.reporting : Math.round(open.reporting * (doc / open.doc));
  open.doc -= doc;
  open.reporting -= reporting;
  return reporting;
}

export function openDoc(entry: Entry): Minor {
  return entry.open.reduce((sum, part) => sum + part.doc, 0);
}

export function openReporting(entry: Entry): Minor {
  return entry.open.reduce((sum, part) => sum + part.reporting, 0);
}

export function isOpen(entry: Entry): boolean {
  return openDoc(entry) > 0 || openReporting(entry) > 0;
}
