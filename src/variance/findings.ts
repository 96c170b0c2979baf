/** From what the algebra and the reading want settled to exceptions with their facts; their life comes after. */

import { isoDay } from '../domain/day';
import type { Day } from '../domain/day';
import type { Months } from '../domain/fiscal';
import type { Customer } from '../domain/link';
import { writtenAmount } from '../domain/money';
import type { Currency } from '../domain/money';
import { READ_FAULTS } from '../domain/record';
import type { Deal, ReadFault, ReconciledRecord, RecordKey, Role } from '../domain/record';
import { describeCandidate } from './describe';
import type { Wording } from './describe';
import { exceptionKey } from './exceptions';
import type { Candidate } from './input';
import type { Finding } from './life';
import { proposalOf } from './proposals';
import { reasonOf } from './reasons';

export interface FindingsInput {
  readonly candidates: readonly Candidate[];
  readonly faults: readonly ReadFault[];
  /** Won deals with a close date after as-of: a date to correct, or a win told too early. */
  readonly wonLater: readonly Deal[];
  readonly records: ReadonlyMap<RecordKey, ReconciledRecord>;
  readonly customers: ReadonlyMap<string, Customer>;
  readonly asOf: Day;
  readonly months: Months;
  readonly currency: Currency;
}

export function findingsOf(input: FindingsInput): Finding[] {
  const wording: Wording = {
    amount: (minor) => writtenAmount(minor, input.currency),
    record: (key) => input.records.get(key),
    customer: (key) => input.customers.get(key)?.name ?? key,
  };
  const findings = [
    ...input.candidates.map((candidate) => ofCandidate(candidate, input, wording)),
    ...input.faults.map((fault) => ofFault(fault, input)),
    ...input.wonLater.map((deal) => ofLaterDeal(deal, input)),
  ];
  return numbered(findings);
}

function ofCandidate(candidate: Candidate, { records }: FindingsInput, wording: Wording): Finding {
  const reason = reasonOf(candidate.code);
  if (reason === null) throw new Error(`no reason is called ${candidate.code}`);
  const { key, gap, family, code, customer, owner, month, amount, day, items } = candidate;
  const behind = (role: 'deal' | 'invoice' | 'receipt'): RecordKey | null =>
    items.map((item) => item[role]).find((found) => found !== null) ?? ownKey(candidate.anchor, records, role);
  const source = records.get(candidate.anchor)?.source ?? null;
  const { present, proposed } = proposalOf(candidate, records);
  return {
    key,
    gap,
    family,
    code,
    reasonClass: reason.reasonClass,
    customer,
    owner,
    month,
    amount,
    day,
    fixIn: reason.fixIn,
    presentValue: present,
    proposedValue: proposed,
    evidence: describeCandidate(candidate, wording),
    deal: behind('deal'),
    invoice: behind('invoice'),
    receipt: behind('receipt'),
    source,
  };
}

function ownKey(
  anchor: RecordKey,
  records: ReadonlyMap<RecordKey, ReconciledRecord>,
  role: 'deal' | 'invoice' | 'receipt',
): RecordKey | null {
  return records.get(anchor)?.role === role ? anchor : null;
}

const SYSTEM: Readonly<Record<Role, string>> = {
  deals: 'CRM',
  invoices: 'Billing',
  credits: 'Billing',
  schedule: 'Revenue',
  receipts: 'Cash application',
  customers: 'CRM',
  owners: 'CRM',
  rates: 'Billing',
};

function ofFault(fault: ReadFault, { asOf, months }: FindingsInput): Finding {
  const code = fault.code === 'no-currency' ? 'Q30' : 'Q32';
  const { source, column } = fault;
  const cell = column === null ? `row ${String(source.row)}` : `cell ${column}${String(source.row)}`;
  const text = fault.text === '' ? '' : `: “${fault.text}”`;
  const [anchor] = fault.keys;
  return {
    key: exceptionKey(null, 'read', anchor ?? `${fault.role}.${source.sheet}.${cell}`),
    gap: null,
    family: 'read',
    code,
    reasonClass: 'Data quality',
    customer: fault.customer,
    owner: '',
    month: fault.day === null ? null : months.of(fault.day),
    amount: 0,
    day: fault.day ?? asOf,
    fixIn: SYSTEM[fault.role],
    presentValue: fault.text,
    proposedValue: '',
    evidence: `Reading ${source.sheet}, ${cell}: ${READ_FAULTS[fault.code]}${text}`,
    deal: null,
    invoice: null,
    receipt: null,
    source,
  };
}

function ofLaterDeal(deal: Deal, { asOf, months }: FindingsInput): Finding {
  return {
    key: exceptionKey(null, 'read', deal.key),
    gap: null,
    family: 'read',
    code: 'Q32',
    reasonClass: 'Data quality',
    customer: deal.customer,
    owner: deal.owner,
    month: months.of(deal.day),
    amount: 0,
    day: asOf,
    fixIn: 'CRM',
    presentValue: `Close date ${isoDay(deal.day)}`,
    proposedValue: '',
    evidence: `Won, but its close date ${isoDay(deal.day)} is after as-of ${isoDay(asOf)}; ${writtenAmount(deal.amount, deal.currency)} ${deal.currency} is not counted yet`,
    deal: deal.key,
    invoice: null,
    receipt: null,
    source: deal.source,
  };
}

/** Two findings under one key get `#n`, in the order of date and amount, so that none hides the other. */
function numbered(findings: readonly Finding[]): Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.key);
    if (group === undefined) groups.set(finding.key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].flatMap((group) =>
    group.length === 1
      ? group
      : [...group]
          .sort(
            (a, b) => a.day - b.day || a.amount - b.amount || (a.evidence < b.evidence ? -1 : a.evidence > b.evidence ? 1 : 0),
          )
          .map((finding, i) => (i === 0 ? finding : { ...finding, key: `${finding.key}#${String(i + 1)}` })),
  );
}
