/** Worte rund um die Schritte: Titel, Schritte, Fortschritt, Hinweise, Störungen. */

import type * as english from './pane.en';
import { count } from './count.de';
import { engine } from './engine.de';
import type { Wording } from './wording';

export const pane: Wording<typeof english.pane> = {
  title: 'Tieout',
  stepsLabel: 'Schritte',
  more: 'Mehr',
  and: ' und ',
  dismiss: 'Schließen',
  cancel: 'Abbrechen',
  cancelling: 'Wird abgebrochen …',

  officeMissing: {
    what: 'Excel hat nicht geantwortet.',
    next: 'Tieout läuft in Excel. Öffnen Sie die Arbeitsmappe in Excel und starten Sie Tieout über die Registerkarte „Start“. Ist sie dort schon geöffnet, wurde die Datei office.js nicht geladen: Prüfen Sie die Verbindung und öffnen Sie den Bereich erneut.',
  },
  officeSlow: {
    what: 'Excel hat noch nicht geantwortet.',
    next: 'Tieout macht weiter, sobald Excel antwortet. Bleibt es dabei, verlassen Sie die Zelle, die gerade bearbeitet wird, prüfen Sie die Verbindung und öffnen Sie den Bereich erneut.',
  },
  hostUnsupported: {
    what: 'Dieses Excel ist zu alt für Tieout.',
    next: 'Tieout benötigt ExcelApi 1.10: Excel 2021, Microsoft 365 oder Excel im Web.',
  },
  unexpected: (detail) => ({
    what: `Etwas ist schiefgegangen: ${detail}`,
    next: 'Ihre eigenen Blätter sind unverändert. Versuchen Sie es noch einmal; tritt der Fehler erneut auf, schließen Sie den Bereich und öffnen Sie ihn neu.',
  }),
  silence: {
    what: 'Excel hat seit 10 Sekunden nicht geantwortet.',
    next: 'Vielleicht rechnet es, oder eine Zelle wird gerade bearbeitet: Drücken Sie dann dort Eingabe oder Esc. Es geht weiter, sobald Excel antwortet.',
    stop: 'Nicht länger warten',
  },
  showCell: (place) => `${place.sheet}!${place.address} anzeigen`,

  welcome: {
    title: 'Was Tieout tut',
    lines: [
      'Tieout liest die CRM- und Finanzblätter dieser Arbeitsmappe und ändert sie nie.',
      'Es ordnet Abschlüsse, Rechnungen, Umsatzpläne und Zahlungseingänge einander zu und erklärt jede Differenz auf den Cent genau.',
      'Es schreibt sieben eigene Blätter. Nichts verlässt diesen Rechner.',
    ],
    done: 'Verstanden',
    trySample: 'Mit Beispieldaten ausprobieren',
    sampleAdds:
      'Dies fügt der Arbeitsmappe vier Blätter mit erfundenen Daten hinzu und stimmt sie ab. Sie können sie wieder entfernen.',
    again: 'Was Tieout tut',
  },

  steps: {
    sources: 'Quellen',
    definitions: 'Definitionen',
    review: 'Prüfung',
    results: 'Ergebnisse',
  },
  stepLocked: {
    sources: '',
    definitions: 'sobald die Quellen geklärt sind',
    review: 'nach einem Lauf',
    results: 'nach dem ersten Lauf',
  },

  progress: {
    read: 'Blätter werden gelesen',
    'match customers': 'Kunden werden zugeordnet',
    'match invoices': 'Rechnungen werden Abschlüssen zugeordnet',
    'match receipts': 'Zahlungseingänge werden Rechnungen zugeordnet',
    explain: 'Differenzen werden erklärt',
    'plan sheets': 'Blätter werden entworfen',
    write: 'Blätter werden geschrieben',
    'add sheets': 'Beispielblätter werden hinzugefügt',
    'remove sheets': 'Blätter werden entfernt',
  },
  working: {
    sheets: 'Blätter werden gelesen',
    look: 'Spalten werden untersucht',
    define: 'Definitionen werden ermittelt',
    run: 'Abstimmung läuft',
    remove: 'Ergebnisse werden entfernt',
    decide: 'Entscheidung wird eingetragen',
    sample: 'Beispieldaten werden bearbeitet',
  },

  notice(notice) {
    switch (notice.kind) {
      case 'mended':
        return engine(notice.sentence);
      case 'cancelled':
        return notice.work === 'run' || notice.work === 'remove' || notice.work === 'sample'
          ? 'Abgebrochen. Die Arbeitsmappe ist unverändert.'
          : 'Abgebrochen.';
      case 'removed':
        return notice.sheets === 0
          ? 'Es gab keine Ergebnisse zu entfernen.'
          : `${count(notice.sheets, 'Blatt', 'Blätter')} von Tieout entfernt. Alles andere ist unverändert.`;
      case 'forgotten':
        return notice.sheets === 0
          ? 'Tieout bewahrt in dieser Arbeitsmappe und in diesem Browser nichts mehr auf.'
          : `${count(notice.sheets, 'Blatt', 'Blätter')} entfernt. Tieout bewahrt in dieser Arbeitsmappe und in diesem Browser nichts mehr auf.`;
      case 'sampleRemoved': {
        const removed = `${count(notice.sheets, 'Beispielblatt', 'Beispielblätter')} entfernt.`;
        return notice.changed.length === 0
          ? removed
          : `${removed} Seither geändert und deshalb behalten: ${notice.changed.join(', ')}.`;
      }
      case 'newQuestions':
        return 'Die Blätter haben sich geändert, und die Änderung braucht zuerst Ihre Antwort.';
    }
  },

  sample: {
    note: (sheets) => `Erfundene Beispieldaten: ${sheets.join(', ')}.`,
    remove: 'Beispieldaten entfernen',
    changedTitle: 'Auch geänderte Beispielblätter entfernen?',
    changedBody: (sheets) =>
      `${sheets.join(', ')}: Hier wurde etwas geändert, seit Tieout die Blätter hinzugefügt hat. Was dort eingetragen wurde, wird mit entfernt und lässt sich nicht wiederherstellen.`,
    removeChanged: 'Entfernen',
    keepChanged: 'Behalten',
  },

  remove: {
    title: 'Ergebnisse entfernen?',
    body: 'Dies löscht die von Tieout erstellten Blätter samt den dort eingetragenen Kommentaren, Status und Entscheidungen. Es lässt sich nicht rückgängig machen. Ihre eigenen Blätter bleiben unverändert.',
    confirm: 'Entfernen',
    keep: 'Behalten',
  },
};
