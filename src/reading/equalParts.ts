/** Equal rows of one document: two lines of it, or one line that is said twice. */

import type { Minor } from '../domain/money';
import type { Field } from '../settings/mapping';
import type { Part } from './documentRows';
import { amountAt } from './drafts';
import type { SourceSheet } from './sheet';
import { cellText } from './text';

/** Two equal rows are two lines where the document's own total says so; else rows that are equal in every cell are one. */
export function partsOf(sheet: SourceSheet, group: readonly Part[]): readonly Part[] {
  const once = firstOf(group, ({ signature }) => signature);
  if (once.length === group.length) return group;
  const whole = ownTotal(sheet, group);
  if (whole === sumOf(group)) return group;
  if (whole === sumOf(once)) return once;
  return firstOf(group, ({ row, signature }) => [signature, ...rowCells(sheet, row.index)].join('\u0001'));
}

function firstOf(group: readonly Part[], keyOf: (part: Part) => string): Part[] {
  const seen = new Set<string>();
  return group.filter((part) => {
    const key = keyOf(part);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function rowCells(sheet: SourceSheet, index: number): string[] {
  return Array.from({ length: sheet.grid.width }, (_, column) => cellText(sheet.cell(index, column)));
}

function sumOf(parts: readonly Part[]): Minor {
  return parts.reduce((sum, { draft }) => sum + draft.amount, 0);
}

/** What the rows say of their document's amount, beside those of its parts; null where no column does. */
function ownTotal(sheet: SourceSheet, group: readonly Part[]): Minor | null {
  const [first] = group;
  if (first === undefined || !sheet.has('lineAmount')) return null;
  const { row, draft } = first;
  const at = (field: Field): Minor | null => {
    const amount = amountAt(sheet, sheet.numbers(field), sheet.mapping.columns[field], row.index, row.currency);
    return amount.state === 'read' ? amount.minor : null;
  };
  const [net, gross, tax, amount] = [at('net'), at('gross'), at('tax'), at('amount')];
  const ofInvoice = net ?? (gross !== null && tax !== null ? gross - tax : (amount ?? gross));
  const total = draft.role === 'invoice' ? ofInvoice : amount;
  // Credits written without a sign were turned when they were read.
  return total !== null && draft.amount < 0 && total > 0 ? -total : total;
}
