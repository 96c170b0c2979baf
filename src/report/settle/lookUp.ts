/** What settling needs to know of the run that is held: partners for a record, what a link may carry, what may be written off. */

import { matchKey } from '../../domain/link';
import type { LinkKind } from '../../domain/link';
import type { Currency, Minor } from '../../domain/money';
import type { ReconciledRecord, RecordKey } from '../../domain/record';
import type { ReportContext } from '../context';
import { isLinkKind, partsOf } from '../matchRows';
import type { ReviewSide } from '../plan';
import { allocationTold } from './allocation';
import { namePartnersTold } from './namePartners';
import { partnersTold } from './partners';
import { writeOffTold } from './writeOff';

export type LookUp =
  /** Records, or names of customers, that may take the place of one end of a match. @param side the end that is replaced. */
  | { readonly kind: 'partners'; readonly matchKey: string; readonly side: 'left' | 'right'; readonly text: string }
  /** The links of one kind at the right end of a match, with what each may carry. */
  | { readonly kind: 'allocation'; readonly matchKey: string }
  | { readonly kind: 'writeOff'; readonly exceptionKey: string };

export interface Partner {
  /** The match key of the link with it. */
  readonly key: string;
  readonly side: ReviewSide;
  /** What is open of it; null where that cannot be compared. */
  readonly open: Minor | null;
}

export interface PartnersTold {
  readonly kind: 'partners';
  /** "" between names of customers. */
  readonly currency: Currency;
  /** The end that stays. */
  readonly anchor: ReviewSide;
  /** What is open of it once the match is given up; null between names of customers. */
  readonly open: Minor | null;
  readonly partners: readonly Partner[];
  /** All that fit the text. */
  readonly all: number;
}

export interface AllocationTold {
  readonly kind: 'allocation';
  readonly currency: Currency;
  readonly right: ReviewSide;
  /** All that these links may carry together. */
  readonly whole: Minor;
  readonly links: readonly {
    readonly key: string;
    readonly left: ReviewSide;
    readonly carried: Minor;
    /** The most that its left end leaves; null where that cannot be compared. */
    readonly most: Minor | null;
  }[];
}

export interface WriteOffTold {
  readonly kind: 'writeOff';
  readonly currency: Currency;
  readonly amount: Minor;
  readonly most: Minor;
  /** Nothing behind it is expected to reverse by itself. */
  readonly isSingle: boolean;
}

export type LookedUp = PartnersTold | AllocationTold | WriteOffTold;

/** What is open of two ends once some links are made; null of the left where it cannot be compared. */
export type OpenAfter = (
  links: readonly (Ends & { readonly allocated: Minor })[],
) => (ends: Ends) => { readonly left: Minor | null; readonly right: Minor };

/** Letters that two folded names have in common, 0…1. */
export type Similarity = (a: string, b: string) => number;

/** What is matching's and handed in. */
export interface FromMatching {
  readonly openAfter: OpenAfter;
  readonly similarity: Similarity;
}

/** Null where the run knows nothing of what is asked. */
export function lookUp(asked: LookUp, context: ReportContext, { openAfter, similarity }: FromMatching): LookedUp | null {
  if (asked.kind === 'writeOff') return writeOffTold(asked.exceptionKey, context);
  if (asked.kind === 'partners' && asked.matchKey.startsWith(CUSTOMER))
    return namePartnersTold(asked.matchKey, asked.side, asked.text, context, similarity);
  const ends = endsOf(asked.matchKey, context);
  if (ends === null) return null;
  return asked.kind === 'allocation'
    ? allocationTold(ends, context, openAfter)
    : partnersTold(ends, asked.side, asked.text, context, openAfter);
}

const CUSTOMER = matchKey('customer', '', '').slice(0, -1);

export interface Ends {
  readonly kind: LinkKind;
  readonly left: ReconciledRecord;
  readonly right: ReconciledRecord;
}

function endsOf(key: string, context: ReportContext): Ends | null {
  const parts = partsOf(key, context);
  const [left, right] = [context.record(parts.left), context.record(parts.right)];
  return isLinkKind(parts.kind) && left !== null && right !== null ? { kind: parts.kind, left, right } : null;
}

/** The links of the run but for those that are given up. */
export function linksWithout(
  kind: LinkKind,
  isGivenUp: (left: RecordKey, right: RecordKey) => boolean,
  context: ReportContext,
): (Ends & { readonly allocated: Minor })[] {
  return context.result.links.flatMap((link) => {
    if (link.kind === kind && isGivenUp(link.left, link.right)) return [];
    const [left, right] = [context.record(link.left), context.record(link.right)];
    return left === null || right === null ? [] : [{ kind: link.kind, left, right, allocated: link.allocated }];
  });
}
