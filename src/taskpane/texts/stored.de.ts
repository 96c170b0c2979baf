/** Was Tieout aufbewahrt, und wie alles davon verschwindet. */

import { count } from './count.de';
import type * as english from './stored.en';
import type { Wording } from './wording';

export const stored: Wording<typeof english.stored> = {
  open: 'Was Tieout aufbewahrt',
  title: 'Was Tieout aufbewahrt',
  looking: 'Wird nachgesehen …',
  inWorkbook: 'In dieser Arbeitsmappe',
  inBrowser: 'In diesem Browser, für die nächste Arbeitsmappe',
  nothing: 'nichts',
  sheets: (names) => `${count(names.length, 'Blatt', 'Blätter')} samt dem, was dort eingetragen wurde: ${names.join(', ')}`,
  sample: (names) => `Beispieldaten: ${names.join(', ')} (was jemand geändert hat, bleibt)`,
  notes: (n) =>
    `${count(n, 'Vermerk', 'Vermerke')} in ihren Einstellungen: welche Blätter von Tieout sind, wie die Quellen gelesen werden, die Zahlen des letzten Laufs`,
  layouts: (n) => `wie ${count(n, 'Aufbau', 'Aufbauten')} zu lesen ${n === 1 ? 'ist' : 'sind'}: Spaltenüberschriften, nie Zeilen`,
  definitions: (n) => `${count(n, 'Definition', 'Definitionen')} nach Ihrer Wahl`,
  initials: (initials) => `Ihr Kürzel: ${initials}`,
  welcomed: 'dass Sie gelesen haben, was Tieout tut',
  nowhere: 'Sonst wird nirgends etwas aufbewahrt. Gesendet wurde nichts.',
  warning: 'Das Entfernen lässt sich nicht rückgängig machen. Ihre eigenen Blätter bleiben unverändert.',
  remove: 'Alles entfernen',
  keep: 'Behalten',
};
