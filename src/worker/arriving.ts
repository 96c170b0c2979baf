/** A planned sheet whose rows arrive in blocks. */

import type { PlannedCell, SheetPlan } from '../report/plan';

export interface ArrivingSheet {
  readonly sheet: SheetPlan;
  readonly take: (table: number, rows: readonly (readonly PlannedCell[])[]) => void;
}

/** @param empty the sheet without the rows of its tables. */
export function arriving(empty: SheetPlan): ArrivingSheet {
  const tables = empty.tables.map((table) => ({ table, rows: [] as (readonly PlannedCell[])[], texts: new SharedTexts() }));
  return {
    sheet: { ...empty, tables: tables.map(({ table, rows }) => ({ ...table, rows })) },
    take(at, block) {
      const to = tables[at];
      if (to !== undefined) for (const row of block) to.rows.push(to.texts.shared(row));
    },
  };
}

/** Texts of a column that are remembered; of a column with many more hardly one comes twice. */
const REMEMBERED = 2_000;

/**
 * A message holds a copy of a text for each cell that has it. In a million rows most cells say what many others say: they
 * share one.
 */
class SharedTexts {
  private readonly columns: Column[] = [];

  shared(row: readonly PlannedCell[]): readonly PlannedCell[] {
    return row.map((cell, at) => (typeof cell === 'string' ? (this.columns[at] ??= new Column()).shared(cell) : cell));
  }
}

class Column {
  private readonly known = new Map<string, string>();
  private found = 0;
  private isWorthwhile = true;

  shared(text: string): string {
    if (!this.isWorthwhile) return text;
    const known = this.known.get(text);
    if (known !== undefined) {
      this.found += 1;
      return known;
    }
    if (this.known.size === REMEMBERED) {
      this.isWorthwhile = this.found > REMEMBERED;
      this.found = 0;
      this.known.clear();
    }
    if (this.isWorthwhile) this.known.set(text, text);
    return text;
  }
}
