/** Rows of a CRM to deals: won ones, dated by their close date, worth what the amount column says. */

import type { Deal } from '../domain/record';
import type { Field } from '../settings/mapping';
import type { ReadContext, SheetReader } from './context';
import { rowReader } from './commonFields';
import { currencyReader } from './currencyOfRow';
import type { PendingFault } from './drafts';
import { stageError } from './errorCells';
import { dealFactsReader } from './facts';
import { deletedLeft, isDated, leftRow, startRow, usedRow } from './rowOutcome';
import type { DatedRow } from './rowOutcome';
import type { SourceSheet } from './sheet';
import { foldText } from './text';
import { isNo, isYes, stageClass, statusKey } from './words';

/** Parts of a deal are added up by their own amounts. */
function amountFieldOf(sheet: SourceSheet): Field {
  const fields: readonly Field[] = sheet.mapping.grain === 'lines' ? ['lineAmount', ...AMOUNTS] : [...AMOUNTS, 'lineAmount'];
  return fields.find((each) => sheet.has(each)) ?? 'amount';
}

const AMOUNTS = ['amount', 'net', 'gross'] as const;

export function readDeals(sheet: SourceSheet, context: ReadContext): SheetReader {
  const field = amountFieldOf(sheet);
  const amounts = sheet.numbers(field);
  const currencyAt = currencyReader(sheet, amounts, context.stated, context.unstated);
  const days = sheet.days('date');
  const reader = rowReader(sheet);
  const facts = dealFactsReader(sheet, reader);
  const decidesWon = wonDecider(sheet, context);

  return (index) => {
    const faults: PendingFault[] = [];
    const currency = currencyAt(index);
    const row = startRow({ role: 'deals', sheet, index, currency, amount: field, amounts, date: 'date', days });
    const notWon = deletedLeft(sheet, index) ?? stageError(sheet, index) ?? decidesWon(index, faults);
    const aside = (): Deal | null => (isDated(row) ? dealOf(row, index, []) : null);
    if (notWon !== null) return leftRow(row, faults, notWon, aside());
    if (row.left !== null) return leftRow(row, faults, row.left, aside());
    return usedRow(row, faults, [dealOf(row, index, faults)]);
  };

  function dealOf(row: DatedRow, index: number, faults: PendingFault[]): Deal {
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
      role: 'deal',
      id: row.id,
      otherId: reader.otherId(index),
      source: row.source,
      currency: row.currency,
      amount: row.minor,
      day: row.day,
      name: sheet.texts('name')[index] ?? '',
      stage: sheet.texts('stage')[index] ?? '',
      dealType: sheet.texts('type')[index] ?? '',
      parent: sheet.texts('parent')[index] ?? '',
      start: reader.day('start', index, faults),
      end: reader.day('end', index, faults),
      termMonths: termMonths(sheet.texts('term')[index] ?? ''),
      billingMonths: billingMonths(sheet.texts('billing')[index] ?? ''),
      references: reader.references(index),
      // A net amount has no tax in it, whatever the tax column says.
      tax: field === 'net' ? 0 : (reader.minor('tax', index, row.currency, faults) ?? 0),
      discount: reader.minor('discount', index, row.currency, faults) ?? 0,
      margin: reader.minor('margin', index, row.currency, faults) ?? 0,
      ...facts({ index, currency: row.currency, amount: row.minor, faults }),
    };
  }
}

type NotWon = { readonly cause: 'not-won'; readonly column: string | null; readonly text: string };

/** A "won" flag decides where it is filled, else the stage by the settled list. A sheet with neither holds won deals only. */
function wonDecider(sheet: SourceSheet, context: ReadContext): (index: number, faults: PendingFault[]) => NotWon | null {
  const flags = sheet.texts('won');
  const stages = sheet.texts('stage');
  const stageColumn = sheet.letters('stage');
  const wonColumn = sheet.letters('won');
  const hasStage = sheet.has('stage');
  return (index, faults) => {
    const flag = flags[index] ?? '';
    if (isYes(flag)) return null;
    if (isNo(flag)) return { cause: 'not-won', column: wonColumn, text: flag };
    const stage = stages[index] ?? '';
    if (!hasStage) return sheet.has('won') ? { cause: 'not-won', column: wonColumn, text: flag } : null;
    if (context.won.has(statusKey(stage))) return null;
    if (stageClass(stage) === 'won') faults.push({ code: 'new-status', column: stageColumn, text: stage });
    return { cause: 'not-won', column: stageColumn, text: stage };
  };
}

/** "12", "12 months", "2 years", "36M"; null for anything else. */
export function termMonths(text: string): number | null {
  const match = /^(\d+(?:[.,]\d+)?) ?(\p{L}*)/u.exec(foldText(text));
  if (match === null) return null;
  const count = Number((match[1] ?? '').replace(',', '.'));
  const unit = match[2] ?? '';
  const months = /^(y|j|a)/.test(unit) ? count * 12 : count;
  const known = unit === '' || /^(m|y|j|a)/.test(unit);
  return known && Number.isFinite(months) && months > 0 ? Math.round(months) : null;
}

const BILLING: readonly (readonly [RegExp, number])[] = [
  [/half|semi|halb|semestr|halfjaar/, 6],
  [/quarter|quartal|vierteljahr|trimestr|kwartaal/, 3],
  [/month|monat|mensuel|mensual|maand/, 1],
  [/annual|year|jahr|annuel|anual|jaar/, 12],
  [/once|one time|one off|upfront|up front|prepaid|einmal|unique|unico|eenmalig/, 0],
];

/** Months between bills from a word of the billing column, or from its number; null where unknown. */
export function billingMonths(text: string): number | null {
  const folded = foldText(text).replace(/[-_]/g, ' ');
  if (/^\d{1,2}$/.test(folded)) return Number(folded);
  return BILLING.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}
