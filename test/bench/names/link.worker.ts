/** The same in a Web Worker, as in the add-in: first the rows, of which it makes records, then null for their links. */

import type { Records } from '../../../src/domain/record';
import { bookOf } from './book';
import { rowsOf } from './columns';
import type { Columns } from './columns';
import { linkRecords } from './link';

interface Sides {
  readonly left: Columns;
  readonly right: Columns;
}

let records: Records | null = null;

self.addEventListener('message', ({ data }: MessageEvent<Sides | null>) => {
  if (data !== null) records = bookOf(rowsOf(data.left), rowsOf(data.right));
  self.postMessage(data === null && records !== null ? linkRecords(records) : null);
});
