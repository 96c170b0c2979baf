/** Every sentence of the pane in German, the same parts as in English. */

import { commands } from './commands.de';
import { definitions } from './definitions.de';
import type { Texts } from './en';
import { engine } from './engine.de';
import { explain } from './explain.de';
import { fields } from './fields.de';
import { pane } from './pane.de';
import { results } from './results.de';
import { review } from './review.de';
import { settle } from './settle.de';
import { dateOrders, decimals, grains, roles, scales, sources } from './sources.de';
import { stored } from './stored.de';

export const german: Texts = {
  ...pane,
  engine,
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
