/** Lesen: woran Rolle und Spalten erkannt wurden, Fragen mit ihren Antworten, und was einen Lauf verhindert. */

import type { Phrases } from '../phrasebook';

const RECOGNISED = {
  'its name': 'sein Name',
  'its title': 'sein Titel',
  '{n} header': '{n} Überschrift',
  '{n} headers': '{n} Überschriften',
  '{n} months across': '{n} Monate nebeneinander',
  'what stands below': 'was darunter steht',
  'nothing in particular': 'nichts Bestimmtes',
  'as set': 'wie eingestellt',
  'as set, and by {reasons!}': 'wie eingestellt, und: {reasons}',
  'as set, or by ids of another sheet': 'wie eingestellt, oder durch Nummern eines anderen Blatts',
  'no row looks like a header': 'keine Zeile sieht wie eine Überschrift aus',
  'revenue by quarter, not by month': 'Erlöse nach Quartalen, nicht nach Monaten',
  'no columns of a source were found': 'keine Spalten einer Quelle wurden gefunden',
  'header “{header}”': 'Überschrift „{header}“',
  'header “{header}”, though few values below fit': 'Überschrift „{header}“, obwohl darunter nur wenige Werte passen',
  'header “{header}”; “{other}” could be it as well': 'Überschrift „{header}“; „{other}“ könnte es auch sein',
  'headings between the rows': 'Zwischenüberschriften',
  '{reason!}, and the title says so': '{reason}, und der Titel sagt es',
  'dates below': 'Daten darunter',
  'amounts below': 'Beträge darunter',
  'quantity × unit price = amount': 'Menge × Einzelpreis = Betrag',
  'net + tax = gross holds only this way round': 'nur so herum gilt netto + Steuer = brutto',
  '“won” and “lost” stand under “{header}”': '„won“ und „lost“ stehen unter „{header}“',
  '{reason!}, and nothing else names the customer': '{reason}, und nichts anderes nennt den Kunden',
  '{reason!}, beside one with tax': '{reason}, neben einer mit Steuer',
  '{reason!}, beside the number of an order': '{reason}, neben der Nummer eines Auftrags',
  '{reason!}, beside the customer’s name': '{reason}, neben dem Namen des Kunden',
  '{reason!}, beside days overdue': '{reason}, neben den Tagen der Überfälligkeit',
  '{reason!}, and there is no other number': '{reason}, und es gibt keine andere Nummer',
  '{reason!}, one for each customer': '{reason}, eine je Kunde',
} satisfies Phrases;

const QUESTIONS = {
  'Dates such as {example}: does the day or the month come first?': 'Daten wie {example}: Steht der Tag oder der Monat vorn?',
  'Some dates can only be day first, others only month first. Which is meant? The others will be listed as unreadable.':
    'Einige Daten beginnen sicher mit dem Tag, andere sicher mit dem Monat. Was ist gemeint? Die anderen werden als nicht lesbar aufgeführt.',
  'Amounts such as {example}: which mark is the decimal one?':
    'Beträge wie {example}: Welches Zeichen trennt die Nachkommastellen?',
  'Some amounts have a decimal point, others a decimal comma. Which is meant? The others will be listed as unreadable.':
    'Einige Beträge haben einen Dezimalpunkt, andere ein Dezimalkomma. Was ist gemeint? Die anderen werden als nicht lesbar aufgeführt.',
  'Which currency does “{mark}” mean here?': 'Welche Währung bedeutet hier „{mark}“?',
  'No column says which currency these amounts are in. Which is it?':
    'Keine Spalte sagt, in welcher Währung diese Beträge sind. Welche ist es?',
  'Is the tax in the amount? The column “amount” has a tax column beside it, and no sum tells.':
    'Enthält der Betrag die Steuer? Neben der Betragsspalte steht eine Steuerspalte, und keine Summe verrät es.',
  'Amounts are given converted, or with a rate. Into which currency?':
    'Die Beträge sind umgerechnet oder mit einem Kurs angegeben. In welche Währung?',
  'What is this sheet? It looks like {role!}.': 'Was ist dieses Blatt? Es sieht aus wie: {role}.',
  '{role!} or {other!}': '{role} oder {other}',
  'What is this sheet? It was left out before, with another header; now it looks like {role!}.':
    'Was ist dieses Blatt? Mit einer anderen Überschrift wurde es bisher ausgelassen; jetzt sieht es aus wie: {role}.',
  'What is this sheet? It holds dates and amounts, but nothing tells what it lists.':
    'Was ist dieses Blatt? Es enthält Daten und Beträge, aber nichts sagt, was es auflistet.',
  'Which column is {field!}: {names} or {last}?': 'Welche Spalte ist {field}: {names} oder {last}?',
  'No row looks like a header: the columns were told by what stands in them. The first row is “{row}”. Is it a record, and are the columns right?':
    'Keine Zeile sieht wie eine Überschrift aus: Die Spalten wurden an ihrem Inhalt erkannt. Die erste Zeile ist „{row}“. Ist sie ein Datensatz, und stimmen die Spalten?',
  'Rows stand under headings such as {names}. What do these name?':
    'Zeilen stehen unter Zwischenüberschriften wie {names}. Was benennen diese?',
  '“{id}” stands on several rows with the same amount. Is this its whole amount, said again on each row?':
    '„{id}“ steht auf mehreren Zeilen mit demselben Betrag. Ist das der ganze Betrag, auf jeder Zeile wiederholt?',
  '“{id}” stands on several rows with different amounts. What is a row?':
    '„{id}“ steht auf mehreren Zeilen mit verschiedenen Beträgen. Was ist eine Zeile?',
  'The columns name months without a year, from “{label}” on. Which month is “{same}”?':
    'Die Spalten nennen Monate ohne Jahr, ab „{label}“. Welcher Monat ist „{same}“?',
  'These are entries of a journal. Which account is revenue?':
    'Das sind Buchungen eines Journals. Welches Konto ist das Erlöskonto?',
} satisfies Phrases;

const ANSWERS = {
  'day first (31/12/2026)': 'Tag zuerst (31/12/2026)',
  'month first (12/31/2026)': 'Monat zuerst (12/31/2026)',
  'year first (26/12/31)': 'Jahr zuerst (26/12/31)',
  'point: 1.234 is a little more than one': 'Punkt: 1.234 ist etwas mehr als eins',
  'comma: 1.234 is one thousand two hundred and thirty-four': 'Komma: 1.234 ist eintausendzweihundertvierunddreißig',
  'no, the amount is net of tax': 'nein, der Betrag ist netto',
  'yes, the amount includes tax': 'ja, der Betrag enthält die Steuer',
  'none of these: leave the converted amounts and the rate unused': 'keine davon: umgerechnete Beträge und Kurs nicht verwenden',
  'leave it out': 'auslassen',
  deals: 'Deals',
  invoices: 'Rechnungen',
  credits: 'Gutschriften',
  schedule: 'Erlösplan',
  receipts: 'Zahlungseingänge',
  owners: 'Verantwortliche',
  rates: 'Wechselkurse',
  'the amount': 'der Betrag',
  'the amount without tax': 'der Betrag ohne Steuer',
  'the amount with tax': 'der Betrag mit Steuer',
  'the date': 'das Datum',
  'the number': 'die Nummer',
  'the customer': 'der Kunde',
  'the month': 'der Monat',
  '{name} (column {letters})': '{name} (Spalte {letters})',
  '{name} (column {letters}, such as {example})': '{name} (Spalte {letters}, zum Beispiel {example})',
  'yes, there is no header; use the columns as they were told': 'ja, es gibt keine Überschrift; Spalten wie erkannt verwenden',
  'no, the first row is the header': 'nein, die erste Zeile ist die Überschrift',
  customers: 'Kunden',
  'account owners': 'Kundenverantwortliche',
  'groups of customers': 'Kundengruppen',
  'our own entities': 'eigene Gesellschaften',
  'nothing that is needed': 'nichts, was gebraucht wird',
  'a document’s whole amount, said again: count it once': 'der ganze Betrag eines Belegs, wiederholt: einmal zählen',
  'a part of a document: add the parts up': 'ein Teil eines Belegs: die Teile addieren',
  'a document of its own': 'ein eigener Beleg',
} satisfies Phrases;

const OBSTACLES = {
  'No sheet of deals was found. Choose the sheet that holds the won deals of your CRM.':
    'Kein Blatt mit Deals gefunden. Wählen Sie das Blatt mit den gewonnenen Deals Ihres CRM.',
  'No sheet of invoices was found. Choose the sheet that holds the issued invoices.':
    'Kein Blatt mit Rechnungen gefunden. Wählen Sie das Blatt mit den gestellten Rechnungen.',
  '“{sheet}” has no rows below its header. Leave it out, or choose another sheet.':
    '„{sheet}“ hat keine Zeilen unter der Überschrift. Lassen Sie es aus oder wählen Sie ein anderes Blatt.',
  'No column of amounts was found in “{sheet}”. Choose the column that holds them.':
    'In „{sheet}“ wurde keine Betragsspalte gefunden. Wählen Sie die Spalte mit den Beträgen.',
  'No column of dates was found in “{sheet}”. Choose the column that holds them.':
    'In „{sheet}“ wurde keine Datumsspalte gefunden. Wählen Sie die Spalte mit den Daten.',
  '“{sheet}” gives revenue by quarter ({names} …), which does not tell its months. Export it by month, or leave it out.':
    '„{sheet}“ gibt Erlöse nach Quartalen an ({names} …), also nicht nach Monaten. Exportieren Sie sie nach Monaten oder lassen Sie das Blatt aus.',
} satisfies Phrases;

const LEFT_OUT = {
  'not won': 'nicht gewonnen',
  'draft, void, deleted': 'Entwurf, storniert, gelöscht',
  'quote or pro-forma': 'Angebot oder Proforma',
  'intercompany, internal, test': 'konzernintern, intern, Test',
  'total, subtotal, footer': 'Summe, Zwischensumme, Fußzeile',
  'repeat of a document': 'Wiederholung eines Belegs',
  'repeated export row': 'doppelt exportierte Zeile',
  'another entity': 'andere Gesellschaft',
  'deal type not counted': 'nicht gezählte Art von Deal',
  'not from a customer': 'nicht von einem Kunden',
  'after as-of': 'nach dem Stichtag',
  'no date': 'ohne Datum',
  'no rate': 'ohne Kurs',
  'currency unknown': 'Währung unbekannt',
  unreadable: 'nicht lesbar',
} satisfies Phrases;

export const READING: Phrases = { ...RECOGNISED, ...QUESTIONS, ...ANSWERS, ...OBSTACLES, ...LEFT_OUT };
