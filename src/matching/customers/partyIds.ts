/** What a side's customer ids stand for: one customer each, or one in each of several ledgers, or nobody in particular. */

import type { ReconciledRecord } from '../numbered';
import { groupBy } from '../groupBy';
import { fold } from '../names/normalise';
import { alikeAsWritten } from './idSpace';

/** A Salesforce id: 15 letters and digits in which case counts, or those and three that say their case. */
const CASE_COUNTS = /^00(?=[0-9]*[A-Za-z])[0-9A-Za-z]{13}(?:[0-9A-Z]{3})?$/;

/** Signs that stay as they are; two zeros in front may be a Salesforce id's. */
const AS_IT_IS = /^(?!00)[!-`{-~]*$/;

/** An id's text without blanks and, unless case tells ids apart, without case; leading zeros stay, since ledgers give both 7 and 007. */
export function normalisePartyId(text: string): string {
  if (AS_IT_IS.test(text)) return text;
  const plain = text.normalize('NFKC').trim();
  return CASE_COUNTS.test(plain) ? plain.slice(0, 15) : plain.toUpperCase();
}

/**
 * Brings "0000012345" and "12345" to one id where no column holds both forms as two ids.
 * @param columns the ids of each column, normalised
 */
export function withoutLostZeros(columns: readonly (readonly string[])[]): (id: string) => string {
  const clashing = new Set<string>();
  for (const column of columns) {
    if (!column.some((id) => id.startsWith('0'))) continue;
    const forms = new Map<string, string>();
    for (const id of column) {
      const bare = withoutZeros(id);
      if ((forms.get(bare) ?? id) !== id) clashing.add(bare);
      forms.set(bare, id);
    }
  }
  return (id) => {
    if (!id.startsWith('0')) return id;
    const bare = withoutZeros(id);
    return clashing.has(bare) ? id : bare;
  };
}

function withoutZeros(id: string): string {
  return id.replace(/^0+(?=\d)/, '');
}

/** Records of different ledgers are told apart by entity and sheet. */
function scopeOf({ entity, source }: ReconciledRecord): string {
  return `${entity}|${source.sheet}`;
}

/** An id that bears so many unlike names is an account for sundry customers. */
const SUNDRY_NAMES = 4;
/** Unlike names are compared pair by pair: this many tell enough. */
const NAMES_COMPARED = 12;
const LEAST_DISAGREEMENT = 0.5;

export interface IdUse {
  /** What parts the customers that bear an id: "" where the id alone names them. */
  readonly part: (record: ReconciledRecord, id: string) => string;
  /** Number of the id space that a record's id is of: 0 but where a side has several ledgers. */
  readonly space: (record: ReconciledRecord) => number;
  /** True for an id under which sundry customers are booked. */
  readonly isSundry: (id: string) => boolean;
}

/**
 * How the ids of one side are used.
 * @param isKnown true for a folded name that the other side gives to a customer of its own.
 */
export function idUse(records: readonly ReconciledRecord[], isKnown: (folded: string) => boolean): IdUse {
  const firstOf = new Map<string, ReconciledRecord>();
  const namesOf = new Map<string, NamesByScope>();
  for (const record of records) {
    if (record.customerId === '' || record.customer === '') continue;
    const id = normalisePartyId(record.customerId);
    const first = firstOf.get(id);
    if (first === undefined) firstOf.set(id, record);
    else if (record.customer !== first.customer || record.entity !== first.entity || record.source.sheet !== first.source.sheet) {
      const names = namesOf.get(id) ?? addName(new Map(), first);
      namesOf.set(id, addName(names, record));
    }
  }
  const spaces = ledgers(namesOf);
  const spaceOf = (scope: string): number => spaces.get(scope) ?? 0;
  const sundry = new Set<string>();
  for (const [id, names] of namesOf) if (isForSundry(names, spaceOf, isKnown)) sundry.add(id);
  const space = (record: ReconciledRecord): number => (spaces.size === 0 ? 0 : spaceOf(scopeOf(record)));
  return {
    space,
    isSundry: (id) => sundry.has(id),
    part: (record, id) => {
      if (sundry.has(id)) return `|${fold(record.customer)}`;
      const at = space(record);
      return at === 0 ? '' : `|#${at}`;
    },
  };
}

/** Folded names of one id, each with the scopes that write it. */
type NamesByScope = Map<string, Set<string>>;

function addName(names: NamesByScope, record: ReconciledRecord): NamesByScope {
  const name = fold(record.customer);
  return names.set(name, (names.get(name) ?? new Set()).add(scopeOf(record)));
}

function isForSundry(names: NamesByScope, spaceOf: (scope: string) => number, isKnown: (folded: string) => boolean): boolean {
  const uses = [...names].flatMap(([name, scopes]) => [...new Set([...scopes].map(spaceOf))].map((at) => ({ name, at })));
  return [...groupBy(uses, ({ at }) => at).values()].some((list) => {
    const unlike: string[] = [];
    const compared = list.map(({ name }) => name).sort();
    for (const name of compared.slice(0, NAMES_COMPARED))
      if (!unlike.some((other) => alikeAsWritten(name, other))) unlike.push(name);
    return unlike.length >= SUNDRY_NAMES || (unlike.length > 1 && unlike.filter(isKnown).length > 1);
  });
}

/** Scopes whose ids meet but mostly under unlike names are ledgers of their own; empty where there is one. */
function ledgers(namesOf: ReadonlyMap<string, NamesByScope>): Map<string, number> {
  const meetings = new Map<string, { met: number; unlike: number }>();
  const scopes = new Set<string>();
  for (const names of namesOf.values()) {
    const firstName = new Map<string, string>();
    for (const [name, within] of [...names].sort(byKey))
      for (const scope of within) if (!firstName.has(scope)) firstName.set(scope, name);
    const list = [...firstName].sort(byKey);
    for (const [scope] of list) scopes.add(scope);
    list.slice(0, NAMES_COMPARED).forEach(([a, nameA], i) => {
      for (const [b, nameB] of list.slice(i + 1, NAMES_COMPARED)) {
        const meeting = meetings.get(`${a}\n${b}`) ?? { met: 0, unlike: 0 };
        meeting.met += 1;
        const areOne = names.get(nameA)?.has(b) === true || alikeAsWritten(nameA, nameB);
        if (!areOne) meeting.unlike += 1;
        meetings.set(`${a}\n${b}`, meeting);
      }
    });
  }
  const apart = new Set([...meetings].flatMap(([pair, { met, unlike }]) => (unlike > LEAST_DISAGREEMENT * met ? [pair] : [])));
  if (apart.size === 0) return new Map();
  const groups: string[][] = [];
  for (const scope of [...scopes].sort()) {
    const home = groups.find((group) => !group.some((other) => apart.has(`${other}\n${scope}`)));
    if (home === undefined) groups.push([scope]);
    else home.push(scope);
  }
  return new Map(groups.flatMap((group, at) => group.map((scope) => [scope, at] as const)));
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
