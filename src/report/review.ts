/** What of `Matches` the pane shows for review: what waits first, and some of all else, with the facts of both sides. */

import { isoDay } from '../domain/day';
import type { OpenSearch } from '../domain/link';
import { matchKey } from '../domain/link';
import type { ReconciledRecord, RecordKey } from '../domain/record';
import { cellAddress } from './a1';
import type { ReportContext } from './context';
import { firstOf } from './firstOf';
import { isLeftSide, KIND_TITLES, MATCH_STATES, sideOf } from './matchRows';
import type { MatchRow, MatchSide, MatchState } from './matchRows';
import type { AlikeMatches, ReviewAmount, ReviewChoice, ReviewMatch, ReviewPlan, ReviewSide } from './plan';

/** Of each state; more than a person looks through at a sitting. The sheet has them all. */
export const MOST_SHOWN = 200;
const LONGEST_TEXT = 160;

/** @param rows as `Matches` lists them; states are counted over all of them, each list is cut to what may be looked through. */
export function reviewOf(rows: readonly MatchRow[], context: ReportContext): ReviewPlan {
  const byState = new Map<MatchState, MatchRow[]>(MATCH_STATES.map((state) => [state, []]));
  for (const row of rows) byState.get(row.state)?.push(row);
  const suggested = (byState.get('suggested') ?? []).sort(surestFirst);
  const shown = LISTED.flatMap((state) => firstOf(byState.get(state) ?? [], MOST_SHOWN, ORDER[state] ?? surestFirst));
  const searches = context.result.openSearches.filter(({ candidates }) => candidates.length > 0);
  const totals = customerTotals(shown, suggested, context);
  const decided = new Set(context.kept.decisions.links.map((decision) => decision.matchKey));
  return {
    counts: Object.fromEntries([...byState].flatMap(([state, list]) => (list.length === 0 ? [] : [[state, list.length]]))),
    matches: shown.map((row) => reviewMatch(row, decided.has(row.key), totals, context)),
    choices: searches.slice(0, MOST_SHOWN).map((search) => reviewChoice(search, context)),
    choiceCount: searches.length,
    alike: alikeOf(suggested, totals),
  };
}

/** Candidates of open searches are shown as choices. */
const LISTED: readonly MatchState[] = ['suggested', 'matched', 'confirmed', 'refused', 'unmatched', 'not linked'];

const surestFirst = (a: MatchRow, b: MatchRow): number => (b.probability ?? 0) - (a.probability ?? 0) || (a.key < b.key ? -1 : 1);

/** Of sure matches those that most deserve a look come first. */
const ORDER: Partial<Record<MatchState, (a: MatchRow, b: MatchRow) => number>> = {
  matched: (a, b) => (a.probability ?? 0) - (b.probability ?? 0) || (a.key < b.key ? -1 : 1),
};

export function reviewMatch(row: MatchRow, isDecided: boolean, totals: Totals, context: ReportContext): ReviewMatch {
  const isCustomer = row.kind === 'customer';
  const side = (of: MatchSide): ReviewSide => (isCustomer ? customerSide(of, totals) : documentSide(of, context));
  return {
    key: row.key,
    state: row.state,
    kind: KIND_TITLES[row.kind],
    isCustomer,
    customer: row.customer,
    left: side(row.left),
    right: side(row.right),
    pass: row.pass,
    probability: row.probability,
    evidence: row.why.evidence,
    prior: row.why.prior,
    runnerUp: row.runnerUp,
    isDecided,
  };
}

function reviewChoice(search: OpenSearch, context: ReportContext): ReviewChoice {
  const { anchor, kind } = search;
  const record = context.record(anchor);
  const isLeft = record !== null && isLeftSide(kind, record);
  const keyOf = (one: RecordKey): string => (isLeft ? matchKey(kind, anchor, one) : matchKey(kind, one, anchor));
  const side = (key: RecordKey): ReviewSide => documentSide(sideOf(key, context), context);
  const candidates = search.candidates.map((candidate) => ({ keys: candidate.map(keyOf), sides: candidate.map(side) }));
  return {
    anchor,
    state: search.outcome,
    kind: KIND_TITLES[kind],
    pass: search.pass,
    why: search.why ?? '',
    side: side(anchor),
    candidates,
  };
}

export function cellOf(source: MatchSide['source']): ReviewSide['source'] {
  return source === null ? null : { sheet: source.sheet, address: cellAddress(source.row - 1, 0) };
}

export function documentSide({ name, record, source }: MatchSide, context: ReportContext): ReviewSide {
  return {
    name,
    what: record === null ? '' : whatOf(record),
    party: record?.customer ?? '',
    day: record === null ? '' : isoDay(record.day),
    amounts: record === null ? [] : [{ minor: record.amount, currency: record.currency }],
    documents: 0,
    text: record === null ? '' : textOf(record, context),
    source: cellOf(source),
  };
}

function whatOf(record: ReconciledRecord): string {
  if (record.role === 'invoice') return record.kind === 'credit' ? 'Credit note' : 'Invoice';
  if (record.role === 'receipt') return record.kind === 'refund' ? 'Refund' : 'Receipt';
  return record.role === 'deal' ? 'Deal' : 'Revenue';
}

/** What a person compares beside amount and date: the name, the numbers quoted, the text. */
function textOf(record: ReconciledRecord, context: ReportContext): string {
  const name = record.role === 'deal' ? record.name : '';
  const parts = [name, ...record.references, record.role === 'invoice' ? record.appliesTo : '', record.text];
  const own = context.nameOf(record.key);
  const told = [...new Set(parts.map((part) => part.trim()))].filter((part) => part !== '' && part !== own).join(' · ');
  return told.length > LONGEST_TEXT ? `${told.slice(0, LONGEST_TEXT).replace(/[\uD800-\uDBFF]$/, '')}…` : told;
}

/** Documents and sums of customers as each side writes them. */
type Totals = ReadonlyMap<string, { documents: number; readonly sums: Map<string, number> }>;

/** Deals where the name stands on deals, else invoices and credits, else receipts: what the side of a pair is made of. */
const SIDES: readonly (readonly [ReconciledRecord['role'], string])[] = [
  ['deal', 'Deals'],
  ['invoice', 'Invoices'],
  ['receipt', 'Receipts'],
  ['revenue', 'Revenue'],
];

const totalKey = (role: string, name: string): string => `${role} ${name}`;

export function customerTotals(shown: readonly MatchRow[], suggested: readonly MatchRow[], context: ReportContext): Totals {
  const names = new Set(
    [...shown, ...suggested].flatMap(({ kind, left, right }) => (kind === 'customer' ? [left.name, right.name] : [])),
  );
  return totalsOfNames(names, context);
}

export function totalsOfNames(names: ReadonlySet<string>, { result }: ReportContext): Totals {
  const totals = new Map<string, { documents: number; readonly sums: Map<string, number> }>();
  if (names.size === 0) return totals;
  for (const { role, customer, amount, currency } of result.records.values()) {
    if (!names.has(customer)) continue;
    const key = totalKey(role, customer);
    const total = totals.get(key) ?? { documents: 0, sums: new Map<string, number>() };
    totals.set(key, total);
    total.documents += 1;
    total.sums.set(currency, (total.sums.get(currency) ?? 0) + amount);
  }
  return totals;
}

/** The side's role is that of the record it was found on. */
export function customerSide({ name, record, customerId, source }: MatchSide, totals: Totals): ReviewSide {
  const [role, what] = SIDES.find(([one]) => one === record?.role) ??
    SIDES.find(([one]) => totals.has(totalKey(one, name))) ?? ['', ''];
  const total = totals.get(totalKey(role, name));
  return {
    name,
    what,
    party: customerId,
    day: '',
    amounts: amountsOf(total?.sums),
    documents: total?.documents ?? 0,
    text: [record?.taxNumber ?? '', record?.domain ?? ''].filter((part) => part !== '').join(' · '),
    source: cellOf(source),
  };
}

function amountsOf(sums: ReadonlyMap<string, number> = new Map()): ReviewAmount[] {
  return [...sums].map(([currency, minor]) => ({ minor, currency })).sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** @param suggested the surest first. */
function alikeOf(suggested: readonly MatchRow[], totals: Totals): AlikeMatches[] {
  const groups = new Map<string, { kind: string; pass: string; members: AlikeMatches['members'][number][] }>();
  for (const row of suggested) {
    const kind = KIND_TITLES[row.kind];
    const name = `${kind} ${row.pass}`;
    const group = groups.get(name) ?? { kind, pass: row.pass, members: [] };
    groups.set(name, group);
    group.members.push({ key: row.key, probability: row.probability ?? 0, amount: atStake(row, totals) });
  }
  return [...groups.values()];
}

/** What the link carries; for customers what the right side has in its main currency. */
function atStake(row: MatchRow, totals: Totals): ReviewAmount | null {
  if (row.allocated !== null) return { minor: row.allocated, currency: row.currency };
  const [first] = [...customerSide(row.right, totals).amounts].sort((a, b) => Math.abs(b.minor) - Math.abs(a.minor));
  return first ?? null;
}
