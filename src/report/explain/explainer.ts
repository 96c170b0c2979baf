/** Answers what stands behind a selection, from a run that is held: lookups by key, bounded lists, plain data. */

import type { Gap } from '../../domain/measure';
import type { Exception, Line, LineKey, VarianceItem } from '../../domain/reconciliation';
import type { Provenance, ReconciledRecord, RecordKey, Role } from '../../domain/record';
import type { SourceMapping } from '../../settings/mapping';
import { describeItem } from '../../variance/describe';
import type { ReportContext } from '../context';
import { firstOf } from '../firstOf';
import { bridgesOf, linesTold } from './bridge';
import type { Asked, AskedVariance, Explanation, Listed, SourceRowTold } from './explanation';
import { figureOf, gapOfHeader } from './figure';
import { keyIndex } from './keyIndex';
import { createMatchFinder } from './matches';
import type { Found } from './matches';
import type { PostedRecords } from './posted';
import { documentTold, exceptionTold, isOfRow, leftOutTold } from './told';

/** Of each list as many as a person looks through beside the sheet. */
const MOST = { documents: 40, matches: 20, exceptions: 20, sentences: 10, rows: 20 } as const;
/** Lines of which the documents are looked up one by one. */
const MOST_LINES_IN_DETAIL = 2_000;

/** What was found to be about the selection, before it is told. */
interface Gathered {
  readonly lines: readonly Line[];
  /** The gap that is asked about; null for all. */
  readonly gap: Gap | null;
  /** Items that the selection is about, largest first in what is told of them. */
  readonly items: readonly VarianceItem[];
  readonly exceptions: readonly Exception[];
  readonly records: ReadonlySet<RecordKey>;
  /** Match rows asked for by key; null: those among the records. */
  readonly matches: Found | null;
  readonly rows: Listed<SourceRowTold>;
  readonly unknown: number;
}

const NOTHING: Gathered = {
  lines: [],
  gap: null,
  items: [],
  exceptions: [],
  records: new Set(),
  matches: null,
  rows: { all: 0, shown: [] },
  unknown: 0,
};

export type Explain = (asked: Asked) => Explanation;

/**
 * @param posted where the records of the run stand.
 * @param mappings what each source was used for.
 */
export function createExplainer(context: ReportContext, posted: PostedRecords, mappings: readonly SourceMapping[]): Explain {
  const { result } = context;
  const lineOf = new Map(result.lines.map((line) => [line.key, line]));
  const exceptionOf = new Map<string, Exception>();
  for (const exception of result.exceptions) if (!exceptionOf.has(exception.key)) exceptionOf.set(exception.key, exception);
  const finder = createMatchFinder(context);
  const itemsOfException = keyIndex(result.items.length, (at) => result.items[at]?.exceptionKey ?? null);
  const rolesOfSheet = new Map<string, Role>();
  for (const { sheet, role } of mappings) if (role !== 'ignore') rolesOfSheet.set(sheet, role);

  const itemsOf = (line: LineKey): readonly VarianceItem[] => context.itemsOfLine.get(line) ?? [];
  const itemsOfLines = (lines: readonly Line[]): readonly VarianceItem[] =>
    lines === result.lines ? context.periodItems : lines.flatMap(({ key }) => itemsOf(key));
  const linesOf = (keys: Iterable<LineKey>): Line[] => [...new Set(keys)].flatMap((key) => lineOf.get(key) ?? []);
  const exceptionsOf = (items: readonly VarianceItem[]): Exception[] => {
    const keys = new Set<string>();
    for (const { exceptionKey } of items) if (exceptionKey !== null) keys.add(exceptionKey);
    return [...keys].flatMap((key) => exceptionOf.get(key) ?? []);
  };
  /** What is said of the records on the lines. */
  const itemsAbout = (lines: Iterable<LineKey>, records: ReadonlySet<RecordKey>): VarianceItem[] =>
    [...new Set(lines)].flatMap((line) => itemsOf(line).filter((item) => recordsOf(item).some((key) => records.has(key))));

  const ofLines = (lines: readonly Line[], gap: Gap | null, code: string | null): Gathered => {
    const all = itemsOfLines(lines);
    const isAsked = (item: VarianceItem): boolean => (gap === null || item.gap === gap) && (code === null || item.code === code);
    const items = gap === null && code === null ? all : all.filter(isAsked);
    const isDetailed = lines.length <= MOST_LINES_IN_DETAIL;
    const standing = isDetailed && code === null ? lines.flatMap(({ key }) => posted.of(key)) : [];
    const records = isDetailed ? new Set([...standing, ...items.flatMap(recordsOf)]) : new Set<RecordKey>();
    return { ...NOTHING, lines, gap, items, exceptions: exceptionsOf(items), records };
  };

  const ofVariances = (rows: readonly AskedVariance[]): Gathered => {
    const found = rows.map((row) => itemsOfRow(row, itemsOf(row.line), context));
    const items = unique(found.flat());
    return {
      ...NOTHING,
      lines: linesOf(items.map(({ line }) => line)),
      gap: sharedGap(items.map(({ gap }) => gap)),
      items,
      exceptions: exceptionsOf(items),
      records: new Set(items.flatMap(recordsOf)),
      unknown: found.filter((one) => one.length === 0).length,
    };
  };

  const ofExceptions = (keys: readonly string[]): Gathered => {
    const exceptions = unique(keys).flatMap((key) => exceptionOf.get(key) ?? []);
    const asked = new Set(exceptions.map(({ key }) => key));
    const items = itemsOfException(asked).flatMap((at) => result.items[at] ?? []);
    const named = exceptions.flatMap(({ deal, invoice, receipt }) => [deal, invoice, receipt]).filter((key) => key !== null);
    const unread = exceptions.flatMap(({ family, source }) => (family === 'read' && source !== null ? [source] : []));
    return {
      ...NOTHING,
      lines: linesOf(items.map(({ line }) => line)),
      gap: sharedGap(exceptions.map(({ gap }) => gap)),
      items,
      exceptions,
      records: new Set([...named, ...items.flatMap(recordsOf)]),
      rows: { all: unread.length, shown: unread.slice(0, MOST.rows).flatMap(({ sheet, row }) => rowsTold(sheet, [row])) },
      unknown: new Set(keys).size - asked.size,
    };
  };

  const ofMatches = (keys: readonly string[]): Gathered => {
    const matches = finder.byKeys(new Set(keys));
    const records = new Set(matches.records);
    const customers = new Set(matches.customers);
    const lines = posted.linesOf(records);
    const items = itemsAbout(lines, records).filter((item) => recordsOf(item).filter((key) => records.has(key)).length > 1);
    return {
      ...NOTHING,
      lines:
        customers.size > 0
          ? result.lines.filter(({ customer }) => customers.has(customer))
          : linesOf(items.length > 0 ? items.map(({ line }) => line) : lines),
      items,
      exceptions: exceptionsOf(items),
      records,
      matches,
      unknown: new Set(keys).size - matches.rows.length,
    };
  };

  /** In one go over all that was read, however many rows are asked for. */
  const rowsTold = (sheet: string, rows: readonly number[]): SourceRowTold[] => {
    const isAbout = ({ source }: { readonly source: Provenance }): boolean =>
      source.sheet === sheet && rows.some((row) => isOfRow(source, sheet, row));
    const records: ReconciledRecord[] = [];
    for (const record of result.records.values()) if (isAbout(record)) records.push(record);
    const leftOut = result.leftOut.filter(isAbout);
    const role = rolesOfSheet.get(sheet) ?? null;
    return rows.map((row) => ({
      sheet,
      row,
      records: records.filter(({ source }) => isOfRow(source, sheet, row)).map((record) => documentTold(record, context)),
      leftOut: leftOut.filter(({ source }) => isOfRow(source, sheet, row)).map(leftOutTold),
      list: role !== null && LISTS.has(role) ? role : null,
    }));
  };

  const ofSource = (sheet: string, rows: readonly number[]): Gathered => {
    const told = rowsTold(sheet, rows.slice(0, MOST.rows));
    const own = new Set(told.flatMap(({ records }) => records.map(({ key }) => key)));
    const lines = posted.linesOf(own);
    const items = itemsAbout(lines, own);
    const touches = ({ deal, invoice, receipt, source }: Exception): boolean =>
      [deal, invoice, receipt].some((key) => key !== null && own.has(key)) ||
      (source !== null && rows.some((row) => isOfRow(source, sheet, row)));
    return {
      ...NOTHING,
      lines: linesOf(lines),
      items,
      exceptions: unique([...exceptionsOf(items), ...result.exceptions.filter(touches)]),
      records: own,
      rows: { all: rows.length, shown: told },
    };
  };

  const gather = (asked: Asked): Gathered => {
    switch (asked.kind) {
      case 'lines': {
        if (asked.keys === null) return ofLines(result.lines, gapOfHeader(asked.header), null);
        const keys = new Set(asked.keys);
        const lines = linesOf(keys);
        return { ...ofLines(lines, gapOfHeader(asked.header), null), unknown: keys.size - lines.length };
      }
      case 'variances':
        return ofVariances(asked.rows);
      case 'exceptions':
        return ofExceptions(asked.keys);
      case 'matches':
        return ofMatches(asked.keys);
      case 'figure': {
        const figure = figureOf(asked.beside, asked.above, context);
        return figure === null ? { ...NOTHING, unknown: 1 } : ofLines(figure.lines, figure.gap, figure.code);
      }
      case 'source':
        return ofSource(asked.sheet, asked.rows);
    }
  };

  const tell = (kind: Asked['kind'], gathered: Gathered): Explanation => {
    const { lines, gap, items, exceptions, records } = gathered;
    const matches = gathered.matches ?? finder.among(records);
    const documents = new Set([...records, ...matches.records]);
    return {
      kind,
      currency: result.currency,
      unknown: gathered.unknown,
      lines: linesTold(lines, context),
      bridges: bridgesOf(lines, itemsOfLines(lines), gap, context),
      sentences: {
        all: items.length,
        shown: largest(items, MOST.sentences, ({ amount }) => amount).map((item) => describeItem(item, context.wording)),
      },
      exceptions: {
        all: exceptions.length,
        shown: largest(exceptions, MOST.exceptions, ({ amount }) => amount).map((one) => exceptionTold(one, context)),
      },
      documents: documentsTold(documents, context),
      matches: { all: matches.rows.length, shown: finder.told(matches.rows.slice(0, MOST.matches)) },
      rows: gathered.rows,
    };
  };

  return (asked) => tell(asked.kind, gather(asked));
}

/** Sheets that are looked up in; none of their rows is in a measure. */
const LISTS: ReadonlySet<Role> = new Set<Role>(['customers', 'owners', 'rates']);

function recordsOf({ record, otherRecord, deal, invoice, schedule, receipt }: VarianceItem): RecordKey[] {
  return unique([record, otherRecord, deal, invoice, schedule, receipt].filter((key) => key !== null));
}

/** Items that a row of `Variances` sums: told apart by certainty and documents as far as the row shows one of each. */
function itemsOfRow(row: AskedVariance, items: readonly VarianceItem[], context: ReportContext): readonly VarianceItem[] {
  const alike = items.filter(({ gap, code }) => gap === row.gap && code === row.code);
  const exact = alike.filter(
    ({ certainty, deal, invoice }) =>
      certainty === row.certainty.toLowerCase() && context.nameOf(deal) === row.deal && context.nameOf(invoice) === row.invoice,
  );
  return exact.length > 0 ? exact : alike;
}

/** The gap that all are about; null where they are about several. */
function sharedGap(gaps: readonly (Gap | null)[]): Gap | null {
  const [first = null, ...others] = unique(gaps);
  return others.length === 0 ? first : null;
}

const ROLES = ['deal', 'invoice', 'revenue', 'receipt'] as const;

/** The largest where there are too many; in the order of business: deals, invoices, schedules, receipts, each by date. */
function documentsTold(keys: ReadonlySet<RecordKey>, context: ReportContext): Explanation['documents'] {
  const records = [...keys].flatMap((key) => context.record(key) ?? []);
  const shown = largest(records, MOST.documents, ({ amount }) => amount).sort(
    (a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || a.day - b.day || (a.key < b.key ? -1 : 1),
  );
  return { all: records.length, shown: shown.map((record) => documentTold(record, context)) };
}

function largest<T>(all: readonly T[], most: number, sizeOf: (one: T) => number): T[] {
  if (all.length <= most) return [...all];
  return firstOf(all, most, (a, b) => Math.abs(sizeOf(b)) - Math.abs(sizeOf(a)));
}

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];
