/** A record as one gap sees it: its own differences cut off, the rest open in parts. */

import { distribute } from '../../domain/money';
import type { Currency, Minor } from '../../domain/money';
import type { Day } from '../../domain/day';
import type { Gap } from '../../domain/measure';
import type { Certainty } from '../../domain/link';
import type { Invoice, Receipt, ReconciledRecord } from '../../domain/record';
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
  readonly certainty: Certainty;
  readonly facts: Facts;
}

/** What a record itself says of such a piece. */
export interface OwnReason {
  readonly code: string;
  /** Size in the record's currency; never more than the record is used. */
  readonly size: Minor;
  readonly certainty: Certainty;
  readonly facts?: Facts;
}

/** What the columns of records say that no partner will settle. */
export interface OwnReasons {
  readonly of: (gap: Gap, record: ReconciledRecord) => readonly OwnReason[];
  /** Its sign is turned: twice its amount is an error of the source. */
  readonly isReversed: (record: ReconciledRecord) => boolean;
  /** Booked and invoiced both hold their tax: between them it is paired like the rest. */
  readonly isTaxBooked: boolean;
}

type Facts = Readonly<Record<string, string | number>>;

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

/** The measure a record has in a gap, with the gap's sign: plus on the left, minus on the right; 0 where it has none. */
export function sideOf(gap: Gap, { role }: Pick<ReconciledRecord, 'role'>): 1 | -1 | 0 {
  switch (role) {
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
export function entryOf(gap: Gap, posting: Posting, reasons: OwnReasons): Entry {
  const { record } = posting;
  const side = sideOf(gap, record);
  const open = openParts(gap, posting.parts, reasons.isTaxBooked);
  const own = side === 0 ? NONE : cutOwn(gap, side, record, open, reasons);
  const total = docOf(open);
  const direction = (total === 0 ? Math.sign(reportingOf(open)) : Math.sign(total)) || 1;
  if (direction < 0) for (const part of open) turn(part);
  return {
    posting,
    record,
    kind: side === 0 ? 'bridge' : kindOf(record, total === 0 ? settledAmount(record) : total),
    sign: side * direction < 0 ? -1 : 1,
    open: side === 0 ? NOTHING_OPEN : open,
    own,
    docTotal: Math.abs(total),
    reportingTotal: reportingOf(open),
    missingRate: null,
  };
}

const NONE: readonly OwnDifference[] = [];
const NOTHING_OPEN: readonly OpenPart[] = [];

/** What the gap sets off of each part, signed as the document is. */
function openParts(gap: Gap, parts: readonly Part[], isTaxBooked: boolean): OpenPart[] {
  if (gap === 'IC') return parts.map((part) => ({ part, doc: part.settled, reporting: part.settledReporting }));
  return gap === 'BI' && isTaxBooked
    ? parts.map((part) => ({ part, doc: part.measured, reporting: part.measuredReporting }))
    : parts.map((part) => ({ part, doc: part.amount, reporting: part.reporting }));
}

/** Takes a record's own differences off its open parts. */
function cutOwn(
  gap: Gap,
  side: 1 | -1,
  record: ReconciledRecord,
  signed: readonly OpenPart[],
  reasons: OwnReasons,
): readonly OwnDifference[] {
  const beside = besideMeasure(signed, record, gap === 'IC');
  const isReversed = gap !== 'IR' && reasons.isReversed(record);
  const said = isReversed ? NO_REASONS : within(record.amount, reasons.of(gap, record));
  if (!isReversed && said.length === 0 && beside.length === 0) return NONE;
  const own: OwnDifference[] = [];
  const put = (part: Part, code: string, amount: Minor, doc: Minor, facts: Facts = {}, certainty: Certainty = 'stated'): void => {
    if (amount !== 0) own.push({ part, code, amount, doc, certainty, facts });
  };
  for (const open of isReversed ? signed : []) {
    put(open.part, 'Q31', side * 2 * open.part.measuredReporting, 2 * open.part.measured);
    turn(open);
  }
  for (const { code, size, facts, certainty } of said) {
    if (size === 0) continue;
    const docs = distribute(
      size,
      signed.map((open) => Math.abs(open.doc)),
    );
    signed.forEach((open, i) => {
      const doc = docs[i] ?? 0;
      const reporting = takeDoc(open, doc);
      put(open.part, code, side * reporting, doc, facts, certainty);
    });
  }
  const turned = isReversed ? -1 : 1;
  for (const { part, code, amount, doc, facts, certainty } of beside)
    put(part, code, side * turned * amount, (record.role === 'receipt' ? side : 1) * turned * doc, facts, certainty);
  return own;
}

function turn(open: OpenPart): void {
  open.doc = -open.doc;
  open.reporting = -open.reporting;
}

function docOf(parts: readonly OpenPart[]): Minor {
  let sum = 0;
  for (const part of parts) sum += part.doc;
  return sum;
}

function reportingOf(parts: readonly OpenPart[]): Minor {
  let sum = 0;
  for (const part of parts) sum += part.reporting;
  return sum;
}

interface Beside {
  readonly part: Part;
  readonly code: string;
  /** What the measure has more than the gap sets off, in reporting and document currency. */
  readonly amount: Minor;
  readonly doc: Minor;
  readonly facts: Facts;
  readonly certainty: Certainty;
}

const NOTHING_BESIDE: readonly Beside[] = [];

/** By how much a record's measure is another amount than the gap sets off: tax, and what settles without money. */
function besideMeasure(signed: readonly OpenPart[], record: ReconciledRecord, cash: boolean): readonly Beside[] {
  if (signed.every(({ part, doc, reporting }) => part.measured === doc && part.measuredReporting === reporting))
    return NOTHING_BESIDE;
  const isOtherAmount = signed.some(({ part }) => part.measured !== part.amount);
  const kinds =
    record.role === 'receipt'
      ? settledAside(record, isOtherAmount)
      : record.role === 'invoice'
        ? besideNet(record, cash, isOtherAmount)
        : [];
  const weighty = kinds.filter(({ size }) => size !== 0);
  const asides = weighty.length === 0 ? kinds : weighty;
  const [aside] = asides;
  const [only] = signed;
  // Nearly always tax alone, of a document that stands on one line: nothing is to be spread.
  if (asides.length === 1 && signed.length === 1 && aside !== undefined && only !== undefined)
    return [asideOf(only.part, aside, only.part.measuredReporting - only.reporting, only.part.measured - only.doc)];
  const sizes = asides.map(({ size }) => size);
  return signed.flatMap(({ part, doc, reporting }) => {
    const amounts = distribute(part.measuredReporting - reporting, sizes);
    const docs = distribute(part.measured - doc, sizes);
    return asides.map((each, i) => asideOf(part, each, amounts[i] ?? 0, docs[i] ?? 0));
  });
}

function asideOf(part: Part, { code, facts = NO_FACTS, certainty = 'stated' }: Aside, amount: Minor, doc: Minor): Beside {
  return { part, code, amount, doc, facts, certainty };
}

const NO_FACTS: Facts = {};

interface Aside {
  readonly code: string;
  readonly size: Minor;
  readonly facts?: Facts;
  readonly certainty?: Certainty;
}

const LEFT_OUT: Facts = { leftOut: 1 };

/** Tax, and lines left out: between invoiced and cash unless invoiced holds them, else beside the other measures. */
function besideNet({ tax, passedThrough = 0 }: Invoice, cash: boolean, isGross: boolean): Aside[] {
  return [
    { code: 'D4', size: cash === isGross ? 0 : Math.abs(tax) },
    { code: 'D7', size: cash ? Math.abs(passedThrough) : 0, facts: LEFT_OUT },
  ];
}

/**
 * What settles an invoice without money: tax withheld, a fee (a marketplace's is the partner's share), what the customer kept.
 * @param isFeeCounted the fee is in the measure.
 */
function settledAside(
  { withheld, fee, isFeeInferred = false, deduction, deductionReason = '', channel = '' }: Receipt,
  isFeeCounted: boolean,
): Aside[] {
  const unsaid: Facts = isFeeInferred ? { missing: 'fee' } : {};
  return [
    { code: 'Q18', size: withheld },
    {
      code: channel === '' ? 'Q19' : 'D5',
      size: isFeeCounted ? 0 : fee,
      ...(channel === '' ? {} : { facts: { channel, ...unsaid } }),
      certainty: isFeeInferred ? 'inferred' : 'stated',
    },
    { code: 'Q17', size: deduction ?? 0, ...(deductionReason === '' ? {} : { facts: { reason: deductionReason } }) },
  ];
}

const NO_REASONS: readonly OwnReason[] = [];

/** Own differences never exceed what they are part of: a discount above the deal is no discount. */
function within(total: Minor, reasons: readonly OwnReason[]): readonly OwnReason[] {
  if (reasons.length === 0) return NO_REASONS;
  let left = Math.abs(total);
  return reasons.map((reason) => {
    const taken = Math.min(left, Math.abs(reason.size));
    left -= taken;
    return { ...reason, size: Math.sign(total) * taken };
  });
}

/** Takes a document amount off an open part; the converted amount follows in proportion and the last piece takes the rest. */
export function takeDoc(open: Pick<OpenPart, 'doc' | 'reporting'>, doc: Minor): Minor {
  if (doc === 0) return 0;
  const reporting = doc === open.doc ? open.reporting : Math.round(open.reporting * (doc / open.doc));
  open.doc -= doc;
  open.reporting -= reporting;
  return reporting;
}

export function openDoc({ open }: Entry): Minor {
  return docOf(open);
}

export function openReporting({ open }: Entry): Minor {
  return reportingOf(open);
}

export function isOpen(entry: Entry): boolean {
  return openDoc(entry) > 0 || openReporting(entry) > 0;
}
