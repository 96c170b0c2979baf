/** Rows of a recognition schedule: one month a row, or months across. */

import { firstDay, lastDay, monthOf, parseIsoMonth } from '../domain/day';
import type { Day } from '../domain/day';
import type { Minor } from '../domain/money';
import type { ReadContext, SheetReader } from './context';
import { rowReader } from './commonFields';
import { currencyReader } from './currencyOfRow';
import { amountAt, currencyLeft } from './drafts';
import { journalOf } from './journal';
import type { Journal } from './journal';
import { withFirstMonth } from './monthColumns';
import type { Draft, PendingFault } from './drafts';
import { deletedLeft, identityOf, leftRow, startRow, usedRow } from './rowOutcome';
import type { StartedRow } from './rowOutcome';
import type { SourceSheet } from './sheet';
import { READ } from './valueColumns';
import type { DayColumn } from './valueColumns';
import { invoiceStatusClass } from './words';

export function readSchedule(sheet: SourceSheet, context: ReadContext): SheetReader {
  return sheet.mapping.monthColumns.length > 0
    ? readMonthsAcross(sheet, context)
    : readMonthRows(sheet, context, journalOf(sheet));
}

/** A draft or void schedule row posts nothing; every other word ("Planned", "Posted") leaves the date to decide. */
function statusLeft(sheet: SourceSheet, index: number): { cause: 'status'; column: string | null; text: string } | null {
  const status = sheet.texts('status')[index] ?? '';
  if (status === '' || invoiceStatusClass(status) !== 'not-issued') return null;
  return { cause: 'status', column: sheet.letters('status'), text: status };
}

/** @param journal the sheet's rows as entries of a journal; null where each row is revenue. */
function readMonthRows(sheet: SourceSheet, context: ReadContext, journal: Journal | null): SheetReader {
  const amounts = journal === null ? sheet.numbers('amount') : journal.amounts;
  const currencyAt = currencyReader(sheet, amounts, context.stated, context.unstated);
  const field = sheet.has('month') ? 'month' : 'date';
  const days = sheet.months(field);
  const posted = sheet.days(field);
  const reader = rowReader(sheet);
  return (index) => {
    const faults: PendingFault[] = [];
    const row = startRow({
      role: 'schedule',
      sheet,
      index,
      currency: currencyAt(index),
      amount: journal?.field ?? 'amount',
      amounts,
      date: field,
      days,
    });
    const left = deletedLeft(sheet, index) ?? statusLeft(sheet, index) ?? journal?.otherSide(index) ?? null;
    if (left !== null) return leftRow(row, faults, left);
    if (row.left !== null) return leftRow(row, faults, row.left);
    const common = reader.common(index, faults);
    const serviceDay = reader.day('serviceMonth', index, faults);
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
        role: 'revenue',
        id: row.id,
        source: row.source,
        currency: row.currency,
        amount: row.minor,
        day: row.day,
        references: reader.references(index),
        serviceDay: serviceDay === row.day ? null : serviceDay,
        ...postedOn(row.day, posted, index),
      },
    ]);
  };
}

/** The day itself, where it is one within its month: the first and the last stand for the month. */
function postedOn(monthEnd: Day, posted: DayColumn | null, index: number): { readonly postedDay?: Day } {
  if (posted?.state[index] !== READ) return {};
  const day = posted.days[index] as Day;
  const month = monthOf(monthEnd);
  return day > firstDay(month) && day < monthEnd ? { postedDay: day } : {};
}

/** One record for each month with revenue. A row of zeros only keeps one record of zero, so that the row is accounted for. */
function readMonthsAcross(sheet: SourceSheet, context: ReadContext): SheetReader {
  // Until it is known which month the first one is, there is no date to any amount.
  const across = withFirstMonth(sheet.mapping.monthColumns, sheet.mapping.firstMonth).flatMap(({ column, month }) => {
    const parsed = parseIsoMonth(month);
    return parsed === null ? [] : [{ column, day: lastDay(parsed), numbers: sheet.numbersAt(column) }];
  });
  const marks = across.map(({ numbers }) => numbers).find((numbers) => numbers.marks !== null) ?? null;
  const currencyAt = currencyReader(sheet, marks, context.stated, context.unstated);
  const reader = rowReader(sheet);
  return (index) => {
    const faults: PendingFault[] = [];
    const currency = currencyAt(index);
    const months: { day: Day; minor: Minor }[] = [];
    let zero: { day: Day; minor: Minor } | null = null;
    let total = 0;
    for (const { column, day, numbers } of across) {
      const amount = amountAt(sheet, numbers, column, index, currency.code);
      if (amount.state === 'bad') faults.push({ code: 'part-unreadable', column: sheet.lettersAt(column), text: amount.text });
      if (amount.state !== 'read') continue;
      if (amount.minor === 0) zero ??= { day, minor: 0 };
      else months.push({ day, minor: amount.minor });
      total += amount.minor;
    }
    if (months.length === 0 && zero !== null) months.push(zero);
    const [firstMonth] = months;
    const identity = { ...identityOf('schedule', sheet, index), currency: currency.code };
    const row: StartedRow =
      firstMonth === undefined
        ? {
            ...identity,
            minor: null,
            day: null,
            left:
              across.length === 0
                ? { cause: 'no-date', column: null, text: '' }
                : { cause: 'unreadable', column: faults[0]?.column ?? null, text: faults[0]?.text ?? 'blank' },
          }
        : currency.known
          ? { ...identity, minor: total, day: firstMonth.day, left: null }
          : { ...identity, minor: total, day: firstMonth.day, left: currencyLeft(currency) };
    const status = deletedLeft(sheet, index) ?? statusLeft(sheet, index);
    if (status !== null) return leftRow(row, [], status);
    if (row.left !== null) return leftRow(row, months.length === 0 ? [] : faults, row.left);
    const common = reader.common(index, faults);
    const references = reader.references(index);
    const drafts: Draft[] = months.map(({ day, minor }) => ({
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
      role: 'revenue',
      id: row.id,
      source: row.source,
      currency: row.currency,
      amount: minor,
      day,
      references,
      serviceDay: null,
    }));
    return usedRow(row, faults, drafts);
  };
}
