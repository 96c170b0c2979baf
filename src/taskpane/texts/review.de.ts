/** Der dritte Schritt: Zuordnungen, über die zu entscheiden ist. */

import { dictionary } from '../../domain/dictionary';
import { count } from './count.de';
import type * as english from './review.en';
import type { Wording } from './wording';

const sure = (shown: string): string => `zu ${shown} sicher`;

/** Was ein Kunde hat, in Einzahl und Mehrzahl. */
const DOCUMENTS: Readonly<Record<string, readonly [string, string]>> = dictionary({
  deals: ['Deal', 'Deals'],
  invoices: ['Rechnung', 'Rechnungen'],
  receipts: ['Zahlungseingang', 'Zahlungseingänge'],
  revenue: ['Erlöszeile', 'Erlöszeilen'],
});

export const review: Wording<typeof english.review> = {
  heading: 'Prüfung',
  suggested: 'Vorgeschlagene Zuordnungen',
  suggestedCount: (n, shown) =>
    n === 0
      ? 'Keine Zuordnung wartet auf eine Entscheidung.'
      : `${count(n, 'Zuordnung wartet', 'Zuordnungen warten', shown)} auf eine Entscheidung, die sicherste zuerst.`,
  choices: 'Mehrere passen',
  choicesCount: (n, shown) =>
    `${count(n, 'Datensatz passt', 'Datensätze passen', shown)} zu mehreren anderen gleich gut. Keiner wurde genommen.`,
  others: 'Alle Zuordnungen',
  othersLead: 'Was zugeordnet und was abgelehnt wurde, und der nächste Kandidat zu allem, was keinen Partner gefunden hat.',
  show: 'Anzeigen',
  states: {
    suggested: 'Vorgeschlagen',
    matched: 'Sicher',
    confirmed: 'Bestätigt',
    refused: 'Abgelehnt',
    unmatched: 'Ohne Partner',
    'not linked': 'Entschieden, aber nicht mehr gefunden',
    ambiguous: 'Mehrere passen',
    stopped: 'Suche abgebrochen',
  },
  ofState: (state, shown) => `${state} (${shown})`,
  openMatches: 'Blatt „Matches“ öffnen',
  more: (shown) => `und ${shown} weitere im Blatt „Matches“`,
  showMore: (shown) => `${shown} weitere anzeigen`,
  versus: (left, right) => `${left} – ${right}`,
  sureOf: {
    suggested: sure,
    matched: sure,
    confirmed: sure,
    refused: (shown) => `wäre zu ${shown} sicher`,
    unmatched: (shown) => `nur zu ${shown} sicher`,
    'not linked': sure,
    ambiguous: sure,
    stopped: sure,
  },

  compared: (left, right) => `${left} und ${right} im Vergleich`,
  fact: 'Verglichen',
  facts: {
    name: 'Name',
    id: 'Nummer',
    identity: 'Steuernr., Web',
    documents: 'Hat',
    customer: 'Kunde',
    date: 'Datum',
    amount: 'Betrag',
    text: 'Text',
    source: 'Quelle',
  },
  documents: (what, n, shown) => {
    const [one, many] = DOCUMENTS[what.toLowerCase()] ?? [what, what];
    return count(n, one, many, shown);
  },
  differs: 'abweichend',
  otherCurrency: 'andere Währung',
  daysApart: (n, shown, isLater) => `${count(n, 'Tag', 'Tage', shown)} ${isLater ? 'später' : 'früher'}`,
  amountApart: (shown, isMore) => `${shown} ${isMore ? 'mehr' : 'weniger'}`,
  sourceOf: (name, place) => `${name} in ${place.sheet}!${place.address} anzeigen`,

  evidenceFor: 'Was dafür und was dagegen spricht',
  prior: 'Vor allen Anhaltspunkten',
  inAllSure: (shown) => `Insgesamt: zu ${shown} sicher`,
  scale: 'Jeder Gewichtspunkt verdoppelt die Chance, dass die beiden zusammengehören.',
  noEvidence: 'In diesem Lauf wurde nichts verglichen.',
  pass: (pass) => `Gefunden im Durchgang „${pass}“.`,
  runnerUp: (text) => `Nächstbester: ${text}.`,
  noRunnerUp: 'Kein anderer Kandidat kam in die Nähe.',
  against: (text) => `Nicht zugeordnet, ${text}.`,

  confirm: 'Bestätigen',
  refuse: 'Ablehnen',
  alias: 'Immer derselbe Kunde',
  aliasHint: (from, to) => `Legt einen Alias an: „${from}“ ist „${to}“, in jedem Lauf.`,
  withdraw: 'Entscheidung zurücknehmen',
  byAlias: 'Durch einen Alias im Blatt „Definitions“ geklärt.',
  deciding: (label) => `Entscheiden: ${label}`,
  alike: (shown) => `${shown} gleichartige bestätigen …`,
  alikeTitle: (shown) => `${shown} Zuordnungen bestätigen?`,
  alikeBody: (kind, pass, least) =>
    `Alle vorgeschlagenen Zuordnungen der Art „${kind}“ aus dem Durchgang „${pass}“, jede mindestens zu ${least} sicher.`,
  alikeAmounts: (amounts) => `Zusammen geht es um ${amounts}.`,
  alikeUndo: 'In jede dieser Zeilen des Blatts „Matches“ wird „confirmed“ eingetragen. „Rückgängig“ nimmt alle zurück.',
  alikeConfirm: (shown) => `${shown} bestätigen`,
  alikeLabel: (shown) => `${shown} Zuordnungen`,
  notNow: 'Jetzt nicht',

  fits: (name, n, shown) => `${name} passt auf ${count(n, 'Art', 'Arten', shown)}`,
  stoppedAt: (name) => `${name}: Die Suche wurde abgebrochen`,
  candidate: (n, of) => `Kandidat ${String(n)} von ${String(of)}`,
  why: (why) => `Warum keiner genommen wurde: ${why}.`,
  take: 'Diesen nehmen',
  takeFor: (candidate, name) => `Diesen nehmen: ${candidate} für ${name}`,
  noneOf: 'Keiner davon',
  noneOfFor: (name) => `Keiner davon für ${name}`,
  together: (names) => names.join(' + '),

  initials: {
    title: 'Ihr Kürzel',
    body: 'Es steht neben Ihren Entscheidungen und in deren Protokoll. Sie werden nur einmal gefragt.',
    label: 'Kürzel',
    go: 'Weiter',
    without: 'Leer lassen',
  },

  signed: (initials) =>
    initials === '' ? 'Entscheidungen tragen kein Kürzel.' : `Entscheidungen tragen das Kürzel „${initials}“.`,
  changeInitials: 'Ändern',
  made: (n, shown) => `${count(n, 'Entscheidung wartet', 'Entscheidungen warten', shown)} auf den nächsten Lauf.`,
  honoured: 'Die Ergebnisse beachten es.',
  gone: (n, shown) => (n === 1 ? 'Eine seiner Zeilen ist nicht mehr da.' : `${shown} seiner Zeilen sind nicht mehr da.`),
  undo: 'Rückgängig',
  undoOf: (label) => `Rückgängig: ${label}`,
  verdicts: {
    confirmed: (label) => `Bestätigt: ${label}.`,
    refused: (label) => `Abgelehnt: ${label}.`,
    alias: (label) => `Immer derselbe Kunde: ${label}.`,
    withdrawn: (label) => `Zurückgenommen: ${label}.`,
    relinked: (label) => `Anders zugeordnet: ${label}.`,
    allocated: (label) => `Beträge geschrieben: ${label}.`,
    accepted: (label) => `Akzeptiert: ${label}.`,
    status: (label) => `Status gesetzt, ${label}.`,
    noted: (label) => `Angaben gespeichert: ${label}.`,
    writtenOff: (label) => `Ausgebucht: ${label}.`,
    undone: (label) => `Rückgängig gemacht: ${label}.`,
  },

  exceptions: 'Offene Ausnahmen',
  exceptionsCount: (n, shown) =>
    n === 0 ? 'Es ist nichts zu klären.' : `${count(n, 'Ausnahme ist', 'Ausnahmen sind', shown)} zu klären.`,
  openExceptions: 'Blatt „Exceptions“ öffnen',
  results: 'Zurück zu den Ergebnissen',
};
