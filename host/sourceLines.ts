/** What each source was read as, a line each, before any result is printed. */

import type { Inspection, SourceInspection } from '../src/settings/inspection';
import { causeWords, layoutWords, roleWords, titleOf } from '../src/taskpane/sourceWords';
import { texts } from '../src/taskpane/texts';

export function sourceLines({ sources }: Inspection): string[] {
  const lines = sources.map((source) => `  ${titleOf(source, sources)}: ${understanding(source)}`);
  return lines.length === 0 ? [] : ['Sources', ...lines, ''];
}

function understanding(source: SourceInspection): string {
  if (source.role === 'ignore') return `${texts.roles.ignore.toLowerCase()} (${source.roleReason})`;
  const { used, leftOut } = source.counts;
  const hidden = source.hiddenRows === 0 ? [] : [texts.sources.hidden(source.hiddenRows, String(source.hiddenRows))];
  return [
    [roleWords(source.role, source.isBankList), ...layoutWords(source)].join(', ').toLowerCase(),
    [
      used === 0 && leftOut.length === 0
        ? texts.sources.rows(source.rows, String(source.rows))
        : texts.sources.used(used, String(used)),
      ...leftOut.map(({ cause, rows }) => texts.sources.leftOut(String(rows), causeWords(cause))),
      ...hidden,
    ].join('; '),
  ].join(': ');
}
