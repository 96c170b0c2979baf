/** The rows of `Matches`: customer pairs and links, candidates of open searches, what people refused, and the nearest of the unmatched. */

import { matchKey } from '../domain/link';
import type { CustomerHint, CustomerLink, Judged, Link, LinkKind, OpenSearch } from '../domain/link';
import type { Reconciliation } from '../domain/reconciliation';
import type { Provenance, ReconciledRecord, RecordKey } from '../domain/record';
import type { Decisions, LinkDecision } from '../settings/decisions';
import type { ReportContext } from './context';
import { whyOf } from './evidenceText';
import type { Why } from './evidenceText';

export const MATCH_STATES = [
  'suggested',
  'ambiguous',
  'stopped',
  'matched',
  'confirmed',
  'refused',
  'unmatched',
  'not linked',
] as const;
/** As the column `State` shows it. `unmatched`: the nearest candidate of a record without a partner · `not linked`: decided, but not found. */
export type MatchState = (typeof MATCH_STATES)[number];

/** A row before its decision is laid beside it. */
export interface MatchRow {
  readonly key: string;
  readonly kind: LinkKind | 'customer';
  readonly customer: string;
  readonly left: MatchSide;
  readonly right: MatchSide;
  readonly currency: string;
  readonly allocated: number | null;
  readonly pass: string;
  readonly probability: number | null;
  readonly why: Why;
  /** What the column `Evidence` says where nothing was weighed; null where it says `why`, which is written out when it is shown. */
  readonly said: string | null;
  readonly runnerUp: string;
  readonly state: MatchState;
  /** The record that several candidates fit, on each of their rows; null elsewhere. */
  readonly anchor: RecordKey | null;
}

export interface MatchSide {
  /** The record's own id or source cell; a customer's name. */
  readonly name: string;
  readonly record: ReconciledRecord | null;
  /** The other side's own id of a customer. */
  readonly customerId: string;
  readonly source: Provenance | null;
}

const GONE: MatchSide = { name: '', record: null, customerId: '', source: null };
const UNTOLD: Why = { evidence: [], prior: null };

/** What rows are made of. */
export type Matched = Pick<Reconciliation, 'customerLinks' | 'links' | 'openSearches' | 'customerHints' | 'refused' | 'hints'> & {
  readonly decisions: Decisions;
};

/** Each match key once; what is surer first. */
export function matchRows(context: ReportContext): MatchRow[] {
  return rowsOfMatched({ ...context.result, decisions: context.kept.decisions }, customerNames(context), context);
}

/** The rows of some of what was matched, as `matchRows` lists them. */
export function rowsOfMatched(matched: Matched, nameOf: NameOf, context: ReportContext): MatchRow[] {
  const { decisions } = matched;
  const refused = new Set(
    context.kept.decisions.links.flatMap(({ matchKey: key, decision }) => (decision === 'refused' ? [key.toLowerCase()] : [])),
  );
  const isRefused = (hint: CustomerHint): boolean => refused.has(keyOfHint(hint).toLowerCase());
  const rows = [
    ...matched.customerLinks.map((link) => customerRow(link, context)),
    ...matched.links.map((link) => linkRow(link, nameOf, context)),
    ...matched.openSearches.flatMap((search) => candidateRows(search, nameOf, context)),
    ...matched.customerHints.filter((hint) => isRefused(hint)).map((hint) => customerHintRow(hint, 'refused', context)),
    ...matched.refused.map((judged) => judgedRow(judged, 'refused', '', nameOf, context)),
    ...decisions.links.map((decision) => decidedRow(decision, context)),
    ...(decisions.notes ?? []).map((note) => decidedRow({ ...note, decision: '' }, context)),
    ...matched.customerHints.map((hint) => customerHintRow(hint, 'unmatched', context)),
    ...matched.hints.map((hint) => judgedRow(hint, 'unmatched', `against it: ${hint.reason}`, nameOf, context)),
  ];
  const seen = new Set<string>();
  return rows.filter(({ key }) => {
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export type NameOf = (written: string) => string;

/** The reconciled name of a customer as a record writes it; as written where two customers are written alike. */
export function customerNames(context: ReportContext): NameOf {
  const names = new Map<string, string | null>();
  for (const { left, right, customer } of context.result.customerLinks)
    for (const written of [left, right]) {
      const name = context.customerName(customer);
      names.set(written, (names.get(written) ?? name) === name ? name : null);
    }
  return (written) => names.get(written) ?? written;
}

/** A record as one side of a row; a key that no record has is its own name. */
export function sideOf(key: RecordKey, context: ReportContext): MatchSide {
  const record = context.record(key);
  return { name: context.nameOf(key), record, customerId: record?.customerId ?? '', source: record?.source ?? null };
}

function linkRow(link: Link, nameOf: NameOf, context: ReportContext): MatchRow {
  const why = whyOf(link);
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
    why,
    said: null,
    runnerUp: link.runnerUp,
    state: link.state,
    anchor: null,
  };
}

/** A customer as one side writes it, with a row of it. */
function customerSide(name: string, customerId: string, key: RecordKey, context: ReportContext): MatchSide {
  const record = context.record(key);
  return { name, record, customerId, source: record?.source ?? null };
}

function customerRow(link: CustomerLink, context: ReportContext): MatchRow {
  const why = whyOf(link);
  return {
    key: matchKey('customer', link.left, link.right),
    kind: 'customer',
    customer: context.result.customers.get(link.customer)?.name ?? link.left,
    left: customerSide(link.left, link.leftId, link.leftRecord, context),
    right: customerSide(link.right, link.rightId, link.rightRecord, context),
    currency: '',
    allocated: null,
    pass: link.pass,
    probability: link.probability,
    why,
    said: null,
    runnerUp: link.runnerUp,
    state: link.state,
    anchor: null,
  };
}

/** The CRM's name stands left. */
export function keyOfHint({ side, name, candidate }: CustomerHint): string {
  return side === 'crm' ? matchKey('customer', name, candidate) : matchKey('customer', candidate, name);
}

/** The nearest candidate of a customer without a partner, or the one that a person refused it. */
function customerHintRow(hint: CustomerHint, state: 'refused' | 'unmatched', context: ReportContext): MatchRow {
  const why = whyOf(hint);
  const own = customerSide(hint.name, hint.id, hint.record, context);
  const other = customerSide(hint.candidate, hint.candidateId, hint.candidateRecord, context);
  const [left, right] = hint.side === 'crm' ? [own, other] : [other, own];
  return {
    key: keyOfHint(hint),
    kind: 'customer',
    customer: hint.name,
    left,
    right,
    currency: '',
    allocated: null,
    pass: '',
    probability: hint.probability,
    why,
    said: null,
    runnerUp: state === 'refused' ? '' : `against it: ${hint.reason}`,
    state,
    anchor: null,
  };
}

/** A pair that is no link: refused, or the nearest that there is. */
function judgedRow(
  judged: Judged,
  state: 'refused' | 'unmatched',
  runnerUp: string,
  nameOf: NameOf,
  context: ReportContext,
): MatchRow {
  const why = whyOf(judged);
  const [left, right] = [sideOf(judged.left, context), sideOf(judged.right, context)];
  return {
    key: matchKey(judged.kind, judged.left, judged.right),
    kind: judged.kind,
    customer: nameOf(left.record?.customer ?? ''),
    left,
    right,
    currency: right.record?.currency ?? '',
    allocated: null,
    pass: '',
    probability: judged.probability,
    why,
    said: null,
    runnerUp,
    state,
    anchor: null,
  };
}

/** The candidates of a search without an answer, a row each, so that a person can confirm the right ones. */
function candidateRows(search: OpenSearch, nameOf: NameOf, context: ReportContext): MatchRow[] {
  const anchor = context.record(search.anchor);
  if (anchor === null) return [];
  const isAnchorLeft = isLeftSide(search.kind, anchor);
  return search.candidates.flatMap((candidate) =>
    candidate.map((one): MatchRow => {
      const [left, right] = isAnchorLeft ? [search.anchor, one] : [one, search.anchor];
      const others = candidate.filter((key) => key !== one).map((key) => context.nameOf(key));
      return {
        key: matchKey(search.kind, left, right),
        kind: search.kind,
        customer: nameOf(anchor.customer),
        left: sideOf(left, context),
        right: sideOf(right, context),
        currency: anchor.currency,
        allocated: null,
        pass: search.pass,
        probability: null,
        why: UNTOLD,
        said: candidateText(search, others),
        runnerUp: '',
        state: search.outcome,
        anchor: search.anchor,
      };
    }),
  );
}

function candidateText({ outcome, candidates, why }: OpenSearch, others: readonly string[]): string {
  const together = others.length === 0 ? '' : `, together with ${others.join(' and ')}`;
  if (why !== undefined) return `${why}${together}`;
  return outcome === 'ambiguous'
    ? `one of ${String(candidates.length)} that fit equally${together}`
    : `the search was stopped; this one was found${together}`;
}

/** The kind names the left side first: what a credit or a refund is counts more than its sheet. */
export function isLeftSide(kind: LinkKind, record: ReconciledRecord): boolean {
  const end = 'kind' in record && (record.kind === 'credit' || record.kind === 'refund') ? record.kind : record.role;
  return kind.startsWith(end);
}

/** A match key as a person reads it: the two ends. */
export function keyWords(key: string, context: ReportContext): string {
  const { left, right } = decidedRow({ matchKey: key, decision: '' }, context);
  return `${left.name} – ${right.name}`;
}

/** What a person typed about records that this run does not link: kept, so that the next run still knows it. */
function decidedRow(decision: Pick<LinkDecision, 'matchKey'> & { readonly decision: string }, context: ReportContext): MatchRow {
  const { kind: kindText, left, right } = partsOf(decision.matchKey, context);
  const kind = isKind(kindText) ? kindText : 'customer';
  const side = (key: string): MatchSide => (kind === 'customer' ? { ...GONE, name: key } : sideOf(key, context));
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
    why: UNTOLD,
    said: null,
    runnerUp: '',
    state: decision.decision === 'refused' ? 'refused' : 'not linked',
    anchor: null,
  };
}

/** A match key taken apart. The kind is as the key has it: a person may have typed anything. */
export function partsOf(
  key: string,
  context: ReportContext,
): { readonly kind: string; readonly left: string; readonly right: string } {
  const [kind = '', ...rest] = key.split('|');
  const [left = '', right = ''] = halvesOf(rest, (half) => !isLinkKind(kind) || context.record(half) !== null);
  return { kind, left, right };
}

/** The two halves of a key; a record's key may hold the separator itself, so the cut where both are known is preferred. */
function halvesOf(parts: readonly string[], isKnown: (half: string) => boolean): readonly string[] {
  const cuts = parts.slice(1).map((_, at) => [parts.slice(0, at + 1).join('|'), parts.slice(at + 1).join('|')]);
  return cuts.find((cut) => cut.every(isKnown)) ?? cuts[0] ?? parts;
}

export function isLinkKind(text: string): text is LinkKind {
  return text !== 'customer' && isKind(text);
}

function isKind(text: string): text is LinkKind | 'customer' {
  return Object.hasOwn(KIND_TITLES, text);
}

export const KIND_TITLES: Readonly<Record<LinkKind | 'customer', string>> = {
  customer: 'Customer',
  'deal-invoice': 'Deal–invoice',
  'invoice-credit': 'Invoice–credit',
  'invoice-schedule': 'Invoice–schedule',
  'deal-schedule': 'Deal–schedule',
  'invoice-receipt': 'Invoice–receipt',
  'receipt-refund': 'Receipt–refund',
};
