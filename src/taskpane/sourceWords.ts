/** What was understood of a source, in words, for the pane and for the command line. */

import type { LeftOutCause } from '../domain/record';
import { LEFT_OUT_CAUSES } from '../domain/record';
import type { SourceInspection } from '../settings/inspection';
import type { SourceMapping } from '../settings/mapping';
import type { SourcePlace } from '../settings/place';
import { texts } from './texts';

const isAlone = ({ sheet }: SourcePlace, sources: readonly SourcePlace[]): boolean =>
  sources.filter((other) => other.sheet === sheet && other.table === null).length < 2;

/** The sheet's name, and which of its tables where it holds several. */
export function nameOf(source: SourcePlace, sources: readonly SourcePlace[]): string {
  if (source.table !== null) return texts.sources.sheetAndTable(source.sheet, source.table);
  return isAlone(source, sources) ? source.sheet : texts.sources.sheetAndBlock(source.sheet, source.block);
}

/** The name, with its place in the sheet where that tells it from others. */
export function titleOf(source: SourcePlace & Pick<SourceInspection, 'area'>, sources: readonly SourcePlace[]): string {
  const name = nameOf(source, sources);
  return source.table !== null || isAlone(source, sources) ? name : texts.sources.withArea(name, source.area);
}

/** "Receipts" or, of those, "Bank list". */
export function roleWords(role: SourceMapping['role'], isBankList: boolean): string {
  return role === 'receipts' && isBankList ? texts.sources.bankList : texts.roles[role];
}

/** Roles whose rows are documents or parts of them. */
const HAS_DOCUMENTS: ReadonlySet<SourceMapping['role']> = new Set(['deals', 'invoices', 'credits', 'schedule', 'receipts']);

export const hasDocuments = ({ role }: Pick<SourceMapping, 'role'>): boolean => HAS_DOCUMENTS.has(role);

/** "Header in row 5", what one row is, the zone of its dates, and what amounts are counted in where that is no units. */
export function layoutWords(source: Pick<SourceInspection, 'headerAt' | 'grain' | 'role' | 'mapping' | 'zone'>): string[] {
  const { scale } = source.mapping;
  return [
    texts.sources.headerAt(source.headerAt),
    ...(hasDocuments(source) ? [texts.grains[source.grain]] : []),
    ...(source.zone === null ? [] : [texts.sources.zone(source.zone.zones.join(', '), source.zone.nearMonthEnd)]),
    ...(scale === 1 ? [] : [texts.sources.scaled(texts.scales[scale] ?? String(scale))]),
  ];
}

/** "26 rows: 21 used", then the rows left out by cause, unreadable ones apart; all rows together are those of the sheet. */
export function rowWords(source: Pick<SourceInspection, 'counts' | 'rows'>, shown: (count: number) => string): string[] {
  const { used, leftOut } = source.counts;
  const left = leftOut.reduce((sum, { rows }) => sum + rows, 0);
  // Lists of customers, owners and rates are in no measure: none of their rows is counted.
  if (used + left === 0) return [texts.sources.rows(source.rows, shown(source.rows))];
  const all = texts.sources.rows(used + left, shown(used + left));
  return [
    left === 0 ? texts.sources.allUsed(all) : texts.sources.used(all, shown(used)),
    ...leftOutRows(source).onPurpose.map(({ cause, rows }) =>
      texts.sources.leftOut(shown(rows), texts.engine(LEFT_OUT_CAUSES[cause])),
    ),
  ];
}

/** Rows that are in no measure, unreadable ones apart: those somebody has to look at. */
export function leftOutRows({ counts }: Pick<SourceInspection, 'counts'>): {
  readonly onPurpose: readonly { readonly cause: LeftOutCause; readonly rows: number }[];
  readonly unreadable: number;
} {
  return {
    onPurpose: counts.leftOut.filter(({ cause, rows }) => cause !== 'unreadable' && rows > 0),
    unreadable: counts.leftOut.reduce((sum, { cause, rows }) => (cause === 'unreadable' ? sum + rows : sum), 0),
  };
}
