/** Ein Lauf: Klassen, Behandlungen, Meldungen, Änderungen, und warum eine Einstellung so ist. */

import type { Phrases } from '../phrasebook';

const WORDS = {
  Definition: 'Definition',
  Timing: 'Zeitlich',
  'Data quality': 'Datenqualität',
  Unexplained: 'Ungeklärt',
  Expected: 'Erwartet',
  Watch: 'Beobachten',
  Act: 'Handeln',
  High: 'Hoch',
  Medium: 'Mittel',
  Low: 'Niedrig',
  Open: 'Offen',
  'In review': 'In Prüfung',
  Waiting: 'Wartet',
  Accepted: 'Akzeptiert',
  Resolved: 'Erledigt',
  Reopened: 'Wieder offen',
  stated: 'angegeben',
  inferred: 'erschlossen',
  assumed: 'angenommen',
  Booked: 'Gebucht',
  Invoiced: 'Fakturiert',
  Recognised: 'Erlös realisiert',
  'Recognised (derived)': 'Erlös realisiert (abgeleitet)',
  Cash: 'Zahlungseingang',
  booked: 'gebucht',
  invoiced: 'fakturiert',
  recognised: 'realisiert',
  cash: 'Zahlungseingang',
  '{left!} less {right!}': '{left} minus {right}',
} satisfies Phrases;

const DECISIONS = {
  'decision on {match}': 'Entscheidung zu {match}',
  'alias from {from} to {to}': 'Alias von {from} zu {to}',
  'An alias has no names and is not used; see Definitions.':
    'Ein Alias hat keine Namen und wird nicht verwendet; siehe „Definitions“.',
  'The alias from {from} has no name under To and is not used; see Definitions.':
    'Der Alias von {from} hat unter „To“ keinen Namen und wird nicht verwendet; siehe „Definitions“.',
  'The alias to {to} has no name under From and is not used; see Definitions.':
    'Der Alias zu {to} hat unter „From“ keinen Namen und wird nicht verwendet; siehe „Definitions“.',
  'Further unfinished aliases that are not used: {count}; see Definitions.':
    'Weitere unvollständige Aliase, die nicht verwendet werden: {count}; siehe „Definitions“.',
  'The {which!} leads back to itself and is not used; see Definitions.':
    '{which}: führt auf sich selbst zurück und wird nicht verwendet; siehe „Definitions“.',
  'The {which!} asks for {asked}; {carried} is open on both sides and was taken.':
    '{which}: verlangt sind {asked}; auf beiden Seiten offen und genommen sind {carried}.',
  'The {which!} asks for {asked}; none of it is open on both sides.':
    '{which}: verlangt sind {asked}; nichts davon ist auf beiden Seiten offen.',
  'The {which!} is not used: nothing is open on both sides.':
    '{which}: wird nicht verwendet; auf beiden Seiten ist nichts offen.',
  'The {which!} names another currency than the document’s; what is open was taken.':
    '{which}: nennt eine andere Währung als die des Belegs; genommen wurde, was offen ist.',
  'The {which!} was typed in two ways; the last one holds.': '{which}: auf zwei Arten eingegeben; die letzte gilt.',
  'The {which!} does not hold: later ones say otherwise.': '{which}: gilt nicht; spätere sagen etwas anderes.',
  'The {which!} does not hold: the {instead!} holds instead.': '{which}: gilt nicht; stattdessen gilt: {instead}.',
  '1 more decision does not hold as it was typed; see Matches.':
    '1 weitere Entscheidung gilt nicht so, wie sie eingegeben wurde; siehe „Matches“.',
  '{n} more decisions do not hold as they were typed; see Matches.':
    '{n} weitere Entscheidungen gelten nicht so, wie sie eingegeben wurden; siehe „Matches“.',
} satisfies Phrases;

const MESSAGES = {
  '{measure!}: not provided.': '{measure}: nicht vorhanden.',
  'Recognised is derived from the invoices, evenly over their service; no schedule gives it.':
    'Der realisierte Erlös ist aus den Rechnungen abgeleitet, gleichmäßig über ihre Leistung; kein Erlösplan gibt ihn an.',
  'Setting “{setting}”: “{typed}” is not allowed and was not used; see Definitions.':
    'Einstellung „{setting}“: „{typed}“ ist nicht zulässig und wurde nicht verwendet; siehe Blatt „Definitions“.',
  'There are more differences than a sheet holds: in Variances {how}.':
    'Es gibt mehr Differenzen, als ein Blatt fasst; im Blatt „Variances“ sind sie zusammengefasst.',
  '{sheet} has more rows than a sheet holds and goes on in {further}.':
    '„{sheet}“ hat mehr Zeilen, als ein Blatt fasst, und geht weiter in {further}.',
  'A check of the calculation failed: {name}. {failure}': 'Eine Kontrolle der Rechnung geht nicht auf: {name}. {failure}',
} satisfies Phrases;

/** Das Ergebnis steht; was nicht ging, und was dabei mit Eingaben und Blättern geschah. */
const WRITTEN = {
  '{refused!} ({why}). The figures stand.': '{refused} ({why}). Die Zahlen gelten.',
  'The columns chosen could not be kept for the next run': 'Die gewählten Spalten ließen sich nicht für den nächsten Lauf merken',
  'What stands in the results could not be read again': 'Was in den Ergebnissen steht, ließ sich nicht noch einmal lesen',
  'What was typed while the result was put in place could not be typed again':
    'Was während des Einsetzens des Ergebnisses eingegeben wurde, ließ sich nicht wieder eintragen',
  'Filters and sort order could not be set again': 'Filter und Sortierung ließen sich nicht wiederherstellen',
  'The tables could not be noted': 'Die Tabellen ließen sich nicht vormerken',
  'Headers could not be frozen': 'Kopfzeilen ließen sich nicht fixieren',
  'Pages could not be set up for print': 'Seiten ließen sich nicht für den Druck einrichten',
  'Source rows could not be linked': 'Quellzeilen ließen sich nicht verknüpfen',
  'The sheets could not be calculated': 'Die Blätter ließen sich nicht berechnen',
  'Summary could not be shown': '„Summary“ ließ sich nicht anzeigen',
  'What was typed into “{sheet}” while the result was put in place stands in it. Run again to take it in.':
    'Was in „{sheet}“ eingegeben wurde, während das Ergebnis eingesetzt wurde, steht darin. Starten Sie den Lauf erneut, um es zu berücksichtigen.',
  'The column “{from}” of {sheet} was found in the place of “{to}” and has that name again.':
    'Die Spalte „{from}“ in „{sheet}“ stand an der Stelle von „{to}“ und heißt wieder „{to}“.',
  'The column “{column}” of {sheet} was gone; it stands at the right end now.':
    'Die Spalte „{column}“ fehlte in „{sheet}“; sie steht jetzt am rechten Ende.',
  'There is another sheet called “{name}”; Tieout’s is called “{own}”.':
    'Es gibt ein anderes Blatt namens „{name}“; das von Tieout heißt „{own}“.',
  'The table of “{sheet}” is no table any more, so the sheet was left as it is and not read; the result is on “{own}”.':
    'Die Tabelle in „{sheet}“ ist keine Tabelle mehr; das Blatt blieb, wie es ist, und wurde nicht gelesen. Das Ergebnis steht in „{own}“.',
  '1 note whose place is gone now stands on the sheet “{sheet}”.':
    '1 Notiz, deren Platz es nicht mehr gibt, steht jetzt im Blatt „{sheet}“.',
  '{n} notes whose places are gone now stand on the sheet “{sheet}”.':
    '{n} Notizen, deren Plätze es nicht mehr gibt, stehen jetzt im Blatt „{sheet}“.',
} satisfies Phrases;

const CHANGES = {
  'Since the last run ({period}, as of {asOf}):': 'Seit dem letzten Lauf ({period}, Stichtag {asOf}):',
  'Since the last run ({from} to {to}, as of {asOf}):': 'Seit dem letzten Lauf ({from} bis {to}, Stichtag {asOf}):',
  'Nothing has changed.': 'Nichts hat sich geändert.',
  'The last run was in {currency}: its amounts are not compared.':
    'Der letzte Lauf war in {currency}: Seine Beträge werden nicht verglichen.',
  '{gap!} went from {from} to {to}.': '{gap}: von {from} auf {to}.',
  '{gap!} went from {from} to {to}, most of it by {reason!} ({amount}).':
    '{gap}: von {from} auf {to}, das meiste durch {reason} ({amount}).',
  'Setting “{setting}” went from {from} to {to}.': 'Einstellung „{setting}“: von {from} auf {to}.',
  'Exceptions: {counts!}.': 'Ausnahmen: {counts}.',
  '{n} new ({amount})': '{n} neu ({amount})',
  '{n} no longer occur ({amount})': '{n} nicht mehr vorhanden ({amount})',
  '{n} another amount or reason ({amount})': '{n} mit anderem Betrag oder Grund ({amount})',
  '{n} reopened ({amount})': '{n} wieder offen ({amount})',
  '{n} new': '{n} neu',
  '{n} no longer occur': '{n} nicht mehr vorhanden',
  '{n} another amount or reason': '{n} mit anderem Betrag oder Grund',
  '{n} reopened': '{n} wieder offen',
} satisfies Phrases;

const SETTLED = {
  default: 'Vorgabe',
  'nothing found': 'nichts gefunden',
  'none found': 'keine gefunden',
  '{why!}; without effect: {idle!}': '{why}; ohne Wirkung: {idle}',
  'auto: {why!}': 'automatisch: {why}',
  'all: {why!}': 'alle: {why}',
  'no sheet names {what!}': 'kein Blatt nennt {what}',
  '{what!} of the sheets': '{what} der Blätter',
  entities: 'Gesellschaften',
  'types of deals': 'Arten von Deals',
  'the last whole month at as-of': 'der letzte volle Monat am Stichtag',
  'the latest invoice, credit or receipt': 'die jüngste Rechnung, Gutschrift oder Zahlung',
  'the first month with data': 'der erste Monat mit Daten',
  'the currency of most invoiced amount': 'die Währung, in der am meisten fakturiert ist',
  'stages that mean won': 'Phasen, die gewonnen bedeuten',
  'statuses of issued documents': 'Status gestellter Belege',
  'customers that are also entities': 'Kunden, die auch Gesellschaften sind',
  '0.5 % of the larger of booked and invoiced in the period, one significant figure':
    '0,5 % des größeren Werts aus gebucht und fakturiert im Zeitraum, auf eine Stelle gerundet',
  '90th percentile of {of!}, kept between 15 and 60': '90. Perzentil: {of}, begrenzt auf 15 bis 60',
  'days from close to the first invoice': 'Tage vom Abschluss bis zur ersten Rechnung',
  'days from invoice to receipt': 'Tage von der Rechnung bis zum Zahlungseingang',
  'it counts only for a calendar of weeks': 'zählt nur bei einem Wochenkalender',
  'no deal states its term': 'kein Deal nennt seine Laufzeit',
  'no deal says when it was signed': 'kein Deal sagt, wann er unterschrieben wurde',
  'no deal says when it starts': 'kein Deal sagt, wann er beginnt',
  'no deal says what was there before': 'kein Deal sagt, was vorher galt',
  'no invoice states its tax': 'keine Rechnung nennt ihre Steuer',
  'no invoice has a posting date': 'keine Rechnung hat ein Buchungsdatum',
  'no invoice tells such lines': 'keine Rechnung kennzeichnet solche Positionen',
  'a schedule is read, and the two are not mixed': 'ein Erlösplan wird gelesen, und beides wird nicht vermischt',
  'no receipt states a fee': 'kein Zahlungseingang nennt eine Gebühr',
  'no revenue needs a rate of the table': 'kein Erlös braucht einen Kurs der Tabelle',
} satisfies Phrases;

export const RUN: Phrases = { ...WORDS, ...DECISIONS, ...MESSAGES, ...WRITTEN, ...CHANGES, ...SETTLED };
