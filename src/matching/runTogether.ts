/** Several numbers written without anything between them: "100000420010000043001000004400". */

/** Shorter numbers are found in any long run of digits by chance. */
const SHORTEST = 8;
/** So many lengths of numbers, the most usual, are looked for. */
const MOST_LENGTHS = 4;
/** Digits of one run that are looked at. */
const MOST_DIGITS = 600;

/** Finds the known numbers that a run of digits is made of, from the left; what lies between them is passed over. */
export type RunReader = (run: string) => readonly string[];

/** @param numbersOf the numbers that may be met, asked for once one is needed @param isKnown whether one bears these digits */
export function runReader(numbersOf: () => Iterable<string>, isKnown: (digits: string) => boolean): RunReader {
  let lengths: readonly number[] | null = null;
  return (run) => {
    lengths ??= usualLengths(numbersOf());
    const found: string[] = [];
    const digits = run.slice(0, MOST_DIGITS);
    for (let at = 0; at < digits.length;) {
      const length: number | undefined = lengths.find((one) => at + one <= digits.length && isKnown(digits.slice(at, at + one)));
      if (length !== undefined) found.push(digits.slice(at, at + length));
      at += length ?? 1;
    }
    return found;
  };
}

/** How many digits the numbers mostly have, the longest first. */
function usualLengths(numbers: Iterable<string>): number[] {
  const counts = new Map<number, number>();
  for (const number of numbers) {
    const { length } = number.replace(/\D/g, '');
    if (length >= SHORTEST) counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || b - a)
    .slice(0, MOST_LENGTHS)
    .map(([length]) => length)
    .sort((a, b) => b - a);
}

/** Runs of digits long enough to be several numbers. */
export function longRuns(text: string): readonly string[] {
  return text.match(/\d{16,}/g) ?? [];
}
