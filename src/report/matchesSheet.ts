/** `Matches`: every customer pair and every link with its evidence, and what a person decided. */

import { toMajor } from '../domain/money';
import type { ReconciledRecord } from '../domain/record';
import { lastDecisions } from '../settings/decisions';
import type { Decisions, LinkDecision, LinkNote } from '../settings/decisions';
import { wordsOf } from '../settings/reviewWords';
import { placeOf } from './a1';
import { sourceText } from './context';
import type { ReportContext } from './context';
import { evidenceText } from './evidenceText';
import { KIND_TITLES } from './matchRows';
import type { MatchRow } from './matchRows';
import { mixedFormat } from './money';
import { CLASS_COLOURS } from './palette';
import type { LinkPlan, PlannedCell, SheetPlan, TableColumnPlan } from './plan';
import { dateColumn, dayCell, MAX_LINKS, numberColumn, tableSheet, textCell, textColumn } from './tablePlan';
import { MATCHES } from './tableNames';

export function matchesSheet({ kept, result }: ReportContext, rows: readonly MatchRow[]): SheetPlan {
  const decisions = decisionCells(kept.decisions);
  const columns = columnsOf(rows);
  return tableSheet({
    name: 'Matches',
    tabColor: CLASS_COLOURS.Timing,
    title: 'Matches: what belongs to what, and why',
    notes: [
      'Type confirmed or refused under Decision: every later run honours it. Weights under Evidence add up: each point doubles the odds.',
      `State unmatched: no link, but the nearest candidate of a record without a partner, and what spoke against it.${omitted(result.customerHintsOmitted)}`,
    ],
    frozenColumns: 2,
    printed: columns.findIndex(({ header }) => header === 'Evidence'),
    table: {
      name: MATCHES,
      columns,
      rows: rows.map((row) => cellsOf(row, decisions.get(row.key))),
      key: ['Match key'],
      links: linksOf(rows, columns),
    },
  });
}

function omitted(customers: number): string {
  if (customers === 0) return '';
  return customers === 1
    ? ' 1 customer without a partner, the one with the fewest documents, is not listed.'
    : ` ${String(customers)} customers without a partner, those with the fewest documents, are not listed.`;
}

/** What stands in the reviewer's columns, by match key: of several on a key the one that holds. */
function decisionCells({ links, notes = [] }: Decisions): ReadonlyMap<string, LinkNote> {
  const typed = ({ decision, amount, currency = '' }: LinkDecision): string =>
    wordsOf({ decision, amount: amount ?? null, currency });
  const decided = [...lastDecisions(links).values()].map((link) => ({ ...link, typed: typed(link) }));
  return new Map([...notes, ...decided].map((note) => [note.matchKey, note]));
}

function columnsOf(rows: readonly MatchRow[]): TableColumnPlan[] {
  const money = mixedFormat(new Set(rows.map(({ currency }) => currency)));
  return [
    textColumn('Match key', 52),
    textColumn('Kind', 18),
    textColumn('Customer', 28),
    textColumn('Left', 28),
    dateColumn('Left date'),
    textColumn('Right', 28),
    dateColumn('Right date'),
    textColumn('Currency', 12),
    numberColumn('Left amount', 15, money),
    numberColumn('Right amount', 15, money),
    numberColumn('Allocated', 15, money),
    textColumn('Pass', 26),
    numberColumn('Probability', 14, '0.0%'),
    textColumn('Evidence', 130),
    textColumn('Runner-up', 50),
    textColumn('State', 12),
    textColumn('Decision', 12, {
      reviewer: true,
      list: {
        choices: ['confirmed', 'refused'],
        message:
          'confirmed, refused, or confirmed with the amount that the link carries (confirmed 400.00 EUR). Another word is kept and does nothing.',
      },
    }),
    textColumn('Decided by', 12, { reviewer: true }),
    textColumn('Decided at', 14, { reviewer: true }),
    textColumn('Left source', 28),
    textColumn('Right source', 28),
  ];
}

function cellsOf(row: MatchRow, typed: LinkNote | undefined): PlannedCell[] {
  const isCustomer = row.kind === 'customer';
  return [
    row.key,
    KIND_TITLES[row.kind],
    textCell(row.customer),
    textCell(row.left.name),
    isCustomer ? null : dayCell(row.left.record?.day ?? null),
    textCell(row.right.name),
    isCustomer ? null : dayCell(row.right.record?.day ?? null),
    textCell(row.currency),
    isCustomer ? null : amountCell(row.left.record),
    isCustomer ? null : amountCell(row.right.record),
    row.allocated === null ? null : toMajor(row.allocated, row.currency),
    textCell(row.pass),
    row.probability,
    textCell(row.said ?? evidenceText(row.why)),
    textCell(row.runnerUp),
    row.state,
    textCell(typed?.typed ?? ''),
    textCell(typed?.decidedBy ?? ''),
    textCell(typed?.decidedAt ?? ''),
    textCell(sourceText(row.left.source)),
    textCell(sourceText(row.right.source)),
  ];
}

/** The record's amount in its own currency, as its measure counts it. */
function amountCell(record: ReconciledRecord | null): PlannedCell {
  return record === null ? null : toMajor(record.amount, record.currency);
}

function linksOf(rows: readonly MatchRow[], columns: readonly TableColumnPlan[]): LinkPlan[] {
  const leftColumn = columns.findIndex(({ header }) => header === 'Left source');
  return rows
    .slice(0, MAX_LINKS)
    .flatMap(({ left, right }, row) =>
      [left.source, right.source].flatMap((source, side) =>
        source === null
          ? []
          : [{ row, column: leftColumn + side, target: placeOf(source.sheet, `A${source.row}`), tip: 'Show the source row' }],
      ),
    );
}
