/** The file that answers questions on the command line (`--settings`), and what a workbook keeps between runs. */

import { z } from 'zod';
import { aliasSchema, linkDecisionSchema } from './decisions';
import { definitionsSchema } from './definitions';
import { mappingSchema } from './mapping';

export const settingsFileSchema = z.object({
  version: z.literal(1),
  definitions: definitionsSchema.default({}),
  mappings: z.array(mappingSchema.partial().required({ sheet: true })).default([]),
  aliases: z.array(aliasSchema).default([]),
  links: z.array(linkDecisionSchema).default([]),
});

export type SettingsFile = z.infer<typeof settingsFileSchema>;
