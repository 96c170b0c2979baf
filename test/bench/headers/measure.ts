/** How well reports are understood: the role, and each column's field, against what they are. */

import type { SourceGrid } from '../../../src/domain/grid';
import { inspect } from '../../../src/reading/inspect';
import { BESIDE, fieldsOf, isOptional, ROLE_OF } from './meanings';
import type { Report } from './report';
import { rowsBelow } from './rows';

export interface Measured {
  readonly report: Report;
  readonly role: string;
  readonly roleReason: string;
  readonly isRoleRight: boolean;
  readonly right: number;
  /** "dueDate “Pay until”: not mapped" */
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
  /** Wrong with a confidence of 0.8 or more. */
  readonly confident: number;
  /** Lesser fields found under headers the report says nothing of. */
  readonly beside: readonly string[];
}

export const CONFIDENT = 0.8;

/** Debit and credit say nothing more where the amount stands beside them. */
const PAIR = new Set(['moneyIn', 'moneyOut', 'debit', 'credit']);
const AMOUNTS = ['amount', 'net', 'gross'] as const;

/** Headers alone, or with rows; a report without a header has nothing but its rows. */
export function measure(report: Report, withRows: boolean): Measured {
  const grid = gridOf(report, withRows || !report.hasHeader);
  const [source] = inspect([grid], []).sources;
  const role = ROLE_OF[report.role];
  if (source === undefined || role === undefined) throw new RangeError(`“${report.role}” of ${report.name} is no role`);
  const isRoleRight = source.role === role;
  // Where the role is wrong the columns are judged as if a person had corrected it.
  const columns = isRoleRight ? source.columns : columnsAs(grid, source.mapping, role);
  const meanings = Object.entries(report.mapping).filter(([meaning]) => fieldsOf(role, meaning).length > 0);
  const found = new Map(columns.filter(({ column }) => column >= 0).map((guess) => [guess.column, guess]));
  const columnOf = (header: string): number => report.headers.indexOf(header);
  // A second date is one only beside a first.
  const hasDate = ['date', 'invoiceDate', 'paymentDate'].some((meaning) => meaning in report.mapping);
  const accepts = (column: number, field: string): boolean =>
    (field !== 'otherDate' || hasDate) &&
    meanings.some(
      ([meaning, header]) => report.headers[column] === header && fieldsOf(role, meaning).some((one) => one === field),
    );
  const right = [...found.values()].filter(({ column, field }) => accepts(column, field));
  const taken = new Set(right.map(({ field }) => field));
  const hasAmount = AMOUNTS.some((field) => taken.has(field));
  const listed = new Set(Object.values(report.mapping));
  const missed: string[] = [];
  for (const column of new Set(meanings.map(([, header]) => columnOf(header)))) {
    if (right.some((guess) => report.headers[guess.column] === report.headers[column])) continue;
    const open = meanings.filter(
      ([meaning, header]) =>
        columnOf(header) === column &&
        !isOptional(meaning) &&
        !(PAIR.has(meaning) && hasAmount) &&
        fieldsOf(role, meaning).some((field) => !taken.has(field)),
    );
    const [first] = open;
    if (first !== undefined) missed.push(`${first[0]} “${first[1]}”: ${found.get(column)?.field ?? 'not mapped'}`);
  }
  const others = [...found.values()].filter((guess) => !right.includes(guess));
  const isBeside = ({ field, column }: (typeof others)[number]): boolean =>
    BESIDE.has(field) && !listed.has(report.headers[column] ?? '');
  const wrong = others.filter((guess) => !isBeside(guess));
  const words = ({ field, column, confidence }: (typeof others)[number]): string =>
    `${field} “${report.headers[column] ?? ''}” ${confidence.toFixed(2)}`;
  return {
    report,
    role: source.role,
    roleReason: source.roleReason,
    isRoleRight,
    right: right.length,
    missed,
    wrong: wrong.map(words),
    confident: wrong.filter(({ confidence }) => confidence >= CONFIDENT).length,
    beside: others.filter(isBeside).map(words),
  };
}

type Inspected = ReturnType<typeof inspect>['sources'][number];

function columnsAs(grid: SourceGrid, mapping: Inspected['mapping'], role: Inspected['role']): Inspected['columns'] {
  const corrected = { ...mapping, role, columns: {}, monthColumns: [] };
  return inspect([grid], [corrected]).sources[0]?.columns ?? [];
}

function gridOf(report: Report, withRows: boolean): SourceGrid {
  const values = [...(report.hasHeader ? [[...report.headers]] : []), ...(withRows ? rowsBelow(report) : [])];
  return { sheet: 'Sheet1', table: null, top: 0, left: 0, values, formatSamples: [], hiddenRows: 0 };
}

export interface Figures {
  readonly reports: number;
  readonly rolesRight: number;
  readonly right: number;
  readonly missed: number;
  readonly wrong: number;
  /** Lesser fields under headers the report says nothing of, which count neither way. */
  readonly beside: number;
  readonly confident: number;
  readonly precision: number;
  readonly recall: number;
  readonly confidentShare: number;
}

export function figuresOf(measured: readonly Measured[]): Figures {
  const sum = (of: (each: Measured) => number): number => measured.reduce((total, each) => total + of(each), 0);
  const [right, missed, wrong, beside, confident] = [
    sum((each) => each.right),
    sum((each) => each.missed.length),
    sum((each) => each.wrong.length),
    sum((each) => each.beside.length),
    sum((each) => each.confident),
  ];
  return {
    reports: measured.length,
    rolesRight: sum((each) => (each.isRoleRight ? 1 : 0)),
    right,
    missed,
    wrong,
    beside,
    confident,
    precision: right / Math.max(1, right + wrong),
    recall: right / Math.max(1, right + missed),
    confidentShare: confident / Math.max(1, right + wrong),
  };
}
