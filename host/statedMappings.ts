/** What a settings file says of sheets, laid over what was found in them. */

import type { SourceGrid } from '../src/domain/grid';
import { inspect } from '../src/reconcile';
import type { Inspection } from '../src/settings/inspection';
import type { Field, SourceMapping } from '../src/settings/mapping';
import type { StatedMapping } from '../src/settings/settingsFile';
import { BadRequest } from './commandLine';

export const isOf = ({ sheet, table }: StatedMapping, mapping: Pick<SourceMapping, 'sheet' | 'table'>): boolean =>
  sheet === mapping.sheet && (table === undefined || table === mapping.table);

/**
 * Role and header first: both change which columns there are. Then columns and conventions.
 * @throws BadRequest where a sheet or table that is named is not in the workbook.
 */
export function inspectAsStated(
  grids: readonly SourceGrid[],
  kept: readonly SourceMapping[],
  stated: readonly StatedMapping[],
): Inspection {
  const unknown = stated.filter((entry) => !grids.some((grid) => isOf(entry, grid)));
  if (unknown.length > 0) throw new BadRequest(unknownSheets(unknown, grids));
  const lay = (inspection: Inspection, over: (mapping: SourceMapping, entry: StatedMapping) => SourceMapping): Inspection => {
    const laid = inspection.sources.flatMap(({ mapping }) => {
      const entries = stated.filter((entry) => isOf(entry, mapping));
      return entries.length === 0 ? [] : [entries.reduce(over, mapping)];
    });
    return laid.length === 0 ? inspection : inspect(grids, [...laid, ...kept]);
  };
  return lay(lay(inspect(grids, kept), withPlace), withColumns);
}

function withPlace(mapping: SourceMapping, { role, headerRow }: StatedMapping): SourceMapping {
  const moved = headerRow !== undefined && headerRow !== mapping.headerRow;
  if (!moved && (role === undefined || role === mapping.role)) return mapping;
  return {
    ...mapping,
    role: role ?? mapping.role,
    headerRow: headerRow ?? mapping.headerRow,
    columns: {},
    monthColumns: [],
    fingerprint: moved ? '' : mapping.fingerprint,
  };
}

function withColumns(mapping: SourceMapping, entry: StatedMapping): SourceMapping {
  const { columns, monthColumns, dateOrder, decimal, currency, reportingCurrency } = entry;
  return {
    ...mapping,
    columns: columns === undefined ? mapping.columns : inTheirPlace(mapping.columns, columns),
    ...(monthColumns === undefined ? {} : { monthColumns }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(currency === undefined ? {} : { currency }),
    ...(reportingCurrency === undefined ? {} : { reportingCurrency }),
  };
}

type Columns = Readonly<Partial<Record<Field, number>>>;

/** A column holds one field: what was found in a column that is now said to be another gives way. */
function inTheirPlace(found: Columns, said: Columns): Columns {
  const taken = new Set(Object.values(said));
  return { ...Object.fromEntries(Object.entries(found).filter(([, column]) => !taken.has(column))), ...said };
}

function unknownSheets(unknown: readonly StatedMapping[], grids: readonly SourceGrid[]): string {
  const named = unknown.map(({ sheet, table }) =>
    table === undefined || table === null ? `“${sheet}”` : `“${sheet}” (table ${table})`,
  );
  const there = [...new Set(grids.map(({ sheet }) => `“${sheet}”`))].join(', ');
  return `The settings are about ${named.join(', ')}, which the workbook does not have. It has ${there}. Correct the settings file.`;
}
