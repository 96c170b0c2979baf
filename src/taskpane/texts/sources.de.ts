/** Der erste Schritt: was in der Arbeitsmappe gefunden wurde und wie es gelesen wird. */

import { count } from './count.de';
import type * as english from './sources.en';
import type { Wording } from './wording';

const ORDINALS = ['erste', 'zweite', 'dritte', 'vierte', 'fünfte', 'sechste', 'siebte', 'achte', 'neunte', 'zehnte'];

export const sources: Wording<typeof english.sources> = {
  heading: 'Quellen',
  reading: 'Tieout liest die Blätter dieser Arbeitsmappe.',
  lead: 'Das hat Tieout in dieser Arbeitsmappe gefunden. Ändern Sie, was nicht stimmt.',
  none: 'In dieser Arbeitsmappe wurde keine Tabelle gefunden.',
  notRead: 'Die Blätter wurden noch nicht gelesen.',
  readAgain: 'Blätter neu lesen',
  about: (area) => `${area} im Blatt anzeigen`,
  stale: 'Seit dem Lesen haben sich Blätter geändert.',
  next: 'Weiter: Definitionen',
  blocked: 'Klären Sie zuerst, was oben aufgeführt ist.',
  questions: (n) => (n === 0 ? 'Fragen' : n === 1 ? 'Zuerst eine Frage.' : `Zuerst ${n} Fragen.`),
  answerQuestions: 'Zwei Lesarten sind möglich, und welche gemeint ist, ändert die Zahlen:',
  questionAbout: (title, at, of) => (of === 1 ? title : `${title}, Frage ${at}`),
  answered: 'Beantwortet',
  suggested: 'passt am besten',
  sheetAndTable: (sheet, table) => `${sheet} · Tabelle ${table}`,
  sheetAndBlock: (sheet, block) =>
    `${sheet} · ${ORDINALS[block] === undefined ? `Tabelle ${block + 1}` : `${ORDINALS[block]} Tabelle`}`,
  withArea: (title, area) => `${title}, ${area}`,
  role: 'Dient als',
  bankList: 'Bankumsätze',
  rows: (n, shown) => count(n, 'Zeile', 'Zeilen', shown),
  allUsed: (rows) => `${rows}, alle verwendet`,
  used: (rows, shown) => `${rows}: ${shown} verwendet`,
  leftOut: (shown, cause) => `${shown} ausgelassen: ${cause}`,
  unreadable: (n, shown) =>
    `${shown} nicht lesbar, ${n === 1 ? 'wird als Ausnahme aufgeführt' : 'werden als Ausnahmen aufgeführt'}`,
  waiting: (n, shown) => `${count(n, 'Zeile wartet', 'Zeilen warten', shown)} auf Ihre Antwort`,
  hidden: (n, shown) => `${shown} ausgeblendet oder weggefiltert, trotzdem ${n === 1 ? 'gelesen' : 'alle gelesen'}`,
  hiddenSheet: 'Ein ausgeblendetes Blatt, trotzdem gelesen',
  apart: (addresses) => `Nicht gelesen, da nicht Teil der Tabelle: ${addresses}`,
  why: (reason) => `Grund: ${reason}`,
  headerAt: (rows) =>
    rows.length === 0
      ? 'Keine Überschrift'
      : rows.length === 1
        ? `Überschrift in Zeile ${rows.join()}`
        : `Überschrift in den Zeilen ${rows.join(' und ')}`,
  headings: (examples, field) => `Zwischenüberschriften, gelesen als ${field}: ${examples}`,
  headingsUnused: (examples) => `Zwischenüberschriften, nicht verwendet: ${examples}`,
  headingsLabel: (examples) => `Zwischenüberschriften (${examples})`,
  layout: 'Wie es gelesen wird',
  header: 'Überschrift',
  noHeader: 'Keine Überschrift: Spalten nach ihrem Inhalt',
  headerRow: (rows, words) => `${rows.length === 1 ? `Zeile ${rows.join()}` : `Zeilen ${rows.join(' und ')}`}: ${words}`,
  blankRow: 'leer',
  grain: 'Was eine Zeile ist',
  dateOrder: 'Daten, die zwei Lesarten zulassen',
  decimal: 'Beträge, die zwei Lesarten zulassen',
  askedWhereOpen: 'Frage, wo es darauf ankommt',
  currency: 'Währung',
  currencyFromColumn: (header) => `aus der Spalte „${header}“`,
  currencyHint: 'Ein Code wie EUR; leer, wenn die Zellen sie selbst nennen.',
  currencyRefused: 'Ein Währungscode hat drei Buchstaben.',
  scale: 'Beträge in',
  columnsMapped: (n) => `Spalten (${n} verwendet)`,
  columnsToCheck: (n, check) => `Spalten (${n} verwendet, ${check} zu prüfen)`,
  readAs: 'Gelesen als',
  columnReadAs: (name) => `${name} wird gelesen als`,
  sure: (shown, reason) => `Zu ${shown} sicher: ${reason}`,
  toCheck: 'Zu prüfen',
  unused: 'nicht verwendet',
  revenueOf: (month) => `Erlös ${month}`,
  unnamed: (letter) => `Spalte ${letter}`,
  example: (text) => `Zum Beispiel „${text}“`,
  preview: 'Erste Zeilen, wie gelesen',
  previewLabel: (sheet) => `Erste Zeilen von ${sheet}, wie gelesen`,
  rowNumber: (row) => `Zeile ${row}`,
  cellText: (text) => `in der Zelle: ${text}`,
  noPreview: 'Es konnte keine Zeile gelesen werden.',
  zone: (zones, near) =>
    near === 0 ? `Daten wie geschrieben, in ${zones}` : `Daten wie geschrieben, in ${zones}; ${near} nahe am Monatsende`,
  scaled: (unit) => `Beträge in ${unit}`,
  earlier: 'Gelesen, wie Sie es in einer früheren Arbeitsmappe festgelegt haben.',
  forgetEarlier: 'Neu lesen',
  others: 'Andere Blätter',
  obstacles: 'Das fehlt:',
};

export const grains: Wording<typeof english.grains> = {
  row: 'Eine Zeile je Beleg',
  lines: 'Mehrere Zeilen je Beleg, addiert',
  repeated: 'Der Betrag eines Belegs steht auf jeder seiner Zeilen, einmal gezählt',
};

export const dateOrders: Wording<typeof english.dateOrders> = {
  dmy: 'Tag zuerst: 31/12/2026',
  mdy: 'Monat zuerst: 12/31/2026',
  ymd: 'Jahr zuerst: 2026/12/31',
};

export const decimals: Wording<typeof english.decimals> = { '.': 'Punkt: 1,234.56', ',': 'Komma: 1.234,56' };

export const scales: Wording<typeof english.scales> = {
  1: 'Einheiten, sofern keine Überschrift anderes sagt',
  1000: 'Tausend',
  1000000: 'Millionen',
};

export const roles: Wording<typeof english.roles> = {
  deals: 'Deals',
  invoices: 'Rechnungen',
  credits: 'Gutschriften',
  schedule: 'Erlösplan',
  receipts: 'Zahlungseingänge',
  customers: 'Kunden',
  owners: 'Verantwortliche',
  rates: 'Wechselkurse',
  ignore: 'Nicht verwendet',
};
