/** Status, stage and type words of the usual systems and languages, each with its meaning. Defaults only: an analyst may overrule them. */

import { foldText } from './text';

/** A status or stage as compared: folded, single blanks, without punctuation. */
export function statusKey(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function table<T extends string>(entries: Readonly<Record<T, string>>): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const meaning of Object.keys(entries) as T[])
    for (const word of entries[meaning].split('|')) map.set(word.trim(), meaning);
  return map;
}

export type StageClass = 'won' | 'lost' | 'open';

const STAGES = table<StageClass>({
  won:
    'won|closed won|closedwon|close won|deal won|signed|contract signed|booked|order|ordered|completed|gewonnen|abgeschlossen gewonnen|' +
    'geschlossen gewonnen|auftrag|beauftragt|gagne|gagnee|ferme gagne|fermee gagnee|cloture gagnee|signe|ganado|ganada|cerrada ganada|' +
    'cerrado ganado|gesloten gewonnen|ganho|ganha|fechado ganho|vinta|vinto|true|yes|1|ja|oui|si',
  lost:
    'lost|closed lost|closedlost|deal lost|cancelled|canceled|dead|disqualified|out sold|declined|rejected|abandoned|verloren|' +
    'geschlossen verloren|abgesagt|storniert|perdu|perdue|ferme perdu|fermee perdue|perdido|perdida|cerrada perdida|gesloten verloren|persa',
  open: 'open|in progress|prospecting|qualification|negotiation|proposal',
});

/** "Closed Won", "100 % - Won", "Won - renewal": a whole word decides where the full text is not in the table. */
export function stageClass(text: string): StageClass {
  const key = statusKey(text);
  const whole = STAGES.get(key);
  if (whole !== undefined) return whole;
  const words = key.split(' ');
  if (words.includes('not') || words.includes('nicht')) return 'open';
  if (words.some((word) => ['lost', 'verloren', 'perdu', 'perdue', 'perdida', 'perdido'].includes(word))) return 'lost';
  if (words.some((word) => ['won', 'closedwon', 'gewonnen', 'gagne', 'gagnee', 'ganada', 'ganado'].includes(word))) return 'won';
  return 'open';
}

export type InvoiceStatusClass = 'issued' | 'not-issued' | 'written-off' | 'quote';

const INVOICE_STATUSES = table<InvoiceStatusClass>({
  issued:
    'issued|open|sent|posted|paid|unpaid|not paid|part paid|partly paid|partially paid|partial|overdue|past due|due|awaiting payment|' +
    'authorised|authorized|approved|closed|in payment|pending|outstanding|settled|reversed|return|fully applied|credit note issued|' +
    'offen|bezahlt|teilbezahlt|uberfallig|versendet|gebucht|verbucht|gestellt|beglichen|payee|payee partiellement|impayee|envoyee|en retard|' +
    'emise|validee|pagada|pagado|pendiente|vencida|enviada|emitida|parcialmente pagada|betaald|openstaand|verzonden|deels betaald|verlopen',
  'not-issued':
    'draft|void|voided|deleted|cancelled|canceled|cancel|awaiting approval|submitted|pending approval|pending submission|rejected|' +
    'failed|test|entwurf|storniert|geloscht|annulliert|ungultig|brouillon|annulee|annule|supprimee|borrador|anulada|anulado|cancelada|' +
    'eliminada|concept|geannuleerd|vervallen|verwijderd',
  'written-off':
    'written off|write off|writeoff|uncollectible|bad debt|forgiven|abgeschrieben|ausgebucht|uneinbringlich|ausfall|irrecouvrable|' +
    'creance irrecouvrable|passee en perte|incobrable|fallida|oninbaar|afgeboekt',
  quote:
    'quote|quotation|estimate|proforma|pro forma|pro forma invoice|proforma invoice|offer|sales order|order|angebot|kostenvoranschlag|' +
    'proformarechnung|auftrag|devis|facture proforma|facture pro forma|presupuesto|factura proforma|offerte|pro forma factuur|pro formafactuur',
});

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

const DEAD_PAYMENTS = new Set(
  (
    'failed|declined|canceled|cancelled|cancel|void|voided|deleted|draft|bounced|rejected|authorization|authorisation|requires payment method|' +
    'incomplete|blocked|uncaptured|pending|scheduled|planned|returned|fehlgeschlagen|abgelehnt|storniert|entwurf|vorgemerkt|echoue|annule|' +
    'refuse|fallido|anulado|rechazado|mislukt|geannuleerd'
  ).split('|'),
);

/** A payment whose status says that no money came. */
export function isDeadPayment(text: string): boolean {
  return DEAD_PAYMENTS.has(statusKey(text));
}

export type DocumentClass = 'invoice' | 'credit' | 'payment' | 'refund' | 'quote' | 'purchase' | 'write-off' | 'other';

const DOCUMENT_TYPES = table<DocumentClass>({
  invoice:
    'invoice|invoices|sales invoice|customer invoice|tax invoice|sales receipt|standard invoice|accrec|custinvc|inv|si|in|rv|rechnung|ausgangsrechnung|' +
    'debit memo|debit note|facture|facture client|factura|factura de venta|factuur|verkoopfactuur|fattura|fatura',
  credit:
    'credit|credits|credit memo|credit note|sales credit note|sales credit|customer credit note|customer credit|credit invoice|accreccredit|custcred|' +
    'cm|cn|sc|cr|rg|return|refund receipt|sales credit memo|gutschrift|rechnungskorrektur|storno|stornorechnung|avoir|note de credit|nota de credito|abono|' +
    'nota de abono|factura rectificativa|creditnota|creditfactuur|credit factuur|nota di credito|out refund',
  payment:
    'payment|payments|receipt|customer payment|customer receipt|receivable payment|custpymt|deposit|sales overpayment|overpayment|prepayment|sales prepayment|' +
    'payment on account|sr|sa|dz|zahlung|zahlungseingang|paiement|reglement|encaissement|pago|cobro|betaling|ontvangst|incasso',
  refund:
    'refund|refunds|customer refund|payment refund|chargeback|dispute|reversal|payment reversal|erstattung|ruckerstattung|ruckbuchung|rucklastschrift|' +
    'remboursement|reembolso|devolucion|terugbetaling|terugboeking|stornering',
  quote:
    'quote|quotation|estimate|proforma|pro forma|pro forma invoice|proforma invoice|sales order|purchase order|angebot|auftrag|auftragsbestatigung|' +
    'proformarechnung|devis|facture proforma|presupuesto|factura proforma|offerte|pro forma factuur',
  purchase:
    'bill|vendor bill|vendbill|purchase invoice|supplier invoice|accpay|accpaycredit|expense|check|cheque|bill payment|vendor credit|supplier credit|' +
    'pi|pc|pp|eingangsrechnung|lieferantenrechnung|facture fournisseur|factura de compra|inkoopfactuur',
  'write-off':
    'write off|writeoff|bad debt|bad debt write off|adjustment write off|abschreibung|forderungsausfall|perte sur creance|incobrable|afboeking',
  other: '',
});

/** What a type word makes of a row; `other` for words that say nothing of it (a line of business, "Standard"). */
export function documentClass(text: string): DocumentClass {
  const key = statusKey(text);
  const whole = DOCUMENT_TYPES.get(key);
  if (whole !== undefined && key !== '') return whole;
  if (/\b(credit (note|memo)|gutschrift|avoir|creditnota|nota de credito)\b/.test(key)) return 'credit';
  if (/\b(refund|chargeback)\b/.test(key)) return 'refund';
  if (/\b(pro ?forma|estimate|quote)\b/.test(key)) return 'quote';
  return 'other';
}

const DEPOSITS = new Set(
  (
    'deposit|customer deposit|prepayment|sales prepayment|advance|advance payment|payment on account|on account|retainer|sa|anzahlung|vorauszahlung|' +
    'acompte|avance|anticipo|aanbetaling|vooruitbetaling'
  ).split('|'),
);

/** A receipt whose own type marks it as paid in advance. */
export function isDepositType(text: string): boolean {
  return DEPOSITS.has(statusKey(text));
}

const OWN_TRANSFERS = new Set(
  (
    'transfer|own transfer|internal transfer|transfer between accounts|payout|payouts|stripe payout|topup|loan|loan drawdown|loan repayment|payroll|salary|' +
    'salaries|tax|vat payment|vat refund|tax refund|interest|bank fee|bank charges|fee|fees|umbuchung|ubertrag|eigenubertrag|darlehen|gehalt|lohn|steuer|' +
    'zinsen|virement interne|pret|salaire|impot|interets|traspaso|prestamo|nomina|impuesto|intereses|eigen overboeking|lening|salaris|belasting|rente'
  ).split('|'),
);

/** A bank line that its own type or category marks as no customer's money. */
export function isOwnMoney(text: string): boolean {
  return OWN_TRANSFERS.has(statusKey(text));
}

export type Direction = 'in' | 'out';

const DIRECTIONS = table<Direction>({
  in: 'in|incoming|received|receive|credit|cr|c|bij|haben|h|eingang|gutschrift|entree|entrada|abono|haber|plus',
  out: 'out|outgoing|sent|pay|debit|dr|d|dbit|af|soll|s|ausgang|lastschrift|sortie|salida|cargo|debe|minus',
});

/** Money in or out, from a direction column; null for words that say neither. */
export function directionOf(text: string): Direction | null {
  return text.trim() === '+' ? 'in' : text.trim() === '-' ? 'out' : (DIRECTIONS.get(statusKey(text)) ?? null);
}

const YES = new Set('true|yes|y|1|x|ja|j|oui|o|si|s|verdadero|vrai|wahr|waar|final|last'.split('|'));

/** A flag column's yes, in the usual languages. */
export function isYes(text: string): boolean {
  return YES.has(statusKey(text));
}

const NO = new Set('false|no|n|0|nein|non|nee|falso|faux|falsch|onwaar'.split('|'));

/** A flag column's explicit no. */
export function isNo(text: string): boolean {
  return NO.has(statusKey(text));
}
