/** Status, stage and type words of the usual systems and languages, each with its meaning. Defaults only: an analyst may overrule them. */

import { foldText } from './text';
import {
  DEAD_PAYMENT_WORDS,
  DECIDING,
  DEPOSIT_WORDS,
  DIRECTION_WORDS,
  DOCUMENT_WORDS,
  INVOICE_STATUS_WORDS,
  NO_WORDS,
  OWN_MONEY_WORDS,
  STAGE_WORDS,
  YES_WORDS,
} from './vocabulary';

/** Words that are remembered, and how long they are: a column of states says the same few in all of its rows. */
const REMEMBERED = 500;
const LONGEST_REMEMBERED = 60;
const keysOf = new Map<string, string>();

/** A status or stage as compared: folded, single blanks, without punctuation. */
export function statusKey(text: string): string {
  if (text === '') return '';
  const known = keysOf.get(text);
  if (known !== undefined) return known;
  const key = foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (keysOf.size === REMEMBERED) keysOf.clear();
  if (text.length <= LONGEST_REMEMBERED) keysOf.set(text, key);
  return key;
}

function table<T extends string>(entries: Readonly<Record<T, string>>): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const meaning of Object.keys(entries) as T[]) for (const word of entries[meaning].split('|')) map.set(word, meaning);
  return map;
}

function list(words: string): ReadonlySet<string> {
  return new Set(words.split('|'));
}

export type StageClass = 'won' | 'lost' | 'open';

const STAGES = table<StageClass>(STAGE_WORDS);
const WON = list(DECIDING.won);
const LOST = list(DECIDING.lost);
const NOT = list('not|nicht|non|pas|no|niet|nao');

/** "Closed Won", "100 % - Won", "Won - renewal": a whole word decides where the full text is not in the table. */
export function stageClass(text: string): StageClass {
  const key = statusKey(text);
  const whole = STAGES.get(key);
  if (whole !== undefined) return whole;
  const words = key.split(' ');
  if (words.some((word) => LOST.has(word))) return 'lost';
  return words.some((word, at) => WON.has(word) && !isDenied(words, at)) ? 'won' : 'open';
}

/** "Not won yet", "no longer won", "won't close". */
function isDenied(words: readonly string[], at: number): boolean {
  return words.slice(Math.max(0, at - 2), at).some((word) => NOT.has(word)) || words[at + 1] === 't';
}

export type InvoiceStatusClass = 'issued' | 'not-issued' | 'written-off' | 'quote';

const INVOICE_STATUSES = table<InvoiceStatusClass>(INVOICE_STATUS_WORDS);

/** Unknown words count as issued: an invoice in the ledger is one until a word says otherwise. */
export function invoiceStatusClass(text: string): InvoiceStatusClass {
  const key = statusKey(text);
  const whole = INVOICE_STATUSES.get(key);
  if (whole !== undefined) return whole;
  const stop = key
    .split(' ')
    .find((word) => ['void', 'voided', 'draft', 'deleted', 'cancelled', 'canceled', 'storniert'].includes(word));
  return stop === undefined ? 'issued' : 'not-issued';
}

/** Whether the table knows the word; others are shown to the analyst as taken for issued. */
export function isKnownInvoiceStatus(text: string): boolean {
  return INVOICE_STATUSES.has(statusKey(text));
}

const DEAD_PAYMENTS = list(DEAD_PAYMENT_WORDS);

/** A payment whose status says that no money came. */
export function isDeadPayment(text: string): boolean {
  return DEAD_PAYMENTS.has(statusKey(text));
}

export type DocumentClass = 'invoice' | 'credit' | 'payment' | 'refund' | 'quote' | 'purchase' | 'write-off' | 'other';

const DOCUMENT_TYPES = table<Exclude<DocumentClass, 'other'>>(DOCUMENT_WORDS);

/** What a type word makes of a row; `other` for words that say nothing of it (a line of business, "Standard"). */
export function documentClass(text: string): DocumentClass {
  const key = statusKey(text);
  const whole = DOCUMENT_TYPES.get(key);
  if (whole !== undefined) return whole;
  if (/\b(credit (note|memo)|gutschrift|avoir|creditnota|nota de credito)\b/.test(key)) return 'credit';
  if (/\b(refund|chargeback)\b/.test(key)) return 'refund';
  if (/\b(pro ?forma|estimate|quote)\b/.test(key)) return 'quote';
  return 'other';
}

const DEPOSITS = list(DEPOSIT_WORDS);

/** A receipt whose own type marks it as paid in advance. */
export function isDepositType(text: string): boolean {
  return DEPOSITS.has(statusKey(text));
}

const OWN_MONEY = list(OWN_MONEY_WORDS);

/** A bank line that its own type or category marks as no customer's money. */
export function isOwnMoney(text: string): boolean {
  return OWN_MONEY.has(statusKey(text));
}

export type Direction = 'in' | 'out';

const DIRECTIONS = table<Direction>(DIRECTION_WORDS);

/** Money in or out, from a direction column; null for words that say neither. */
export function directionOf(text: string): Direction | null {
  return text.trim() === '+' ? 'in' : text.trim() === '-' ? 'out' : (DIRECTIONS.get(statusKey(text)) ?? null);
}

const YES = list(YES_WORDS);
const NO = list(NO_WORDS);
const TICK = /^[✓✔☑]\ufe0f?$/;

/** A flag column's yes, in the usual languages. */
export function isYes(text: string): boolean {
  return YES.has(statusKey(text)) || TICK.test(text);
}

/** A flag column's explicit no. */
export function isNo(text: string): boolean {
  return NO.has(statusKey(text)) || text === '☐';
}
