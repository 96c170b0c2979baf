/** Exceptions by status, age and where to fix them: formulas, so that they follow what reviewers type. */

import { STATUSES } from '../../domain/reconciliation';
import { columnOf } from '../a1';
import type { ReportContext } from '../context';
import { EXCEPTIONS } from '../tableNames';
import type { PlannedCell } from '../plan';
import { listing } from './section';
import type { Corner, Section } from './section';

/** With a reason named, as `writtenOffReason` wants it. */
const WRITTEN_OFF = 'Written off*:?*';

/** A condition on a column: what its cells must say. */
type Criterion = readonly [header: string, condition: string];

const OPEN = ['Accepted', WRITTEN_OFF, 'Resolved', 'Copy'].map((status): Criterion => ['Status', `<>${status}`]);

function countAndAmount(criteria: readonly Criterion[], { tablesOf }: ReportContext): PlannedCell[] {
  const tables = tablesOf(EXCEPTIONS).map((table) => ({
    amount: columnOf(table, 'Amount'),
    where: criteria.map(([header, condition]) => `${columnOf(table, header)},"${condition}"`).join(','),
  }));
  const sum = ({ amount, where }: (typeof tables)[number], sign: string): string =>
    `SUMIFS(${amount},${where},${amount},"${sign}0")`;
  return [
    { formula: `=${tables.map(({ where }) => `COUNTIFS(${where})`).join('+')}` },
    { formula: `=${tables.map((table) => `${sum(table, '>')}-${sum(table, '<')}`).join('+')}` },
  ];
}

function counts(
  corner: Corner,
  title: string,
  label: string,
  rows: readonly (readonly [name: string, criteria: readonly Criterion[]])[],
  context: ReportContext,
): Section {
  return listing(corner, {
    title,
    header: [label, 'Exceptions', 'Amount, gross'],
    rows: rows.map(([name, criteria]) => ({ cells: [name, ...countAndAmount(criteria, context)] })),
    formats: [{}, { numberFormat: '0', align: 'Right' }, { numberFormat: context.money.format, align: 'Right' }],
  });
}

export function exceptionsByStatus(corner: Corner, context: ReportContext): Section {
  const rows = [
    ...STATUSES.map((status): [string, Criterion[]] => [status, [['Status', status]]]),
    ['Written off', [['Status', WRITTEN_OFF]]] as [string, Criterion[]],
  ];
  return counts(corner, 'Exceptions by status', 'Status', rows, context);
}

export function exceptionsByAge(corner: Corner, context: ReportContext): Section {
  const age = (...conditions: readonly string[]): Criterion[] => [
    ...conditions.map((condition): Criterion => ['Age (days)', condition]),
    ...OPEN,
  ];
  return counts(
    corner,
    'Open exceptions by age',
    'Age in days',
    [
      ['0 to 30', age('>=0', '<=30')],
      ['31 to 60', age('>30', '<=60')],
      ['61 to 90', age('>60', '<=90')],
      ['over 90', age('>90')],
    ],
    context,
  );
}

const SYSTEMS = ['CRM', 'Billing', 'Revenue', 'Cash application', 'Tieout'];

export function exceptionsByFix(corner: Corner, context: ReportContext): Section {
  const named = new Set(context.result.exceptions.map(({ fixIn }) => fixIn).filter((fixIn) => /^[\w ]+$/.test(fixIn)));
  const systems = [...SYSTEMS, ...[...named].filter((system) => !SYSTEMS.includes(system)).sort()];
  return counts(
    corner,
    'Open exceptions by where to fix them',
    'Fix in',
    systems.map((system) => [system, [['Fix in', system], ...OPEN]]),
    context,
  );
}
