/** Guesses corrected by arithmetic and by each other: pairs stand or fall together, net and gross are told apart. */

import type { SourceGrid } from '../domain/grid';
import type { Role } from '../domain/record';
import type { ColumnGuess } from '../settings/inspection';
import type { Field } from '../settings/mapping';
import { cellAmounts } from './cellAmounts';
import { headerTerms } from './headerTerms';
import { sampledRows } from './sampledRows';
import { cellText } from './text';
import { stageClass } from './words';

export function refineGuesses(role: Role, grid: SourceGrid, headerRow: number, found: readonly ColumnGuess[]): ColumnGuess[] {
  const guesses = withoutEmptyAmounts(grid, headerRow, found);
  switch (role) {
    case 'deals':
      return decisiveStage(grid, headerRow, loneLines(guesses));
    case 'invoices':
    case 'credits':
      return accountOfCustomer(
        grid,
        headerRow,
        amountOfRow(grid, headerRow, netAndGross(grid, headerRow, withoutHalfPairs(role, loneLines(guesses)))),
      );
    case 'receipts':
      return feeOfAmount(grid, headerRow, withoutOwnAccount(grid, headerRow, withoutHalfPairs(role, loneLines(guesses))));
    case 'schedule':
      return withoutHalfPairs(role, guesses);
    case 'customers':
    case 'owners':
    case 'rates':
      return [...guesses];
  }
}

function columnOf(guesses: readonly ColumnGuess[], field: Field): number | undefined {
  return guesses.find((guess) => guess.field === field)?.column;
}

function without(guesses: readonly ColumnGuess[], ...fields: Field[]): ColumnGuess[] {
  return guesses.filter(({ field }) => !fields.includes(field));
}

const OWN_AMOUNTS: readonly Field[] = ['amount', 'net', 'gross', 'lineAmount'];

/** A column of amounts that holds none says nothing where another holds some. */
function withoutEmptyAmounts(grid: SourceGrid, headerRow: number, guesses: readonly ColumnGuess[]): ColumnGuess[] {
  const isFilled = ({ column }: ColumnGuess): boolean => {
    for (let row = headerRow + 1; row < grid.values.length; row += 1)
      if (cellText(grid.values[row]?.[column]) !== '') return true;
    return false;
  };
  const amounts = guesses.filter(({ field }) => OWN_AMOUNTS.includes(field));
  const filled = amounts.filter(isFilled);
  return filled.length === 0 ? [...guesses] : guesses.filter((guess) => !amounts.includes(guess) || filled.includes(guess));
}

/** A row's amount is the amount where no document's total stands beside it; then its tax is the tax. */
function loneLines(guesses: readonly ColumnGuess[]): ColumnGuess[] {
  const totals = (['amount', 'net', 'gross', 'credit', 'debit'] as const).some((field) => columnOf(guesses, field) !== undefined);
  if (totals || columnOf(guesses, 'lineAmount') === undefined) return [...guesses];
  const renamed: Partial<Record<Field, Field>> =
    columnOf(guesses, 'tax') === undefined ? { lineAmount: 'amount', lineTax: 'tax' } : { lineAmount: 'amount' };
  return guesses.map((guess) => ({ ...guess, field: renamed[guess.field] ?? guess.field }));
}

/** An amount so much less sure than a pair of debit and credit is something else: "Wert" beside "Soll" and "Haben". */
const LESS_SURE = 0.02;

/** Debit and credit mean something together; beside a signed amount they repeat it. Credits alone may be a receipts' amount. */
function withoutHalfPairs(role: Role, guesses: readonly ColumnGuess[]): ColumnGuess[] {
  const of = (...fields: Field[]): ColumnGuess[] => guesses.filter(({ field }) => fields.includes(field));
  const pair = of('debit', 'credit');
  const amounts = of('amount', 'net', 'gross');
  if (amounts.length > 0) {
    const best = Math.max(...amounts.map(({ confidence }) => confidence));
    const surer = pair.length === 2 && pair.every(({ confidence }) => confidence > best + LESS_SURE);
    return surer ? without(guesses, 'amount', 'net', 'gross') : without(guesses, 'debit', 'credit');
  }
  if (pair.length === 2) return [...guesses];
  return of('credit').length === 1 && role !== 'invoices' ? [...guesses] : without(guesses, 'debit', 'credit');
}

/** Where both a stage and a status stand, the one whose words say won or lost is the deal's stage. */
function decisiveStage(grid: SourceGrid, headerRow: number, guesses: readonly ColumnGuess[]): ColumnGuess[] {
  const stage = guesses.find(({ field }) => field === 'stage');
  if (stage === undefined || decides(grid, headerRow, stage.column)) return [...guesses];
  const taken = new Set(guesses.map(({ column }) => column));
  const header = grid.values[headerRow] ?? [];
  const other = header.findIndex(
    (cell, column) =>
      !taken.has(column) &&
      /stage|status|state|phase|forecast|statut|estado/i.test(cellText(cell)) &&
      decides(grid, headerRow, column),
  );
  if (other === -1) return [...guesses];
  const chosen: ColumnGuess = {
    field: 'stage',
    column: other,
    confidence: 0.8,
    reason: `“won” and “lost” stand under “${cellText(header[other])}”`,
  };
  return [...without(guesses, 'stage'), chosen].sort((a, b) => a.column - b.column);
}

function decides(grid: SourceGrid, headerRow: number, column: number): boolean {
  for (let row = headerRow + 1; row < grid.values.length; row += 1) {
    const text = cellText(grid.values[row]?.[column]);
    if (text !== '' && stageClass(text) !== 'open') return true;
  }
  return false;
}

/** So many rows, of long sheets spread over them, show whether columns go together. */
const ENOUGH_ROWS = 2000;

/** Two customers may each have bought from one account of the ledger by accident. */
const LEAST_CUSTOMERS = 3;

/** An account that goes with one customer, and the customer with it alone, is the customer's number in the ledger. */
function accountOfCustomer(grid: SourceGrid, headerRow: number, guesses: readonly ColumnGuess[]): ColumnGuess[] {
  const account = columnOf(guesses, 'account');
  const customer = columnOf(guesses, 'customer');
  if (account === undefined || customer === undefined || columnOf(guesses, 'customerId') !== undefined) return [...guesses];
  const customers = new Map<string, string>();
  const accounts = new Map<string, string>();
  const last = Math.min(grid.values.length, headerRow + 1 + ENOUGH_ROWS);
  for (let row = headerRow + 1; row < last; row += 1) {
    const [number, name] = [cellText(grid.values[row]?.[account]), cellText(grid.values[row]?.[customer])];
    if (number === '' || name === '') continue;
    if ((customers.get(number) ?? name) !== name || (accounts.get(name) ?? number) !== number) return [...guesses];
    customers.set(number, name);
    accounts.set(name, number);
  }
  if (customers.size < LEAST_CUSTOMERS) return [...guesses];
  return guesses.map((guess) =>
    guess.field === 'account' ? { ...guess, field: 'customerId', reason: `${guess.reason}, one for each customer` } : guess,
  );
}

/** Of a header that says no more than these, nobody knows whose account it is. */
const ACCOUNT_ALONE = new Set(['account', 'number', 'iban', 'bban', 'bank']);

/**
 * The bank's own account is no payer's: one account on all rows, or one that no header calls the payer's in a list that names
 * no payers. Whoever is named once would else have paid all that names nobody.
 */
function withoutOwnAccount(grid: SourceGrid, headerRow: number, guesses: readonly ColumnGuess[]): ColumnGuess[] {
  const column = columnOf(guesses, 'payerAccount');
  if (column === undefined) return [...guesses];
  const header = cellText(grid.values[headerRow]?.[column]);
  const saysWhose = !headerTerms(header).some(({ words }) => words.every((word) => ACCOUNT_ALONE.has(word)));
  const isPayers = saysWhose || columnOf(guesses, 'customer') !== undefined;
  return isPayers && !isSameOnAll(grid, headerRow, column) ? [...guesses] : without(guesses, 'payerAccount');
}

/** Whether several cells say the same thing and none says another. */
function isSameOnAll(grid: SourceGrid, headerRow: number, column: number): boolean {
  let filled = 0;
  let only = '';
  for (let row = headerRow + 1; row < grid.values.length; row += 1) {
    const text = cellText(grid.values[row]?.[column]);
    if (text === '') continue;
    if (filled > 0 && text !== only) return false;
    only = text;
    filled += 1;
  }
  return filled > 1;
}

/** Where a processor converts, its fee is in the converted currency: it cannot be set beside the amount paid. */
function feeOfAmount(grid: SourceGrid, headerRow: number, guesses: readonly ColumnGuess[]): ColumnGuess[] {
  const converted = columnOf(guesses, 'reportingAmount');
  const paid = columnOf(guesses, 'amount');
  if (columnOf(guesses, 'fee') === undefined || converted === undefined || paid === undefined) return [...guesses];
  const other = grid.values
    .slice(headerRow + 1)
    .some((row) => cellText(row[converted]) !== '' && cellText(row[converted]) !== cellText(row[paid]));
  return other ? without(guesses, 'fee') : [...guesses];
}

/** Share of the rows with all amounts at hand for which a sum must hold to be believed. */
const MOST = 0.9;
/** Half a minor unit and the noise of decimal fractions. */
const CENT = 0.0051;

/**
 * Net + tax = gross: where two of the three are known, the third, or a plain "Amount" beside them, is what the sum makes of
 * it; where "Net" and "Gross" are the wrong way round for the sum they change places.
 */
function netAndGross(grid: SourceGrid, headerRow: number, guesses: readonly ColumnGuess[]): ColumnGuess[] {
  const read = amountReader(grid, headerRow, guesses);
  const sums = (net: Field, tax: Field, gross: Field): boolean => {
    const columns = [columnOf(guesses, net), columnOf(guesses, tax), columnOf(guesses, gross)];
    return holds(grid, headerRow, columns, read, ([n, t, g]) => t !== 0 && Math.abs(n + t - g) < CENT);
  };
  const rename = (from: Field, to: Field, reason: string): ColumnGuess[] =>
    guesses.map((guess) =>
      guess.field === from ? { ...guess, field: to, confidence: Math.max(guess.confidence, 0.9), reason } : guess,
    );
  const has = (field: Field): boolean => columnOf(guesses, field) !== undefined;
  if (has('net') && has('tax') && has('gross')) {
    if (!sums('net', 'tax', 'gross') && sums('gross', 'tax', 'net')) return swapped(guesses);
    return [...guesses];
  }
  if (has('amount') && has('tax') && has('gross') && sums('amount', 'tax', 'gross'))
    return rename('amount', 'net', 'amount + tax = gross');
  if (has('amount') && has('tax') && has('net') && sums('net', 'tax', 'amount'))
    return rename('amount', 'gross', 'net + tax = amount');
  if (has('amount') && has('tax') && has('open') && !has('net') && !has('gross')) {
    if (sums('amount', 'tax', 'open')) return rename('amount', 'net', 'amount + tax = open balance');
    const columns = [columnOf(guesses, 'amount'), columnOf(guesses, 'tax'), columnOf(guesses, 'open')];
    if (holds(grid, headerRow, columns, read, ([a, t, o]) => t !== 0 && Math.abs(a - o) < CENT))
      return rename('amount', 'gross', 'amount = open balance');
  }
  return [...guesses];
}

/** Quantity × unit price = amount beside a document's total: the amount is the row's. */
function amountOfRow(grid: SourceGrid, headerRow: number, guesses: readonly ColumnGuess[]): ColumnGuess[] {
  const total = columnOf(guesses, 'gross') ?? columnOf(guesses, 'net');
  if (total === undefined || columnOf(guesses, 'lineAmount') !== undefined) return [...guesses];
  const columns = (['quantity', 'unitPrice', 'amount'] as const).map((field) => columnOf(guesses, field));
  const read = amountReader(grid, headerRow, guesses);
  // A price that was rounded to cents is off by as much for each unit.
  const product = ([q, p, a]: Triple): boolean => Math.abs(q * p - a) < CENT * Math.max(1, Math.abs(q));
  if (!holds(grid, headerRow, columns, read, product)) return [...guesses];
  return guesses.map((guess) =>
    guess.field === 'amount' ? { ...guess, field: 'lineAmount', reason: 'quantity × unit price = amount' } : guess,
  );
}

function swapped(guesses: readonly ColumnGuess[]): ColumnGuess[] {
  const other: Partial<Record<Field, Field>> = { net: 'gross', gross: 'net' };
  return guesses.map((guess) => {
    const field = other[guess.field];
    return field === undefined ? guess : { ...guess, field, reason: 'net + tax = gross holds only this way round' };
  });
}

type Triple = readonly [number, number, number];

function holds(
  grid: SourceGrid,
  headerRow: number,
  columns: readonly (number | undefined)[],
  read: (row: number, column: number) => number | null,
  test: (triple: Triple) => boolean,
): boolean {
  const [a, b, c] = columns;
  if (a === undefined || b === undefined || c === undefined) return false;
  let seen = 0;
  let held = 0;
  for (const row of sampledRows(headerRow + 1, grid.values.length, ENOUGH_ROWS)) {
    const triple = [read(row, a), read(row, b), read(row, c)] as const;
    if (triple[0] === null || triple[1] === null || triple[2] === null || triple[1] === 0 || triple[2] === 0) continue;
    seen += 1;
    if (test([triple[0], triple[1], triple[2]])) held += 1;
  }
  return seen > 0 && held >= seen * MOST;
}

function amountReader(
  grid: SourceGrid,
  headerRow: number,
  guesses: readonly ColumnGuess[],
): (row: number, column: number) => number | null {
  const fields = ['net', 'tax', 'gross', 'amount', 'open', 'unitPrice'] as const;
  return cellAmounts(
    grid,
    headerRow,
    fields.flatMap((field) => columnOf(guesses, field) ?? []),
  );
}
