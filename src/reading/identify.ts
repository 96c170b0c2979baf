/** Repeats and keys: which rows are one row again, and what every record is called in any workbook. */

import { isoDay } from '../domain/day';
import type { ReconciledRecord, RecordKey, Role } from '../domain/record';
import { TextTable } from '../domain/textTable';
import { hashedKey, keyOf, rowSignature } from './drafts';
import type { Draft, ReadRow } from './drafts';

export interface Identified {
  /** Rows in their order, repeats now left out. */
  readonly rows: readonly ReadRow[];
  /** The key of each draft of each row, in the same order; of a row left out one key. */
  readonly keys: readonly (readonly RecordKey[])[];
  /** Rows that share their own number with others of other content. */
  readonly sameKey: readonly (readonly number[])[];
}

/** Credit notes have a series of their own wherever they stand; so have payments listed among invoices. */
function roleOfDraft(draft: Draft): Role {
  switch (draft.role) {
    case 'deal':
      return 'deals';
    case 'invoice':
      return draft.kind === 'credit' ? 'credits' : 'invoices';
    case 'revenue':
      return 'schedule';
    case 'receipt':
      return 'receipts';
  }
}

function draftKey(draft: Draft): RecordKey {
  const role = roleOfDraft(draft);
  // Several months of one schedule row share its number: the month tells them apart.
  if (draft.id !== '')
    return draft.role === 'revenue'
      ? `${keyOf(role, draft.entity, draft.id)}.${isoDay(draft.day).slice(0, 7)}`
      : keyOf(role, draft.entity, draft.id);
  const text = draft.text === '' && 'references' in draft ? draft.references.join(' ') : draft.text;
  return hashedKey(role, draft.entity, [isoDay(draft.day), draft.amount, draft.currency, draft.customer, text]);
}

function leftKey(row: ReadRow, signature: () => string): RecordKey {
  return row.id !== '' ? keyOf(row.role, row.entity, row.id) : hashedKey(row.role, row.entity, [signature()]);
}

interface Place {
  readonly row: number;
  readonly draft: number;
}

/** Leaves out repeats and gives every record its key. Independent of the order of the rows. */
export function identify(read: readonly ReadRow[]): Identified {
  const rows = [...read];
  const keys: RecordKey[][] = [];
  const names = new TextTable(read.length);
  /** Where each name stands first, by its place. */
  const [firstRows, firstDrafts]: [number[], number[]] = [[], []];
  /** Places of keys that stand at more than one. */
  const shared = new Map<RecordKey, Place[]>();
  const repeats = new Repeats(rows);
  read.forEach((row, at) => {
    const own = row.drafts.map(draftKey);
    keys.push(own);
    own.every((key, draft) => {
      const place = names.enter(key);
      if (place === firstRows.length) {
        firstRows.push(at);
        firstDrafts.push(draft);
        return true;
      }
      const first = { row: firstRows[place] ?? 0, draft: firstDrafts[place] ?? 0 };
      const others = shared.get(key) ?? [first];
      if (draft === 0 && repeats.has(key, at, others)) {
        rows[at] = { ...row, drafts: [], faults: [], left: { cause: 'repeat-row', column: null, text: '' } };
        keys[at] = [];
        return false;
      }
      others.push({ row: at, draft });
      shared.set(key, others);
      return true;
    });
  });
  const sameKey: number[][] = [];
  for (const [key, places] of shared) {
    const ordered = inOrder(rows, places);
    const own = ordered.some(({ row }) => rows[row]?.id !== '');
    ordered.forEach(({ row, draft }, n) => {
      const list = keys[row];
      // Rows without a number of their own are alike in their facts: the first keeps the plain key.
      if (list !== undefined && (own || n > 0)) list[draft] = nth(key, n + 1, (name) => names.placeOf(name) >= 0);
    });
    if (own) sameKey.push([...new Set(ordered.map(({ row }) => row))]);
  }
  nameLeftOut(rows, keys);
  return { rows, keys, sameKey: sameKey.filter((group) => group.length > 1) };
}

/** Rows equal in every mapped field are one row, read once; the later ones are left out. */
class Repeats {
  /** What the rows of a key say, once it stands on several: ten thousand rows may bear the number "n/a". */
  private readonly known = new Map<RecordKey, Set<string>>();

  constructor(private readonly rows: readonly ReadRow[]) {}

  has(key: RecordKey, at: number, others: readonly Place[]): boolean {
    let said = this.known.get(key);
    if (said === undefined) this.known.set(key, (said = new Set(others.map(({ row }) => contentAt(this.rows, row)))));
    const content = contentAt(this.rows, at);
    if (said.has(content)) return true;
    said.add(content);
    return false;
  }
}

/** The cells of a row, and what they mean: two sheets may write the same of pounds and of dollars. */
function contentAt(rows: readonly ReadRow[], at: number): string {
  const facts = rows[at]?.drafts.map(({ day, amount, currency }) => `${day} ${amount} ${currency}`) ?? [];
  return [signatureAt(rows, at), ...facts].join('\u0001');
}

/** By date, then amount, then content. */
function inOrder<T extends { readonly row: number; readonly draft: number }>(
  rows: readonly ReadRow[],
  places: readonly T[],
): T[] {
  const facts = places.map((place) => {
    const row = rows[place.row];
    const draft = row?.drafts[place.draft];
    return {
      place,
      day: draft?.day ?? 0,
      amount: draft?.amount ?? 0,
      signature: row === undefined ? '' : rowSignature(row.sheet, row.index),
    };
  });
  facts.sort(
    (a, b) => a.day - b.day || a.amount - b.amount || (a.signature < b.signature ? -1 : a.signature > b.signature ? 1 : 0),
  );
  return facts.map(({ place }) => place);
}

/** Rows left out have keys too, so that an exception about one stays the same; two of one key are numbered. */
function nameLeftOut(rows: readonly ReadRow[], keys: RecordKey[][]): void {
  const groups = new Map<RecordKey, { at: number; signature: string }[]>();
  rows.forEach((row, at) => {
    if (row.left === null) return;
    let text: string | null = null;
    const signature = (): string => (text ??= rowSignature(row.sheet, row.index));
    const key = leftKey(row, signature);
    keys[at] = [key];
    if (row.left.cause === 'repeat-row' || row.left.cause === 'total') return;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [{ at, signature: '' }]);
    else group.push({ at, signature: '' });
  });
  const used = new Set<RecordKey>();
  const sought = new TextTable(groups.size);
  for (const key of groups.keys()) sought.enter(key);
  rows.forEach(({ left }, at) => {
    if (left === null) for (const key of keys[at] ?? []) if (sought.placeOf(key) >= 0) used.add(key);
  });
  let all: ReadonlySet<RecordKey> | null = null;
  const isTaken = (name: RecordKey): boolean => groups.has(name) || (all ??= new Set(keys.flat())).has(name);
  for (const [key, group] of groups) {
    const before = used.has(key) ? 1 : 0;
    if (before + group.length === 1) continue;
    const signed = group.map(({ at }) => ({ at, signature: signatureAt(rows, at) }));
    signed.sort((a, b) => (a.signature < b.signature ? -1 : a.signature > b.signature ? 1 : a.at - b.at));
    signed.forEach(({ at }, n) => {
      const number = n + before + 1;
      keys[at] = [number === 1 ? key : nth(key, number, isTaken)];
    });
  }
}

/** The n-th of a key that several bear. Another row's own number may look like that. */
function nth(key: RecordKey, n: number, isTaken: (name: RecordKey) => boolean): RecordKey {
  let name = `${key}#${n}`;
  while (isTaken(name)) name += '#';
  return name;
}

function signatureAt(rows: readonly ReadRow[], at: number): string {
  const row = rows[at];
  return row === undefined ? '' : rowSignature(row.sheet, row.index);
}

/** Names a draft in place: a hundred thousand records are not copied for one field each. */
export function withKey(draft: Draft, key: RecordKey): ReconciledRecord {
  return Object.assign(draft, { key });
}
