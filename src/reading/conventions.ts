/** How each column of a sheet writes its dates and amounts, decided from all of its values, and what stays to be asked. */

import type { Field, SourceMapping } from '../settings/mapping';
import { surveyDecimal } from './amounts';
import type { Decimal, DecimalSurvey } from './amounts';
import { surveyOrder } from './dateOrder';
import type { OrderSurvey } from './dateOrder';
import type { DateOrder } from './dates';
import { AMOUNT_FIELDS, DATE_FIELDS } from '../settings/mapping';

/** Columns that do not decide by themselves and that nothing else settles. */
export interface OpenColumns {
  /** either: all their texts fit two readings · mixed: some texts can only be one, others only the other. */
  readonly finding: 'either' | 'mixed';
  /** The first of them. */
  readonly column: number;
  /** A text that fits both readings; "" where none does. */
  readonly example: string;
}

export interface Conventions {
  /** How a column is read: as its own values show, else as like columns of the sheet do, else as settled; null where open. */
  dateOrderAt(column: number): DateOrder | null;
  decimalAt(column: number): Decimal | null;
  /** What is to be kept for next month: the order all columns share, or the one that settled some; null where open. */
  readonly dateOrder: DateOrder | null;
  readonly decimal: Decimal | null;
  /** What has to be asked; null where every column is settled. */
  readonly openDates: OpenColumns | null;
  readonly openDecimals: OpenColumns | null;
  /** What the columns that decide by themselves share; null where none does or they differ. */
  readonly shownOrder: DateOrder | null;
  readonly shownDecimal: Decimal | null;
}

/** Columns of numbers that are no money still have a decimal mark. */
const NUMBER_FIELDS: readonly Field[] = [...AMOUNT_FIELDS, 'rate', 'quantity', 'unitPrice', 'lineAmount', 'lineTax'];

/** @param textsAt the distinct texts of a column, blanks trimmed. */
export function conventionsOf(mapping: SourceMapping, textsAt: (column: number) => readonly string[]): Conventions {
  const months = mapping.monthColumns.map(({ column }) => column);
  const orders = settle<DateOrder, OrderSurvey>(
    columnsOf(mapping, DATE_FIELDS),
    (column) => surveyOrder(textsAt(column)),
    mapping.dateOrder,
    sameShape,
  );
  const decimals = settle<Decimal, DecimalSurvey>(
    [...columnsOf(mapping, NUMBER_FIELDS), ...months],
    (column) => surveyDecimal(textsAt(column)),
    mapping.decimal,
    sameSeparators,
  );
  return {
    dateOrderAt: orders.at,
    decimalAt: decimals.at,
    dateOrder: orders.kept,
    decimal: decimals.kept,
    openDates: orders.open,
    openDecimals: decimals.open,
    shownOrder: orders.shown,
    shownDecimal: decimals.shown,
  };
}

function columnsOf(mapping: SourceMapping, fields: readonly Field[]): number[] {
  return fields.flatMap((field) => mapping.columns[field] ?? []);
}

interface Survey<T> {
  readonly finding: T | 'either' | 'mixed' | 'none';
  readonly example: string;
}

interface Settled<T> {
  readonly at: (column: number) => T | null;
  readonly kept: T | null;
  readonly open: OpenColumns | null;
  readonly shown: T | null;
}

/**
 * @param answer what a person or an earlier month settled: for columns that nothing in the sheet decides.
 * @param alike whether an undecided column is written as those are that show the answer.
 */
function settle<T extends DateOrder | Decimal, S extends Survey<T>>(
  columns: readonly number[],
  survey: (column: number) => S,
  answer: T | null,
  alike: (open: S, shown: readonly S[], common: T) => boolean,
): Settled<T> {
  const surveys = new Map([...new Set(columns)].sort((a, b) => a - b).map((column) => [column, survey(column)] as const));
  const deciding = [...surveys.values()].filter(({ finding }) => isDecided(finding));
  const found = new Set(deciding.map(({ finding }) => finding as T));
  const shown = found.size === 1 ? ([...found][0] ?? null) : null;

  const beside = (open: S): T | null => (shown !== null && alike(open, deciding, shown) ? shown : null);
  const readAs = (one: S): T | null => {
    switch (one.finding) {
      case 'none':
        return null;
      case 'either':
        return beside(one) ?? answer;
      case 'mixed':
        return answer;
      default:
        return one.finding;
    }
  };
  const at = (column: number): T | null => {
    let one = surveys.get(column);
    if (one === undefined) {
      one = survey(column);
      surveys.set(column, one);
    }
    return readAs(one);
  };

  const undecided = [...surveys].filter(
    ([, one]) => one.finding === 'mixed' || (one.finding === 'either' && beside(one) === null),
  );
  const first = undecided.find(([, { finding }]) => finding === 'mixed') ?? undecided[0];
  const open: OpenColumns | null =
    answer !== null || first === undefined
      ? null
      : { finding: first[1].finding === 'mixed' ? 'mixed' : 'either', column: first[0], example: first[1].example };
  return { at, open, shown, kept: undecided.length > 0 ? answer : (shown ?? answer) };
}

function isDecided(finding: string): boolean {
  return finding !== 'either' && finding !== 'mixed' && finding !== 'none';
}

/** The same separator and the same digits of the year stand where the order is shown. */
function sameShape(open: OrderSurvey, shown: readonly OrderSurvey[]): boolean {
  return [...open.open].every((shape) => shown.some((one) => one.shown.has(shape)));
}

/** `1,234` beside 12.50 groups thousands; `1.234` beside it would be a third decimal, which must stand there as well. */
function sameSeparators(open: DecimalSurvey, shown: readonly DecimalSurvey[], common: Decimal): boolean {
  return !open.open.has(common) || shown.some(({ threeDecimals }) => threeDecimals);
}
