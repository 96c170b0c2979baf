/** The file that answers questions on the command line (`--settings`). */

import { z } from 'zod';
import { aliasSchema, linkDecisionSchema } from './decisions';
import { definitionsSchema } from './definitions';
import { DEEPEST_HEADINGS, FIELDS, mappingSchema } from './mapping';

const { shape } = mappingSchema;
const columnSchema = z.number().int().min(DEEPEST_HEADINGS);

/** What a person states of a sheet; members left out are found as ever, so none has a default. */
const statedMappingSchema = z.strictObject({
  sheet: shape.sheet,
  /** Table and block only where the sheet holds several; else it is said of the whole sheet. */
  table: shape.table.unwrap().optional(),
  block: shape.block.unwrap().optional(),
  role: shape.role.optional(),
  headerRow: shape.headerRow.optional(),
  headerRows: shape.headerRows.unwrap().optional(),
  grain: shape.grain.unwrap().optional(),
  scale: shape.scale.unwrap().optional(),
  revenueAccount: shape.revenueAccount.unwrap().unwrap().optional(),
  firstMonth: shape.firstMonth.unwrap().unwrap().optional(),
  /** Null: no column holds the field. */
  columns: z.partialRecord(z.enum(FIELDS), columnSchema.nullable()).optional(),
  monthColumns: shape.monthColumns.unwrap().optional(),
  dateOrder: shape.dateOrder.unwrap().optional(),
  decimal: shape.decimal.unwrap().optional(),
  currency: shape.currency.unwrap().optional(),
  reportingCurrency: shape.reportingCurrency,
  amendments: shape.amendments,
});

export const settingsFileSchema = z.strictObject({
  version: z.literal(1),
  definitions: definitionsSchema.default({}),
  mappings: z.array(statedMappingSchema).default([]),
  aliases: z.array(aliasSchema).default([]),
  links: z.array(linkDecisionSchema).default([]),
});

export type StatedMapping = z.infer<typeof statedMappingSchema>;
export type SettingsFile = z.infer<typeof settingsFileSchema>;
