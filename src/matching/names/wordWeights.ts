/** How much a word tells about who a company is: the rarer, the more. */

import { isMinor } from './minorWords';

/** Words common in company names everywhere, with how often each stands in a thousand names, roughly. */
const PER_THOUSAND: Readonly<Record<string, number>> = Object.fromEntries(
  (
    [
      [40, 'group holding international services'],
      [
        20,
        'technology resources fund trust investment energy capital partner industries management global property trading bank',
      ],
      [
        10,
        'acquisition solutions development financial systems finance new one united construction enterprises china uk usa us mining power media real estate engineering health medical business india securities ventures pharmaceuticals products electric electronics insurance design marine foods marketing shop healthcare first general shipping steel',
      ],
      [
        8,
        'consulting consultants software digital data network networks communications logistics retail europe european american america asia pacific north south east west central national royal center house club green blue red gold oil gas water food home city world star sun alpha omega delta apex prime elite premier advanced applied creative smart best london york germany deutschland france italia espana nordic canada australia japan asset advisors associates brothers sons laboratories research institute university school hospital clinic hotel airlines motors automotive auto transport travel express supply materials chemicals plastics paper textiles fashion sports games entertainment studio studios agency interactive online web cloud mobile labs security legal tax accounting hr staffing recruitment training education learning environmental renewable solar wind recycling waste cleaning facility facilities building builders contractors architects interiors furniture equipment tools machinery instruments controls automation robotics aerospace defense',
      ],
    ] as const
  ).flatMap(([rate, words]) => words.split(' ').map((word) => [word, rate])),
);

/** The sheets at hand are a small sample of all names; these many names of the world stand behind them. */
const BACKGROUND_NAMES = 4000;
/** A word in no list is taken to stand in one name of the background. */
const BACKGROUND_RARE = 1;

export type WordWeight = (word: string) => number;

/**
 * log2(1 / share of names that hold the word), from the names at hand and the background together.
 * @param names identifying words of every distinct name of both sides.
 */
export function wordWeights(names: readonly (readonly string[])[]): WordWeight {
  const counts = new Map<string, number>();
  for (const words of names) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const total = names.length + BACKGROUND_NAMES;
  const known = new Map<string, number>();
  return (word) => {
    const cached = known.get(word);
    if (cached !== undefined) return cached;
    const perThousand = PER_THOUSAND[word];
    const background = perThousand === undefined ? BACKGROUND_RARE : (perThousand * BACKGROUND_NAMES) / 1000;
    // Both sides hold the same customer once, so half of a word's count is its count on one side.
    const exact = Math.log2(total / ((counts.get(word) ?? 0) / 2 + background));
    const weight = Math.max(0.5, isMinor(word) ? exact * 0.25 : exact);
    known.set(word, weight);
    return weight;
  };
}
