/** What a person changes of how a source is read, apart from answers to questions. */

import { withHeaderAt } from './mapping';
import type { Field, SourceMapping } from './mapping';

/** Members of a mapping that say how its cells are written and what its rows are. */
export type Conventions = Pick<SourceMapping, 'grain' | 'dateOrder' | 'decimal' | 'currency' | 'scale'>;

/** Another header, of one row or of two of which `headerRow` is the lower: the columns are found anew. */
export function withHeader(mapping: SourceMapping, headerRow: number, headerRows: number): SourceMapping {
  return { ...withHeaderAt(mapping, headerRow), headerRows };
}

/** A column, or headings between the rows, read as this field and as nothing else; null: not used. */
export function withField(mapping: SourceMapping, column: number, field: Field | null): SourceMapping {
  const others = Object.entries(mapping.columns).filter(([name, at]) => name !== field && at !== column);
  return {
    ...mapping,
    columns: Object.fromEntries(field === null ? others : [...others, [field, column]]),
    monthColumns: mapping.monthColumns.filter((month) => month.column !== column),
  };
}
