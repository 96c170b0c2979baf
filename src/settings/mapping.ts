/** How a sheet is read: its role, its header row, which column is what. */

import { z } from 'zod';
import { ROLES } from '../domain/record';

/** What a column can be. One list for all roles; `reading/fields` says which role uses which and by what words they are known. */
export const FIELDS = [
  'id',
  'customer',
  'customerId',
  'otherId',
  'parent',
  'taxNumber',
  'domain',
  'owner',
  'entity',
  'name',
  'amount',
  'net',
  'tax',
  'gross',
  'open',
  'currency',
  'rate',
  'reportingAmount',
  'debit',
  'credit',
  'direction',
  'date',
  'due',
  'stage',
  'won',
  'status',
  'type',
  'reference',
  'reference2',
  'reference3',
  'appliesTo',
  'text',
  'start',
  'end',
  'term',
  'billing',
  'discount',
  'margin',
  'serviceStart',
  'serviceEnd',
  'serviceMonth',
  'final',
  'month',
  'fee',
  'withheld',
  'fromCurrency',
  'toCurrency',
] as const;
export type Field = (typeof FIELDS)[number];

export const mappingSchema = z.object({
  sheet: z.string(),
  /** The Excel table's name where the source is one. */
  table: z.string().nullable().default(null),
  role: z.enum([...ROLES, 'ignore']),
  /** Zero-based row of the header within the grid. */
  headerRow: z.number().int().min(0),
  /** Zero-based column within the grid for each field found. */
  columns: z.partialRecord(z.enum(FIELDS), z.number().int().min(0)),
  /** Months across: columns that each hold a month's revenue, when the schedule is a waterfall. */
  monthColumns: z.array(z.object({ column: z.number().int().min(0), month: z.string() })).default([]),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).nullable().default(null),
  decimal: z.enum(['.', ',']).nullable().default(null),
  /** Currency of all amounts where no column says it: from the header, a symbol, or a person. */
  currency: z.string().nullable().default(null),
  /** Currency that the columns `reportingAmount` and `rate` lead to, where the source says. */
  reportingCurrency: z.string().nullish(),
  /** Normalised header texts; a saved mapping is recognised by it next month. */
  fingerprint: z.string(),
});

export type SourceMapping = z.infer<typeof mappingSchema>;

/**
 * A mapping with an answer to one of its questions. After `role` the columns must be found anew: inspect again with it.
 * @throws RangeError where the id is not one that a mapping answers, or the value not one of its choices.
 */
export function answerMapping(mapping: SourceMapping, id: string, value: string): SourceMapping {
  const { amount, ...columns } = mapping.columns;
  switch (id) {
    case 'dateOrder':
    case 'decimal':
    case 'currency':
      return parsed({ ...mapping, [id]: value });
    case 'role':
      return parsed({ ...mapping, role: value, columns: {}, monthColumns: [] });
    case 'column.amount':
      if (amount === undefined || (value !== 'net' && value !== 'gross')) break;
      return { ...mapping, columns: { ...columns, [value]: amount } };
  }
  throw new RangeError(`“${value}” does not answer “${id}” of a source`);
}

function parsed(mapping: unknown): SourceMapping {
  const result = mappingSchema.safeParse(mapping);
  if (!result.success) throw new RangeError(z.prettifyError(result.error));
  return result.data;
}
