/** How much a word tells about who a company is: the rarer, the more. */

/** Words common in company names everywhere, with how often each stands in a thousand names, roughly. */
const PER_THOUSAND: ReadonlyMap<string, number> = new Map(
  (
    [
      [40, 'group holding international services'],
      [
        20,
        'technology resources fund trust investment energy capital partner industries management global property trading bank financial solutions systems development pharmaceuticals acquisition construction enterprises engineering products',
      ],
      [
        10,
        'finance new 1 2 first united china uk usa us mining power media real estate health medical business india securities ventures electric electronics insurance design marine foods marketing shop healthcare general shipping steel hotel hotels communications manufacturing associates laboratories school council county city',
      ],
      [
        8,
        'consulting consultants consultancy software digital data network networks logistics retail europe european american america asia pacific north south east west central national royal center house club green blue red gold oil gas water food home world star sun alpha omega delta apex prime elite premier advanced applied creative smart best london york germany deutschland france italia espana nordic canada australia japan asset advisors brothers sons research institute university hospital clinic airlines motors automotive auto transport travel express supply materials chemicals chemical plastics paper textiles textile fashion sports games entertainment studio studios agency interactive online web cloud mobile security legal tax accounting hr staffing recruitment training education learning environmental renewable solar wind recycling waste cleaning facility facilities building builders contractors architects interiors furniture equipment tools machinery instruments controls automation robotics aerospace defense income growth bond equity index municipal metals minerals bancorp therapeutics biosciences electrical mechanical plumbing heating garage cafe restaurant bar farm farms society association foundation charity department borough district committee',
      ],
    ] as const
  ).flatMap(([rate, words]) => words.split(' ').map((word) => [word, rate] as const)),
);

/** The sheets at hand are a small sample of all names; these many names of the world stand behind them. */
export const BACKGROUND_NAMES = 4000;
/** A word in no list is taken to stand in one name of the background. */
const BACKGROUND_RARE = 1;
/** Steps of a weight, in bits, and of the number of names: few enough that one name more changes nothing. */
const STEP = 0.5;

/**
 * log2(1 / share of names that hold the word), from the names at hand and the background together, in steps.
 * @param count names at hand that hold the word · @param names names at hand, of both sides
 */
export function wordBits(word: string, count: number, names: number): number {
  const perThousand = PER_THOUSAND.get(word);
  const background = perThousand === undefined ? BACKGROUND_RARE : (perThousand * BACKGROUND_NAMES) / 1000;
  // Both sides hold the same customer once, so half of a word's count is its count on one side.
  const share = Math.log2(stepped(names) + BACKGROUND_NAMES) - Math.log2(stepped(count / 2) + background);
  return Math.max(STEP, Math.round(share / STEP) * STEP);
}

/** A number rounded to the next half power of two. */
function stepped(count: number): number {
  return count < 1 ? count : 2 ** (Math.round(2 * Math.log2(count)) / 2);
}
