/** Every sentence of the pane in English, a part a file; another language has the same parts. */

import { commands } from './commands.en';
import { definitions } from './definitions.en';
import { explain } from './explain.en';
import { fields } from './fields.en';
import { pane } from './pane.en';
import { results } from './results.en';
import { review } from './review.en';
import { settle } from './settle.en';
import { dateOrders, decimals, grains, roles, scales, sources } from './sources.en';
import { stored } from './stored.en';
import type { Wording } from './wording';

export const english = {
  ...pane,
  /** What the engine, the workbook's side or the sheets say: worded there, in English. */
  engine: (said: string): string => said,
  commands,
  sources,
  grains,
  dateOrders,
  decimals,
  scales,
  roles,
  fields,
  definitions,
  explain,
  review,
  settle,
  stored,
  results,
};

export type Texts = Wording<typeof english>;
