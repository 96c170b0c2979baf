/**
 * Where a sheet's data is. Usually that is its used range; but one stray cell in the last row or column makes the used range
 * billions of cells, nearly all blank. It is then quartered again and again, and Excel asked for the used part of each.
 */

import { areaAddress } from '../report/a1';
import { around, cellsIn, isNear, quartersOf } from './areas';
import { areaOf, CORNERS, rangeOf } from './readArea';
import type { Area } from './readArea';

export interface FilledBlock {
  /** Null where the data is scattered over more cells than can be read. */
  readonly area: Area | null;
  /** Addresses of filled cells far from the area. */
  readonly apart: readonly string[];
}

/** A used range of so many cells is read as it is, blank or not. */
const ROOMY = 2_000_000;
/** More are not read: a full sheet of 24 columns. */
const MOST_CELLS = 25_200_000;
/** Cells far away are left out where they are no more than these, blank ones among them counted. */
const LITTLE = 1_000;
/** Parts of so few cells are not worth another question. */
const SMALL = 100_000;
const MOST_PARTS = 400;
/** A part whose quarters are used to this share is full. */
const FULL = 0.8;

/** Blank rows and columns that lie between parts of one block of data. */
const NEAR_ROWS = 1_000;
const NEAR_COLUMNS = 50;

export async function filledBlock(context: Excel.RequestContext, sheet: Excel.Worksheet, used: Area): Promise<FilledBlock> {
  if (cellsIn(used) <= ROOMY) return { area: used, apart: [] };
  const parts = await filledParts(context, sheet, used);
  const [main = used, ...others] = joined(parts).sort((a, b) => cellsIn(b) - cellsIn(a) || a.top - b.top || a.left - b.left);
  const isLittle = others.reduce((sum, area) => sum + cellsIn(area), 0) <= LITTLE;
  const saves = cellsIn(main) <= cellsIn(used) / 2;
  if (isLittle && saves && cellsIn(main) <= MOST_CELLS) return { area: main, apart: others.map(addressOf) };
  return { area: cellsIn(used) <= MOST_CELLS ? used : null, apart: [] };
}

export function addressOf({ top, left, rows, columns }: Area): string {
  return areaAddress(top, left, rows, columns);
}

/** Areas that together hold every filled cell, each of them as small as can be. */
async function filledParts(context: Excel.RequestContext, sheet: Excel.Worksheet, used: Area): Promise<Area[]> {
  const done: Area[] = [];
  let open: Area[] = [used];
  while (open.length > 0 && done.length + open.length <= MOST_PARTS) {
    const asked = open.map((part) => {
      const quarters = quartersOf(part).map((quarter) => {
        const range = rangeOf(sheet, quarter).getUsedRangeOrNullObject(true);
        range.load(CORNERS);
        return range;
      });
      return { part, quarters };
    });
    await context.sync();
    open = asked.flatMap(({ part, quarters }) => {
      const found = quarters.filter(({ isNullObject }) => !isNullObject).map(areaOf);
      const isFull = found.reduce((sum, area) => sum + cellsIn(area), 0) > cellsIn(part) * FULL;
      done.push(...(isFull ? [part] : found.filter((area) => cellsIn(area) <= SMALL)));
      return isFull ? [] : found.filter((area) => cellsIn(area) > SMALL);
    });
  }
  return [...done, ...open];
}

/** Areas near each other become one. */
function joined(areas: readonly Area[]): Area[] {
  const blocks: Area[] = [];
  for (const area of areas) {
    let block = area;
    for (let at = nearTo(blocks, block); at >= 0; at = nearTo(blocks, block)) {
      block = around(block, blocks[at] ?? block);
      blocks.splice(at, 1);
    }
    blocks.push(block);
  }
  return blocks;
}

function nearTo(blocks: readonly Area[], area: Area): number {
  return blocks.findIndex((block) => isNear(block, area, NEAR_ROWS, NEAR_COLUMNS));
}
