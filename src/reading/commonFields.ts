/** What every record of a sheet has in common: who, which document, owner, rate, texts. */

import type { Day } from '../domain/day';
import type { Currency, Minor } from '../domain/money';
import type { Place } from '../domain/record';
import type { Field } from '../settings/mapping';
import { amountAt, cutText } from './drafts';
import type { PendingFault } from './drafts';
import { isNobody } from './nobody';
import { remembered } from './remembered';
import { BAD, READ } from './sheet';
import type { DayColumn, SourceSheet } from './sheet';
import { cellText } from './text';

/** A group or a cell that says there is no owner is blank. */
export function ownerText(text: string): string {
  return isNobody(text) ? '' : text;
}

/** Several references in one cell part at ";", "|", line breaks, and commas between ids; a label before "#" goes. */
export function splitReferences(text: string): string[] {
  if (text === '') return [];
  if (!/[;|,\n#]/.test(text)) return [text];
  const parts = /[;|\n]/.test(text) ? text.split(/[;|\n]/) : isListOfIds(text) ? text.split(',') : [text];
  return parts.map((part) => part.replace(/^[\p{L} ]+#\s*/u, '').trim()).filter((part) => part !== '');
}

/** Each part between the commas is one word with a digit: "INV-1, INV-2", not "Order 7, shipped". */
function isListOfIds(text: string): boolean {
  const parts = text.split(',');
  return (
    parts.length > 1 &&
    parts.every((part, at) => /\d/.test(part) && !/\s/.test(at > 0 && part.startsWith(' ') ? part.slice(1) : part))
  );
}

/** Reads where a row's counterparty sits; undefined where no column or no cell says it. */
export function placeReader(sheet: SourceSheet): (index: number) => Place | undefined {
  if (!sheet.has('country') && !sheet.has('city') && !sheet.has('postcode')) return () => undefined;
  return (index) => {
    const [country = '', city = '', postcode = ''] = (['country', 'city', 'postcode'] as const).map(
      (field) => sheet.texts(field)[index],
    );
    return country === '' && city === '' && postcode === '' ? undefined : { country, city, postcode };
  };
}

const REFERENCES = ['reference', 'reference2', 'reference3'] as const;

export interface RowReader {
  /** A cell of a lesser field: null where blank; where it cannot be read a fault is noted and it is null. */
  day(field: Field, index: number, faults: PendingFault[]): Day | null;
  minor(field: Field, index: number, currency: Currency, faults: PendingFault[]): Minor | null;
  number(field: Field, index: number, faults: PendingFault[]): number | null;
  /** Reference, reference2, reference3 in this order, each once. */
  references(index: number): string[];
  otherId(index: number): string | undefined;
  /** "" where blank or nobody. */
  owner(index: number): string;
  common(index: number, faults: PendingFault[]): CommonFields;
}

export interface CommonFields {
  readonly entity: string;
  readonly customer: string;
  readonly customerId: string;
  readonly taxNumber: string;
  readonly domain: string;
  readonly place: Place | undefined;
  readonly owner: string;
  readonly rate: number | null;
  readonly reportingAmount: Minor | null;
  readonly reportingCurrency: Currency | undefined;
  readonly text: string;
}

const LAST_YEARS = 109_575 - 25_569;

export function rowReader(sheet: SourceSheet): RowReader {
  const dayColumns = new Map<Field, DayColumn | null>();
  const daysOf = (field: Field): DayColumn | null => {
    let column = dayColumns.get(field);
    if (column === undefined) {
      column = field === 'serviceMonth' ? sheet.months(field) : sheet.days(field);
      dayColumns.set(field, column);
    }
    return column;
  };
  const fault = (field: Field, index: number): PendingFault => {
    const at = sheet.mapping.columns[field];
    return {
      code: 'part-unreadable',
      column: sheet.letters(field),
      text: at === undefined ? '' : cutText(cellText(sheet.cell(index, at))),
    };
  };
  const ownerOf = remembered(ownerText);
  const texts = (field: Field): readonly string[] => sheet.texts(field);
  const reportingCurrency = sheet.mapping.reportingCurrency ?? null;

  const placeOf = placeReader(sheet);
  const others = texts('otherId');
  const quoting = REFERENCES.filter((field) => sheet.has(field)).map(texts);
  const reader: RowReader = {
    day(field, index, faults) {
      const column = daysOf(field);
      if (column === null || column.state[index] === 0) return null;
      if (column.state[index] === READ) return (column.days[index] ?? 0) as Day;
      // An end date of 9999 is how systems write "open end".
      const at = sheet.mapping.columns[field] ?? 0;
      const cell = sheet.cell(index, at);
      if (!(typeof cell === 'number' && cell > LAST_YEARS) && !String(cell).includes('9999')) faults.push(fault(field, index));
      return null;
    },
    minor(field, index, currency, faults) {
      const amount = amountAt(sheet, sheet.numbers(field), sheet.mapping.columns[field], index, currency);
      if (amount.state === 'bad') faults.push(fault(field, index));
      return amount.state === 'read' ? amount.minor : null;
    },
    number(field, index, faults) {
      const column = sheet.numbers(field);
      if (column === null || column.state[index] === 0) return null;
      if (column.state[index] === BAD) {
        faults.push(fault(field, index));
        return null;
      }
      return column.values[index] ?? null;
    },
    references(index) {
      let found: string[] = [];
      for (const quoted of quoting) {
        const text = quoted[index] ?? '';
        if (text !== '') found = found.length === 0 ? splitReferences(text) : [...found, ...splitReferences(text)];
      }
      return found.length < 2 ? found : [...new Set(found)];
    },
    otherId(index) {
      const text = others[index] ?? '';
      return text === '' ? undefined : text;
    },
    owner(index) {
      return ownerOf(texts('owner')[index] ?? '');
    },
    common(index, faults) {
      // A converted amount or a rate is of use only where it is known what it leads to.
      const rate = reportingCurrency === null ? null : reader.number('rate', index, faults);
      const reportingAmount =
        reportingCurrency === null ? null : reader.minor('reportingAmount', index, reportingCurrency, faults);
      return {
        entity: texts('entity')[index] ?? '',
        customer: texts('customer')[index] ?? '',
        customerId: texts('customerId')[index] ?? '',
        taxNumber: texts('taxNumber')[index] ?? '',
        domain: texts('domain')[index] ?? '',
        place: placeOf(index),
        owner: reader.owner(index),
        rate: rate !== null && rate > 0 ? rate : null,
        reportingAmount,
        reportingCurrency: reportingCurrency ?? undefined,
        text: texts('text')[index] ?? '',
      };
    },
  };
  return reader;
}
