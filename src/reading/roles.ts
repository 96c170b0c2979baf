/** What a sheet is used for: the role whose words and columns it shows most of. */

import type { Role } from '../domain/record';
import type { SourceGrid } from '../domain/grid';
import type { ColumnGuess } from '../settings/inspection';
import type { Field } from '../settings/mapping';
import { cellText, foldText, normaliseHeader } from './text';
import { documentClass, stageClass } from './words';

/** Words of a sheet's, table's or report's name. */
const NAMES: Readonly<Record<Role, RegExp>> = {
  deals:
    /deal|opportunit|pipeline|booking|booked|crm|closed won|sales orders|verkaufschanc|auftrage|vertrage|affaires|oportunidad|kansen|contracts/,
  invoices: /invoice|billing|billed|rechnung|faktura|facture|factura|factuur|fbl5n|sales ledger|sales by customer|receivable/,
  credits: /credit ?(note|memo)|\bcredits\b|gutschrift|avoir|abono|nota(s)? de credito|creditnota/,
  schedule:
    /recogni|schedule|waterfall|deferred|rev ?rec|revenue|umsatzplan|erlosplan|reconnaissance|ingresos diferidos|omzetplan/,
  receipts:
    /receipt|payment|\bcash\b|\bbank|collection|remittance|statement|zahlung|kontoauszug|girokonto|paiement|encaissement|releve|pagos|cobros|banco|betaling|ontvangst/,
  customers: /customer|\baccounts\b|client|kunden|debitor|klanten|companies|company list/,
  owners: /\bowners\b|sales team|sales reps|\breps\b|\busers\b/,
  rates: /\brates\b|\bfx\b|exchange|wechselkurs|\bkurse\b|taux de change|tipos? de cambio|koersen/,
};

/** Words of headers that only one role's reports carry. Each header counts once. */
const HEADERS: Readonly<Record<Role, RegExp>> = {
  deals:
    /opportunity|deal\b|dealname|close date|closing date|closed date|\bwon\b|stage|pipeline|probability|tcv|contract value|booked|booking|potential|forecast|verkaufschance|abschluss|oportunidad|opportunite|affaire|verkoopkans/,
  invoices:
    /^\*? ?invoice|invoice (no|number|date|total|amount|status)|\bdue\b|net amount|\bvat\b|\btax\b|subtotal|rechnung|fallig|facture|echeance|factura\b|vencimiento|factuur|vervaldatum|gross|brutto|netto|\bttc\b|\bht\b|open balance|transaction type|document type|terms|grand total|outstanding|balance due|credit memo|sales price|unit price|p ?o no|purchase order|document number|is return|vencliquid/,
  credits: /credit (note|memo)|gutschrift|avoir|nota de credito|abono|creditnota/,
  schedule:
    /recogni|revenue|deferred|schedule|posting period|^month$|^period$|service month|umsatz|erlos|ingreso|omzet|monat$|^mois$|^maand$/,
  receipts:
    /payment|\bpaid\b|receipt|received|remit|money (in|out)|payer|counterparty|bank|buchungstag|verwendungszweck|zahlung|wertstellung|iban|sort code|paiement|\bpago\b|cobro|betaal|betaling|tegenpartij|withh|\bfee\b|debit amount|credit amount|auftraggeber|reporting category|applied|balance transaction|unapplied|unused amount|customer vendor|mode of payment|running balance/,
  customers: /website|domain|parent account|vat number|tax id|phone|billing address|industry|crm id|erp|employees|ust id/,
  owners: /user|manager|region|team/,
  rates: /from currency|to currency|rate|currency pair|kurs|taux|koers/,
};

const NEEDED: Readonly<Record<Role, readonly (readonly Field[])[]>> = {
  deals: [['amount'], ['date']],
  invoices: [['net', 'gross', 'amount', 'debit'], ['date']],
  credits: [['net', 'gross', 'amount', 'debit', 'credit'], ['date']],
  schedule: [['amount'], ['month', 'date']],
  receipts: [['amount', 'credit'], ['date']],
  customers: [['customer']],
  owners: [['owner']],
  rates: [['rate'], ['fromCurrency']],
};

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

const MISSING = 6;

/** Each role's score, best first, ties in the order of the roles. */
export function scoreRoles(evidence: RoleEvidence): RoleScore[] {
  const headers = evidence.headers.map(normaliseHeader).filter((header) => header !== '');
  const name = foldText([evidence.grid.sheet, evidence.grid.table ?? ''].join(' ')).replaceAll('_', ' ');
  const title = titleAbove(evidence);
  return (Object.keys(NAMES) as Role[])
    .map((role) => scoreRole(role, evidence, headers, name, title))
    .sort((a, b) => b.score - a.score);
}

function scoreRole(role: Role, evidence: RoleEvidence, headers: readonly string[], name: string, title: string): RoleScore {
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
  const told = headers.filter((header) => HEADERS[role].test(header)).length;
  if (told > 0) {
    score += Math.min(told, 5);
    reasons.push(`${told} ${told === 1 ? 'header' : 'headers'}`);
  }
  if (role === 'schedule' && waterfall) {
    score += 6;
    reasons.push(`${evidence.monthsAcross} months across`);
  } else {
    const missing = NEEDED[role].filter((need) => !need.some((field) => fields.has(field))).length;
    score += missing === 0 ? 1 : -MISSING * missing;
  }
  const content = contentScore(role, evidence, fields);
  if (content > 0) reasons.push('what stands below');
  return { role, score: score + content, reason: reasons.length === 0 ? 'nothing in particular' : reasons.join(', ') };
}

/** Stages that are won or lost make deals; document types make invoices, credits or receipts; a list has no dated amounts. */
function contentScore(role: Role, evidence: RoleEvidence, fields: ReadonlyMap<Field, ColumnGuess>): number {
  switch (role) {
    case 'deals': {
      const stage = fields.get('stage');
      return stage !== undefined && someBelow(evidence, stage.column, (text) => stageClass(text) !== 'open') ? 2 : 0;
    }
    case 'invoices': {
      const type = fields.get('type');
      const typed = type !== undefined && someBelow(evidence, type.column, (text) => documentClass(text) === 'invoice');
      return (typed ? 3 : 0) + (fields.has('due') ? 1 : 0) + (fields.has('net') && fields.has('gross') ? 1 : 0);
    }
    case 'receipts':
      return fields.has('credit') && fields.has('debit') ? 2 : 0;
    case 'customers':
    case 'owners': {
      const dated = evidence.guesses.invoices.some(({ field }) => field === 'date') || evidence.monthsAcross > 0;
      const paid = evidence.guesses.invoices.some(({ field }) => ['net', 'gross', 'amount', 'tax'].includes(field));
      return (dated && paid ? -4 : 0) + (paid ? -2 : 0) + (role === 'customers' && !dated && !paid ? 1 : 0);
    }
    case 'rates':
      return fields.has('rate') && fields.has('fromCurrency') && !fields.has('toCurrency') ? 0 : fields.has('toCurrency') ? 3 : 0;
    case 'credits':
    case 'schedule':
      return 0;
  }
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

function titleAbove({ grid, headerRow }: RoleEvidence): string {
  const cells = grid.values.slice(0, headerRow).flatMap((row) => row.filter((cell) => typeof cell === 'string' && cell !== ''));
  return foldText(cells.slice(0, 10).join(' '));
}
