/** Queues writes and sends them in requests that are neither too large nor too many. */

import { blocksOf, BLOCK_BYTES, BLOCK_ROWS } from './cells';
import type { InputCell } from './cells';

/** Told after each request how many rows it carried; throws to stop. */
export type OnRows = (rows: number) => void;

export interface Sender {
  /**
   * Writes rows with their corner at a cell; those beyond what a request carries are sent on the way.
   * @param prepare queues what must stand before the values of the rows asked for so far.
   */
  write(
    sheet: Excel.Worksheet,
    top: number,
    left: number,
    rows: Iterable<readonly InputCell[]>,
    prepare?: () => void,
  ): Promise<void>;
  /** Sends what is queued. */
  flush(): Promise<void>;
}

export function createSender(context: Excel.RequestContext, onRows: OnRows): Sender {
  let bytes = 0;
  let rows = 0;
  const flush = async (): Promise<void> => {
    await context.sync();
    const sent = rows;
    bytes = 0;
    rows = 0;
    onRows(sent);
  };
  return {
    flush,
    async write(sheet, top, left, input, prepare) {
      for (const block of blocksOf(input)) {
        const columns = block.rows[0]?.length ?? 0;
        if (columns === 0) continue;
        if (bytes > 0 && (bytes + block.bytes > BLOCK_BYTES || rows + block.rows.length > BLOCK_ROWS)) await flush();
        prepare?.();
        sheet.getRangeByIndexes(top + block.start, left, block.rows.length, columns).values = block.rows as InputCell[][];
        bytes += block.bytes;
        rows += block.rows.length;
      }
    },
  };
}
