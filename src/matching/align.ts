/** Two rows of days paired in step: no pair crosses another, and the days of all pairs lie as near as can be. */

/** Days of distance that it costs to pass over the earlier of two targets: it would have to be explained why that is left. */
const PASSED_OVER = 15;
/** A day is left alone only where nothing is possible for it. */
const ALONE = 1_000_000;
/** Above so many pairs the first possible target in order is taken, looked for no further than so many looks in all allow. */
const MOST_PAIRS = 4_000_000;

type IsPossible = (day: number, target: number) => boolean;

/**
 * @param days ascending @param targets ascending @param isPossible whether the two at these positions may be paired
 * @returns for each day the position of its target, -1 where it has none
 */
export function inStep(days: readonly number[], targets: readonly number[], isPossible: IsPossible): number[] {
  if (days.length * targets.length > MOST_PAIRS) return inOrder(days.length, targets.length, isPossible);
  const width = targets.length + 1;
  // The cost of the days from here on with the targets from there on. Targets behind the last pair cost nothing.
  const costs = new Float64Array((days.length + 1) * width);
  const cost = (d: number, t: number): number => costs[d * width + t] as number;
  const paired = (d: number, t: number): number =>
    isPossible(d, t) ? Math.abs((days[d] as number) - (targets[t] as number)) + cost(d + 1, t + 1) : Infinity;
  const passed = (d: number, t: number): number => PASSED_OVER + cost(d, t + 1);
  for (let d = days.length - 1; d >= 0; d--) {
    costs[d * width + targets.length] = (days.length - d) * ALONE;
    for (let t = targets.length - 1; t >= 0; t--)
      costs[d * width + t] = Math.min(paired(d, t), passed(d, t), ALONE + cost(d + 1, t));
  }
  const partners: number[] = [];
  for (let d = 0, t = 0; d < days.length; d++) {
    while (t < targets.length && paired(d, t) !== cost(d, t) && passed(d, t) === cost(d, t)) t++;
    partners.push(t < targets.length && paired(d, t) === cost(d, t) ? t++ : -1);
  }
  return partners;
}

function inOrder(days: number, targets: number, isPossible: IsPossible): number[] {
  const look = Math.ceil(MOST_PAIRS / days);
  const partners: number[] = [];
  for (let d = 0, t = 0; d < days; d++) {
    const end = Math.min(targets, t + look);
    let at = t;
    while (at < end && !isPossible(d, at)) at++;
    partners.push(at < end ? at : -1);
    if (at < end) t = at + 1;
  }
  return partners;
}
