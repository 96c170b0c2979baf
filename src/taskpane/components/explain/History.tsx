/** The life of a single exception, its reviewer's cells as they stand now. */

import { usePane } from '../../paneContext';
import { texts } from '../../texts';
import type { ExplainedThing } from './actions';
import { asTyped, withTyped } from './asTyped';
import { Facts } from './Facts';
import { Part } from './Part';

export function History({ selection: { cells }, explanation: { exceptions, kind } }: ExplainedThing) {
  const { format } = usePane();
  const [only] = exceptions.shown;
  if (only === undefined || exceptions.all > 1) return null;
  const exception = kind === 'exceptions' ? withTyped(only, cells) : only;
  const { firstSeen, lastSeen, status, assignee, comment, resolution, closedOn, whatChanged } = exception;
  return (
    <Part title={texts.explain.history}>
      <Facts
        facts={[
          [texts.explain.status, status],
          [texts.explain.firstSeen, format.dates(firstSeen)],
          [texts.explain.lastSeen, format.dates(lastSeen)],
          [texts.explain.assignee, assignee],
          [texts.explain.dueBy, format.dates(asTyped(cells['Due by']))],
          [texts.explain.acceptUntil, format.dates(asTyped(cells['Accept until']))],
          [texts.explain.comment, comment],
          [texts.explain.resolution, resolution],
          [texts.explain.closedOn, format.dates(closedOn)],
          [texts.explain.whatChanged, format.dates(whatChanged)],
        ]}
      />
    </Part>
  );
}
