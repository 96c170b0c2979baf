/** Rows of invoices and credit notes, net of tax; payments that stand among them become receipts. */

import type { Minor } from '../domain/money';
import type { Invoice } from '../domain/record';
import type { ReadContext, SheetReader } from './context';
import { rowReader } from './commonFields';
import { currencyReader } from './currencyOfRow';
import { amountAt } from './drafts';
import type { LeftOutFacts, PendingFault, ReadRow } from './drafts';
import { kindErrors } from './errorCells';
import { invoiceFactsReader } from './facts';
import { basisOf } from './netBasis';
import { remembered } from './remembered';
import { amountLeft, deletedLeft, isDated, leftRow, startRow, usedRow, withMinor } from './rowOutcome';
import type { DatedRow, StartedRow } from './rowOutcome';
import { signsOf } from './signs';
import type { SourceSheet } from './sheet';
import { documentClass, invoiceStatusClass, isDepositType, isKnownInvoiceStatus, isYes, statusKey } from './words';
import type { DocumentClass } from './words';

export function readInvoices(sheet: SourceSheet, context: ReadContext): SheetReader {
  const allCredits = sheet.mapping.role === 'credits';
  const basis = basisOf(sheet);
  const currencyAt = currencyReader(sheet, basis.column, context.stated, context.unstated);
  const days = sheet.days('date');
  const errorsOf = kindErrors(sheet);
  const reader = rowReader(sheet);
  const facts = invoiceFactsReader(sheet, reader);
  const classAt = classReader(sheet, allCredits);
  const creditSigns = signsOf(basis.column, sheet.count, (index) => classAt(index) === 'credit');
  const paymentSigns = signsOf(basis.column, sheet.count, (index) => classAt(index) === 'payment');
  const statuses = sheet.texts('status');
  const keyOfStatus = remembered(statusKey);

  return (index) => {
    const faults = errorsOf(index);
    const kind = classAt(index);
    const currency = currencyAt(index);
    const started = startRow({
      role: allCredits ? 'credits' : 'invoices',
      sheet,
      index,
      currency,
      amount: basis.field,
      amounts: basis.column,
      date: 'date',
      days,
    });
    const less =
      basis.less === null
        ? null
        : amountAt(sheet, sheet.numbers(basis.less), sheet.mapping.columns[basis.less], index, currency.code);
    const net = lessTax(started, less?.state === 'read' ? less.minor : 0);
    const row = flipped(net, kind === 'credit' && creditSigns === 'unsigned');
    const deleted = deletedLeft(sheet, index);
    if (deleted !== null) return leftRow(row, faults, deleted);
    if (kind === 'payment' || kind === 'refund') return paymentRow(row, kind, paymentSigns === 'signed', faults);
    const status = statusLeft(index, kind, faults) ?? basis.otherSide?.(index) ?? null;
    if (status !== null)
      return leftRow(row, faults, status, kind === 'write-off' && isDated(row) ? writeOffOf(row, index) : null);
    if (row.left !== null) return leftRow(row, faults, row.left, isDated(row) ? documentOf(row, kind, index, []) : null);
    if (less?.state === 'bad' && basis.less !== null) return leftRow(row, faults, amountLeft(sheet, basis.less, less.text));
    if (kind === 'credit' && creditSigns === 'mixed' && row.minor > 0) {
      faults.push({ code: 'mixed-signs', column: sheet.letters(basis.field), text: '' });
    }
    return usedRow(row, faults, [documentOf(row, kind, index, faults)]);
  };

  function documentOf(row: DatedRow, kind: DocumentClass, index: number, faults: PendingFault[]): Invoice {
    const flip = kind === 'credit' && creditSigns === 'unsigned' ? -1 : 1;
    return invoiceOf(row, kind, taxOf(row, flip, index, faults), flip, index, faults);
  }

  /** What a write-off document would be as a credit: definitions decide what it does. */
  function writeOffOf(row: DatedRow, index: number): Invoice {
    const flip = row.minor > 0 ? -1 : 1;
    return { ...documentOf(row, 'credit', index, []), amount: flip * row.minor, tax: taxOf(row, flip, index, []) };
  }

  function taxOf(row: DatedRow, flip: 1 | -1, index: number, faults: PendingFault[]): Minor {
    if (basis.tax === 'column' || basis.tax === 'line') {
      const field = basis.tax === 'line' ? 'lineTax' : 'tax';
      return flip * (reader.minor(field, index, row.currency, faults) ?? 0) || 0;
    }
    if (basis.tax === 'none') return 0;
    const gross = reader.minor('gross', index, row.currency, faults);
    return gross === null ? 0 : flip * gross - row.minor;
  }

  function invoiceOf(
    row: DatedRow,
    kind: DocumentClass,
    tax: Minor,
    flip: 1 | -1,
    index: number,
    faults: PendingFault[],
  ): Invoice {
    const open = reader.minor('open', index, row.currency, faults);
    const common = reader.common(index, faults);
    return {
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
      role: 'invoice',
      kind: kind === 'credit' || row.minor < 0 ? 'credit' : 'invoice',
      id: row.id,
      otherId: reader.otherId(index),
      source: row.source,
      currency: row.currency,
      amount: row.minor,
      day: row.day,
      status: statuses[index] ?? '',
      due: reader.day('due', index, faults),
      tax,
      references: reader.references(index),
      appliesTo: kind === 'credit' || row.minor < 0 ? (sheet.texts('appliesTo')[index] ?? '') : '',
      serviceStart: reader.day('serviceStart', index, faults),
      serviceEnd: reader.day('serviceEnd', index, faults),
      open: open === null ? null : openSigned(open, flip),
      writtenOff: isWrittenOff(statuses[index] ?? ''),
      final: isYes(sheet.texts('final')[index] ?? ''),
      ...facts({ index, currency: row.currency, amount: row.minor, faults }),
    };
  }

  function openSigned(open: Minor, flip: 1 | -1): Minor {
    return flip === -1 && open > 0 ? -open : open;
  }

  function isWrittenOff(status: string): boolean {
    return context.writtenOff.has(keyOfStatus(status));
  }

  function statusLeft(index: number, kind: DocumentClass, faults: PendingFault[]): LeftOutFacts | null {
    if (kind === 'quote' || kind === 'purchase' || kind === 'write-off') {
      const cause = kind === 'quote' ? 'quote' : kind === 'purchase' ? 'not-customer' : 'status';
      return { cause, column: sheet.letters('type'), text: sheet.texts('type')[index] ?? '' };
    }
    const status = statuses[index] ?? '';
    const key = keyOfStatus(status);
    if (key === '' || context.issued.has(key) || context.writtenOff.has(key)) return null;
    const meaning = invoiceStatusClass(status);
    if (meaning === 'issued' || meaning === 'written-off' || !isKnownInvoiceStatus(status)) {
      faults.push({ code: 'new-status', column: sheet.letters('status'), text: status });
    }
    return { cause: meaning === 'quote' ? 'quote' : 'status', column: sheet.letters('status'), text: status };
  }

  /** A payment listed among the invoices: money received, or a repeat where receipts have a sheet of their own. */
  function paymentRow(row: StartedRow, kind: 'payment' | 'refund', signed: boolean, faults: PendingFault[]): ReadRow {
    const received = { ...flipped(row, signed), role: 'receipts' } as StartedRow;
    if (context.hasReceipts) {
      return leftRow(received, faults, {
        cause: 'repeat-document',
        column: sheet.letters('type'),
        text: sheet.texts('type')[row.index] ?? '',
      });
    }
    if (received.left !== null) return leftRow(received, faults, received.left);
    const minor = kind === 'refund' ? -Math.abs(received.minor) : received.minor;
    const common = reader.common(row.index, faults);
    return usedRow(withMinor(received, minor), faults, [
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
        kind: kind === 'refund' || minor < 0 ? 'refund' : 'receipt',
        id: received.id,
        source: received.source,
        currency: received.currency,
        amount: minor,
        day: received.day,
        references: [sheet.texts('appliesTo')[row.index] ?? '', ...reader.references(row.index)].filter((text) => text !== ''),
        fee: 0,
        withheld: 0,
        deposit: isDepositType(sheet.texts('type')[row.index] ?? ''),
      },
    ]);
  }
}

function classReader(sheet: SourceSheet, allCredits: boolean): (index: number) => DocumentClass {
  const types = sheet.texts('type');
  const header = sheet.mapping.columns.type;
  const title = header === undefined ? '' : statusKey(String(sheet.grid.values[sheet.mapping.headerRow]?.[header] ?? ''));
  const flag = /return|credit note|is credit/.test(title);
  const memo = new Map<string, DocumentClass>();
  return (index) => {
    const text = types[index] ?? '';
    let kind = memo.get(text);
    if (kind === undefined) {
      kind = flag ? (isYes(text) ? 'credit' : 'invoice') : documentClass(text);
      if (allCredits && (kind === 'other' || kind === 'invoice')) kind = 'credit';
      memo.set(text, kind);
    }
    return kind;
  };
}

function lessTax(row: StartedRow, tax: Minor): StartedRow {
  return tax === 0 || row.minor === null ? row : withMinor(row, row.minor - tax);
}

function flipped(row: StartedRow, flip: boolean): StartedRow {
  return !flip || row.minor === null || row.minor === 0 ? row : withMinor(row, -row.minor);
}
