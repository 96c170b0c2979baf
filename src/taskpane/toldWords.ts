/** What came of the last decision, or of taking it back, in words. */

import type { Format } from './format';
import type { Reviewing } from './reviewing';
import { texts } from './texts';

export function toldWords({ what, label, gone = 0 }: NonNullable<Reviewing['told']>, format: Format): string {
  const words = texts.review.verdicts[what](label);
  return gone === 0 ? words : `${words} ${texts.review.gone(gone, format.count(gone))}`;
}
