/** Worte zur Erklärung einer Auswahl. */

import { count } from './count.de';
import type * as english from './explain.en';
import type { Wording } from './wording';

export const explain: Wording<typeof english.explain> = {
  heading: 'Was dahintersteht',
  open: 'Auswahl erklären',
  back: (step) => `Zurück zu ${step}`,
  pin: 'Beibehalten, während ich andere Zellen auswähle',
  waiting: {
    reading: 'Die Blätter werden gelesen. Die Erklärung folgt.',
    holding: 'Die Ergebnisse werden noch einmal berechnet, ohne etwas zu schreiben. Die Arbeitsmappe bleibt benutzbar.',
    questions: 'Eine Frage zu den Blättern ist offen. Beantworten Sie sie unter „Quellen“; dann lässt sich die Auswahl erklären.',
    nothing: 'Hinter dieser Zelle steht nichts.',
  },
  nothingNext: {
    ours: 'Wählen Sie eine Zeile aus Reconciliation, Variances, Exceptions oder Matches oder eine Zahl aus Summary.',
    source: 'Wählen Sie eine Zeile mit Daten.',
    other: 'Wählen Sie eine Zeile der Ergebnisse oder eines Blatts, das Tieout gelesen hat.',
    drawing: 'Ein Diagramm oder Bild ist ausgewählt. Wählen Sie eine Zelle.',
  },
  toSources: 'Zu den Quellen',
  unknown: (n, shown) =>
    n === 1
      ? 'Diese Zeile ist nicht im letzten Lauf: Sie wurde eingetippt, kopiert, oder ihre Quelle fehlt.'
      : `${shown} dieser Zeilen sind nicht im letzten Lauf: Sie wurden eingetippt, kopiert, oder ihre Quellen fehlen.`,
  changed:
    'Eine Quelle hat sich seit dem Lauf geändert. Sie sehen den Stand von damals; ein neuer Lauf bringt ihn auf den heutigen.',
  otherRun:
    'Quellen oder Entscheidungen haben sich geändert, seit die Ergebnisse geschrieben wurden. Ein neuer Lauf bringt sie auf den heutigen Stand.',
  rows: (rows, shown) => count(rows, 'Zeile', 'Zeilen', shown),
  omitted: (shown, omitted) => `Die ersten ${shown} Zeilen werden betrachtet; ${omitted} weitere sind ausgewählt.`,
  lines: (n, shown) => count(n, 'Zeile', 'Zeilen', shown),
  more: (n) => `${n} weitere`,
  months: (from, to) => (from === to ? from : `${from} bis ${to}`),
  noOwner: 'ohne Verantwortliche',
  figures: 'Gebucht, fakturiert, realisiert, eingegangen',

  bridge: 'Von einer Größe zur nächsten',
  bridgeDescription: (left, right, steps) =>
    `Eine Brücke in ${count(steps, 'Schritt', 'Schritten')} von ${left} zu ${right}. Die Tabelle darunter nennt die Zahlen.`,
  step: 'Schritt',
  amount: 'Betrag',
  noDifference: 'Keine Differenz, und nichts, was sich ausgleicht.',

  sentences: 'In Worten',
  exceptions: 'Ausnahmen',
  exception: 'Ausnahme',
  exceptionCount: (n, shown) => count(n, 'Ausnahme', 'Ausnahmen', shown),
  reasonClass: 'Klasse',
  exceptionOf: (reason, customer) => (customer === '' ? reason : `${reason} · ${customer}`),
  present: 'Jetziger Wert',
  proposed: 'Vorgeschlagener Wert',
  fixIn: 'Zu berichtigen in',
  action: 'Was zu tun ist',
  evidence: 'Warum',
  priority: 'Priorität',
  priorityAndAge: (priority, days, shown) => `${priority} · ${count(days, 'Tag', 'Tage', shown)} alt`,
  history: 'Verlauf',
  firstSeen: 'Zuerst gesehen',
  lastSeen: 'Zuletzt gesehen',
  status: 'Status',
  assignee: 'Zuständig',
  dueBy: 'Fällig am',
  acceptUntil: 'Akzeptiert bis',
  comment: 'Kommentar',
  resolution: 'Erledigung',
  closedOn: 'Geschlossen am',
  whatChanged: 'Was sich geändert hat',

  documents: 'Belege dahinter',
  roles: { deal: 'Deals', invoice: 'Rechnungen und Gutschriften', revenue: 'Erlöse', receipt: 'Zahlungseingänge' },
  tooMany: (lines) => `Wählen Sie bis zu ${lines} Zeilen, um deren Belege zu sehen.`,
  showSource: (name, place) => `${name} in ${place} anzeigen`,

  matches: 'Wie sie zugeordnet wurden',

  sourceRow: (sheet, row) => `${sheet}, Zeile ${row}`,
  sourceRows: (sheet, n, shown) => `${sheet}, ${count(n, 'Zeile', 'Zeilen', shown)}`,
  whereItWent: 'Wohin sie ging',
  became: (what, name) => `Gelesen als ${what} ${name}.`,
  leftOut: (cause) => `Ausgelassen: ${cause}.`,
  causes: {
    'not-won': 'der Deal ist nicht gewonnen',
    status: 'Entwurf, storniert oder gelöscht',
    quote: 'Angebot oder Proforma',
    internal: 'konzernintern, intern oder ein Test',
    total: 'Summe, Zwischensumme oder Fußzeile',
    'repeat-document': 'wiederholt einen Beleg, der einmal zählt',
    'repeat-row': 'wiederholt eine exportierte Zeile',
    entity: 'gehört zu einer anderen Gesellschaft',
    'deal-type': 'diese Art von Deal zählt nicht',
    'not-customer': 'das Geld kommt nicht von einem Kunden',
    'after-as-of': 'liegt nach dem Stichtag',
    'no-date': 'hat kein Datum',
    'no-rate': 'für die Währung gibt es keinen Kurs',
    'no-currency': 'die Währung ist unbekannt',
    unreadable: 'nicht lesbar',
  },
  decidedBy: (text, address) => `In der Zelle ${address} steht „${text}“.`,
  list: {
    customers: 'Eine Kundenliste: Sie sagt, wer wer ist, und zählt in keiner Größe.',
    owners: 'Eine Liste der Verantwortlichen: Sie sagt, wer wer ist, und zählt in keiner Größe.',
    rates: 'Eine Liste von Wechselkursen: Sie wird nachgeschlagen und zählt in keiner Größe.',
  },
  notRead: 'Kein Datensatz: Kopfzeile, Titel, leere Zeile oder eine Zeile, die seit dem Lauf hinzukam.',
  noLine: 'Sie steht auf keiner Zeile des Zeitraums.',
};
