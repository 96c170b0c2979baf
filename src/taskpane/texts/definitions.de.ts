/** Der zweite Schritt: Größen und Einstellungen. */

import type { SettingKind } from '../../settings/definitions';
import { count } from './count.de';
import type * as english from './definitions.en';
import { describeMeasures } from './measures.de';
import { CHOICES, NAMES, SECTIONS } from './settings.de';
import type { Wording } from './wording';

export const definitions: Wording<typeof english.definitions> = {
  heading: 'Definitionen',
  lead: 'Was die vier Größen hier bedeuten. Einmal aus den Blättern ermittelt, danach im Blatt „Definitions“ festgehalten.',
  earlier: 'In einer früheren Arbeitsmappe haben Sie anders gewählt',
  useEarlier: 'Hier verwenden',
  forgetEarlier: 'Vergessen',
  measures: {
    booked: 'Gebucht',
    invoiced: 'Fakturiert',
    recognised: 'Erlös realisiert',
    cash: 'Zahlungseingang',
  },
  derived: 'Erlös realisiert (abgeleitet)',
  notProvided: 'nicht vorhanden: kein Blatt hat diese Rolle',
  describeMeasures,
  byDefault: (n, of, shown) => (n < of ? `${shown} mit Vorgabe` : of === 1 ? 'Vorgabe' : `alle ${shown} mit Vorgabe`),
  section: (section) => SECTIONS[section],
  name: (key) => NAMES[key],
  choice: (value) => CHOICES[value] ?? value,
  about: {
    calendar: 'Wie die Monate geschnitten sind: nach dem Kalender, nach Wochen oder nach den angegebenen Monatsenden.',
    yearStarts: 'Der Monat, in dem das Geschäftsjahr beginnt, für Quartale und Jahre.',
    yearOfWeeksEnds: 'Ein solcher Tag des letzten Monats im Jahr, oder der dem Monatsende nächste.',
    entities: 'Wessen Datensätze zählen; einer, der keine Gesellschaft nennt, zählt immer.',
    dealTypes: 'Ein Deal ohne angegebene Art zählt immer.',
    amountMeans: 'Wofür der Betrag eines Deals steht.',
    bookedAs: 'Deals werden anhand ihrer Laufzeit hierauf umgerechnet.',
    taxInDeals: 'Ob der Betrag eines Deals Steuer enthält.',
    renewals: 'Nur Erhöhung: Eine Verlängerung zählt mit ihrer Änderung gegenüber dem bisherigen Betrag.',
    creditsReduceBookings: 'Ja: Eine Gutschrift, die der Deal nicht zeigt, ist zu klären.',
    invoicedAmount: 'Brutto: mit Steuer.',
    invoiceDate: 'Der Tag, der über den Monat einer Rechnung entscheidet.',
    passThrough: 'Verbrauch, Fracht und Auslagen, die weiterberechnet werden.',
    writeOffDocuments: 'Ausgleichen: Sie schließen Offenes. Mindern: Sie verringern das Fakturierte.',
    recognisedSource: 'Abgeleitet: jede Rechnung gleichmäßig über ihre Leistung verteilt, wenn kein Erlösplan gelesen wird.',
    recognisedRate: 'Welcher Wechselkurs zählt, wenn der Erlös keinen nennt.',
    cashAmount: 'Vor Gebühren: mit dem, was unterwegs einbehalten wurde.',
    ownerRule: 'Unter wessen Namen eine Zeile steht.',
    splitCredit: 'Bei einem Deal, den sich mehrere teilen: aufteilen oder ganz beim Verantwortlichen lassen.',
    customerLevel: 'Mutter: Konten stehen zusammen unter ihrer Muttergesellschaft.',
    amountUsed: 'Womit ein Betrag in die Berichtswährung umgerechnet wird.',
    acceptedInAll: 'Kleine Differenzen über diesem Anteil einer Größe werden aufgeführt.',
    suggestedInNumbers: 'Ob Zuordnungen zählen, die auf eine Entscheidung warten.',
  },
  useDefault: 'Verwenden, was die Blätter sagen',
  usedNow: (value) => `derzeit ${value}`,
  allowed: (allowed) => `Hier nicht zulässig. Zulässig: ${allowed}.`,
  describeAllowed,
  refused: (setting, typed) =>
    `„${typed}“ ist im Blatt „Definitions“ für „${setting}“ nicht zulässig; der letzte gültige Wert wird verwendet.`,
  none: 'keine',
  percent: (shown) => `${shown} %`,
  days: (n, shown) => count(n, 'Tag', 'Tage', shown),
  run: 'Abstimmen',
  runAgain: 'Erneut abstimmen',
};

/** Was eingegeben werden darf. Monate und Tage werden so eingegeben, wie das Blatt sie schreibt. */
function describeAllowed(kind: SettingKind): string {
  switch (kind.type) {
    case 'choice':
      return kind.choices.map((value) => CHOICES[value] ?? value).join(', ');
    case 'month':
      return kind.auto ? 'auto oder ein Monat (2026-03)' : 'ein Monat (2026-03)';
    case 'day':
      return kind.auto ? 'auto oder ein Datum (2026-03-31)' : 'ein Datum (2026-03-31)';
    case 'amount':
      return 'ein Betrag';
    case 'percent':
      return 'ein Prozentsatz';
    case 'days':
      return 'eine Anzahl Tage';
    case 'list':
      return kind.all === true ? 'all (alle) oder eine Liste, getrennt durch ;' : 'eine Liste, getrennt durch ;';
    case 'month ends':
      return 'eines je Monat (2026-01-30; 2026-02-27)';
    case 'currency':
      return 'ein Währungscode';
  }
}
