/** What a person can do about what is explained: an exception, several of them, or a match. */

import type { ExplainedThing } from '../explain/explainedThing';
import { BulkAccept } from './BulkAccept';
import { ExceptionActions } from './ExceptionActions';
import { MatchSettle } from './MatchSettle';

export function SettleActions({ selection, explanation }: ExplainedThing) {
  const { exceptions, matches, kind, currency } = explanation;
  const [exception] = exceptions.shown;
  const [match] = matches.shown;
  if (kind === 'matches') return match !== undefined && matches.all === 1 ? <MatchSettle match={match} /> : null;
  if (exception === undefined) return null;
  if (exceptions.all === 1)
    return <ExceptionActions exception={exception} cells={kind === 'exceptions' ? selection.cells : {}} />;
  const keys =
    selection.asked?.kind === 'exceptions'
      ? selection.asked.keys
      : exceptions.all === exceptions.shown.length
        ? exceptions.shown.map(({ key }) => key)
        : [];
  return keys.length === 0 ? null : <BulkAccept keys={keys} currency={currency} />;
}
