/** What a settings file says of sheets, laid over what was found in them. */

import type { SourceGrid } from '../src/domain/grid';
import { inspect } from '../src/reconcile';
import { withHeader } from '../src/settings/changes';
import type { Inspection } from '../src/settings/inspection';
import type { Field, SourceMapping } from '../src/settings/mapping';
import { overKept } from '../src/settings/place';
import type { SourcePlace } from '../src/settings/place';
import type { StatedMapping } from '../src/settings/settingsFile';
import { BadRequest } from './commandLine';

/** Whether a statement is about a source: of the whole sheet where it names neither table nor block. */
export const isOf = ({ sheet, table, block }: StatedMapping, place: SourcePlace): boolean =>
  sheet === place.sheet && (table === undefined || table === place.table) && (block === undefined || block === place.block);

export interface Stated {
  readonly inspection: Inspection;
  /** The sources that the file speaks of; the others may still be guessed anew. */
  readonly settled: readonly SourceMapping[];
}

/**
 * Role and header first: both change which columns there are. Then columns and conventions.
 * @throws BadRequest where a sheet or table that is named is not in the workbook.
 */
export function inspectAsStated(
  grids: readonly SourceGrid[],
  kept: readonly SourceMapping[],
  stated: readonly StatedMapping[],
): Stated {
  const found = inspect(grids, kept);
  const unknown = stated.filter((entry) => !found.sources.some((source) => isOf(entry, source)));
  if (unknown.length > 0) throw new BadRequest(unknownSheets(unknown, grids));
  const lay = ({ inspection }: Stated, over: (mapping: SourceMapping, entry: StatedMapping) => SourceMapping): Stated => {
    const settled = inspection.sources.flatMap(({ mapping }) => {
      const entries = stated.filter((entry) => isOf(entry, mapping));
      return entries.length === 0 ? [] : [entries.reduce(over, mapping)];
    });
    return settled.length === 0 ? { inspection, settled } : { inspection: inspect(grids, overKept(settled, kept)), settled };
  };
  return lay(lay({ inspection: found, settled: [] }, withPlace), withColumns);
}

function withPlace(mapping: SourceMapping, entry: StatedMapping): SourceMapping {
  const role = entry.role ?? mapping.role;
  const headerRow = entry.headerRow ?? mapping.headerRow;
  const headerRows = entry.headerRows ?? mapping.headerRows;
  if (headerRow !== mapping.headerRow || headerRows !== mapping.headerRows)
    return { ...withHeader(mapping, headerRow, headerRows), role };
  return role === mapping.role ? mapping : { ...mapping, role, columns: {}, monthColumns: [] };
}

function withColumns(mapping: SourceMapping, entry: StatedMapping): SourceMapping {
  const {
    columns,
    monthColumns,
    grain,
    scale,
    firstMonth,
    revenueAccount,
    dateOrder,
    decimal,
    currency,
    reportingCurrency,
    amendments,
  } = entry;
  return {
    ...mapping,
    columns: columns === undefined ? mapping.columns : inTheirPlace(mapping.columns, columns),
    ...(monthColumns === undefined ? {} : { monthColumns }),
    ...(grain === undefined ? {} : { grain }),
    ...(scale === undefined ? {} : { scale }),
    ...(firstMonth === undefined ? {} : { firstMonth }),
    ...(revenueAccount === undefined ? {} : { revenueAccount }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(currency === undefined ? {} : { currency }),
    ...(reportingCurrency === undefined ? {} : { reportingCurrency }),
    ...(amendments === undefined ? {} : { amendments }),
  };
}

type Columns = Readonly<Partial<Record<Field, number>>>;

/** A column holds one field: what was found in a column that is now said to be another gives way. */
function inTheirPlace(found: Columns, said: NonNullable<StatedMapping['columns']>): Columns {
  const taken = new Set(Object.values(said));
  const left = Object.entries(found).filter(([field, column]) => !taken.has(column) && !Object.hasOwn(said, field));
  return Object.fromEntries([...left, ...Object.entries(said).filter(([, column]) => column !== null)]);
}

function unknownSheets(unknown: readonly StatedMapping[], grids: readonly SourceGrid[]): string {
  const named = unknown.map(({ sheet, table, block }) => {
    if (table !== undefined && table !== null) return `“${sheet}” (table ${table})`;
    return block === undefined ? `“${sheet}”` : `“${sheet}” (block ${String(block)}, counted from 0)`;
  });
  const there = [...new Set(grids.map(({ sheet }) => `“${sheet}”`))].join(', ');
  return `The settings are about ${named.join(', ')}, which the workbook does not have. It has ${there}. Correct the settings file.`;
}
