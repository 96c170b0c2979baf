/** How well a header's words name the fields of a role. */

import { ROLES } from '../domain/record';
import type { Role } from '../domain/record';
import type { Field } from '../settings/mapping';
import { ROLE_FIELDS } from './fields';
import type { Phrase } from './fields';
import { headerTerms } from './headerTerms';
import type { Terms } from './headerTerms';
import { FOREIGN, NEUTRAL } from './otherWords';

const SUBJECT: Readonly<Record<Role, ReadonlySet<string>>> = {
  deals: new Set(['deal', 'sales', 'potential', 'order', 'contract', 'won']),
  invoices: new Set(['invoice', 'document', 'bill', 'sales', 'transaction', 'posted', 'total']),
  credits: new Set(['credit', 'note', 'memo', 'document', 'transaction', 'invoice']),
  receipts: new Set(['payment', 'transaction', 'receipt', 'bank', 'cash']),
  schedule: new Set(['revenue', 'schedule', 'recognition', 'line']),
  customers: new Set(['customer', 'account', 'company', 'registration', 'parent']),
  owners: new Set(['owner', 'user', 'sales']),
  rates: new Set(['currency', 'exchange']),
};

/** The last phrase of a list is this much less sure than the first. */
export const RANK_COST = 0.15;
const SAME_WORDS = 1;
/** "Tax line" may be the line's tax, "Amount net" is the net amount. */
const OTHER_ORDER_COST = 0.15;
const WITH_NEUTRAL = 0.84;
const WITH_UNKNOWN = 0.66;
/** "Dispute ID" is hardly the row's own id. */
const GENERIC_WITH_UNKNOWN = 0.5;
const GENERIC = new Set('id number name date amount value status type total code period description account'.split(' '));
/** One of several labels parted by a slash, the others being something else. */
const ONE_OF_SEVERAL = 0.8;

interface Named {
  readonly field: Field;
  readonly phrase: Phrase;
}

interface Index {
  readonly byKey: ReadonlyMap<string, readonly Named[]>;
  readonly byHead: ReadonlyMap<string, readonly Named[]>;
}

const INDEXES = new Map<Role, Index>(
  ROLES.map((role) => {
    const named = ROLE_FIELDS[role].flatMap(({ field, phrases }) => phrases.map((phrase) => ({ field, phrase })));
    return [role, { byKey: grouped(named, ({ phrase }) => phrase.key), byHead: grouped(named, ({ phrase }) => phrase.head) }];
  }),
);

const NO_INDEX: Index = { byKey: new Map(), byHead: new Map() };

function grouped(named: readonly Named[], keyOf: (one: Named) => string): Map<string, Named[]> {
  const groups = new Map<string, Named[]>();
  for (const one of named) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

/** A header's readings, with those of its parts; made once for all roles. */
export interface Label {
  readonly whole: readonly Terms[];
  /** Without a remark in brackets, whose words stand apart. */
  readonly bare: readonly Terms[];
  readonly bareText: string;
  readonly remark: readonly string[];
  readonly parts: readonly (readonly Terms[])[];
}

const SHORTEST_PART = 3;
const BRACKETS = /[([]([^()[\]]*)[)\]]/g;

export function labelOf(header: string): Label {
  const remarks = [...header.matchAll(BRACKETS)].map(([, words = '']) => words);
  const bareText = header.replace(BRACKETS, ' ').trim();
  const parts = header
    .split(/[/|]/)
    .map((part) => part.trim())
    .filter((part) => part.length >= SHORTEST_PART);
  return {
    whole: headerTerms(header),
    bare: remarks.length === 0 ? [] : headerTerms(bareText),
    bareText,
    remark: remarks.flatMap((words) => headerTerms(words)[0]?.words ?? []),
    parts: parts.length < 2 ? [] : parts.map((part) => headerTerms(part)),
  };
}

/** Each field that the label may name, 0…1: 1 the same words as its surest phrase, less with others beside them. */
export function fieldScores(role: Role, label: Label): Map<Field, number> {
  const scores = new Map<Field, number>();
  const raise = (field: Field, score: number): void => {
    if (score > (scores.get(field) ?? 0)) scores.set(field, score);
  };
  const isWhole = label.bare.length === 0;
  for (const terms of label.whole) scoreTerms(role, terms, [], 1, isWhole, raise);
  for (const terms of label.bare) scoreTerms(role, terms, label.remark, 1, true, raise);
  // What is named word for word is nothing that it names in part.
  if (Math.max(0, ...scores.values()) >= 1 - RANK_COST)
    for (const [field, score] of scores) if (score < 1 - RANK_COST - OTHER_ORDER_COST) scores.delete(field);
  if (scores.size === 0)
    for (const part of label.parts) for (const terms of part) scoreTerms(role, terms, [], ONE_OF_SEVERAL, true, raise);
  return scores;
}

function scoreTerms(
  role: Role,
  terms: Terms,
  remark: readonly string[],
  weight: number,
  inPart: boolean,
  raise: (field: Field, score: number) => void,
): void {
  const { byKey, byHead } = INDEXES.get(role) ?? NO_INDEX;
  const aside = sureness(role, remark);
  for (const { field, phrase } of byKey.get(terms.key) ?? []) {
    const order = phrase.head === terms.head ? 1 : 1 - OTHER_ORDER_COST;
    raise(field, weight * aside * order * (1 - RANK_COST * phrase.rank));
  }
  if (aside === 0 || !inPart) return;
  for (const { field, phrase } of byHead.get(terms.head) ?? []) {
    if (phrase.words.length >= terms.words.length || !phrase.words.every((word) => terms.words.includes(word))) continue;
    const further = terms.words.filter((word) => !phrase.words.includes(word));
    const score = sureness(role, further, phrase, field) * (1 - RANK_COST * phrase.rank);
    // The more of the label is understood, the better.
    raise(field, weight * aside * score * (0.9 + (0.1 * phrase.words.length) / terms.words.length));
  }
}

/** "Customer order number" is no customer's number, "Deal Owner.id" no deal's. */
const OTHERS = new Set('order invoice payment document purchase reference group type sales contract bank'.split(' '));
const PERSONS = new Set('owner customer company contact partner user item'.split(' '));
const FOREIGN_TO: Readonly<Partial<Record<Field, ReadonlySet<string>>>> = { customer: OTHERS, customerId: OTHERS, id: PERSONS };

/** Whether a label speaks of something else than the role's own things: "Created on", "Tax rate". */
export function isOfOther(role: Role, { whole }: Label): boolean {
  return whole.some(({ words }) => words.some((word) => FOREIGN.has(word) && !SUBJECT[role].has(word)));
}

function sureness(role: Role, further: readonly string[], phrase?: Phrase, field?: Field): number {
  if (further.length === 0) return SAME_WORDS;
  const foreign = field === undefined ? undefined : FOREIGN_TO[field];
  if (foreign !== undefined && further.some((word) => foreign.has(word))) return 0;
  if (further.some((word) => FOREIGN.has(word) && !SUBJECT[role].has(word))) return 0;
  return further.every((word) => NEUTRAL.has(word) || SUBJECT[role].has(word))
    ? WITH_NEUTRAL
    : phrase?.words.length === 1 && GENERIC.has(phrase.head)
      ? GENERIC_WITH_UNKNOWN
      : WITH_UNKNOWN;
}
