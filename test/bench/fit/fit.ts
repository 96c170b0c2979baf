/** From candidate pairs of several sets to one table of match weights. */

import { MATCHED_FROM } from '../../../src/matching/matchWeight';
import { GAP_FROM } from '../../../src/matching/names/gaps';
import { COMPARISONS, NUMBERS } from '../../../src/matching/names/levels';
import type { LevelWeights } from '../../../src/matching/names/ranking';
import { fitLogistic, Patterns } from './logistic';
import type { Fitted } from './logistic';
import { bestPairs, levelsOf } from './training';
import type { Training } from './training';

export interface WeightTable {
  readonly prior: number;
  readonly levels: LevelWeights;
  readonly nextTarget: readonly number[];
  readonly nextQuery: readonly number[];
}

const SIZES = COMPARISONS.map(({ levels }) => levels.length);
const GAPS = GAP_FROM.length + 1;
const RIDGE = 2;
/**
 * What a pair out of its set counts: a lone pair must be judged by its names, whoever else might come into question. The
 * candidates of a query, ten at most, count together less than a third of its best pair, which decides.
 */
const LONE = 0.03;
const ROUNDS = 2;
/** Odds, in bits, at which a link is matched. */
export const MATCHED = Math.log2(MATCHED_FROM / (1 - MATCHED_FROM));
/** The precision that matched links have on every set that is fitted on; .995 is wanted, the rest is for sets never seen. */
const PRECISION = 0.997;
/** Every set counts as if it had so many queries, within reason, so that a large one does not outvote the others. */
const EVEN = 20_000;
const MOST_EVEN = 3;
/** Odds that a name has a partner, in bits: the part of the sum that is not any comparison's. */
const PRIOR = -0.3;
/** Numbers that differ speak strongly against a pair, whatever slips of the pen a set has. */
const LEAST_DIFFERENT_NUMBERS = -5;

export function fitTable(sets: readonly Training[]): WeightTable {
  // Bits of the table for one of the fit.
  let scale = 1;
  let joint = fitLogistic(allPairs(sets), SIZES, RIDGE);
  for (let round = 0; round < ROUNDS; round++) {
    const ranking = scaled(joint.weights.slice(0, SIZES.length), scale);
    joint = fitLogistic(bestAndLone(sets, ranking), [...SIZES, GAPS, GAPS], RIDGE);
    scale = calibration(sets, joint, ranking).scale;
  }
  const ranking = scaled(joint.weights.slice(0, SIZES.length), scale);
  const { zero } = calibration(sets, joint, ranking);
  return rounded(joint, scale, zero);
}

function allPairs(sets: readonly Training[]) {
  const patterns = new Patterns();
  for (const set of sets) {
    for (let pair = 0; pair < (set.start[set.start.length - 1] as number); pair++)
      patterns.add(levelsOf(set, pair), set.isMatch[pair] === 1, evenWeight(set));
  }
  return patterns.list;
}

function bestAndLone(sets: readonly Training[], ranking: LevelWeights) {
  const patterns = new Patterns();
  for (const set of sets) {
    const weight = evenWeight(set);
    for (const best of bestPairs(set, ranking))
      patterns.add([...levelsOf(set, best.pair), best.nextTarget, best.nextQuery], set.isMatch[best.pair] === 1, weight);
    for (let pair = 0; pair < (set.start[set.start.length - 1] as number); pair++)
      patterns.add([...levelsOf(set, pair), 0, 0], set.isMatch[pair] === 1, LONE * weight);
  }
  return patterns.list;
}

function evenWeight({ start }: Training): number {
  return Math.min(MOST_EVEN, EVEN / (start.length - 1));
}

function scaled(weights: LevelWeights, scale: number): LevelWeights {
  return weights.map((levels) => levels.map((weight) => weight * scale));
}

interface Calibration {
  readonly scale: number;
  /** Bits of the fit at which the odds are even. */
  readonly zero: number;
}

/** Even odds where F1 is best, matched where precision is enough on every set. */
function calibration(sets: readonly Training[], joint: Fitted, ranking: LevelWeights): Calibration {
  const scored = sets.map((set) => ({
    partners: set.partners,
    links: bestPairs(set, ranking)
      .filter(({ isTie }) => !isTie)
      .map(({ pair, nextTarget, nextQuery }) => ({
        bits: [...levelsOf(set, pair), nextTarget, nextQuery].reduce(
          (sum, level, c) => sum + (joint.weights[c]?.[level] ?? 0),
          joint.prior,
        ),
        isMatch: set.isMatch[pair] === 1,
      })),
  }));
  const steps = Array.from({ length: 141 }, (_, i) => -6 + i / 10);
  const meanF1 = (least: number): number =>
    scored.reduce((sum, { partners, links }) => {
      const told = links.filter(({ bits }) => bits >= least);
      return sum + (2 * told.filter(({ isMatch }) => isMatch).length) / (told.length + partners);
    }, 0);
  const zero = steps.reduce((best, step) => (meanF1(step) > meanF1(best) ? step : best));
  const isPrecise = (least: number): boolean =>
    scored.every(({ links }) => {
      const told = links.filter(({ bits }) => bits >= least);
      return told.filter(({ isMatch }) => isMatch).length >= PRECISION * told.length;
    });
  const matched = steps.find((step) => step > zero + 1 && isPrecise(step)) ?? zero + 8;
  return { scale: MATCHED / (matched - zero), zero };
}

/** In tenths of a bit, so that a reader's sum is the program's; the constant part is the name's but for the prior. */
function rounded({ prior, weights }: Fitted, scale: number, zero: number): WeightTable {
  const tenths = (weight: number): number => Math.round(10 * weight) / 10 + 0;
  const constant = scale * (prior - zero) - PRIOR;
  const levels = weights
    .slice(0, SIZES.length)
    .map((list, c) => list.map((weight) => tenths(scale * weight + (c === 0 ? constant : 0))));
  const numbers = levels[NUMBERS] as number[];
  numbers[numbers.length - 1] = Math.min(numbers[numbers.length - 1] ?? 0, LEAST_DIFFERENT_NUMBERS);
  const gap = (at: number): number[] => (weights[SIZES.length + at] ?? []).map((weight) => tenths(scale * weight));
  return { prior: PRIOR, levels, nextTarget: gap(0), nextQuery: gap(1) };
}

/** Links of a set under a table, with their odds in bits. */
export function linksUnder(set: Training, { prior, levels, nextTarget, nextQuery }: WeightTable) {
  return bestPairs(set, levels)
    .filter(({ isTie }) => !isTie)
    .map((best) => ({
      bits: best.weight + prior + (nextTarget[best.nextTarget] ?? 0) + (nextQuery[best.nextQuery] ?? 0),
      isMatch: set.isMatch[best.pair] === 1,
    }));
}
