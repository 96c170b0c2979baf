/** Exceptions by status, age and where to fix them: formulas, so that they follow what reviewers type. */

import { STATUSES } from '../../domain/reconciliation';
import { columnOf } from '../a1';
import type { ReportContext } from '../context';
import { EXCEPTIONS } from '../tableNames';
import type { PlannedCell } from '../plan';
import { listing } from './section';
import type { Corner, Section } from './section';

const column = (header: string): string => columnOf(EXCEPTIONS, header);
/** With a reason named, as `writtenOffReason` wants it. */
const WRITTEN_OFF = 'Written off*:?*';
const OPEN = ['Accepted', WRITTEN_OFF, 'Resolved', 'Copy'].map((status) => `${column('Status')},"<>${status}"`).join(',');

function countAndAmount(criteria: string): PlannedCell[] {
  const amount = column('Amount');
  return [
    { formula: `=COUNTIFS(${criteria})` },
    { formula: `=SUMIFS(${amount},${criteria},${amount},">0")-SUMIFS(${amount},${criteria},${amount},"<0")` },
  ];
}

function counts(
  corner: Corner,
  title: string,
  label: string,
  rows: readonly (readonly [string, string])[],
  context: ReportContext,
): Section {
  return listing(corner, {
    title,
    header: [label, 'Exceptions', 'Amount, gross'],
    rows: rows.map(([name, criteria]) => ({ cells: [name, ...countAndAmount(criteria)] })),
    formats: [{}, { numberFormat: '0', align: 'Right' }, { numberFormat: context.money.format, align: 'Right' }],
  });
}

export function exceptionsByStatus(corner: Corner, context: ReportContext): Section {
  const rows = [
    ...STATUSES.map((status) => [status, `${column('Status')},"${status}"`] as const),
    ['Written off', `${column('Status')},"${WRITTEN_OFF}"`] as const,
  ];
  return counts(corner, 'Exceptions by status', 'Status', rows, context);
}

export function exceptionsByAge(corner: Corner, context: ReportContext): Section {
  const age = column('Age (days)');
  return counts(
    corner,
    'Open exceptions by age',
    'Age in days',
    [
      ['0 to 30', `${age},">=0",${age},"<=30",${OPEN}`],
      ['31 to 60', `${age},">30",${age},"<=60",${OPEN}`],
      ['61 to 90', `${age},">60",${age},"<=90",${OPEN}`],
      ['over 90', `${age},">90",${OPEN}`],
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
    systems.map((system) => [system, `${column('Fix in')},"${system}",${OPEN}`] as const),
    context,
  );
}
