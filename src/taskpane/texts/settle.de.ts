/** Eine Ausnahme oder Zuordnung im Bereich klären. */

import { count } from './count.de';
import type { settle as english } from './settle.en';
import type { Wording } from './wording';

export const settle: Wording<typeof english> = {
  heading: 'Klären',
  statuses: {
    Open: 'Offen',
    'In review': 'In Prüfung',
    Waiting: 'Wartet',
    Accepted: 'Akzeptieren',
    Resolved: 'Erledigt',
  },
  now: (status) => `Status: ${status}`,
  keys: 'Tasten, solange eine dieser Schaltflächen den Fokus hat: A akzeptieren, R in Prüfung, W wartet, O offen, D erledigt, N nächste, P vorherige, U rückgängig.',
  previous: 'Vorherige',
  next: 'Nächste',
  stepped: (at, of) => `${at} von ${of} zu klären`,
  noFurther: (of, shown) =>
    of === 0 ? 'Keine sichtbare Ausnahme ist zu klären.' : `In dieser Richtung keine weitere; ${shown} sichtbare zu klären.`,
  details: 'Zuweisen, Frist, Kommentar',
  assignee: 'Zuständig',
  dueBy: 'Fällig bis',
  acceptUntil: 'Akzeptiert bis',
  comment: 'Kommentar',
  save: 'Speichern',
  statusOf: (name, status) => `${name}: ${status}`,

  writeOff: 'Ausbuchen…',
  writeOffTitle: (name) => `${name} ausbuchen?`,
  writeOffBody: (amount) =>
    `${amount} bleibt in seiner Zeile und seinem Monat; der Grund lautet dann „written off“, und der Betrag gilt als erwartet. Wächst er, kommt die Ausnahme zurück.`,
  writeOffReason: 'Grund',
  writeOffReasons: ['Rundung', 'Bankgebühren', 'Skonto abgezogen', 'Kursdifferenz', 'Nicht verfolgenswert'],
  writeOffNeedsReason: 'Nennen Sie einen Grund.',
  writeOffTooLarge: (amount, most) =>
    `${amount} ist zu groß zum Ausbuchen: höchstens ${most}, ein Fünftel der Wesentlichkeit im Blatt „Definitions“. Akzeptieren Sie die Ausnahme stattdessen.`,
  writeOffPair:
    'Ein Teil davon gleicht sich voraussichtlich von selbst aus und kann nicht ausgebucht werden. Akzeptieren Sie die Ausnahme stattdessen.',
  writeOffGo: 'Ausbuchen',

  bulk: (shown) => `Alle ${shown} akzeptieren…`,
  bulkTitle: (shown) => `${shown} Ausnahmen akzeptieren?`,
  bulkCounts: (n, shown) =>
    `${count(n, 'Ausnahme ist', 'Ausnahmen sind', shown)} in den ausgewählten sichtbaren Zeilen zu klären.`,
  bulkAmounts: (net, gross) => `Netto ${net}, brutto ${gross}.`,
  bulkUntil:
    'Nicht erforderlich. Ein Lauf zu einem späteren Stichtag öffnet sie wieder; bleibt es leer, behält jede Zeile ihr Datum.',
  bulkUndo: '„Accepted“ wird in jede Zeile des Blatts „Exceptions“ geschrieben. „Rückgängig“ nimmt alle zurück.',
  bulkNone: 'Keine der ausgewählten sichtbaren Zeilen ist zu klären.',
  bulkGo: (shown) => `${shown} akzeptieren`,
  bulkLabel: (n, shown) => count(n, 'Ausnahme', 'Ausnahmen', shown),

  relink: 'Anders zuordnen…',
  relinkTitle: 'Anders zuordnen',
  replace: 'Ersetzen',
  replaceEnd: (what, name) => `${what} ${name}`,
  replaceName: (name, documents) => `${name} (${documents})`,
  search: 'Nummer, Name, Text oder Betrag',
  searchName: 'Name, Nummer, Steuernummer oder Domain',
  candidates: (shown, all) => `${shown} von ${all}, die wahrscheinlichsten zuerst`,
  noCandidates: 'Kein Datensatz passt zu diesen Worten.',
  noNames: 'Kein anderer Name passt zu diesen Worten.',
  openOf: (amount) => `offen ${amount}`,
  anchor: (what, name, amount) => `Für ${what} ${name}, zuzuordnen sind ${amount}.`,
  anchorName: (facts) => `Für ${facts}.`,
  relinkGo: 'Zuordnen',
  relinkChoose: 'Wählen Sie einen Datensatz.',
  relinkLabel: (from, to) => `${from} → ${to}`,

  allocate: 'Beträge ändern…',
  allocateTitle: (name) => `Wie ${name} verteilt ist`,
  whole: (amount) => `Zu verteilen: ${amount}`,
  rest: (amount) => `Übrig: ${amount}`,
  amountFor: (what, name) => `${what} ${name}`,
  notAnAmount: 'Geben Sie einen Betrag ein.',
  tooMuchLeft: (name, most) => `Auf ${name} sind nur ${most} offen.`,
  tooMuchRight: (name, over) => `Zusammen ${over} mehr, als ${name} hat.`,
  wrongSign: (name) => `${name} ist in der anderen Richtung offen.`,
  allocateGo: 'Beträge schreiben',
  notHeld: 'Der zugehörige Lauf ist nicht zur Hand. Starten Sie einen neuen Lauf und versuchen Sie es dann erneut.',

  cancel: 'Jetzt nicht',
  decidedHere: 'Hier entschieden; der nächste Lauf berücksichtigt es.',
  skip: 'Überspringen',
  progress: (done, of) => `${done} von ${of} entschieden`,
  progressAmount: (amounts) => `noch zu bestätigen: ${amounts}`,
  queueKeys:
    'Tasten auf einer Zuordnung: C bestätigen, X ablehnen, S überspringen, L alle gleichartigen bestätigen, U rückgängig.',
  goThrough: 'Der Reihe nach durchgehen',
};
