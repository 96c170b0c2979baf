/** Was schiefgehen kann, und was dann zu tun ist. */

import type { Phrases } from '../phrasebook';

export const TROUBLES = {
  'Excel does not let Tieout write: a sheet or the workbook is protected, or the file is read-only.':
    'Excel lässt Tieout nicht schreiben: Ein Blatt oder die Arbeitsmappe ist geschützt, oder die Datei ist schreibgeschützt.',
  'Unprotect it under Review, or save a copy that can be edited, and run again.':
    'Heben Sie den Schutz unter „Überprüfen“ auf oder speichern Sie eine bearbeitbare Kopie, und starten Sie den Lauf erneut.',
  'Excel refused a request because it was too large.': 'Excel hat eine Anfrage abgelehnt, weil sie zu groß war.',
  'Shorten very long texts in the sources and run again.':
    'Kürzen Sie sehr lange Texte in den Quellen und starten Sie den Lauf erneut.',
  'Excel did not answer.': 'Excel hat nicht geantwortet.',
  'Nobody can tell whether it did what it was asked last. See whether Excel answers now, then close the pane, open it again and look at what stands in the sheets.':
    'Ob Excel den letzten Auftrag ausgeführt hat, lässt sich nicht sagen. Prüfen Sie, ob Excel jetzt antwortet, schließen und öffnen Sie dann den Bereich und sehen Sie nach, was in den Blättern steht.',
  'Excel stopped answering.': 'Excel antwortet nicht mehr.',
  'Check that the workbook is still open, close the pane, open it again and run again.':
    'Prüfen Sie, ob die Arbeitsmappe noch geöffnet ist, schließen und öffnen Sie den Bereich und starten Sie den Lauf erneut.',
  'Excel is busy.': 'Excel ist beschäftigt.',
  'Wait until it has finished what it is doing, then run again.':
    'Warten Sie, bis Excel fertig ist, und starten Sie den Lauf dann erneut.',
  'A cell is being edited.': 'Eine Zelle wird gerade bearbeitet.',
  'Press Enter or Esc to leave the cell, then try again.':
    'Verlassen Sie die Zelle mit Eingabe oder Esc und versuchen Sie es noch einmal.',
  'A sheet or table that Tieout was working with is no longer there.':
    'Ein Blatt oder eine Tabelle, mit der Tieout gearbeitet hat, ist nicht mehr da.',
  'Read the sheets again and run again.': 'Lesen Sie die Blätter neu und starten Sie den Lauf erneut.',
  'This Excel lacks something that Tieout needs.': 'Diesem Excel fehlt etwas, das Tieout benötigt.',
  'Update Excel, or use Excel on the web.': 'Aktualisieren Sie Excel oder verwenden Sie Excel im Web.',
  'Excel refused: {message}': 'Excel hat abgelehnt: {message}',
  'Your own sheets are as they were. Run again; if it happens again, read the sheets again first.':
    'Ihre eigenen Blätter sind unverändert. Starten Sie den Lauf erneut; tritt der Fehler wieder auf, lesen Sie zuerst die Blätter neu.',
  'Excel stopped answering while the result was put in place.':
    'Excel hat aufgehört zu antworten, während das Ergebnis eingesetzt wurde.',
  'Close the pane and open it again: the result is then completed.':
    'Schließen Sie den Bereich und öffnen Sie ihn erneut: Das Ergebnis wird dann vervollständigt.',
  'The workbook’s structure is protected, so Tieout cannot add its sheets.':
    'Die Struktur der Arbeitsmappe ist geschützt, daher kann Tieout seine Blätter nicht einfügen.',
  'Unprotect the workbook under Review, then run again.':
    'Heben Sie den Schutz der Arbeitsmappe unter „Überprüfen“ auf und starten Sie den Lauf erneut.',
  'The sheet “{sheet}” is protected, so Tieout cannot write its new result there.':
    'Das Blatt „{sheet}“ ist geschützt, daher kann Tieout sein neues Ergebnis dort nicht schreiben.',
  'Unprotect the sheet under Review, then run again.':
    'Heben Sie den Blattschutz unter „Überprüfen“ auf und starten Sie den Lauf erneut.',
  'The sheet “{sheet}” was changed while Tieout was reconciling, so the result would not fit it.':
    'Das Blatt „{sheet}“ wurde während der Abstimmung geändert; das Ergebnis würde nicht dazu passen.',
  'Run again to reconcile the sheet as it is now.': 'Starten Sie den Lauf erneut, um das Blatt im jetzigen Stand abzustimmen.',
  'Somebody worked in the sheet “{sheet}” while Tieout was reconciling. The sheet was left as it is.':
    'Jemand hat während der Abstimmung im Blatt „{sheet}“ gearbeitet. Das Blatt wurde belassen, wie es ist.',
  'Run again: the new result then takes in what was done there.':
    'Starten Sie den Lauf erneut: Das neue Ergebnis übernimmt dann, was dort geändert wurde.',
  'The {sheet} sheet was sorted or changed at this very moment.':
    'Das Blatt „{sheet}“ wurde genau in diesem Moment sortiert oder geändert.',
  'Somebody changed this row of the {sheet} sheet in the meantime.':
    'Diese Zeile des Blatts „{sheet}“ wurde in der Zwischenzeit geändert.',
  'Nothing was written. Select the row again to see what it says now, then decide anew.':
    'Es wurde nichts geschrieben. Wählen Sie die Zeile noch einmal aus, um ihren jetzigen Stand zu sehen, und entscheiden Sie dann neu.',
  'Nothing was written. Try again.': 'Es wurde nichts geschrieben. Versuchen Sie es noch einmal.',
  'The sheet that holds the decisions is no longer there.': 'Das Blatt mit den Entscheidungen ist nicht mehr da.',
  'The column “{column}” is no longer on the sheet {sheet}.': 'Die Spalte „{column}“ steht nicht mehr im Blatt {sheet}.',
  'The row of this match is no longer on the Matches sheet.': 'Die Zeile dieser Zuordnung steht nicht mehr im Blatt „Matches“.',
  'This alias is no longer on the Definitions sheet.': 'Dieser Alias steht nicht mehr im Blatt „Definitions“.',
  'The row of this exception is no longer on the Exceptions sheet.':
    'Die Zeile dieser Ausnahme steht nicht mehr im Blatt „Exceptions“.',
  'The column “{column}” is no longer in this workbook.': 'Die Spalte „{column}“ gibt es in dieser Arbeitsmappe nicht mehr.',
  'Run again to write it anew.': 'Starten Sie den Lauf erneut, um sie neu zu schreiben.',
  'Tieout is writing into this workbook from another pane or button.':
    'Tieout schreibt gerade von einem anderen Bereich oder einer anderen Schaltfläche aus in diese Arbeitsmappe.',
  'Wait until that has finished, then try again.':
    'Warten Sie, bis das abgeschlossen ist, und versuchen Sie es dann noch einmal.',
  'Run again, then decide anew.': 'Starten Sie den Lauf erneut und entscheiden Sie dann neu.',
  'Run again.': 'Starten Sie den Lauf erneut.',
  'The sheet “{sheet}” has cells filled all over {area}: more than Tieout can read.':
    'Im Blatt „{sheet}“ sind über {area} verstreut Zellen gefüllt: mehr, als Tieout lesen kann.',
  'Make its data a table (Ctrl+T), or delete what is not data, then read the sheets again.':
    'Machen Sie aus den Daten eine Tabelle (Strg+T) oder löschen Sie, was keine Daten sind, und lesen Sie die Blätter neu.',
  'This workbook counts its days from 1904, a setting of old Excel for Mac: Tieout cannot read or write its dates.':
    'Diese Arbeitsmappe zählt Tage ab 1904, eine Einstellung alter Excel-Versionen für Mac: Tieout kann ihre Daten weder lesen noch schreiben.',
  'Clear “Use 1904 date system” under File > Options > Advanced, add 1462 to its dates (Paste Special > Add), and read again.':
    'Deaktivieren Sie „1904-Datumswerte verwenden“ unter Datei > Optionen > Erweitert, addieren Sie 1462 zu den Daten (Inhalte einfügen > Addieren), und lesen Sie neu.',
  'The calculation stopped: its worker ended': 'Die Berechnung wurde unterbrochen: Ihr Prozess wurde beendet',
  'The calculation stopped: its worker does not answer': 'Die Berechnung wurde unterbrochen: Ihr Prozess antwortet nicht',
  'The calculation stopped: {detail}': 'Die Berechnung wurde unterbrochen: {detail}',
  'Run again; if it stops again, check the columns chosen under Sources.':
    'Starten Sie den Lauf erneut; bricht er wieder ab, prüfen Sie die unter „Quellen“ gewählten Spalten.',
  'The last run broke off before its result was in place. What it had begun was taken away; the result before it stands.':
    'Der letzte Lauf brach ab, bevor sein Ergebnis eingesetzt war. Das Begonnene wurde entfernt; das vorherige Ergebnis gilt.',
  'The last run broke off while its result was put in place. That has been completed.':
    'Der letzte Lauf brach ab, während sein Ergebnis eingesetzt wurde. Das wurde nachgeholt.',
  'The last run broke off while its result was put in place and cannot be completed. Run again.':
    'Der letzte Lauf brach ab, während sein Ergebnis eingesetzt wurde, und lässt sich nicht vervollständigen. Starten Sie den Lauf erneut.',
  'This workbook calculates only when told to: formulas in the source sheets were read as they stood. Press F9 and run again if they are out of date.':
    'Diese Arbeitsmappe rechnet nur auf Anforderung: Formeln in den Quellblättern wurden gelesen, wie sie standen. Drücken Sie F9 und starten Sie den Lauf erneut, falls sie veraltet sind.',
} satisfies Phrases;
