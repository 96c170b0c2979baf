/** A book of the larger kind as German systems export it: their words, their dates, their sheets. */

import { largeSample } from './large';
import { MONEY, TEXT } from './sheet';
import type { SampleCell, SampleSheet } from './sheet';

const SHEETS: Readonly<Record<string, string>> = {
  Opportunities: 'Verkaufschancen',
  Invoices: 'Rechnungen',
  Revenue: 'Umsatzplan',
  'Bank receipts': 'Zahlungseingänge',
  Rates: 'Wechselkurse',
};

const WORDS: Readonly<Record<string, string>> = {
  'Opportunity ID': 'Auftragsnummer',
  'Opportunity Name': 'Bezeichnung',
  'Account Name': 'Kunde',
  'Close Date': 'Abschlussdatum',
  Stage: 'Phase',
  'Opportunity Owner': 'Verantwortlich',
  Amount: 'Betrag',
  Currency: 'Währung',
  'Invoice Number': 'Rechnungsnummer',
  Type: 'Belegart',
  Customer: 'Kunde',
  'Invoice Date': 'Rechnungsdatum',
  'Due Date': 'Fälligkeit',
  Reference: 'Referenz',
  Net: 'Nettobetrag',
  Tax: 'Umsatzsteuer',
  Total: 'Bruttobetrag',
  Status: 'Status',
  'Applies To': 'Bezug',
  Month: 'Monat',
  Recognised: 'Umsatzerlös',
  'Receipt No.': 'Belegnummer',
  Date: 'Datum',
  From: 'Ausgangswährung',
  To: 'Zielwährung',
  Rate: 'Kurs',
  'Closed Won': 'Gewonnen',
  'Closed Lost': 'Verloren',
  Proposal: 'Angebot',
  Negotiation: 'Verhandlung',
  Invoice: 'Rechnung',
  'Credit note': 'Gutschrift',
  Issued: 'Gestellt',
  Credited: 'Gutgeschrieben',
  Payment: 'Überweisung',
};

const translated = (cell: SampleCell): SampleCell =>
  typeof cell !== 'string'
    ? cell
    : (WORDS[cell] ??
      cell
        .replace(/\border (\d+)$/, 'Auftrag $1')
        .replace(/\bpart (\d)$/, 'Teil $1')
        .replace(/^Deposit /, 'Anzahlung '));

const FORMATS: Readonly<Record<string, string>> = {
  [TEXT]: TEXT,
  [MONEY]: `${MONEY};[Red]-${MONEY}`,
  'mmm yyyy': 'mm.yyyy',
  '0.0000': '0.0000',
};

export const germanSample = (): SampleSheet[] =>
  largeSample(240).map((sheet) => ({
    ...sheet,
    name: SHEETS[sheet.name] ?? sheet.name,
    table: sheet.table === null ? null : 'tblVerkaufschancen',
    rows: sheet.rows.map((row) => row.map(translated)),
    columns: sheet.columns.map(({ format, width }) => ({ format: FORMATS[format] ?? 'dd.mm.yyyy', width: width + 2 })),
  }));
