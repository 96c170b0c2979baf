/** The life of a single exception, its reviewer's cells as they stand now. */

import type { RawCell } from '../../../domain/grid';
import type { ExceptionTold } from '../../../report/explain/explanation';
import { usePane } from '../../paneContext';
import { cellText } from '../../reviewerCells';
import { texts } from '../../texts';
import type { ExplainedThing } from './explainedThing';
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
          [texts.explain.status, texts.engine(status)],
          [texts.explain.firstSeen, format.dates(firstSeen)],
          [texts.explain.lastSeen, format.dates(lastSeen)],
          [texts.explain.assignee, assignee],
          [texts.explain.dueBy, format.dates(cellText('Due by', cells['Due by']))],
          [texts.explain.acceptUntil, format.dates(cellText('Accept until', cells['Accept until']))],
          [texts.explain.comment, comment],
          [texts.explain.resolution, texts.engine(resolution)],
          [texts.explain.closedOn, format.dates(closedOn)],
          [texts.explain.whatChanged, format.sentence(texts.engine(whatChanged))],
        ]}
      />
    </Part>
  );
}

/** What stands in a reviewer's cells now wins over what stood there at the run. */
function withTyped(exception: ExceptionTold, cells: Readonly<Record<string, RawCell>>): ExceptionTold {
  if (!Object.hasOwn(cells, 'Status')) return exception;
  const typed = (header: string): string => cellText(header, cells[header]).trim();
  return { ...exception, status: typed('Status'), assignee: typed('Assignee'), comment: typed('Comment') };
}
