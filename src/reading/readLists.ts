/** Rows of customer lists and of rate tables: what other records are read against. */

import type { Day } from '../domain/day';
import { dayFromSerial } from '../domain/day';
import type { CustomerRecord, OwnerRecord, Rate } from '../domain/record';
import { currencyOf } from './currencies';
import { cutText, hashedKey, keyOf } from './drafts';
import type { LeftOutFacts } from './drafts';
import { ownerText, placeReader } from './commonFields';
import { dayAt, dateLeft } from './rowOutcome';
import { READ } from './sheet';
import type { SourceSheet } from './sheet';
import { cellText } from './text';
import { isNo, statusKey } from './words';

/** A row of a list: read, or left out with its cause. */
export type ListRow<T> = { readonly read: T; readonly left: null } | { readonly read: null; readonly left: LeftOutFacts };

export function readCustomer(sheet: SourceSheet, index: number): ListRow<CustomerRecord> {
  const text = (field: Parameters<SourceSheet['texts']>[0]): string => sheet.texts(field)[index] ?? '';
  const name = text('customer');
  const id = text('customerId');
  if (name === '' && id === '')
    return { read: null, left: { cause: 'unreadable', column: sheet.letters('customer'), text: 'blank' } };
  const facts = [name, text('otherId'), text('parent'), text('taxNumber'), text('domain')];
  return {
    read: {
      key: id === '' ? hashedKey('customers', '', facts) : keyOf('customers', text('entity'), id),
      source: sheet.provenance(index),
      name,
      id,
      otherId: text('otherId'),
      parent: text('parent'),
      taxNumber: text('taxNumber'),
      domain: text('domain'),
      place: placeReader(sheet)(index),
      owner: ownerText(text('owner')),
    },
    left: null,
  };
}

const LEFT =
  /^(?:inactive|not active|disabled|deactivated|suspended|terminated|left|former|archived|deleted|locked|frozen|inaktiv|ausgeschieden|inactif|inactivo|inactief|inattivo|inativo)\b/;

/** Whoever no column calls inactive is there. */
export function readOwner(sheet: SourceSheet, index: number): OwnerRecord {
  const text = (field: Parameters<SourceSheet['texts']>[0]): string => sheet.texts(field)[index] ?? '';
  const active = text('active');
  return {
    name: text('owner'),
    id: text('id'),
    email: text('domain'),
    hasLeft: isNo(active) || LEFT.test(statusKey(active)),
  };
}

/** Rates without a date hold from the first day of Excel's calendar that is one. */
const ALWAYS = dayFromSerial(61);

/** @param to the currency the table leads to where it has no column for it. */
export function rateReader(sheet: SourceSheet): (index: number) => ListRow<Rate> {
  const days = sheet.days('date');
  const months = sheet.has('date') ? sheet.months('date') : null;
  const rates = sheet.numbers('rate');
  return (index) => {
    const left = (field: Parameters<SourceSheet['texts']>[0]): ListRow<Rate> => {
      const at = sheet.mapping.columns[field];
      const shown = at === undefined ? '' : cutText(cellText(sheet.cell(index, at)));
      return { read: null, left: { cause: 'unreadable', column: sheet.letters(field), text: shown === '' ? 'blank' : shown } };
    };
    const from = currencyOf(sheet.texts('fromCurrency')[index] ?? '');
    if (from === null) return left('fromCurrency');
    const to = sheet.has('toCurrency') ? currencyOf(sheet.texts('toCurrency')[index] ?? '') : (sheet.mapping.currency ?? null);
    if (to === null) return left('toCurrency');
    const rate = rates?.state[index] === READ ? (rates.values[index] ?? 0) : 0;
    if (!(rate > 0)) return left('rate');
    let day: Day | null = days === null ? ALWAYS : dayAt(days, index);
    // A month's rate holds from its first day on.
    const month = months === null ? null : dayAt(months, index);
    if (day === null && month !== null) day = firstOfMonth(month);
    if (day === null)
      return { read: null, left: dateLeft(sheet, days, 'date', index) ?? { cause: 'no-date', column: null, text: '' } };
    return { read: { from, to, day, rate }, left: null };
  };
}

function firstOfMonth(day: Day): Day {
  return (day - new Date(day * 86_400_000).getUTCDate() + 1) as Day;
}
