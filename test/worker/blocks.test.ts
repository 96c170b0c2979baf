import fc from 'fast-check';
import { blocksOf } from '../../src/worker/blocks';

test('blocks put together are the rows, whatever their lengths', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9_000), { maxLength: 30 }), (lengths) => {
      const rows = lengths.map((length, row) => new Array<number>(length).fill(row));
      const blocks = blocksOf(rows);
      expect(blocks.flat()).toEqual(rows);
      expect(blocks.every((block) => block.length > 0)).toBe(true);
      // One row more than the limit at most.
      expect(blocks.every((block) => block.slice(0, -1).flat().length < 10_000)).toBe(true);
    }),
    { seed: 7, numRuns: 60 },
  );
});
