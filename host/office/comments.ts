/** Comments and their replies, which live beside the workbook for as long as it is open; files keep those they came with. */

import type { Cells } from './cells';

export interface Remark {
  readonly id: string;
  content: string;
  readonly authorName: string;
  readonly authorEmail: string;
  readonly created: string;
}

export interface Comment extends Remark {
  /** The cell it belongs to; moves with it. */
  readonly cells: Cells;
  resolved: boolean;
  readonly replies: Remark[];
}

/** Who writes in this session. */
export interface Author {
  readonly name: string;
  readonly email: string;
}
