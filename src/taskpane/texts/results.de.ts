/** Der letzte Schritt: Zahlen und der Weg zu ihnen. */

import { count } from './count.de';
import type * as english from './results.en';
import type { Wording } from './wording';

export const results: Wording<typeof english.results> = {
  heading: 'Ergebnisse',
  period: (from, to) => `${from} bis ${to}`,
  of: (period, asOf) => `${period}, Stichtag ${asOf}`,
  totals: 'Summen',
  notProvided: 'nicht vorhanden',
  gaps: 'Differenzen',
  expected: 'Erwartet',
  toSettle: 'Zu klären',
  unexplained: 'davon ungeklärt',
  byClass: (title) => `${title} nach Klasse`,
  classItems: (n, shown) => count(n, 'Posten', 'Posten', shown),
  ties: 'Jeder Betrag ist zugeordnet, jede Zeile ist erfasst.',
  doesNotTie: 'Eine Kontrolle geht nicht auf.',
  identityBroken:
    'Die Teile einer Differenz ergeben nicht ihre Summe; was nicht aufgeht, steht unten. Verwenden Sie diese Zahlen nicht.',
  untied: (sources) =>
    `Zeilen oder Beträge von ${sources.join(', ')} sind nicht vollständig erfasst. Sehen Sie sich die Kontrollsummen an, bevor Sie diese Zahlen verwenden.`,
  openTieOut: 'Blatt „Summary“ öffnen',
  exceptions: 'Zu klären',
  noExceptions: 'Nichts ist offen.',
  leftOut: (n, shown) => `${count(n, 'Zeile', 'Zeilen', shown)} in keiner Größe`,
  messages: 'Lesen Sie dies zuerst',
  changes: 'Was sich seit dem letzten Lauf geändert hat',
  sheets: 'In der Arbeitsmappe öffnen',
  runAgain: 'Erneut abstimmen',
  review: 'Prüfung',
  remove: 'Ergebnisse entfernen',
  bridge: (left, right) => `Von ${left} zu ${right}`,
  showFigure: (word, amount) => `${word} ${amount}: im Blatt anzeigen`,
  showClass: (reasonClass, title) => `${reasonClass}: in ${title} anzeigen`,
  byPriority: 'Nach Priorität',
  byReasonClass: 'Nach Klasse',
  exceptionCount: 'Ausnahmen',
  amount: 'Betrag',
  showExceptions: (word) => `${word}: die erste anzeigen`,
  ranOn: (day) => `Dies ist das Ergebnis des Laufs vom ${day}.`,
  ranBefore: 'Dies ist das Ergebnis des letzten Laufs.',
  comparing: 'Die Blätter werden gelesen, um zu sehen, ob sie sich seither geändert haben.',
  notCompared: 'Stimmen Sie erneut ab, um zu sehen, ob sich etwas geändert hat.',
  unchanged: 'Die Quellen haben sich seither nicht geändert.',
  changed: (sources) => `Seither geändert: ${sources.join(', ')}. Stimmen Sie erneut ab, um die Folgen zu sehen.`,
  changedMeanwhile: 'Die Quellen haben sich seither geändert. Stimmen Sie erneut ab, um die Folgen zu sehen.',
  done: (lines, open) => `Fertig. ${lines} Zeilen, ${open} Ausnahmen zu klären.`,
};
