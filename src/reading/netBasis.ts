/** What of a document's columns is its net amount. */

import type { Field } from '../settings/mapping';
import type { LeftOutFacts } from './drafts';
import { journalOf } from './journal';
import type { NumberColumn, SourceSheet } from './sheet';

/** How the sheet says what is net: its own column, gross less tax, or the amount as it is. */
interface Basis {
  readonly field: Field;
  readonly column: NumberColumn | null;
  /** Taken off `field` to get to net. */
  readonly less: Field | null;
  /** Where the tax comes from: its column, the line's own, or gross less net. */
  readonly tax: 'column' | 'line' | 'gross' | 'none';
  /** In a journal, why a row that is no revenue does not count. */
  readonly otherSide?: (index: number) => LeftOutFacts | null;
}

export function basisOf(sheet: SourceSheet): Basis {
  const has = (field: Field): boolean => sheet.has(field);
  const basis = (field: Field, less: Field | null, tax: Basis['tax']): Basis => ({
    field,
    column: sheet.numbers(field),
    less,
    tax,
  });
  // Parts of a document are added up by their own amounts; those of the whole document stand on each of them.
  if (sheet.mapping.grain === 'lines' && has('lineAmount'))
    return basis('lineAmount', null, has('lineTax') ? 'line' : has('tax') ? 'column' : 'none');
  if (has('net')) return basis('net', null, has('tax') ? 'column' : has('gross') ? 'gross' : 'none');
  if (has('gross') && has('tax')) return basis('gross', 'tax', 'column');
  if (has('amount')) return basis('amount', null, has('tax') ? 'column' : has('gross') ? 'gross' : 'none');
  if (has('gross')) return basis('gross', null, 'none');
  if (has('lineAmount')) return basis('lineAmount', null, has('lineTax') ? 'line' : 'none');
  const journal = journalOf(sheet);
  if (journal !== null)
    return {
      field: journal.field,
      column: journal.amounts,
      less: null,
      tax: 'none',
      otherSide: (index) => journal.otherSide(index),
    };
  if (has('debit') || has('credit'))
    return { field: has('debit') ? 'debit' : 'credit', column: debitLessCredit(sheet), less: null, tax: 'none' };
  return basis('amount', null, 'none');
}

/** In a receivables ledger a debit is invoiced and a credit is taken off. */
function debitLessCredit(sheet: SourceSheet): NumberColumn {
  const debit = sheet.numbers('debit');
  const credit = sheet.numbers('credit');
  const values = new Float64Array(sheet.count);
  const state = new Uint8Array(sheet.count);
  for (let index = 0; index < sheet.count; index += 1) {
    values[index] = (debit?.values[index] ?? 0) - (credit?.values[index] ?? 0);
    state[index] = Math.max(debit?.state[index] ?? 0, credit?.state[index] ?? 0);
  }
  return { values, state, marks: debit?.marks ?? credit?.marks ?? null };
}
