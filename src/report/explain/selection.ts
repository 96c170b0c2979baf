/** What a person selected in the workbook, as far as it can be explained. */

import type { RawCell } from '../../domain/grid';
import type { Asked } from './explanation';

export interface Selection {
  /** Null where no cells are selected. */
  readonly place: { readonly sheet: string; readonly address: string } | null;
  /** Null where nothing stands behind it. */
  readonly asked: Asked | null;
  /** ours: a sheet of Tieout's · source: one that was read · other: any other sheet · drawing: a chart or picture, no cells. */
  readonly on: 'ours' | 'source' | 'other' | 'drawing';
  /** Visible rows that it is about, and how many more were selected than are looked at. */
  readonly rows: number;
  readonly omitted: number;
  /** Cells of a single row of ours as they stand now, by header. */
  readonly cells: Readonly<Record<string, RawCell>>;
}
