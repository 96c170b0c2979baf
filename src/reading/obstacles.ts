/** What stops a run before it starts. */

import type { ColumnGuess, Obstacle, SourceInspection } from '../settings/inspection';
import { quartersIn } from './monthColumns';

const NEEDED_ROLES = [
  {
    role: 'deals',
    code: 'no-deals',
    message: 'No sheet of deals was found. Choose the sheet that holds the won deals of your CRM.',
  },
  {
    role: 'invoices',
    code: 'no-invoices',
    message: 'No sheet of invoices was found. Choose the sheet that holds the issued invoices.',
  },
] as const;

export function obstaclesOf(sources: readonly SourceInspection[]): Obstacle[] {
  const missing = NEEDED_ROLES.filter(({ role }) => sources.every((source) => source.role !== role));
  return [
    ...missing.map(({ code, message }): Obstacle => ({ code, sheet: null, message })),
    ...sources.flatMap((source) => obstacleOf(source)),
  ];
}

function obstacleOf({ sheet, role, mapping, headers, rows }: SourceInspection): Obstacle[] {
  if (role !== 'deals' && role !== 'invoices' && role !== 'credits' && role !== 'schedule' && role !== 'receipts') return [];
  const { columns, monthColumns } = mapping;
  const has = (...fields: ColumnGuess['field'][]): boolean => fields.some((field) => columns[field] !== undefined);
  if (rows === 0)
    return [{ code: 'empty', sheet, message: `“${sheet}” has no rows below its header. Leave it out, or choose another sheet.` }];
  if (monthColumns.length > 0) return [];
  const quarters = quartersIn(headers);
  if (role === 'schedule' && quarters.length >= 2 && !has('amount', 'credit')) return [byQuarter(sheet, quarters)];
  if (!has('amount', 'net', 'gross', 'debit', 'credit')) {
    return [
      { code: 'no-amount', sheet, message: `No column of amounts was found in “${sheet}”. Choose the column that holds them.` },
    ];
  }
  if (!has('date', 'month'))
    return [
      { code: 'no-date', sheet, message: `No column of dates was found in “${sheet}”. Choose the column that holds them.` },
    ];
  return [];
}

function byQuarter(sheet: string, quarters: readonly string[]): Obstacle {
  const named = quarters.slice(0, 2).map((text) => `“${text}”`);
  return {
    code: 'no-months',
    sheet,
    message: `“${sheet}” gives revenue by quarter (${named.join(', ')} …), which does not tell its months. Export it by month, or leave it out.`,
  };
}
