/** Was die Schaltflächen im Menüband sagen. */

import type * as english from './commands.en';
import type { Wording } from './wording';

export const commands: Wording<typeof english.commands> = {
  noResult: 'Diese Arbeitsmappe enthält noch kein Ergebnis.',
  openFirst: 'Öffnen Sie Tieout über die Registerkarte „Start“ und stimmen Sie zuerst ab.',
  noneOpen: 'Keine sichtbare Ausnahme ist noch zu klären.',
  noneAfter: 'Dies ist die letzte sichtbare Ausnahme, die zu klären ist.',
  noneBefore: 'Dies ist die erste sichtbare Ausnahme, die zu klären ist.',
  questions: 'Die Blätter lassen sich nicht abstimmen, bevor Sie eine Frage beantwortet haben.',
  openPane: 'Öffnen Sie Tieout über die Registerkarte „Start“: Dort stehen die Fragen.',
};
