/** `Matches`: every customer pair and every link with its evidence, and what a person decided. */

import { matchKey } from '../domain/link';
import type { CustomerLink, Evidence, Link, LinkKind, OpenSearch } from '../domain/link';
import { toMajor } from '../domain/money';
import type { Provenance, ReconciledRecord, RecordKey } from '../domain/record';
import type { LinkDecision } from '../settings/decisions';
import { placeOf } from './a1';
import { sourceText } from './context';
import type { ReportContext } from './context';
import { mixedFormat } from './money';
import { CLASS_COLOURS } from './palette';
import type { LinkPlan, PlannedCell, SheetPlan, TableColumnPlan } from './plan';
import { dateColumn, dayCell, MAX_LINKS, MAX_TABLE_ROWS, numberColumn, tableSheet, textCell, textColumn } from './tablePlan';

export const MATCHES = 'tblMatches';

export const KIND_TITLES: Readonly<Record<LinkKind | 'customer', string>> = {
  customer: 'Customer',
  'deal-invoice': 'Deal–invoice',
  'invoice-credit': 'Invoice–credit',
  'invoice-schedule': 'Invoice–schedule',
  'deal-schedule': 'Deal–schedule',
  'invoice-receipt': 'Invoice–receipt',
  'receipt-refund': 'Receipt–refund',
};

/** A row before its decision is laid beside it. */
interface MatchRow {
  readonly key: string;
  readonly kind: LinkKind | 'customer';
  readonly customer: string;
  readonly left: Side;
  readonly right: Side;
  readonly currency: string;
  readonly allocated: number | null;
  readonly pass: string;
  readonly probability: number | null;
  readonly evidence: string;
  readonly runnerUp: string;
  readonly state: string;
}

interface Side {
  readonly name: string;
  readonly record: ReconciledRecord | null;
  readonly source: Provenance | null;
}

const GONE: Side = { name: '', record: null, source: null };

export function matchesSheet(context: ReportContext): SheetPlan {
  const { result, kept } = context;
  const decisions = new Map(kept.decisions.links.map((decision) => [decision.matchKey, decision]));
  const nameOf = customerNames(context);
  const known = [
    ...result.customerLinks.map((link) => customerRow(link, context)),
    ...result.links.map((link) => linkRow(link, nameOf, context)),
  ];
  const keys = new Set(known.map(({ key }) => key));
  const candidates = result.openSearches
    .flatMap((search) => candidateRows(search, context))
    .filter(({ key }) => isNew(key, keys));
  const decidedOnly = kept.decisions.links
    .filter(({ matchKey: key }) => isNew(key, keys))
    .map((decision) => decidedRow(decision, context));
  const rows = [...known, ...candidates, ...decidedOnly].slice(0, MAX_TABLE_ROWS);
  const columns = columnsOf(rows);
  return tableSheet({
    name: 'Matches',
    tabColor: CLASS_COLOURS.Timing,
    title: 'Matches: what belongs to what, and why',
    notes: ['Type confirmed or refused under Decision: every later run honours it.'],
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

/** Whether a key has not been seen; remembers it. */
function isNew(key: string, seen: Set<string>): boolean {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
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
        message: 'Only confirmed and refused are understood; another word is kept and does nothing.',
      },
    }),
    textColumn('Decided by', 12, { reviewer: true }),
    textColumn('Decided at', 14, { reviewer: true }),
    textColumn('Left source', 28),
    textColumn('Right source', 28),
  ];
}

function cellsOf(row: MatchRow, decision: LinkDecision | undefined): PlannedCell[] {
  return [
    row.key,
    KIND_TITLES[row.kind],
    textCell(row.customer),
    textCell(row.left.name),
    dayCell(row.left.record?.day ?? null),
    textCell(row.right.name),
    dayCell(row.right.record?.day ?? null),
    textCell(row.currency),
    amountCell(row.left.record),
    amountCell(row.right.record),
    row.allocated === null ? null : toMajor(row.allocated, row.currency),
    textCell(row.pass),
    row.probability,
    textCell(row.evidence),
    textCell(row.runnerUp),
    row.state,
    textCell(decision?.decision ?? ''),
    textCell(decision?.decidedBy ?? ''),
    textCell(decision?.decidedAt ?? ''),
    textCell(sourceText(row.left.source)),
    textCell(sourceText(row.right.source)),
  ];
}

/** The record's amount in its own currency, as its measure counts it. */
function amountCell(record: ReconciledRecord | null): PlannedCell {
  return record === null ? null : toMajor(record.amount, record.currency);
}

function sideOf(key: RecordKey, context: ReportContext): Side {
  const record = context.record(key);
  return { name: context.nameOf(key), record, source: record?.source ?? null };
}

/** The reconciled name of a customer as a record writes it; as written where two customers are written alike. */
function customerNames(context: ReportContext): (written: string) => string {
  const names = new Map<string, string | null>();
  for (const { left, right, customer } of context.result.customerLinks)
    for (const written of [left, right]) {
      const name = context.customerName(customer);
      names.set(written, (names.get(written) ?? name) === name ? name : null);
    }
  return (written) => names.get(written) ?? written;
}

function linkRow(link: Link, nameOf: (written: string) => string, context: ReportContext): MatchRow {
  return {
    key: matchKey(link.kind, link.left, link.right),
    kind: link.kind,
    customer: nameOf(context.record(link.left)?.customer ?? ''),
    left: sideOf(link.left, context),
    right: sideOf(link.right, context),
    currency: link.currency,
    allocated: link.allocated,
    pass: link.pass,
    probability: link.probability,
    evidence: evidenceText(link.evidence),
    runnerUp: link.runnerUp,
    state: link.state,
  };
}

function customerRow(link: CustomerLink, context: ReportContext): MatchRow {
  const name = context.result.customers.get(link.customer)?.name ?? link.left;
  const side = (text: string, key: RecordKey): Side => ({
    name: text,
    record: null,
    source: context.record(key)?.source ?? null,
  });
  return {
    key: matchKey('customer', link.left, link.right),
    kind: 'customer',
    customer: name,
    left: side(link.left, link.leftRecord),
    right: side(link.right, link.rightRecord),
    currency: '',
    allocated: null,
    pass: link.pass,
    probability: link.probability,
    evidence: evidenceText(link.evidence),
    runnerUp: link.runnerUp,
    state: link.state,
  };
}

/** The candidates of a search without an answer, so that a person can confirm one: those that are a single record. */
function candidateRows(search: OpenSearch, context: ReportContext): MatchRow[] {
  const anchor = context.record(search.anchor);
  return search.candidates.flatMap((candidate) => {
    const [only] = candidate;
    if (only === undefined || candidate.length > 1 || anchor === null) return [];
    const isAnchorLeft = isLeftSide(search.kind, anchor);
    const [left, right] = isAnchorLeft ? [search.anchor, only] : [only, search.anchor];
    return [
      {
        key: matchKey(search.kind, left, right),
        kind: search.kind,
        customer: anchor.customer,
        left: sideOf(left, context),
        right: sideOf(right, context),
        currency: anchor.currency,
        allocated: null,
        pass: search.pass,
        probability: null,
        evidence:
          search.why ??
          (search.outcome === 'ambiguous' ? `one of ${search.candidates.length} that fit equally` : 'the search was stopped'),
        runnerUp: '',
        state: search.outcome,
      },
    ];
  });
}

function isLeftSide(kind: LinkKind, record: ReconciledRecord): boolean {
  return kind.startsWith(record.role === 'invoice' && record.kind === 'credit' ? 'credit' : record.role);
}

/** A decision about records that this run does not link: kept, so that the next run still knows it. */
function decidedRow(decision: LinkDecision, context: ReportContext): MatchRow {
  const [kindText = '', left = '', right = ''] = decision.matchKey.split('|');
  const kind = isKind(kindText) ? kindText : 'customer';
  const side = (key: string): Side => (kind === 'customer' ? { ...GONE, name: key } : { ...sideOf(key, context) });
  return {
    key: decision.matchKey,
    kind,
    customer: context.record(left)?.customer ?? (kind === 'customer' ? left : ''),
    left: side(left),
    right: side(right),
    currency: '',
    allocated: null,
    pass: '',
    probability: null,
    evidence: '',
    runnerUp: '',
    state: decision.decision === 'refused' ? 'refused' : 'not linked',
  };
}

function isKind(text: string): text is LinkKind | 'customer' {
  return Object.hasOwn(KIND_TITLES, text);
}

/** "reference: same number +9.1; name: same words +4.0": levels with their weights, which add up. */
function evidenceText(evidence: readonly Evidence[]): string {
  return evidence
    .map(({ comparison, level, weight }) => `${comparison}: ${level} ${weight < 0 ? '-' : '+'}${Math.abs(weight).toFixed(1)}`)
    .join('; ');
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
