/** Exceptions, documents and source rows as the pane tells them. */

import { isoDay, isoMonth } from '../../domain/day';
import type { Day } from '../../domain/day';
import type { Exception } from '../../domain/reconciliation';
import type { LeftOutRow, Provenance, ReconciledRecord } from '../../domain/record';
import type { ReportContext } from '../context';
import { sideOf } from '../matchRows';
import { cellOf, documentSide } from '../review';
import { reasonName, suggestedAction } from '../reasonWords';
import type { DocumentTold, ExceptionTold, LeftOutTold } from './explanation';

const dayText = (day: Day | null): string => (day === null ? '' : isoDay(day));

export function exceptionTold(exception: Exception, context: ReportContext): ExceptionTold {
  const { key, priority, gap, reasonClass, code, owner, month, amount, ageDays, fixIn, source } = exception;
  const { presentValue, proposedValue, evidence, status, assignee, comment, resolution, whatChanged } = exception;
  return {
    ...{ key, priority, gap, reasonClass, code, owner, amount, ageDays, fixIn, presentValue, proposedValue, evidence },
    ...{ status, assignee, comment, resolution, whatChanged },
    reason: reasonName(code),
    action: suggestedAction(code),
    customer: context.customerName(exception.customer),
    month: month === null ? '' : isoMonth(month),
    firstSeen: dayText(exception.firstSeen),
    lastSeen: dayText(exception.lastSeen),
    closedOn: dayText(exception.closedOn),
    source: cellOf(source),
  };
}

export function documentTold(record: ReconciledRecord, context: ReportContext): DocumentTold {
  const { key, role } = record;
  return { key, role, ...documentSide(sideOf(key, context), context) };
}

export function leftOutTold({ cause, source, column, text, key }: LeftOutRow): LeftOutTold {
  const cell = column === null ? null : { sheet: source.sheet, address: `${column}${String(source.row)}`, text };
  return { cause, cell, key };
}

export function isOfRow({ sheet, row, lastRow = row, rows }: Provenance, name: string, wanted: number): boolean {
  if (sheet !== name) return false;
  return rows === undefined ? wanted >= row && wanted <= lastRow : rows.includes(wanted);
}
