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
  'country',
  'city',
  'postcode',
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
  'deleted',
  'month',
  'fee',
  'withheld',
  'payerAccount',
  'item',
  'quantity',
  'unitPrice',
  'lineAmount',
  'lineTax',
  'account',
  'debitAccount',
  'creditAccount',
  'fromCurrency',
  'toCurrency',
  // What only some exports say.
  'lineType',
  'signed',
  'modified',
  'amended',
  'cancelled',
  'priorAmount',
  'discountEnds',
  'uplift',
  'channel',
  'hold',
  'ownerAtClose',
  'splitShare',
  'deduction',
  'deductionReason',
  'otherDate',
  'withheld2',
  'withheld3',
  'active',
] as const;
export type Field = (typeof FIELDS)[number];

/** Fields whose cells are money: their texts decide the decimal mark together. */
export const AMOUNT_FIELDS = [
  'amount',
  'net',
  'tax',
  'gross',
  'open',
  'reportingAmount',
  'debit',
  'credit',
  'discount',
  'margin',
  'fee',
  'withheld',
  'withheld2',
  'withheld3',
  'unitPrice',
  'lineAmount',
  'lineTax',
  'priorAmount',
  'deduction',
] as const satisfies readonly Field[];

/** Fields whose cells are days or months: their texts decide the order of day and month together. */
export const DATE_FIELDS = [
  'date',
  'due',
  'start',
  'end',
  'serviceStart',
  'serviceEnd',
  'month',
  'serviceMonth',
  'signed',
  'modified',
  'amended',
  'cancelled',
  'discountEnds',
  'otherDate',
] as const satisfies readonly Field[];

/**
 * Headings between the rows of a grouped report ("Acme Ltd" alone on its row) are columns too: the outermost is this one, a
 * level further in is one less.
 */
export const HEADINGS = -1;
export const DEEPEST_HEADINGS = -3;

/** `headerRow` of a table without a header: its columns are known by what stands in them. */
export const NO_HEADER = -1;

/**
 * What one row is. `row`: a document of its own. `lines`: a part of one; the parts are added up. `repeated`: one of several
 * rows that say a document's amount again; it is counted once.
 */
export const GRAINS = ['row', 'lines', 'repeated'] as const;
export type Grain = (typeof GRAINS)[number];

const columnSchema = z.number().int().min(DEEPEST_HEADINGS);

export const mappingSchema = z.object({
  sheet: z.string(),
  /** The Excel table's name where the source is one. */
  table: z.string().nullable().default(null),
  /** Which of the tables of a sheet, from the top and from the left; 0 where it holds one. */
  block: z.number().int().min(0).default(0),
  role: z.enum([...ROLES, 'ignore']),
  /** Zero-based row of the header within the block, of two the lower; `NO_HEADER` where there is none. */
  headerRow: z.number().int().min(NO_HEADER),
  /** 2 where labels stand over two rows. */
  headerRows: z.number().int().min(1).max(2).default(1),
  /** Zero-based column within the block for each field found; from `HEADINGS` down for headings between the rows. */
  columns: z.partialRecord(z.enum(FIELDS), columnSchema),
  /** Null: as the rows show it. */
  grain: z.enum(GRAINS).nullable().default(null),
  /** What amounts are multiplied by: 1000 where the sheet says "in thousands". 1: as the header of each says. */
  scale: z.number().positive().default(1),
  /** Months across: columns that each hold a month's revenue, when the schedule is a waterfall. */
  monthColumns: z.array(z.object({ column: z.number().int().min(0), month: z.string() })).default([]),
  /** The month of the first of them where headers only count months ("month_1") or name them without a year. */
  firstMonth: z.string().nullable().default(null),
  /** The account whose entries are revenue, in a journal whose accounts do not say it. */
  revenueAccount: z.string().nullable().default(null),
  /** For columns whose own values do not show their order of day and month; likewise the decimal mark. */
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).nullable().default(null),
  decimal: z.enum(['.', ',']).nullable().default(null),
  /** Currency of all amounts where no column says it: from the header, a symbol, or a person. */
  currency: z.string().nullable().default(null),
  /** Currency that the columns `reportingAmount` and `rate` lead to, where the source says. */
  reportingCurrency: z.string().nullish(),
  /** What an amendment's amount says: what was added, or what the contract comes to from then on; absent where nothing was asked. */
  amendments: z.enum(['increment', 'total']).nullish(),
  /** Normalised header texts; a saved mapping is recognised by it next month. */
  fingerprint: z.string(),
});

export type SourceMapping = z.infer<typeof mappingSchema>;

/**
 * A mapping with an answer to one of its questions. After `role` and `header` the columns must be found anew: inspect again with it.
 * @throws RangeError where the id is not one that a mapping answers, or the value not one of its choices.
 */
export function answerMapping(mapping: SourceMapping, id: string, value: string): SourceMapping {
  switch (id) {
    case 'dateOrder':
    case 'decimal':
    case 'currency':
    case 'amendments':
      return parsed({ ...mapping, [id]: value });
    case 'grain':
    case 'firstMonth':
    case 'revenueAccount':
      return parsed({ ...mapping, [id]: value });
    case 'reportingCurrency': {
      if (value !== 'none') return parsed({ ...mapping, reportingCurrency: value });
      const others = Object.entries(mapping.columns).filter(([field]) => field !== 'reportingAmount' && field !== 'rate');
      return { ...mapping, columns: Object.fromEntries(others) };
    }
    case 'role':
      return parsed({ ...mapping, role: value, columns: {}, monthColumns: [], grain: null });
    case 'header':
      return value === 'none' ? mapping : withHeaderAt(mapping, Number(value) - 1);
    case 'headings':
      return parsed({ ...mapping, columns: withHeadings(mapping.columns, HEADINGS, value) });
    case 'headings2':
      return parsed({ ...mapping, columns: withHeadings(mapping.columns, HEADINGS - 1, value) });
    case 'taxInAmount': {
      const { amount, net, gross, ...others } = mapping.columns;
      // Where it was answered before, the column has the name that the answer gave it.
      const column = amount ?? net ?? gross;
      if (column === undefined || (value !== 'net' && value !== 'gross')) break;
      return { ...mapping, columns: { ...others, [value]: column } };
    }
  }
  const field = FIELDS.find((one) => id === `column.${one}`);
  if (field !== undefined && /^\d+$/.test(value)) return withColumn(mapping, field, Number(value));
  throw new RangeError(`“${value}” does not answer “${id}” of a source`);
}

/** The header stands elsewhere: the columns must be found anew. */
export function withHeaderAt(mapping: SourceMapping, headerRow: number): SourceMapping {
  return parsed({ ...mapping, headerRow, headerRows: 1, columns: {}, monthColumns: [], grain: null, fingerprint: '' });
}

function withHeadings(columns: SourceMapping['columns'], level: number, field: string): object {
  const others = Object.entries(columns).filter(([name, column]) => column !== level && name !== field);
  return Object.fromEntries(field === 'none' ? others : [...others, [field, level]]);
}

/** The column is this field's alone. */
function withColumn(mapping: SourceMapping, field: Field, column: number): SourceMapping {
  const others = Object.entries(mapping.columns).filter(([, at]) => at !== column);
  return { ...mapping, columns: { ...Object.fromEntries(others), [field]: column } };
}

function parsed(mapping: unknown): SourceMapping {
  const result = mappingSchema.safeParse(mapping);
  if (!result.success) throw new RangeError(z.prettifyError(result.error));
  return result.data;
}
