/** Groups of rows and columns in a file: each line has its level, and the line behind a folded group says so. */
import { MAX_LEVEL } from '../workbook/model';

/** What a file says is the level of a line, as far as it is one. */
export const levelOf = (said: number): number => (Number.isInteger(said) && said > 0 ? Math.min(said, MAX_LEVEL) : 0);

interface Look {
  readonly hidden: boolean;
  readonly level: number;
}

interface Stretch<T> {
  readonly from: number;
  readonly to: number;
  readonly run: T;
}

/**
 * Runs of lines, those apart that stand behind a hidden group: Excel shows there that the group is folded.
 * @param runs in order
 * @param plain how lines of no run look
 * @param count of the lines of a sheet
 */
export function withFolds<T extends Look>(
  runs: readonly Stretch<T>[],
  plain: T,
  count: number,
): (Stretch<T> & { readonly collapsed: boolean })[] {
  const folds: (Stretch<T> & { readonly collapsed: boolean })[] = [];
  let fold = -1;
  const closeFold = (next: number): void => {
    if (fold >= 0 && fold < Math.min(next, count)) folds.push({ from: fold, to: fold, run: plain, collapsed: true });
  };
  let above = 0;
  for (const { from, to, run } of runs) {
    closeFold(from);
    const isFold = fold === from && run.level < above;
    if (isFold) folds.push({ from, to: from, run, collapsed: true });
    if (!isFold || to > from) folds.push({ from: isFold ? from + 1 : from, to, run, collapsed: false });
    above = run.level;
    fold = run.hidden && run.level > 0 ? to + 1 : -1;
  }
  closeFold(count);
  return folds;
}
