/** Words that name a share class or a branch of a company rather than the company. */

const MINOR = new Set(
  (
    'class series ordinary common stock shares share shs capital warrant warrants preferred preference depositary depository receipt receipts ' +
    'adr adrs ads gdr inh reg bpa branch office division dept department subsidiary headquarters hq account accounts payable receivable ap'
  ).split(' '),
);

/** Words that stand among share-class words without meaning of their own. */
const BETWEEN = new Set(
  'american each representing one two three four five ten half par value per unit units a b c d i v the of and an new'.split(' '),
);

/** Such a word alone tells nothing; the end is taken off only where one of these words begins it. */
export function isMinor(word: string): boolean {
  return MINOR.has(word);
}

/**
 * A name without its share class or branch: "acme inc class a common stock" → "acme inc". The first word always stays,
 * and a single word at the end goes only where a legal form or nothing but such words would be left of it anyway.
 */
export function withoutMinorEnd(words: readonly string[]): readonly string[] {
  let keep = words.length;
  for (let at = words.length - 1; at > 0; at--) {
    const word = words[at] ?? '';
    if (isMinor(word)) keep = at;
    else if (!BETWEEN.has(word) && !/^\d+$/.test(word)) break;
  }
  return words.slice(0, keep);
}
