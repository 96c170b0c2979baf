/** What an explanation is about, in a line or two. */

import type { Explanation, LinesTold, Listed } from '../../../report/explain/explanation';
import type { Selection } from '../../../report/explain/selection';
import type { Format } from '../../format';
import { texts } from '../../texts';

export interface Title {
  readonly title: string;
  readonly subtitle: string;
}

export function titleOf(selection: Selection, explanation: Explanation, format: Format): Title {
  const { lines, exceptions, matches, rows, kind } = explanation;
  const about = lines === null ? '' : lineWords(lines, format);
  const [exception] = exceptions.shown;
  const [match] = matches.shown;
  const count = texts.explain.rows(selection.rows, format.count(selection.rows));
  if (kind === 'exceptions' && selection.rows === 1 && exception !== undefined)
    return {
      title: capitalised(texts.engine(exception.reason)),
      subtitle: about === '' ? texts.explain.exceptionOf(exception.customer, format.dates(exception.month)) : about,
    };
  if (kind === 'matches' && selection.rows === 1 && match !== undefined)
    return { title: texts.review.versus(match.left.name, match.right.name), subtitle: about === '' ? match.customer : about };
  if (kind === 'source') {
    const [row] = rows.shown;
    if (row === undefined) return { title: count, subtitle: about };
    return {
      title:
        rows.all === 1
          ? texts.explain.sourceRow(row.sheet, String(row.row))
          : texts.explain.sourceRows(row.sheet, rows.all, format.count(rows.all)),
      subtitle: about,
    };
  }
  if (lines === null) return { title: count, subtitle: '' };
  return kind === 'lines' || kind === 'figure' ? { title: about, subtitle: '' } : { title: count, subtitle: about };
}

/** "Acme Ltd · Mar 2026 · Ann", or how many lines and whose. */
function lineWords({ count, customers, from, to, owners }: LinesTold, format: Format): string {
  const months = texts.explain.months(format.dates(from), format.dates(to));
  const parts = [names(customers, format), months, names(owners, format)];
  return (count === 1 ? parts : [texts.explain.lines(count, format.count(count)), ...parts]).join(' · ');
}

function names({ all, shown }: Listed<string>, format: Format): string {
  const listed = shown.map((name) => (name === '' ? texts.explain.noOwner : name)).join(', ');
  return all > shown.length ? `${listed}, ${texts.explain.more(format.count(all - shown.length))}` : listed;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
