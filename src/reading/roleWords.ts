/** Words that tell what a sheet is: of its name in any tongue, of its headers in the trade's English. */

import type { Role } from '../domain/record';

/** Patterns of which one must match. */
const anyOf = (...patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'));
/** The same as whole words. */
const wordsOf = (...words: readonly string[]): string => `\\b(?:${words.join('|')})\\b`;
/** The same as whole headers. */
const wholly = (...headers: readonly string[]): string => `^(?:${headers.join('|')})$`;

/** Words of a sheet's, table's or report's name. */
export const NAMES: Readonly<Record<Role, RegExp>> = {
  deals: anyOf(
    'deal|opportunit|pipeline|booking|booked|crm|closed won|sales orders|contracts',
    'verkaufschanc|auftrage|vertrage|affaires|oportunidad|negocios|kansen|trattative|contratti|contratos|contrats',
  ),
  invoices: anyOf(
    'invoice|billing|billed|fbl5n|sales ledger|sales by customer|receivable',
    'rechnung|faktura|facture|factura|factuur|fatura|notas fiscais|fattur',
  ),
  credits: anyOf(
    'credit ?(note|memo)',
    wordsOf('credits'),
    'gutschrift|avoir|abono|notas? de credito|creditnota|note? di credito',
  ),
  schedule: anyOf(
    'recogni|schedule|waterfall|deferred|rev ?rec|revenue',
    'umsatzplan|erlosplan|abgrenzung|reconnaissance|ingresos diferidos|omzetplan|receitas? diferida|risconti',
  ),
  receipts: anyOf(
    'receipt|payment|collection|remittance|statement',
    '\\bcash\\b|\\bbank',
    'zahlung|kontoauszug|girokonto|paiement|reglement|encaissement|releve|pagos|cobros|banco|betaling|ontvangst|recebimento|pagamento|extrato|incass|estratto',
  ),
  customers: anyOf('customer|client|companies|company list', wordsOf('accounts'), 'kunden|debitor|klanten|clienti|relaties'),
  owners: anyOf(wordsOf('owners', 'reps', 'users'), 'sales team|sales reps'),
  rates: anyOf(wordsOf('rates', 'fx'), 'exchange|wechselkurs|\\bkurse\\b|taux de change|tipos? de cambio|koersen|cambi\\b'),
};

/** What only one role's reports have among their headers; each header counts once. */
export const TOLD_BY: Readonly<Record<Role, RegExp>> = {
  deals: anyOf(
    wordsOf('deal', 'won', 'stage', 'tcv', 'booked', 'bookings?', 'potential', 'lead', 'prospect', 'pipeline', 'probability'),
    wordsOf('(?:close|closed|closing) date', 'signed (?:on|date)', 'date signed', 'date deadline', 'lost reason', 'next step'),
    wordsOf('(?:order|contract) (?:date|value|amount|total)', 'date order', 'contract (?:start|end)'),
    wordsOf('(?:planned|expected) revenue', 'forecast', 'sales cycle', 'status label'),
  ),
  invoices: anyOf(
    wholly('invoice', 'net', 'quantity', 'billed quantity'),
    'invoice (?:id|number|date|bill date|total|amount|status|owner|paid|net)|(?:date|number|total) invoice',
    wordsOf('due date', 'tax', 'subtotal', 'outstanding', 'untaxed', 'aging', 'net amount', 'terms'),
    '^gross|^total (?:net|gross|tax)|(?:amount|total) (?:net|tax|gross|including|excluding)',
    wordsOf('open (?:balance|amount)', '(?:balance|amount|total) due', 'credit note number'),
    wordsOf('(?:document|transaction) (?:type|class|number|date)', 'sales price', 'unit (?:price|amount)', 'is return'),
    wordsOf('(?:purchase|sales) order', '(?:bill|sell) to', 'tran ?date', 'posting ?period', 'created ?from'),
  ),
  credits: anyOf('credit note', 'credited', 'remaining credit', 'refund amount'),
  schedule: anyOf(
    'recogni|revenue|deferred|schedule',
    wordsOf(
      '(?:posting|accounting|fiscal|recognition) period',
      'service month',
      'arrangement',
      'obligation',
      '(?:debit|credit) account',
    ),
    wholly('month', 'period'),
  ),
  receipts: anyOf(
    'payment (?:id|number|date|method|amount|reference|type|source|entry)|(?:method|date|number|type|id|amount) payment',
    wordsOf(
      'receipt',
      'received',
      'remittance',
      'remitter',
      'payer',
      'counterparty',
      'counter account',
      'bank',
      'iban',
      'bic',
      'swift',
    ),
    wordsOf('money (?:in|out)', 'paid (?:in|out)', '(?:debit|credit) amount', 'withdrawals?', 'deposits?', 'direction'),
    wordsOf(
      'posting (?:text|date)',
      'value date',
      'sort code',
      'check number',
      'mandates?',
      'statement',
      'running balance',
      'available',
    ),
    wordsOf(
      'fees?',
      'withheld',
      'withholding',
      'applied',
      'applying',
      'unapplied',
      'unallocated',
      'unused amount',
      'captured',
      'card',
    ),
    wordsOf(
      'reporting category',
      'balance transaction',
      'transaction (?:id|description)',
      'customer vendor',
      'payouts?',
      'charge date',
    ),
    wholly('debit', 'credit', 'balance', 'subcategory', 'details'),
  ),
  customers: anyOf(
    wordsOf('website', 'domain', 'parent', 'tax number', 'phone', 'address', 'industry', 'crm', 'erp', 'employees', 'email'),
    wordsOf(
      'city',
      'country',
      'street',
      'postal',
      'salutation',
      '(?:first|last|display|company) name',
      'customer group',
      'credit limit',
    ),
  ),
  owners: anyOf(wordsOf('user', 'manager', 'region', 'team', 'role', 'full name', 'active')),
  rates: anyOf(wordsOf('(?:from|to) currency', 'rate', 'currency pair', 'pair currency'), wholly('from', 'to', 'base', 'quote')),
};

/** Headers that leave little doubt, where the words above stand in the reports of two roles, and what they add. */
export const DECISIVE: Readonly<Partial<Record<Role, { readonly words: RegExp; readonly score: number }>>> = {
  deals: {
    words: anyOf('deal (?:id|name|stage|owner|amount|title)|(?:id|name|stage|owner) deal', wordsOf('close date', 'won')),
    score: 2,
  },
  /** Days overdue: "31 - 60". */
  invoices: { words: anyOf('^\\d{1,3} \\d{1,3}$'), score: 5 },
  credits: {
    words: anyOf(
      'credit note (?:number|date|id|status|amount)|(?:number|date) credit note',
      'remaining credit|credited invoice',
      wholly('credit note'),
    ),
    score: 4,
  },
  receipts: {
    words: anyOf(
      wordsOf('fee', 'running balance', 'balance transaction', 'counterparty', 'payment (?:id|date)', 'receipt (?:number|date)'),
      wordsOf('value date', 'iban', 'unapplied', 'captured'),
    ),
    score: 2,
  },
  schedule: {
    words: anyOf(
      wordsOf(
        'recognised',
        'recognition',
        'deferred revenue',
        'revenue (?:arrangement|schedule|month)',
        'schedule (?:id|number|date)',
      ),
      wordsOf('(?:debit|credit) (?:account|general ledger)'),
    ),
    score: 3,
  },
};
