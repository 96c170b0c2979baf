/** Rows of payments and of bank lists: customer money, and what is given back. */

import type { Minor } from '../domain/money';
import type { Application } from '../domain/record';
import { NO_HEADER } from '../settings/mapping';
import type { Field } from '../settings/mapping';
import type { ReadContext, SheetReader } from './context';
import { rowReader } from './commonFields';
import { currencyReader } from './currencyOfRow';
import type { LeftOutFacts } from './drafts';
import { kindErrors } from './errorCells';
import { receiptFactsReader } from './facts';
import { headerTexts } from './header';
import { remembered } from './remembered';
import { deletedLeft, leftRow, startRow, usedRow, withMinor } from './rowOutcome';
import type { StartedRow } from './rowOutcome';
import { signsOf } from './signs';
import { BAD, READ } from './sheet';
import type { NumberColumn, SourceSheet } from './sheet';
import { normaliseHeader } from './text';
import { directionOf, documentClass, isDeadPayment, isDepositType, isOwnMoney } from './words';

const BANK_HEADER =
  /^(?:balance|running balance|saldo|solde|iban|bic|sort code|blz|account number|kontonummer|buchungstag|buchungstext|wertstellung|valutadatum|auftraggeber.*|tegenrekening|saldo na mutatie)$/;

/**
 * A bank's list holds all that moved the account, not only customers' money: it has two amount columns, a direction or a
 * bank's words, a balance that moves with every row, or no header and nothing that names a payer.
 */
export function isBankList(sheet: SourceSheet): boolean {
  if (sheet.has('direction') || (sheet.has('credit') && sheet.has('debit'))) return true;
  if (sheet.mapping.headerRow === NO_HEADER) return !sheet.has('customer') && !sheet.has('customerId');
  const told = headerTexts(sheet.grid, sheet.mapping.headerRow)
    .map(normaliseHeader)
    .filter((header) => BANK_HEADER.test(header)).length;
  return told >= 2 || hasRunningBalance(sheet);
}

const BALANCE_HEADER = /\b(?:balance|saldo|solde|kontostand)\b/;
/** Share of the steps from row to row that must come to the balance; rows of another account may stand between. */
const MOST_STEPS = 0.8;

/** A column that the amounts lead from row to row, whichever end is the newest. */
function hasRunningBalance(sheet: SourceSheet): boolean {
  const amounts = moneyOf(sheet).column;
  if (amounts === null || sheet.mapping.headerRow === NO_HEADER) return false;
  return headerTexts(sheet.grid, sheet.mapping.headerRow).some(
    (header, column) => BALANCE_HEADER.test(normaliseHeader(header)) && runsAlong(sheet.numbersAt(column), amounts, sheet.count),
  );
}

function runsAlong(balance: NumberColumn, amounts: NumberColumn, count: number): boolean {
  const rows = Array.from({ length: count }, (_, index) => index).filter(
    (index) => balance.state[index] === READ && amounts.state[index] === READ,
  );
  let [up, down] = [0, 0];
  for (let at = 1; at < rows.length; at += 1) {
    const [before = 0, here = 0] = [rows[at - 1], rows[at]];
    const step = (balance.values[here] ?? 0) - (balance.values[before] ?? 0);
    if (Math.abs(step - (amounts.values[here] ?? 0)) < HALF_CENT) up += 1;
    if (Math.abs(step + (amounts.values[before] ?? 0)) < HALF_CENT) down += 1;
  }
  return Math.max(up, down) >= 2 && Math.max(up, down) >= MOST_STEPS * (rows.length - 1);
}

const HALF_CENT = 0.005;

export function readReceipts(sheet: SourceSheet, context: ReadContext): SheetReader {
  const bank = isBankList(sheet);
  const { field, column } = moneyOf(sheet);
  const currencyAt = currencyReader(sheet, column, context.stated, context.unstated);
  const days = sheet.days('date');
  const errorsOf = kindErrors(sheet);
  const reader = rowReader(sheet);
  const facts = receiptFactsReader(sheet, reader);
  const types = sheet.texts('type');
  const statuses = sheet.texts('status');
  const accounts = sheet.texts('payerAccount');
  const isRefund = (index: number): boolean => documentClass(types[index] ?? '') === 'refund';
  const refundSigns = signsOf(column, sheet.count, isRefund);
  const directionless = unknownDirections(sheet);
  const isApplied = sheet.has('lineAmount');

  return (index) => {
    const faults = errorsOf(index);
    const refund = isRefund(index);
    const started = startRow({
      role: 'receipts',
      sheet,
      index,
      currency: currencyAt(index),
      amount: field,
      amounts: column,
      date: 'date',
      days,
    });
    const row = refund && refundSigns === 'unsigned' && started.minor !== null ? withMinor(started, -started.minor) : started;
    const left = deletedLeft(sheet, index) ?? causeOf(index, refund, row);
    if (left !== null) return leftRow(row, faults, left);
    if (row.left !== null) return leftRow(row, faults, row.left);
    if (refund && refundSigns === 'mixed' && row.minor > 0)
      faults.push({ code: 'mixed-signs', column: sheet.letters(field), text: '' });
    const common = reader.common(index, faults);
    const references = reader.references(index);
    const size = (of: Field): number => Math.abs(reader.minor(of, index, row.currency, faults) ?? 0);
    return usedRow(row, faults, [
      {
        key: '',
        entity: common.entity,
        customer: common.customer,
        customerId: common.customerId,
        taxNumber: common.taxNumber,
        domain: common.domain,
        place: common.place,
        owner: common.owner,
        rate: common.rate,
        reportingAmount: common.reportingAmount,
        reportingCurrency: common.reportingCurrency,
        text: common.text,
        role: 'receipt',
        kind: row.minor < 0 ? 'refund' : 'receipt',
        id: row.id,
        source: row.source,
        currency: row.currency,
        amount: row.minor,
        day: row.day,
        references,
        fee: size('fee'),
        withheld: size('withheld') + size('withheld2') + size('withheld3'),
        deposit: isDepositType(types[index] ?? ''),
        payerAccount: accounts[index] ?? '',
        applied: appliedTo(references, isApplied ? size('lineAmount') : 0),
        ...facts({ index, currency: row.currency, amount: row.minor, faults }),
      },
    ]);
  };

  /** Outgoing lines of a bank list wait for the rule that matches them to a customer's refund; until then only marked refunds count. */
  function causeOf(index: number, refund: boolean, row: StartedRow): LeftOutFacts | null {
    const type = types[index] ?? '';
    const status = statuses[index] ?? '';
    if (isDeadPayment(status)) return { cause: 'status', column: sheet.letters('status'), text: status };
    const direction = row.minor !== null && row.minor > 0 ? directionless(index) : null;
    if (direction !== null) return { cause: 'unreadable', column: sheet.letters('direction'), text: direction };
    const kind = documentClass(type);
    if (kind === 'invoice' && !bank) return { cause: 'repeat-document', column: sheet.letters('type'), text: type };
    if (kind === 'purchase' || isOwnMoney(type)) return { cause: 'not-customer', column: sheet.letters('type'), text: type };
    if (bank && !refund && row.minor !== null && row.minor < 0) {
      return { cause: 'not-customer', column: sheet.letters(outColumn(index)), text: type };
    }
    return null;
  }

  function outColumn(index: number): Field {
    return sheet.has('debit') && (sheet.numbers('debit')?.state[index] ?? 0) === READ ? 'debit' : field;
  }
}

const NOTHING_APPLIED: readonly Application[] = [];

/** A row that names one document and an amount beside the payment's own says how much of it is that document's. */
function appliedTo([reference, other]: readonly string[], amount: Minor): readonly Application[] {
  return reference === undefined || other !== undefined || amount === 0 ? NOTHING_APPLIED : [{ reference, amount }];
}

/** One signed column of money: the amount as it is, turned by a direction column, or money in less money out. */
function moneyOf(sheet: SourceSheet): { readonly field: Field; readonly column: NumberColumn | null } {
  if (sheet.mapping.grain === 'lines' && sheet.has('lineAmount'))
    return { field: 'lineAmount', column: sheet.numbers('lineAmount') };
  if (sheet.has('amount')) {
    const amounts = sheet.numbers('amount');
    return { field: 'amount', column: amounts !== null && sheet.has('direction') ? turned(sheet, amounts) : amounts };
  }
  const credit = sheet.numbers('credit');
  const debit = sheet.numbers('debit');
  if (debit === null) return { field: 'credit', column: credit };
  return { field: 'credit', column: inLessOut(credit, debit, sheet.count) };
}

/** Unsigned amounts take their sign from the direction; an amount that is already negative keeps it. */
function turned(sheet: SourceSheet, amounts: NumberColumn): NumberColumn {
  const directions = sheet.texts('direction');
  const directionAt = remembered(directionOf);
  const values = Float64Array.from(amounts.values, (value, index) =>
    directionAt(directions[index] ?? '') === 'out' ? -Math.abs(value) : value,
  );
  return { ...amounts, values };
}

/** The word of a direction column that says neither in nor out, where others of the column do; null for the usual row. */
function unknownDirections(sheet: SourceSheet): (index: number) => string | null {
  const directions = sheet.texts('direction');
  const directionAt = remembered(directionOf);
  if (!directions.some((word) => directionAt(word) !== null)) return () => null;
  return (index) => {
    const word = directions[index] ?? '';
    return word === '' || directionAt(word) !== null ? null : word;
  };
}

/** Some banks write money out as a negative number in its own column: there the size counts. */
function inLessOut(credit: NumberColumn | null, debit: NumberColumn, count: number): NumberColumn {
  const signs = signsOf(debit, count, () => true);
  const values = new Float64Array(count);
  const state = new Uint8Array(count);
  for (let index = 0; index < count; index += 1) {
    const out = debit.values[index] ?? 0;
    values[index] = (credit?.values[index] ?? 0) - (signs === 'signed' ? -out : out);
    const states = [credit?.state[index] ?? 0, debit.state[index] ?? 0];
    state[index] = states.includes(BAD) ? BAD : Math.max(...states);
  }
  return { values, state, marks: credit?.marks ?? debit.marks };
}
