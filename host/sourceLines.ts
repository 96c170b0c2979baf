/** What each source was read as, a line each, before any result is printed. */

import type { Inspection, SourceInspection } from '../src/settings/inspection';
import { layoutWords, leftOutRows, roleWords, rowWords, titleOf } from '../src/taskpane/sourceWords';
import { texts } from '../src/taskpane/texts';

export function sourceLines({ sources }: Inspection): string[] {
  const lines = sources.map((source) => `  ${titleOf(source, sources)}: ${understanding(source)}`);
  return lines.length === 0 ? [] : ['Sources', ...lines, ''];
}

function understanding(source: SourceInspection): string {
  if (source.role === 'ignore') return `${texts.roles.ignore.toLowerCase()} (${source.roleReason})`;
  const { unreadable } = leftOutRows(source);
  const rows = [
    ...rowWords(source, String),
    ...(unreadable === 0 ? [] : [texts.sources.unreadable(unreadable, String(unreadable))]),
    ...(source.hiddenRows === 0 ? [] : [texts.sources.hidden(source.hiddenRows, String(source.hiddenRows))]),
  ];
  const layout = [roleWords(source.role, source.isBankList), ...layoutWords(source)].join(', ').toLowerCase();
  return `${layout}; ${rows.join('; ')}`;
}
