/** Rows of one document brought together: parts are added up, a repeated amount is counted once. */

import type { Day } from '../domain/day';
import type { Minor } from '../domain/money';
import type { DealFacts, DocumentLine, InvoiceFacts, OwnerShare, ReceiptFacts } from '../domain/record';
import type { Field } from '../settings/mapping';
import { documentsOf } from './documentRows';
import type { DocumentDraft, Part } from './documentRows';
import type { Draft, ReadRow } from './drafts';
import { partsOf } from './equalParts';
import type { SourceSheet } from './sheet';

/** @param rows of one sheet, in their order. */
export function byDocument(sheet: SourceSheet, rows: readonly ReadRow[]): readonly ReadRow[] {
  const { grain } = sheet.mapping;
  if (grain !== 'lines' && grain !== 'repeated') return rows;
  const groups = documentsOf(sheet, rows, grain);
  if (groups.length === 0) return rows;
  const result: (ReadRow | null)[] = [...rows];
  const isRepeated = repeatedFields(sheet, groups);
  for (const group of groups) {
    const merged = grain === 'lines' ? withoutRepeats(sheet, group, isRepeated) : countedOnce(sheet, group);
    group.forEach(({ at }, n) => (result[at] = merged[n] ?? null));
  }
  return result.filter((row) => row !== null);
}

/** Amounts beside the counted one that belong to the whole document: the same on all rows of each. */
function repeatedFields(sheet: SourceSheet, groups: readonly (readonly Part[])[]): (field: Field) => boolean {
  const memo = new Map<Field, boolean>();
  const sameOnAll = (field: Field): boolean => {
    const column = sheet.mapping.columns[field];
    if (column === undefined) return false;
    return groups.every((group) => {
      const [first] = group;
      return group.every(({ row }) => sheet.cell(row.index, column) === sheet.cell(first?.row.index ?? 0, column));
    });
  };
  return (field) => {
    let same = memo.get(field);
    if (same === undefined) memo.set(field, (same = sameOnAll(field)));
    return same;
  };
}

/** The first row carries the document, the others are it again. */
function countedOnce(sheet: SourceSheet, group: readonly Part[]): ReadRow[] {
  return group.map(({ row }, n) =>
    n === 0
      ? { ...row, drafts: [{ ...withSharedTexts(group), ...sharesOf(group, false) }] }
      : {
          ...row,
          drafts: [],
          faults: [],
          left: { cause: 'repeat-document', column: sheet.letters('id'), text: row.id },
        },
  );
}

/** Parts added up; a row that says one of them again is left out. */
function withoutRepeats(sheet: SourceSheet, group: readonly Part[], isRepeated: (field: Field) => boolean): (ReadRow | null)[] {
  const kept = new Set(partsOf(sheet, group));
  const merged = addedUp(
    group.filter((part) => kept.has(part)),
    sheet,
    isRepeated,
  );
  return group.map((part) => {
    if (!kept.has(part)) return { ...part.row, drafts: [], faults: [], left: { cause: 'repeat-row', column: null, text: '' } };
    const isFirst = merged !== null && kept.values().next().value === part;
    return isFirst ? merged : null;
  });
}

function addedUp(group: readonly Part[], sheet: SourceSheet, isRepeated: (field: Field) => boolean): ReadRow | null {
  const [first] = group;
  if (first === undefined) return null;
  const sum = (of: (draft: DocumentDraft) => Minor): Minor => group.reduce((total, { draft }) => total + of(draft), 0);
  const beside = (field: Field, of: (draft: DocumentDraft) => Minor): Minor =>
    isRepeated(field) && !(field === 'tax' && sheet.has('lineTax')) ? of(first.draft) : sum(of);
  const amount = sum((draft) => draft.amount);
  const numbers = group.map(({ row }) => row.source.row).sort((a, b) => a - b);
  const row = numbers[0] ?? 0;
  const lastRow = numbers.at(-1) ?? row;
  const source = { ...first.row.source, row, lastRow, ...(lastRow - row >= numbers.length ? { rows: numbers } : {}) };
  const shared = withSharedTexts(group);
  const reporting = group.every(({ draft }) => draft.reportingAmount !== null)
    ? beside('reportingAmount', (draft) => draft.reportingAmount ?? 0)
    : null;
  const whole = { source, amount, reportingAmount: reporting };
  const draft = wholeOf(shared, whole, group, beside);
  const faults = group.flatMap((part) => part.row.faults);
  return { ...first.row, source, amount, drafts: [draft], faults, rows: group.length };
}

function wholeOf(
  shared: DocumentDraft,
  whole: Pick<Draft, 'source' | 'amount' | 'reportingAmount'>,
  group: readonly Part[],
  beside: (field: Field, of: (draft: DocumentDraft) => Minor) => Minor,
): Draft {
  switch (shared.role) {
    case 'deal':
      return {
        ...shared,
        ...whole,
        ...linesOf(group),
        ...sharesOf(group, true),
        tax: beside('tax', (draft) => (draft.role === 'deal' ? draft.tax : 0)),
        discount: beside('discount', (draft) => (draft.role === 'deal' ? draft.discount : 0)),
        margin: beside('margin', (draft) => (draft.role === 'deal' ? draft.margin : 0)),
      };
    case 'invoice': {
      const invoices = group.flatMap(({ draft }) => (draft.role === 'invoice' ? [draft] : []));
      const isCredit = invoices.every(({ kind }) => kind === 'credit') || whole.amount < 0;
      return {
        ...shared,
        ...whole,
        ...linesOf(group),
        ...together(invoices, 'deduction', (a, b) => a + b),
        kind: isCredit ? 'credit' : 'invoice',
        appliesTo: isCredit ? (invoices.find(({ appliesTo }) => appliesTo !== '')?.appliesTo ?? '') : '',
        tax: beside('tax', (draft) => (draft.role === 'invoice' ? draft.tax : 0)),
        open: invoices.every(({ open }) => open !== null)
          ? beside('open', (draft) => (draft.role === 'invoice' ? (draft.open ?? 0) : 0))
          : shared.open,
        serviceStart: least(invoices.map(({ serviceStart }) => serviceStart)),
        serviceEnd: most(invoices.map(({ serviceEnd }) => serviceEnd)),
        writtenOff: invoices.some(({ writtenOff }) => writtenOff),
        final: invoices.some(({ final }) => final),
      };
    }
    case 'receipt': {
      return {
        ...shared,
        ...whole,
        kind: whole.amount < 0 ? 'refund' : 'receipt',
        fee: beside('fee', (draft) => (draft.role === 'receipt' ? draft.fee : 0)),
        withheld: beside('withheld', (draft) => (draft.role === 'receipt' ? draft.withheld : 0)),
        ...(shared.deduction === undefined
          ? {}
          : { deduction: beside('deduction', (draft) => (draft.role === 'receipt' ? (draft.deduction ?? 0) : 0)) }),
      };
    }
  }
}

/** The lines of all parts; absent where the sheet tells none. */
function linesOf(group: readonly Part[]): { readonly lines?: readonly DocumentLine[] } {
  const lines = group.flatMap(({ draft }) => (draft.role === 'receipt' ? [] : (draft.lines ?? [])));
  return lines.length === 0 ? {} : { lines };
}

type Facts = DealFacts & InvoiceFacts & ReceiptFacts;

/** What one part alone may say: held if one is, the last of its days, the first channel that is named. */
function factsOf(parts: readonly DocumentDraft[]): Facts {
  const last = (a: Day, b: Day): Day => (b > a ? b : a);
  const named = (a: string, b: string): string => (a === '' ? b : a);
  return {
    ...together(parts, 'isHeld', (a, b) => a || b),
    ...together(parts, 'modified', last),
    ...together(parts, 'amended', last),
    ...together(parts, 'cancelled', last),
    ...together(parts, 'postingDay', last),
    ...together(parts, 'channel', named),
    ...together(parts, 'deductionReason', named),
  };
}

/** What the parts that say something of a fact say together; nothing where none does. */
function together<K extends keyof Facts>(
  parts: readonly Facts[],
  fact: K,
  of: (a: NonNullable<Facts[K]>, b: NonNullable<Facts[K]>) => NonNullable<Facts[K]>,
): Pick<Facts, K> {
  const said: NonNullable<Facts[K]>[] = [];
  for (const part of parts) {
    const value = part[fact] ?? undefined;
    if (value !== undefined) said.push(value);
  }
  const [first, ...others] = said;
  return (first === undefined ? {} : { [fact]: others.reduce(of, first) }) as Pick<Facts, K>;
}

/** Who has the credit of a deal, by its split column, or by the amounts of parts that have owners of their own. */
function sharesOf(group: readonly Part[], byAmount: boolean): { readonly ownerShares?: readonly OwnerShare[] } {
  const deals = group.flatMap(({ draft }) => (draft.role === 'deal' ? [draft] : []));
  const owners = new Set(deals.map(({ owner }) => owner));
  if (owners.size < 2) return {};
  const stated = deals.flatMap(({ ownerShares }) => ownerShares ?? []);
  if (stated.length > 0) return { ownerShares: stated };
  // Shares are of the whole, which is below zero where the deal sells less.
  const sign = Math.sign(deals.reduce((sum, { amount }) => sum + amount, 0));
  return byAmount ? { ownerShares: deals.map(({ owner, amount }) => ({ owner, share: sign * amount })) } : {};
}

function least<T extends number>(days: readonly (T | null)[]): T | null {
  return days.reduce((best, day) => (day !== null && (best === null || day < best) ? day : best), null);
}

function most<T extends number>(days: readonly (T | null)[]): T | null {
  return days.reduce((best, day) => (day !== null && (best === null || day > best) ? day : best), null);
}

/** The first part with what only others say: references, what was applied to each, texts, an owner. */
function withSharedTexts(group: readonly Part[]): DocumentDraft {
  const drafts = group.map(({ draft }) => draft);
  const [first] = drafts;
  if (first === undefined) throw new RangeError('a document has rows');
  const applied = drafts.flatMap((draft) => (draft.role === 'receipt' ? (draft.applied ?? []) : []));
  return {
    ...first,
    ...factsOf(drafts),
    ...(first.role === 'receipt' ? { applied } : {}),
    references: [...new Set(drafts.flatMap(({ references }) => references))],
    text: [...new Set(drafts.map(({ text }) => text).filter((text) => text !== ''))].join(' · '),
    owner: first.owner !== '' ? first.owner : (drafts.find(({ owner }) => owner !== '')?.owner ?? ''),
  };
}
