/** What a report's column means, and by which of Tieout's fields it may be read. */

import type { Role } from '../../../src/domain/record';
import type { Field } from '../../../src/settings/mapping';

export const ROLE_OF: Readonly<Record<string, Role>> = {
  deals: 'deals',
  invoices: 'invoices',
  credits: 'credits',
  payments: 'receipts',
  bank: 'receipts',
  recognition: 'schedule',
  customers: 'customers',
  owners: 'owners',
  rates: 'rates',
};

const REFERENCE: readonly Field[] = ['reference', 'reference2', 'reference3'];

/** A meaning that is not listed has no field: its column must stay unmapped. */
const ANY: Readonly<Record<string, readonly Field[]>> = {
  customerId: ['customerId'],
  customerName: ['customer'],
  counterparty: ['customer'],
  domain: ['domain'],
  email: ['domain'],
  taxId: ['taxNumber'],
  entity: ['entity'],
  parent: ['parent'],
  currency: ['currency'],
  amountBase: ['reportingAmount'],
  totalBase: ['reportingAmount'],
  exchangeRate: ['rate'],
  owner: ['owner'],
  ownerId: ['owner'],
  reference: REFERENCE,
  dealReference: REFERENCE,
  salesOrderId: REFERENCE,
  contractId: REFERENCE,
  subscriptionId: REFERENCE,
  invoiceRef: REFERENCE,
  lineDescription: ['text'],
  memo: ['text'],
  item: ['item'],
  product: ['item'],
  quantity: ['quantity'],
  unitPrice: ['unitPrice'],
  lineTotal: ['lineAmount', 'amount', 'net'],
  lineTax: ['lineTax', 'tax'],
  discount: ['discount'],
  account: ['account'],
  debit: ['debit'],
  credit: ['credit'],
  docType: ['type'],
  creditFlag: ['type'],
  status: ['status'],
};

const DOCUMENT: Readonly<Record<string, readonly Field[]>> = {
  invoiceId: ['id'],
  invoiceNumber: ['id'],
  creditNoteNumber: ['id'],
  transactionId: ['id', ...REFERENCE],
  invoiceDate: ['date'],
  postingDate: ['date', 'otherDate'],
  dueDate: ['due'],
  paymentStatus: ['status'],
  originalInvoice: ['appliesTo', ...REFERENCE],
  subtotal: ['net'],
  netAmount: ['net'],
  tax: ['tax'],
  total: ['gross', 'amount'],
  grossAmount: ['gross'],
  lineTotalIncTax: ['lineAmount', 'gross', 'amount'],
  foreignAmount: ['amount', 'gross'],
  amountForeign: ['amount', 'gross'],
  balance: ['open'],
  amountDue: ['open'],
  termStart: ['serviceStart'],
  termEnd: ['serviceEnd'],
};

const MONEY_IN: Readonly<Record<string, readonly Field[]>> = {
  paymentId: ['id'],
  paymentNumber: ['id'],
  transactionId: ['id'],
  paymentDate: ['date'],
  date: ['date'],
  valueDate: ['date', 'otherDate'],
  paymentAmount: ['amount', 'credit'],
  amount: ['amount'],
  grossAmount: ['amount'],
  netAmount: ['amount'],
  appliedAmount: ['lineAmount'],
  moneyIn: ['credit'],
  moneyOut: ['debit'],
  direction: ['direction'],
  fee: ['fee'],
  withheld: ['withheld'],
  invoiceId: REFERENCE,
  invoiceNumber: REFERENCE,
  checkNumber: REFERENCE,
  counterpartyAccount: ['payerAccount'],
};

const BY_ROLE: Readonly<Record<Role, Readonly<Record<string, readonly Field[]>>>> = {
  deals: {
    dealId: ['id'],
    contractId: ['id', ...REFERENCE],
    dealName: ['name'],
    stage: ['stage'],
    status: ['stage'],
    isWon: ['won'],
    isDeleted: ['deleted'],
    closeDate: ['date'],
    wonDate: ['date'],
    amount: ['amount'],
    lineTotal: ['lineAmount', 'amount'],
    tax: ['tax'],
    type: ['type'],
    termStart: ['start'],
    termEnd: ['end'],
    termMonths: ['term'],
    billing: ['billing'],
    valuePeriod: ['billing'],
    margin: ['margin'],
    modifiedDate: ['modified'],
  },
  invoices: DOCUMENT,
  credits: DOCUMENT,
  receipts: MONEY_IN,
  schedule: {
    entryId: ['id'],
    documentNumber: ['id', ...REFERENCE],
    period: ['month'],
    date: ['date'],
    recognisedAmount: ['amount'],
    invoiceNumber: REFERENCE,
    invoiceId: REFERENCE,
    dealId: REFERENCE,
    debitAccount: ['debitAccount'],
    creditAccount: ['creditAccount'],
  },
  customers: { customerId: ['customerId', 'id'], companyName: ['customer'], otherId: ['otherId'], status: [], currency: [] },
  owners: { owner: ['owner'], ownerId: ['id'], active: ['active'] },
  rates: { fromCurrency: ['fromCurrency'], toCurrency: ['toCurrency'], date: ['date'], rate: ['rate'] },
};

export function fieldsOf(role: Role, meaning: string): readonly Field[] {
  return BY_ROLE[role][meaning] ?? ANY[meaning] ?? [];
}

/** Right where mapped, no loss where not: another column may say it as well, or it is of use only with others. */
const OPTIONAL = new Set([
  'ownerId',
  'postingDate',
  'valueDate',
  'valuePeriod',
  'transactionId',
  'checkNumber',
  'exchangeRate',
  'amountBase',
  'totalBase',
  'email',
  'companyName',
  'modifiedDate',
  'counterpartyAccount',
]);

export function isOptional(meaning: string): boolean {
  return OPTIONAL.has(meaning);
}

/** Lesser fields that may stand under a header to which the report gives no meaning: fields these reports do not list. */
export const BESIDE: ReadonlySet<Field> = new Set<Field>([
  'text',
  'entity',
  'taxNumber',
  'parent',
  'domain',
  'country',
  'city',
  'postcode',
  'name',
  'type',
  'item',
  'otherId',
  'discount',
  'billing',
  'withheld',
  'final',
  'deleted',
  'account',
  'quantity',
  'unitPrice',
  'rate',
  'reportingAmount',
  'status',
  'reference2',
  'reference3',
]);
