/**
 * What a user settled in earlier workbooks, for the next one: how layouts are read, and definitions that were chosen. Column
 * headers and settings only, never what stands in the rows.
 */

import { z } from 'zod';
import { definitionsSchema, SETTINGS } from '../settings/definitions';
import type { Definitions } from '../settings/definitions';
import { mappingSchema } from '../settings/mapping';
import type { SourceMapping } from '../settings/mapping';
import type { SetUps } from './ports';
import type { Values } from './storage';

const [LAYOUTS, DEFINITIONS] = ['layouts', 'definitions'];

/** The oldest are forgotten: storage is small. */
const MOST_LAYOUTS = 40;

/** Settings that are about one workbook and say nothing of the next. */
const OF_ONE_WORKBOOK: ReadonlySet<string> = new Set([
  'periodFrom',
  'periodTo',
  'asOf',
  'entities',
  'internalCustomers',
  'bankLeaveOut',
]);

/** No sheet has this name: a kept layout is known by its headers alone. */
const ANYWHERE = { sheet: '', table: null, block: 0 };

export function createSetUps(storage: Values): SetUps {
  let layouts = parsed(storage.get(LAYOUTS), z.array(mappingSchema)) ?? [];
  let definitions = parsed(storage.get(DEFINITIONS), definitionsSchema) ?? {};
  const setLayouts = (next: SourceMapping[]): void => {
    layouts = next;
    storage.set(LAYOUTS, JSON.stringify(next));
  };
  const setDefinitions = (next: Definitions): void => {
    definitions = next;
    storage.set(DEFINITIONS, JSON.stringify(next));
  };
  return {
    layouts: () => layouts,
    definitions: () => definitions,
    keep(settled, typed) {
      const known = settled.filter(({ fingerprint, role }) => fingerprint !== '' && role !== 'ignore');
      const now = new Set(known.map(({ fingerprint }) => fingerprint));
      if (known.length > 0) {
        const anywhere = known.map((mapping) => ({ ...mapping, ...ANYWHERE }));
        setLayouts([...anywhere, ...layouts.filter(({ fingerprint }) => !now.has(fingerprint))].slice(0, MOST_LAYOUTS));
      }
      const general = Object.entries(typed).filter(([key]) => Object.hasOwn(SETTINGS, key) && !OF_ONE_WORKBOOK.has(key));
      if (general.length > 0) setDefinitions({ ...definitions, ...Object.fromEntries(general) });
    },
    forgetLayout: (fingerprint) => setLayouts(layouts.filter((layout) => layout.fingerprint !== fingerprint)),
    forgetDefinitions: () => setDefinitions({}),
    forget() {
      layouts = [];
      definitions = {};
      storage.clear();
    },
  };
}

/** What another version wrote, or somebody else, is nothing. */
function parsed<T>(stored: unknown, schema: z.ZodType<T>): T | null {
  if (typeof stored !== 'string') return null;
  try {
    return schema.parse(JSON.parse(stored));
  } catch {
    return null;
  }
}
