/** Labels that mean one thing or another by what stands beside them. */

import type { Role } from '../domain/record';
import type { ColumnGuess } from '../settings/inspection';
import type { Field } from '../settings/mapping';
import type { Label } from './labels';

/** A column that may be a field, as sure as header and content make it. */
export interface Candidate extends ColumnGuess {
  /** Named word for word, and not refuted by what stands below. */
  readonly stated: boolean;
  readonly order: number;
}

/** A sheet's header as the rules see it. */
interface Header {
  readonly role: Role;
  readonly labels: readonly Label[];
  readonly candidates: readonly Candidate[];
}

type Rule = (header: Header) => readonly Candidate[];

/** Below this a candidate is no evidence that a field has a column of its own. */
const EVIDENT = 0.5;

const isDocument = (role: Role): boolean => role === 'invoices' || role === 'credits';

/** Whether a label is one of these keys, words in alphabetical order. */
function isCalled(label: Label | undefined, ...keys: string[]): boolean {
  return label?.whole.some(({ key }) => keys.includes(key)) ?? false;
}

function someCalled({ labels }: Header, ...keys: string[]): boolean {
  return labels.some((label) => isCalled(label, ...keys));
}

function others({ candidates }: Header, column: number, ...fields: Field[]): Candidate[] {
  return candidates.filter((one) => one.column !== column && fields.includes(one.field) && one.confidence >= EVIDENT);
}

/** Whether the customer has a column that is not called an account. */
function namesOther(header: Header, column: number, ...fields: Field[]): boolean {
  return others(header, column, ...fields).some((one) => !isCalled(header.labels[one.column], 'account name', 'account code'));
}

/** A ledger's "Account" is the customer's where nothing else names the customer, else an account of the books. */
const accountOfWhom: Rule = (header) => {
  if (!isDocument(header.role)) return header.candidates;
  return header.candidates.flatMap((one): Candidate[] => {
    const label = header.labels[one.column];
    if (one.field === 'account' && isCalled(label, 'account name'))
      return namesOther(header, one.column, 'customer') ? [one] : [];
    const code = isCalled(label, 'account code') && someCalled(header, 'account name');
    if (one.field !== 'account' || !(code || isCalled(label, 'account'))) return [one];
    const named = namesOther(header, one.column, 'customer', 'customerId');
    return named ? [one] : [{ ...one, field: 'customerId', reason: `${one.reason}, and nothing else names the customer` }];
  });
};

/** "Entity" is whose books these are, but the customer in a ledger that calls its books otherwise and names no other customer. */
const entityOrCustomer: Rule = (header) => {
  if (!isDocument(header.role) || !someCalled(header, 'subsidiary', 'trandate', 'date transaction', 'mainline'))
    return header.candidates;
  return header.candidates.map((one) =>
    one.field === 'entity' &&
    isCalled(header.labels[one.column], 'entity') &&
    others(header, one.column, 'customer', 'customerId').length === 0
      ? { ...one, field: 'customerId', reason: `${one.reason}, and nothing else names the customer` }
      : one,
  );
};

/** A plain "Amount" or "Value" beside one that includes tax is net. */
const amountBesideGross: Rule = (header) => {
  if (
    !isDocument(header.role) ||
    !someCalled(header, 'amount including tax', 'gross total', 'amount gross', 'gross', 'including tax total')
  )
    return header.candidates;
  return header.candidates.map((one) =>
    one.field === 'amount' && isCalled(header.labels[one.column], 'amount', 'value')
      ? { ...one, field: 'net', reason: `${one.reason}, beside one with tax` }
      : one,
  );
};

/** A list of orders by number has the customer's name for "Name". */
const nameOfCustomer: Rule = (header) => {
  if (header.role !== 'deals' || !someCalled(header, 'document number', 'number order', 'number order sales'))
    return header.candidates;
  return header.candidates.map((one) =>
    one.field === 'name' &&
    isCalled(header.labels[one.column], 'name') &&
    others(header, one.column, 'customer', 'name').length === 0
      ? { ...one, field: 'customer', reason: `${one.reason}, beside the number of an order` }
      : one,
  );
};

/** A bare "Balance" is what a document leaves open where dues or totals stand beside it; in a list of postings it runs on. */
const runningBalance: Rule = (header) => {
  if (!isDocument(header.role)) return header.candidates;
  return header.candidates.filter(
    ({ field, column }) =>
      field !== 'open' || !isCalled(header.labels[column], 'balance') || others(header, column, 'due', 'gross', 'net').length > 0,
  );
};

/** Where a ledger tells the converted amount only, that is the amount; a plain "Amount" beside a foreign one is the converted. */
const whichCurrency: Rule = (header) => {
  const foreign = header.labels.some((label) =>
    label.whole.some(
      ({ words }) => words.includes('amount') && (words.includes('foreign') || words.join(' ').endsWith('transaction currency')),
    ),
  );
  return header.candidates.map((one): Candidate => {
    if (foreign && one.field === 'amount' && isCalled(header.labels[one.column], 'amount'))
      return { ...one, field: 'reportingAmount' };
    const lone = others(header, one.column, 'amount', 'net', 'gross', 'lineAmount', 'debit', 'credit').length === 0;
    return one.field === 'reportingAmount' && lone ? { ...one, field: 'amount' } : one;
  });
};

/** "Customer" beside a customer's name is the customer's id. */
const customerAndName: Rule = (header) =>
  header.candidates.map((one) =>
    one.field === 'customer' &&
    isCalled(header.labels[one.column], 'customer') &&
    (someCalled(header, 'customer name', 'display invoice name partner') ||
      (header.role !== 'deals' && someCalled(header, 'name'))) &&
    others(header, one.column, 'customerId').length === 0
      ? { ...one, field: 'customerId', reason: `${one.reason}, beside the customer’s name` }
      : one,
  );

/** Of a customer in one column and all the row's customers in another the primary one is meant. */
const primaryOfSeveral: Rule = (header) => {
  const primaries = header.labels.filter(({ remark }) => remark.includes('primary')).map(({ bareText }) => bareText);
  return header.candidates.filter(
    ({ field, column }) =>
      (field !== 'customer' && field !== 'customerId') ||
      (header.labels[column]?.remark.includes('primary') ?? false) ||
      !primaries.includes(header.labels[column]?.bareText ?? ''),
  );
};

/** In a list of payments an account's id is the bank's own, but a plain "Account ID" beside the invoices they are for. */
const accountOfPayer: Rule = (header) => {
  if (header.role !== 'receipts') return header.candidates;
  return header.candidates.filter(({ field, column }) => {
    const label = header.labels[column];
    const isAccount = label?.whole.some(({ words }) => words.includes('account') && !words.includes('customer')) ?? false;
    if (field !== 'customerId' || !isAccount) return true;
    return isCalled(label, 'account id') && others(header, column, 'reference').length > 0;
  });
};

/** Beside a balance "Account Name" is whose account the list is of, not who paid. */
const ownAccount: Rule = (header) => {
  if (header.role !== 'receipts' || !someCalled(header, 'balance', 'balance running')) return header.candidates;
  return header.candidates.filter(
    ({ field, column }) => field !== 'customer' || !isCalled(header.labels[column], 'account name'),
  );
};

/** A lead's id is the customer's where the lead is the customer. */
const leadOrCustomer: Rule = (header) =>
  header.candidates.filter(
    ({ field, column }) =>
      field !== 'customerId' || !isCalled(header.labels[column], 'id lead') || someCalled(header, 'lead name'),
  );

const BUCKET = /^(?:current|older|not due|(?:[<>]|over|up to)? ?\d{1,3}(?: ?[-–+] ?\d*)?(?: ?(?:days?|months?))?)$/i;

/** Beside columns of days overdue a total is what is open. */
const agedTotal: Rule = (header) => {
  const buckets = header.labels.filter(({ bareText }) => BUCKET.test(bareText)).length;
  if (buckets < 2 || !isDocument(header.role)) return header.candidates;
  return header.candidates.map((one) =>
    one.field === 'gross' ? { ...one, field: 'open', reason: `${one.reason}, beside days overdue` } : one,
  );
};

/** What a meaning that others beside it make clear gains. */
const SURER = 0.1;

/** Rows of products: a bare "Name" is the product's. */
const nameOfItem: Rule = (header) => {
  const priced =
    header.candidates.some(({ field }) => field === 'unitPrice') && header.candidates.some(({ field }) => field === 'quantity');
  if (header.role !== 'deals' || !priced) return header.candidates;
  return header.candidates.map((one) =>
    one.field === 'name' && isCalled(header.labels[one.column], 'name')
      ? { ...one, field: 'item', confidence: one.confidence + SURER }
      : one,
  );
};

/** What may stand for a row's own number, where there is none. */
const NUMBERS: Readonly<Partial<Record<Role, readonly string[]>>> = {
  invoices: ['reference', 'number reference'],
  credits: ['reference', 'number reference'],
  deals: ['number order', 'contract number', 'contract', 'id order', 'contract id', 'number order sales', 'document number'],
};

/** A row without a number of its own has its reference for one, a deal its order or contract. */
const referenceAsNumber: Rule = (header) => {
  const numbers = NUMBERS[header.role];
  if (numbers === undefined) return header.candidates;
  const stands = (one: Candidate): boolean => isReference(one.field) && isCalled(header.labels[one.column], ...numbers);
  const own = header.candidates.some(
    (one) =>
      one.field === 'id' &&
      one.confidence >= EVIDENT &&
      !header.candidates.some((other) => other.column === one.column && stands(other)),
  );
  if (own) return header.candidates;
  return header.candidates.map((one) =>
    stands(one) ? { ...one, field: 'id', reason: `${one.reason}, and there is no other number` } : one,
  );
};

/** Beside an amount, "Debit" and "Credit" of a journal are the accounts it goes to. */
const accountsOfJournal: Rule = (header) => {
  if (header.role !== 'schedule') return header.candidates;
  const amount = header.candidates.some(({ field, confidence }) => field === 'amount' && confidence >= EVIDENT);
  return header.candidates.filter(({ field, column }) => {
    if (!isCalled(header.labels[column], 'debit', 'credit')) return true;
    return amount ? field === 'debitAccount' || field === 'creditAccount' : field === 'debit' || field === 'credit';
  });
};

/** Where lines are listed, a bare "id" is the line's own; the document's number is the column that is called for it. */
const idOfLine: Rule = (header) => {
  const { role, labels, candidates } = header;
  const hasLines = candidates.some(({ field, stated }) => stated && (field === 'quantity' || field === 'unitPrice'));
  if (!isDocument(role) || !hasLines) return candidates;
  const isBare = ({ column }: Candidate): boolean => isCalled(labels[column], 'id');
  const isNamed = candidates.some((one) => one.field === 'id' && one.stated && !isBare(one));
  return isNamed ? candidates.filter((one) => one.field !== 'id' || !isBare(one)) : candidates;
};

const RULES: readonly Rule[] = [
  idOfLine,
  accountOfWhom,
  entityOrCustomer,
  amountBesideGross,
  agedTotal,
  runningBalance,
  whichCurrency,
  customerAndName,
  primaryOfSeveral,
  ownAccount,
  accountOfPayer,
  leadOrCustomer,
  nameOfItem,
  nameOfCustomer,
  referenceAsNumber,
  accountsOfJournal,
];

/** The candidates after each rule, in their order. */
export function inContext(role: Role, labels: readonly Label[], candidates: readonly Candidate[]): readonly Candidate[] {
  return RULES.reduce((left, rule) => rule({ role, labels, candidates: left }), candidates);
}

export function isReference(field: Field): boolean {
  return field === 'reference' || field === 'reference2' || field === 'reference3';
}
