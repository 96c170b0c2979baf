/** Headers of `Reconciliation` that say more of a gap. */

import type { Gap } from '../domain/measure';
import { gapWords } from './wording';

export const expectedHeader = (gap: Gap): string => `Expected: ${gapWords(gap)}`;
export const toSettleHeader = (gap: Gap): string => `To settle: ${gapWords(gap)}`;
export const reasonHeader = (gap: Gap): string => `Reason: ${gapWords(gap)}`;
