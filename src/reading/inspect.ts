/** What the sheets are, before a run: role, header, columns, conventions, and what has to be asked. */

import type { SourceGrid } from '../domain/grid';
import type { Inspection } from '../settings/inspection';
import type { SourceMapping } from '../settings/mapping';
import { countsOf } from './counts';
import { statedCurrencies } from './currencyOfRow';
import { describeSource } from './describeSource';
import { keepReading } from './lately';
import { lookAt } from './look';
import { obstaclesOf } from './obstacles';
import { pairSource } from './pairSources';
import { marksOf } from './questions';
import { readSheets } from './readRecords';
import { settle } from './settle';
import type { Settled } from './settle';
import { openSheet } from './sheet';
import type { SourceSheet } from './sheet';
import { defaultStatusWords, statusWordsOf } from './statusWords';

/**
 * Finds out what each grid is. Saved mappings are taken where they are of the same source, or of the same header elsewhere;
 * one that names only sheet and role settles just that. Nothing is decided in silence: what stays open is a question.
 */
export function inspect(grids: readonly SourceGrid[], saved: readonly SourceMapping[]): Inspection {
  const settled = settle(lookAt(grids, saved));
  const opened = openAll(settled);
  const stated = statedCurrencies(opened.filter((sheet) => sheet !== null));
  const sheets = opened.map((sheet) => (sheet === null ? null : withOnlyCurrency(sheet, stated)));
  const used = sheets.filter((sheet) => sheet !== null);
  const words = defaultStatusWords(statusWordsOf(used));
  const result = readSheets(used, words);
  const counts = countsOf(used, result);
  const sources = settled.map((each, at) => describeSource(each, at, sheets, stated, counts));
  keepReading(
    grids,
    sources.map(({ mapping }) => mapping),
    words,
    result,
  );
  return {
    sources,
    questions: sources.flatMap(({ questions }) => questions),
    obstacles: obstaclesOf(sources),
  };
}

/** The sources in use, opened; those of one sheet are told apart by their number. */
function openAll(settled: readonly Settled[]): (SourceSheet | null)[] {
  const parts = new Map<string, number>();
  return settled.map(({ look: { known }, mapping }) => {
    if (known === null || mapping.role === 'ignore') return null;
    const part = parts.get(mapping.sheet) ?? 0;
    parts.set(mapping.sheet, part + 1);
    return openSheet(pairSource({ ...known.grid, part }, mapping));
  });
}

/** Where the workbook knows one currency only, a sheet that says nothing is in it: there is no second reading to ask about. */
function withOnlyCurrency(sheet: SourceSheet, stated: ReadonlySet<string>): SourceSheet {
  const { mapping, grid } = sheet;
  const [only] = stated;
  const silent = mapping.currency === null && mapping.columns.currency === undefined && marksOf(sheet).length === 0;
  return silent && stated.size === 1 && only !== undefined ? openSheet({ grid, mapping: { ...mapping, currency: only } }) : sheet;
}
