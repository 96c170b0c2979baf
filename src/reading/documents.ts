/** Rows of one document brought together: parts are added up, a repeated amount is counted once. */

import type { Minor } from '../domain/money';
import type { Deal, Invoice, Receipt } from '../domain/record';
import type { Field } from '../settings/mapping';
import { rowSignature } from './drafts';
import type { Draft, ReadRow } from './drafts';
import type { SourceSheet } from './sheet';

/** A draft of a role whose documents may stand on several rows. */
type DocumentDraft = Deal | Invoice | Receipt;

/** @param rows of one sheet, in their order. */
export function byDocument(sheet: SourceSheet, rows: readonly ReadRow[]): readonly ReadRow[] {
  const { grain } = sheet.mapping;
  if (grain !== 'lines' && grain !== 'repeated') return rows;
  const groups = documentsOf(sheet, rows);
  if (groups.length === 0) return rows;
  const result: (ReadRow | null)[] = [...rows];
  const isRepeated = repeatedFields(sheet, groups);
  for (const group of groups) {
    const merged = grain === 'lines' ? addedUp(sheet, group, isRepeated) : countedOnce(sheet, group);
    group.forEach(({ at }, n) => (result[at] = merged[n] ?? null));
  }
  return result.filter((row) => row !== null);
}

interface Part {
  /** Place among the rows of the sheet. */
  readonly at: number;
  readonly row: ReadRow;
  readonly draft: DocumentDraft;
  readonly signature: string;
}

/** Documents on several rows; their parts in an order that does not depend on that of the rows. */
function documentsOf(sheet: SourceSheet, rows: readonly ReadRow[]): Part[][] {
  const types = sheet.texts('type');
  const found = new Map<string, number[]>();
  rows.forEach(({ id, entity, drafts, index }, at) => {
    const [draft] = drafts;
    if (id === '' || draft === undefined || draft.role === 'revenue') return;
    const key = [entity, id, types[index] ?? ''].join('\u0001');
    const known = found.get(key);
    if (known === undefined) found.set(key, [at]);
    else known.push(at);
  });
  return [...found.values()]
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
      ? { ...row, drafts: [withSharedTexts(group)] }
      : {
          ...row,
          drafts: [],
          faults: [],
          left: { cause: 'repeat-document', column: sheet.letters('id'), text: row.id },
        },
  );
}

function addedUp(sheet: SourceSheet, group: readonly Part[], isRepeated: (field: Field) => boolean): ReadRow[] {
  const [first] = group;
  if (first === undefined) return [];
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
  const merged: ReadRow = { ...first.row, source, amount, drafts: [draft], faults, rows: group.length };
  return [merged];
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
      };
    }
  }
}

function least<T extends number>(days: readonly (T | null)[]): T | null {
  return days.reduce((best, day) => (day !== null && (best === null || day < best) ? day : best), null);
}

function most<T extends number>(days: readonly (T | null)[]): T | null {
  return days.reduce((best, day) => (day !== null && (best === null || day > best) ? day : best), null);
}

/** The first part with what only others say: references, texts, an owner. */
function withSharedTexts(group: readonly Part[]): DocumentDraft {
  const drafts = group.map(({ draft }) => draft);
  const [first] = drafts;
  if (first === undefined) throw new RangeError('a document has rows');
  return {
    ...first,
    references: [...new Set(drafts.flatMap(({ references }) => references))],
    text: [...new Set(drafts.map(({ text }) => text).filter((text) => text !== ''))].join(' · '),
    owner: first.owner !== '' ? first.owner : (drafts.find(({ owner }) => owner !== '')?.owner ?? ''),
  };
}
