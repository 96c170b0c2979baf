/** The lines of the log that an action leaves in the workbook: pure. */

import type { Alias, LinkNote, LoggedDecision } from '../settings/decisions';
import { cellText } from './reviewerCells';
import type { WrittenReview } from './reviewing';

export interface Signed {
  /** Initials. */
  readonly by: string;
  /** ISO day. */
  readonly at: string;
}

/** A line for each cell that changed. */
export function logOfReviews(reviews: readonly WrittenReview[], { by, at }: Signed): LoggedDecision[] {
  return reviews.flatMap(({ key, before, after }) =>
    Object.keys(after)
      .map((header) => ({
        when: at,
        who: by,
        what: header,
        key,
        before: cellText(header, before[header]),
        after: cellText(header, after[header]),
      }))
      .filter((line) => line.before !== line.after),
  );
}

export function logOfLinks(
  links: readonly { readonly matchKey: string; readonly typed: string }[],
  before: readonly LinkNote[],
  { by, at }: Signed,
): LoggedDecision[] {
  const stood = new Map(before.map(({ matchKey, typed }) => [matchKey, typed]));
  return links.map(({ matchKey, typed }) => ({
    when: at,
    who: by,
    what: 'Decision',
    key: matchKey,
    before: stood.get(matchKey) ?? '',
    after: typed,
  }));
}

export function logOfAlias({ kind, from, to }: Alias, { by, at }: Signed): LoggedDecision {
  return { when: at, who: by, what: 'Alias', key: `${kind}|${from}`, before: '', after: to };
}

/** The way back, line by line. */
export function logOfUndo(logged: readonly LoggedDecision[], { by, at }: Signed): LoggedDecision[] {
  return logged.map(({ what, key, before, after }) => ({
    when: at,
    who: by,
    what: `Undone: ${what}`,
    key,
    before: after,
    after: before,
  }));
}
