/** The life of an exception from run to run: found, kept, reopened, resolved. Nothing that a person typed is lost. */

import { dayFromSerial, isoDay, parseIsoDay } from '../domain/day';
import type { Day } from '../domain/day';
import type { Gap } from '../domain/measure';
import { exactMinor, writtenAmount } from '../domain/money';
import type { Currency, Minor } from '../domain/money';
import { CLASSES, STATUSES } from '../domain/reconciliation';
import type { Exception, Priority, Status } from '../domain/reconciliation';
import type { PreviousException } from '../settings/decisions';
import { mostWrittenOff, writtenOffReason } from '../settings/reviewWords';
import { reasonOf } from './reasons';

type LifeField =
  | 'priority'
  | 'ageDays'
  | 'firstSeen'
  | 'lastSeen'
  | 'status'
  | 'assignee'
  | 'dueBy'
  | 'acceptUntil'
  | 'comment'
  | 'resolution'
  | 'closedOn'
  | 'whatChanged'
  | 'keptCells';

/** What a run found, before its life is known. */
export interface Finding extends Omit<Exception, LifeField> {
  /** The date it should have happened: due date, expected invoice date, else document date. */
  readonly day: Day;
}

export interface LifeContext {
  readonly asOf: Day;
  readonly currency: Currency;
  /** Growth of an accepted amount that is let pass, minor units. */
  readonly tolerance: Minor;
  readonly materiality: Minor;
  /** Whether a gap could be tested in this run; exceptions of others stay as they are. */
  readonly tested: (gap: Gap | null) => boolean;
}

const OLD = 60;

/** High from materiality on, or from a fifth of it when older than 60 days; Medium from a fifth on, or older than 60 days. */
export function priorityOf(amount: Minor, ageDays: number, materiality: Minor): Priority {
  const size = Math.abs(amount);
  const fifth = size * 5 >= materiality;
  if (size >= materiality || (fifth && ageDays > OLD)) return 'High';
  return fifth || ageDays > OLD ? 'Medium' : 'Low';
}

/** A typed status outside the list is kept as text and lives as In review, one that writes off under a reason as Accepted. */
export function lifeStatus(text: string): Status {
  const word = text.trim().toLowerCase();
  if (writtenOffReason(text) !== null) return 'Accepted';
  return STATUSES.find((status) => status.toLowerCase() === word) ?? (word === '' ? 'Open' : 'In review');
}

/** All exceptions after this run: found ones with their life, earlier ones resolved or left alone. Sorted by priority, amount, key. */
export function liveOn(findings: readonly Finding[], previous: readonly PreviousException[], context: LifeContext): Exception[] {
  const earlier = new Map<string, PreviousException>();
  const copies: PreviousException[] = [];
  const own = previous.filter(({ key }) => key === '');
  for (const row of previous) {
    if (row.key === '') continue;
    if (earlier.has(row.key)) copies.push(row);
    else earlier.set(row.key, row);
  }
  const found = new Set(findings.map((finding) => finding.key));
  const result = [
    ...findings.map((finding) => meet(finding, earlier.get(finding.key) ?? null, context)),
    ...[...earlier.values()].filter((row) => !found.has(row.key)).map((row) => miss(row, context)),
    ...copies.map((row) => ({ ...keep(row, context), status: 'Copy' })),
  ];
  const rank: Record<Priority, number> = { High: 0, Medium: 1, Low: 2 };
  result.sort(
    (a, b) =>
      rank[a.priority] - rank[b.priority] ||
      Math.abs(b.amount) - Math.abs(a.amount) ||
      (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
  // Rows that a person wrote have no life: they stay as they are, last.
  return [...result, ...own.map((row) => keep(row, context))];
}

function meet(finding: Finding, before: PreviousException | null, context: LifeContext): Exception {
  return before === null ? exceptionOf(finding, BORN, context) : exceptionOf(finding, livedOn(finding, before, context), context);
}

/** What becomes of a finding that an earlier run had, or had not. */
type Life = Pick<Exception, 'status' | 'assignee' | 'dueBy' | 'acceptUntil' | 'comment' | 'resolution' | 'whatChanged'> & {
  /** As a serial date; null where it is found for the first time. */ readonly firstSeen: number | null;
};

const BORN: Life = {
  firstSeen: null,
  status: 'Open',
  assignee: '',
  dueBy: '',
  acceptUntil: '',
  comment: '',
  resolution: '',
  whatChanged: '',
};

function livedOn(finding: Finding, before: PreviousException, context: LifeContext): Life {
  const { firstSeen, assignee, dueBy, acceptUntil, comment } = before;
  const typed = { firstSeen, assignee, dueBy, acceptUntil, comment };
  const reopened = (whatChanged: string): Life => ({ ...typed, status: 'Reopened', resolution: '', whatChanged });
  const status = lifeStatus(before.status);
  if (status === 'Resolved') return reopened(before.resolution === 'No longer occurs' ? 'found again' : 'still present');
  const broken = status === 'Accepted' ? whyNoLongerAccepted(finding, before, context) : null;
  if (broken !== null) return reopened(broken);
  return {
    ...typed,
    status: before.status === '' ? 'Open' : before.status,
    resolution: before.resolution,
    whatChanged: changeOf(finding, before, context) || before.whatChanged,
  };
}

/** Each field is named, as a run may have tens of thousands: over copies made by spreading it takes several times as long. */
function exceptionOf(finding: Finding, life: Life, { asOf, materiality }: LifeContext): Exception {
  const ageDays = Math.max(0, asOf - finding.day);
  return {
    key: finding.key,
    gap: finding.gap,
    family: finding.family,
    code: finding.code,
    reasonClass: finding.reasonClass,
    customer: finding.customer,
    owner: finding.owner,
    month: finding.month,
    amount: finding.amount,
    fixIn: finding.fixIn,
    presentValue: finding.presentValue,
    proposedValue: finding.proposedValue,
    evidence: finding.evidence,
    deal: finding.deal,
    invoice: finding.invoice,
    receipt: finding.receipt,
    source: finding.source,
    ageDays,
    priority: priorityOf(finding.amount, ageDays, materiality),
    lastSeen: asOf,
    keptCells: null,
    firstSeen: life.firstSeen === null ? asOf : dayFromSerial(life.firstSeen),
    status: life.status,
    assignee: life.assignee,
    dueBy: life.dueBy,
    acceptUntil: life.acceptUntil,
    comment: life.comment,
    resolution: life.resolution,
    closedOn: null,
    whatChanged: life.whatChanged,
  };
}

function miss(row: PreviousException, context: LifeContext): Exception {
  const kept = keep(row, context);
  if (lifeStatus(row.status) === 'Resolved' || !context.tested(kept.gap)) return kept;
  return { ...kept, status: 'Resolved', resolution: 'No longer occurs', closedOn: context.asOf };
}

/** A row that this run did not find, as it stood. */
function keep(row: PreviousException, context: LifeContext): Exception {
  const reason = reasonOf(row.code);
  const amount = minorOf(row.amount, context.currency);
  const priority = row.cells['Priority'];
  const firstSeen = row.firstSeen === null ? context.asOf : dayFromSerial(row.firstSeen);
  return {
    key: row.key,
    priority: priority === 'High' || priority === 'Medium' ? priority : 'Low',
    gap: row.gap === 'BI' || row.gap === 'IR' || row.gap === 'IC' ? row.gap : null,
    family: row.key.split('.')[1] ?? '',
    code: row.code,
    reasonClass: reason?.reasonClass ?? 'Unexplained',
    customer: String(row.cells['Customer'] ?? ''),
    owner: String(row.cells['Owner'] ?? ''),
    month: null,
    amount,
    ageDays: Number(row.cells['Age (days)'] ?? 0),
    firstSeen,
    lastSeen: row.lastSeen === null ? firstSeen : dayFromSerial(row.lastSeen),
    fixIn: String(row.cells['Fix in'] ?? ''),
    presentValue: '',
    proposedValue: '',
    evidence: '',
    deal: null,
    invoice: null,
    receipt: null,
    source: null,
    status: row.status,
    assignee: row.assignee,
    dueBy: row.dueBy,
    acceptUntil: row.acceptUntil,
    comment: row.comment,
    resolution: row.resolution,
    closedOn: row.closedOn === null ? null : dayFromSerial(row.closedOn),
    whatChanged: row.whatChanged,
    keptCells: row.cells,
  };
}

/** From what to what, where the code or the amount moved; "" otherwise. */
function changeOf(finding: Finding, before: PreviousException, context: LifeContext): string {
  const parts: string[] = [];
  if (before.code !== '' && before.code !== finding.code) parts.push(`${before.code} → ${finding.code}`);
  const old = minorOf(before.amount, context.currency);
  if (old !== finding.amount)
    parts.push(`${writtenAmount(old, context.currency)} → ${writtenAmount(finding.amount, context.currency)}`);
  return parts.join('; ');
}

function whyNoLongerAccepted(finding: Finding, before: PreviousException, context: LifeContext): string | null {
  const old = minorOf(before.amount, context.currency);
  if (Math.abs(finding.amount) > Math.abs(old) + context.tolerance) {
    return `amount grew from ${writtenAmount(old, context.currency)} to ${writtenAmount(finding.amount, context.currency)}`;
  }
  const oldClass = reasonOf(before.code)?.reasonClass;
  if (oldClass !== undefined && CLASSES.indexOf(finding.reasonClass) > CLASSES.indexOf(oldClass))
    return `class went from ${oldClass} to ${finding.reasonClass}`;
  const most = mostWrittenOff(context.materiality);
  if (writtenOffReason(before.status) !== null && Math.abs(finding.amount) > most)
    return `too large to be written off, at most ${writtenAmount(most, context.currency)}`;
  const until =
    typeof before.acceptUntil === 'number' ? dayFromSerial(before.acceptUntil) : parseIsoDay(before.acceptUntil.trim());
  if (until !== null && context.asOf > until) return `accepted until ${isoDay(until)}`;
  return null;
}

/** 0 where somebody typed over it what no amount is. */
function minorOf(shown: number, currency: Currency): Minor {
  return exactMinor(shown, currency) ?? 0;
}
