/** Revenue or invoices given as entries of a journal: of each entry the side that is revenue counts, the others say it again. */

import type { Field, SourceMapping } from '../settings/mapping';
import type { LeftOutFacts } from './drafts';
import { remembered } from './remembered';
import { READ } from './sheet';
import type { NumberColumn, SourceSheet } from './sheet';
import { foldText } from './text';

export interface Journal {
  /** Revenue by row: credited to it, less debited to it. */
  readonly amounts: NumberColumn | null;
  readonly field: Field;
  /** Why a row that posts to other accounts only is left out; null for revenue. */
  otherSide(index: number): LeftOutFacts | null;
}

const REVENUE =
  /revenue|\bsales\b|\bincome\b|turnover|erlos|umsatz|\bertrag|produit|vente|chiffre d.affaires|ingreso|venta|omzet|opbrengst|receita|venda|ricav/;
const DEFERRED =
  /deferred|unearned|unbilled|contract (?:liabilit|asset)|abgegrenzt|abgrenzung|passive rechnungs|differe|constate d.avance|diferid|anticipad|vooruitontvangen|overlopend/;
const OWED = /receivable|liabilit|refund|forderung|debiteuren|a receber|a pagar|tax|\bvat\b|mwst|\btva\b|\biva\b|\bbtw\b/;

/** Whether an account's name is one of revenue earned; deferred revenue, receivables and taxes are not. */
export function isRevenueAccount(name: string): boolean {
  const folded = foldText(name);
  return REVENUE.test(folded) && !DEFERRED.test(folded) && !OWED.test(folded);
}

/** Whether an account's name is one of revenue that is still to be earned. */
export function isDeferredAccount(name: string): boolean {
  return DEFERRED.test(foldText(name));
}

/** Null where the sheet is no journal. */
export function journalOf(sheet: SourceSheet): Journal | null {
  const fields = accountFields(sheet.mapping);
  if (fields.length === 0) return null;
  const isRevenue = isRevenueIn(sheet);
  // A ledger of customers has accounts as well, none of them of revenue.
  if (sheet.mapping.role === 'invoices' && !sheet.texts('account').some(isRevenue)) return null;
  return fields.length === 2 ? pairedAccounts(sheet, isRevenue) : debitsAndCredits(sheet, isRevenue);
}

/** Columns of accounts of a journal: debited and credited in one row, or a row for each side. */
export function accountFields({ role, columns }: SourceMapping): readonly Field[] {
  const has = (...fields: Field[]): boolean => fields.every((field) => columns[field] !== undefined);
  if (role === 'invoices') return has('account', 'debit', 'credit') && !has('amount') && !has('net') ? ['account'] : [];
  if (role !== 'schedule') return [];
  if (has('debitAccount', 'creditAccount', 'amount')) return ['debitAccount', 'creditAccount'];
  return has('account', 'debit', 'credit') ? ['account'] : [];
}

/** Accounts among which none is known for revenue, in the order of the alphabet: a person must say which one is. */
export function unknownAccounts(sheet: SourceSheet): readonly string[] {
  if (sheet.mapping.role !== 'schedule') return [];
  const accounts = new Set(accountFields(sheet.mapping).flatMap((field) => sheet.texts(field)));
  accounts.delete('');
  return [...accounts].some(isRevenueIn(sheet)) ? [] : [...accounts].sort();
}

function isRevenueIn({ mapping }: SourceSheet): (account: string) => boolean {
  const { revenueAccount } = mapping;
  return revenueAccount === null ? remembered(isRevenueAccount) : (account) => account === revenueAccount;
}

/** One row an entry, with the account debited and the account credited. */
function pairedAccounts(sheet: SourceSheet, isRevenue: (account: string) => boolean): Journal {
  const debited = sheet.texts('debitAccount');
  const credited = sheet.texts('creditAccount');
  const amounts = sheet.numbers('amount');
  const signAt = (index: number): number => Number(isRevenue(credited[index] ?? '')) - Number(isRevenue(debited[index] ?? ''));
  const signed = amounts?.values.map((value, index) => (signAt(index) < 0 ? -value : value));
  return {
    field: 'amount',
    amounts: amounts === null || signed === undefined ? null : { ...amounts, values: signed },
    otherSide: (index) =>
      signAt(index) !== 0
        ? null
        : { cause: 'repeat-document', column: sheet.letters('creditAccount'), text: credited[index] ?? '' },
  };
}

/** One row a side of an entry. */
function debitsAndCredits(sheet: SourceSheet, isRevenue: (account: string) => boolean): Journal {
  const accounts = sheet.texts('account');
  const debit = sheet.numbers('debit');
  const credit = sheet.numbers('credit');
  const values = new Float64Array(sheet.count);
  const state = new Uint8Array(sheet.count);
  for (let index = 0; index < sheet.count; index += 1) {
    const read = (column: NumberColumn | null): number => (column?.state[index] === READ ? (column.values[index] ?? 0) : 0);
    values[index] = read(credit) - read(debit);
    state[index] = Math.max(debit?.state[index] ?? 0, credit?.state[index] ?? 0);
  }
  return {
    field: 'credit',
    amounts: { values, state, marks: credit?.marks ?? debit?.marks ?? null },
    otherSide: (index) =>
      isRevenue(accounts[index] ?? '')
        ? null
        : { cause: 'repeat-document', column: sheet.letters('account'), text: accounts[index] ?? '' },
  };
}
