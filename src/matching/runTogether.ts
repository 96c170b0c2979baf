/** Several numbers written without anything between them: "213084404185935279185155489974". */

/** Shorter numbers are found in any long run of digits by chance. */
const SHORTEST = 8;
/** So many lengths of numbers, the most usual, are looked for. */
const MOST_LENGTHS = 4;
/** Digits of one run that are looked at. */
const MOST_DIGITS = 600;

/** Finds the known numbers that a run of digits is made of, from the left; what lies between them is passed over. */
export type RunReader = (run: string) => readonly string[];

/** @param numbers the digits of the numbers that may be met @param isKnown whether one bears this number */
export function runReader(numbers: Iterable<string>, isKnown: (digits: string) => boolean): RunReader {
  const counts = new Map<number, number>();
  for (const { length } of numbers) if (length >= SHORTEST) counts.set(length, (counts.get(length) ?? 0) + 1);
  const lengths = [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || b - a)
    .slice(0, MOST_LENGTHS)
    .map(([length]) => length)
    .sort((a, b) => b - a);
  return (run) => {
    const found: string[] = [];
    const digits = run.slice(0, MOST_DIGITS);
    for (let at = 0; at < digits.length;) {
      const length = lengths.find((one) => at + one <= digits.length && isKnown(digits.slice(at, at + one)));
      if (length !== undefined) found.push(digits.slice(at, at + length));
      at += length ?? 1;
    }
    return found;
  };
}

/** Runs of digits long enough to be several numbers. */
export function longRuns(text: string): readonly string[] {
  return text.match(/\d{16,}/g) ?? [];
}
