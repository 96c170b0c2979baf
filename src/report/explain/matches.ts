/** Rows of `Matches` by their keys or by the records they join, made for those alone. */

import { matchKey } from '../../domain/link';
import type { RecordKey } from '../../domain/record';
import type { ReportContext } from '../context';
import { customerNames, keyOfHint, partsOf, rowsOfMatched } from '../matchRows';
import type { Matched, MatchRow, MatchState } from '../matchRows';
import type { ReviewMatch } from '../plan';
import { customerTotals, reviewMatch } from '../review';
import { keyIndex } from './keyIndex';

export interface Found {
  readonly rows: readonly MatchRow[];
  /** Both ends of them. */
  readonly records: readonly RecordKey[];
  /** Customers of pairs of names among them. */
  readonly customers: readonly string[];
}

export interface MatchFinder {
  byKeys(keys: ReadonlySet<string>): Found;
  /** Links with an end among the records, and what was tried for those without one. */
  among(records: ReadonlySet<RecordKey>): Found;
  told(rows: readonly MatchRow[]): ReviewMatch[];
}

/** What a person may have to settle comes first. */
const ORDER: readonly MatchState[] = [
  'suggested',
  'ambiguous',
  'stopped',
  'matched',
  'confirmed',
  'refused',
  'not linked',
  'unmatched',
];

const NO_DECISIONS: Matched['decisions'] = { aliases: [], links: [] };

export function createMatchFinder(context: ReportContext): MatchFinder {
  const { result, kept } = context;
  const nameOf = customerNames(context);
  const decided = new Set(kept.decisions.links.map((decision) => decision.matchKey));
  const withEnd = endFinder(result.links);
  const refusedWithEnd = endFinder(result.refused);
  const searchesOf = memberFinder(result.openSearches, ({ anchor }) => anchor);
  const hintsOf = memberFinder(result.hints, ({ record }) => record);

  const found = (matched: Matched): Found => {
    const rows = rowsOfMatched(matched, nameOf, context).sort(
      (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.probability ?? 0) - (b.probability ?? 0),
    );
    return {
      rows,
      records: recordsOf(rows),
      customers: [...new Set(matched.customerLinks.map(({ customer }) => customer))],
    };
  };

  return {
    byKeys(keys) {
      const asked = [...keys].map((key) => partsOf(key, context));
      const lefts = new Set(asked.map(({ left }) => left));
      const isAsked = ({ kind, left, right }: { readonly kind: Parameters<typeof matchKey>[0]; left: string; right: string }) =>
        lefts.has(left) && keys.has(matchKey(kind, left, right));
      const ends = new Set(asked.flatMap(({ left, right }) => [left, right]));
      const all = found({
        customerLinks: result.customerLinks.filter(({ left, right }) => isAsked({ kind: 'customer', left, right })),
        links: withEnd(ends).filter(isAsked),
        // A candidate's key is made of the anchor and one of its records.
        openSearches: result.openSearches.filter(
          ({ anchor, candidates }) => ends.has(anchor) || candidates.some((one) => one.some((key) => ends.has(key))),
        ),
        customerHints: result.customerHints.filter((hint) => keys.has(keyOfHint(hint))),
        refused: refusedWithEnd(ends).filter(isAsked),
        hints: result.hints.filter(isAsked),
        decisions: {
          aliases: [],
          links: kept.decisions.links.filter((decision) => keys.has(decision.matchKey)),
          notes: (kept.decisions.notes ?? []).filter((note) => keys.has(note.matchKey)),
        },
      });
      const rows = all.rows.filter(({ key }) => keys.has(key));
      return { ...all, rows, records: recordsOf(rows) };
    },

    among(records) {
      if (records.size === 0) return { rows: [], records: [], customers: [] };
      return found({
        customerLinks: [],
        links: withEnd(records),
        openSearches: searchesOf(records),
        customerHints: [],
        refused: refusedWithEnd(records),
        hints: hintsOf(records),
        decisions: NO_DECISIONS,
      });
    },

    told(rows) {
      const totals = customerTotals(rows, [], context);
      return rows.map((row) => reviewMatch(row, decided.has(row.key), totals, context));
    },
  };
}

interface Ended {
  readonly left: RecordKey;
  readonly right: RecordKey;
}

/** Finds those that have an end among the records. */
function endFinder<T extends Ended>(all: readonly T[]): (records: ReadonlySet<RecordKey>) => T[] {
  const byLeft = keyIndex(all.length, (at) => all[at]?.left ?? null);
  const byRight = keyIndex(all.length, (at) => all[at]?.right ?? null);
  return (records) => {
    const places = new Set([...byLeft(records), ...byRight(records)]);
    return [...places].sort((a, b) => a - b).flatMap((at) => all[at] ?? []);
  };
}

function memberFinder<T>(all: readonly T[], keyOf: (one: T) => string): (keys: ReadonlySet<string>) => T[] {
  const places = keyIndex(all.length, (at) => (all[at] === undefined ? null : keyOf(all[at])));
  return (keys) => places(keys).flatMap((at) => all[at] ?? []);
}

const recordsOf = (rows: readonly MatchRow[]): RecordKey[] => [
  ...new Set(
    rows.flatMap(({ kind, left, right }) =>
      kind === 'customer' ? [] : [left.record, right.record].flatMap((record) => (record === null ? [] : [record.key])),
    ),
  ),
];
