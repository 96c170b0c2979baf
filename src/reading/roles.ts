/** What a sheet is used for: the role whose words and columns it shows most of. */

import type { Role } from '../domain/record';
import type { SourceGrid } from '../domain/grid';
import type { ColumnGuess } from '../settings/inspection';
import type { Field } from '../settings/mapping';
import { isDeferredAccount, isRevenueAccount } from './journal';
import { labelOf } from './labels';
import { quartersIn } from './monthColumns';
import { DECISIVE, NAMES, TOLD_BY } from './roleWords';
import { cellText, foldText } from './text';
import { documentClass, stageClass } from './words';

const NEEDED: Readonly<Record<Role, readonly (readonly Field[])[]>> = {
  deals: [['amount', 'lineAmount'], ['date']],
  invoices: [['net', 'gross', 'amount', 'lineAmount', 'open', 'debit'], ['date']],
  credits: [['net', 'gross', 'amount', 'lineAmount', 'open', 'debit', 'credit'], ['date']],
  schedule: [
    ['amount', 'debit', 'credit'],
    ['month', 'date'],
  ],
  receipts: [['amount', 'credit'], ['date']],
  customers: [['customer']],
  owners: [['owner']],
  rates: [['rate'], ['fromCurrency']],
};

/** Documents with number, day and customer are a list of documents, whatever else they lack. */
function isListed(role: Role, fields: ReadonlyMap<Field, ColumnGuess>): boolean {
  return role === 'invoices' && fields.has('id') && fields.has('date') && (fields.has('customer') || fields.has('customerId'));
}

/** Months across are revenue of somebody or of a document; a budget by cost line is not. */
function namesSomebody(fields: ReadonlyMap<Field, ColumnGuess>): boolean {
  return NAMING.some((field) => fields.has(field));
}

const NAMING: readonly Field[] = ['customer', 'customerId', 'owner', 'id', 'reference', 'reference2', 'reference3'];

/** Roles that a table could have: it holds dates and amounts, and names somebody or numbers its rows. */
export function possibleRoles({
  roles,
  guesses,
}: {
  readonly roles: readonly RoleScore[];
  readonly guesses: RoleEvidence['guesses'];
}): Role[] {
  return roles.flatMap(({ role }) => {
    const fields = new Map(guesses[role].map((guess) => [guess.field, guess]));
    const isComplete = NEEDED[role].every((need) => need.some((field) => fields.has(field)));
    return RECORDS.has(role) && isComplete && namesSomebody(fields) ? [role] : [];
  });
}

const RECORDS: ReadonlySet<Role> = new Set<Role>(['deals', 'invoices', 'schedule', 'receipts']);

/** A deal's products are listed without its date. */
function neededOf(role: Role, fields: ReadonlyMap<Field, ColumnGuess>): readonly (readonly Field[])[] {
  return role === 'deals' && fields.has('unitPrice') ? NEEDED.deals.slice(0, 1) : NEEDED[role];
}

/** What each missing need takes off: documents are also listed without amounts or without dates. */
const MISSING: Readonly<Record<Role, number>> = {
  deals: 2,
  invoices: 2,
  credits: 4,
  schedule: 5,
  receipts: 5,
  customers: 6,
  owners: 6,
  rates: 6,
};
const COMPLETE = 1.5;

export interface RoleScore {
  readonly role: Role;
  readonly score: number;
  readonly reason: string;
}

export interface RoleEvidence {
  readonly grid: SourceGrid;
  readonly headerRow: number;
  readonly headers: readonly string[];
  readonly guesses: Readonly<Record<Role, readonly ColumnGuess[]>>;
  readonly monthsAcross: number;
}

/** Each header's readings in the trade's English. */
type Headers = readonly (readonly string[])[];

const MOST_TOLD = 6;

/** Each role's score, best first, ties in the order of the roles. */
export function scoreRoles(evidence: RoleEvidence): RoleScore[] {
  const headers = evidence.headers.map((header) => {
    const { whole, bare } = labelOf(header);
    return [...whole, ...bare].map(({ words }) => words.join(' '));
  });
  const name = nameOf(evidence);
  const title = titleAbove(evidence);
  return (Object.keys(NAMES) as Role[])
    .map((role) => scoreRole(role, evidence, headers, name, title))
    .sort((a, b) => b.score - a.score);
}

function scoreRole(role: Role, evidence: RoleEvidence, headers: Headers, name: string, title: string): RoleScore {
  const fields = new Map(evidence.guesses[role].map((guess) => [guess.field, guess]));
  const waterfall = evidence.monthsAcross > 0;
  const reasons: string[] = [];
  let score = 0;
  if (NAMES[role].test(name)) {
    score += 3;
    reasons.push('its name');
  }
  if (title !== '' && NAMES[role].test(title)) {
    score += 2;
    reasons.push('its title');
  }
  const credits = role === 'credits' && isOfCredits(evidence, headers, fields);
  const tells =
    (of: Role): ((readings: readonly string[]) => boolean) =>
    (readings) =>
      readings.some((reading) => TOLD_BY[of].test(reading));
  // A list of credit notes is a list of invoices in all else.
  const told = headers.filter((readings) => tells(role)(readings) || (credits && tells('invoices')(readings))).length;
  if (told > 0) {
    score += Math.min(told, MOST_TOLD);
    reasons.push(`${told} ${told === 1 ? 'header' : 'headers'}`);
  }
  const decisive = DECISIVE[role];
  if (decisive !== undefined && headers.some((readings) => readings.some((reading) => decisive.words.test(reading))))
    score += decisive.score;
  if (role === 'schedule' && waterfall) {
    score += namesSomebody(fields) ? 6 : 0;
    reasons.push(`${evidence.monthsAcross} months across`);
  } else {
    const missing = neededOf(role, fields).filter((need) => !need.some((field) => fields.has(field))).length;
    score += missing === 0 ? COMPLETE : -MISSING[role] * missing + (isListed(role, fields) ? COMPLETE : 0);
  }
  const content = contentScore(role, evidence, fields, headers);
  if (content > 0) reasons.push('what stands below');
  return { role, score: score + content, reason: reasons.length === 0 ? 'nothing in particular' : reasons.join(', ') };
}

/** Stages that are won or lost make deals; document types make invoices, credits or receipts; a list has no dated amounts. */
function contentScore(role: Role, evidence: RoleEvidence, fields: ReadonlyMap<Field, ColumnGuess>, headers: Headers): number {
  switch (role) {
    case 'deals': {
      const stage = fields.get('stage');
      return stage !== undefined && someBelow(evidence, stage.column, (text) => stageClass(text) !== 'open') ? 2 : 0;
    }
    case 'invoices': {
      const type = fields.get('type');
      const typed = type !== undefined && someBelow(evidence, type.column, (text) => documentClass(text) === 'invoice');
      return (typed ? 3 : 0) + totalsScore(fields) + (isLedger(fields, headers) ? LEDGER : 0);
    }
    case 'credits':
      return isOfCredits(evidence, headers, fields) ? 1 + totalsScore(fields) : 0;
    case 'receipts': {
      const amount = fields.get('amount');
      const bothWays = amount !== undefined && someBelow(evidence, amount.column, (text) => /^[-(−]|-$/.test(text));
      const books = isLedger(new Map(evidence.guesses.invoices.map((guess) => [guess.field, guess])), headers);
      const type = fields.get('type');
      const typed = type !== undefined && mostBelow(evidence, type.column, (text) => documentClass(text) === 'payment');
      return (fields.has('credit') && fields.has('debit') && !books ? 2 : 0) + (bothWays ? 1 : 0) + (typed ? 3 : 0);
    }
    case 'customers':
    case 'owners': {
      const documents = evidence.guesses.invoices;
      const across = evidence.monthsAcross > 0 || quartersIn(evidence.headers).length >= 2;
      const dated = across || documents.some(({ field }) => field === 'date');
      const listed = documents.filter(({ field }) => OF_DOCUMENTS.has(field)).length;
      const paid = documents.some(({ field }) => MONEY.has(field));
      return (dated && (paid || listed > 2) ? -4 : 0) + (paid ? -2 : 0) + (role === 'customers' && !dated && !paid ? 1 : 0);
    }
    case 'rates': {
      const named = evidence.guesses.invoices.some(({ field }) => field === 'customer' || field === 'id');
      return (fields.has('toCurrency') ? 3 : 0) - (named ? 4 : 0);
    }
    case 'schedule':
      return isRevenueJournal(evidence, fields) ? REVENUE_JOURNAL : 0;
  }
}

const MONEY: ReadonlySet<Field> = new Set<Field>(['net', 'gross', 'amount', 'tax', 'lineAmount', 'unitPrice', 'open', 'debit']);

const OF_DOCUMENTS: ReadonlySet<Field> = new Set<Field>(['date', 'due', 'type', 'reference', 'reference2', 'reference3']);

const LEDGER = 2.5;

function totalsScore(fields: ReadonlyMap<Field, ColumnGuess>): number {
  return (fields.has('due') ? 1 : 0) + (fields.has('net') && fields.has('gross') ? 1 : 0);
}

const REVENUE_JOURNAL = 5;

/** What was deferred is earned: debits and credits to accounts of both. */
function isRevenueJournal(evidence: RoleEvidence, fields: ReadonlyMap<Field, ColumnGuess>): boolean {
  const account = fields.get('account');
  if (account === undefined || !fields.has('debit') || !fields.has('credit')) return false;
  return someBelow(evidence, account.column, isDeferredAccount) && someBelow(evidence, account.column, isRevenueAccount);
}

/** Numbered as credit notes are, or called so: by name, title or header, and nowhere invoices. */
function isOfCredits(evidence: RoleEvidence, headers: Headers, fields: ReadonlyMap<Field, ColumnGuess>): boolean {
  const some = (pattern: RegExp): boolean => headers.some((readings) => readings.some((reading) => pattern.test(reading)));
  const id = fields.get('id');
  if (id !== undefined && mostBelow(evidence, id.column, (text) => CREDIT_ID.test(text))) return true;
  if (isCalledCredits(nameOf(evidence)) || isCalledCredits(titleAbove(evidence))) return true;
  return DECISIVE.credits !== undefined && some(DECISIVE.credits.words) && !some(/^invoice (number|date)$/);
}

/** Numbers that systems give their credit notes. */
const CREDIT_ID = /^(?:r?inv\/?r|rinv|cn|cm|crn|gs|gu|av|nc|abo)[-/ ]?\d/i;

/** Debits and credits of customers or accounts are a ledger's, not a bank's. */
function isLedger(fields: ReadonlyMap<Field, ColumnGuess>, headers: Headers): boolean {
  const some = (pattern: RegExp): boolean => headers.some((readings) => readings.some((reading) => pattern.test(reading)));
  return some(/\bdebit\b/) && some(/\bcredit\b/) && fields.has('account') && (fields.has('customer') || fields.has('customerId'));
}

const LOOKED_AT = 2000;

function someBelow({ grid, headerRow }: RoleEvidence, column: number, test: (text: string) => boolean): boolean {
  const seen = new Set<string>();
  const last = Math.min(grid.values.length, headerRow + LOOKED_AT);
  for (let row = headerRow + 1; row < last; row += 1) {
    const text = cellText(grid.values[row]?.[column]);
    if (text === '' || seen.has(text)) continue;
    seen.add(text);
    if (test(text)) return true;
  }
  return false;
}

const MOST = 0.8;

function mostBelow({ grid, headerRow }: RoleEvidence, column: number, test: (text: string) => boolean): boolean {
  const last = Math.min(grid.values.length, headerRow + LOOKED_AT);
  let filled = 0;
  let passed = 0;
  for (let row = headerRow + 1; row < last; row += 1) {
    const text = cellText(grid.values[row]?.[column]);
    if (text === '') continue;
    filled += 1;
    if (test(text)) passed += 1;
  }
  return filled > 0 && passed >= filled * MOST;
}

function nameOf({ grid }: RoleEvidence): string {
  return foldText([grid.sheet, grid.table ?? ''].join(' ')).replaceAll('_', ' ');
}

/** "Credit memos", but not "Invoices and credit memos". */
function isCalledCredits(name: string): boolean {
  return NAMES.credits.test(name) && !NAMES.invoices.test(name);
}

function titleAbove({ grid, headerRow }: RoleEvidence): string {
  const cells = grid.values.slice(0, headerRow).flatMap((row) => row.filter((cell) => typeof cell === 'string' && cell !== ''));
  return foldText(cells.slice(0, 10).join(' '));
}
