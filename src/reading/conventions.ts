/** How a sheet writes its dates and amounts, decided from all values of all its date and amount columns. */

import type { SourceGrid } from '../domain/grid';
import type { Field, SourceMapping } from '../settings/mapping';
import { decideDecimal } from './amounts';
import type { Decimal } from './amounts';
import { decideDateOrder } from './dates';
import type { DateOrder } from './dates';
import { AMOUNT_FIELDS, DATE_FIELDS } from './fields';
import { trimBlanks } from './text';

/** What was found, and what is used: the mapping's where a person or an earlier month settled it. */
export interface Conventions {
  readonly dateOrder: DateOrder | null;
  readonly dateFinding: ReturnType<typeof decideDateOrder>;
  readonly decimal: Decimal | null;
  readonly decimalFinding: ReturnType<typeof decideDecimal>;
}

export function conventionsOf(grid: SourceGrid, mapping: SourceMapping): Conventions {
  const months = mapping.monthColumns.map(({ column }) => column);
  const dateFinding = decideDateOrder(textsOf(grid, mapping, columnsOf(mapping, DATE_FIELDS)));
  const decimalFinding = decideDecimal(textsOf(grid, mapping, [...columnsOf(mapping, AMOUNT_FIELDS), ...months]));
  return {
    dateOrder: mapping.dateOrder ?? (dateFinding === 'dmy' || dateFinding === 'mdy' ? dateFinding : null),
    dateFinding,
    decimal: mapping.decimal ?? (decimalFinding === '.' || decimalFinding === ',' ? decimalFinding : null),
    decimalFinding,
  };
}

function columnsOf(mapping: SourceMapping, fields: readonly Field[]): number[] {
  return fields.flatMap((field) => mapping.columns[field] ?? []);
}

function textsOf(grid: SourceGrid, mapping: SourceMapping, columns: readonly number[]): Set<string> {
  const texts = new Set<string>();
  const { values } = grid;
  for (let row = mapping.headerRow + 1; row < values.length; row += 1) {
    const cells = values[row];
    for (const column of columns) {
      const cell = cells?.[column];
      if (typeof cell === 'string' && cell !== '') texts.add(trimBlanks(cell));
    }
  }
  return texts;
}
