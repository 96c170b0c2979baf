/** Names of months and weekdays: English, German, French, Spanish, Dutch, Portuguese, Italian, Indonesian. */

import { foldText } from './text';

const MONTH_NAMES: readonly string[] = [
  'jan january januar janvier janv enero ene januari jaenner janner gennaio gen genn janeiro',
  'feb february februar feber fevrier fevr fev febrero februari febbraio febbr fevereiro pebruari',
  'mar march marz maerz mrz mars marzo maart mrt marco maret',
  'apr april avril avr abril abr aprile',
  'may mai mayo mei maggio magg mag maio',
  'jun june juni juin junio giugno giu junho',
  'jul july juli juillet juill juil julio luglio lug julho',
  'aug august aout agosto ago augustus agu agustus agt ags',
  'sep sept september septembre septiembre setiembre settembre set sett setembro',
  'oct october okt oktober octobre octubre ottobre ott outubro out',
  'nov november novembre noviembre novembro nopember',
  'dec december dez dezember decembre diciembre dic dicembre des desember dezembro',
];

const MONTH_BY_NAME = new Map(MONTH_NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)));

/** 1…12 for a month's name or its abbreviation, else null. */
export function monthNumber(word: string): number | null {
  return MONTH_BY_NAME.get(foldText(word).replace(/\.$/, '')) ?? null;
}

const WEEKDAYS = new Set(
  (
    'mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday ' +
    'mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag ' +
    'lun mar mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche ' +
    'mie jue vie sab dom lunes martes miercoles jueves viernes sabado domingo ' +
    'ma wo vr za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ' +
    'seg ter qua qui sex segunda terca quarta quinta sexta segundafeira tercafeira quartafeira quintafeira sextafeira ' +
    'gio lunedi martedi mercoledi giovedi venerdi sabato domenica ' +
    'sen sel rab kam jum min senin selasa rabu kamis jumat sabtu minggu'
  ).split(' '),
);

/** Whether a word names a day of the week, in full or abbreviated. */
export function isWeekday(word: string): boolean {
  return WEEKDAYS.has(foldText(word).replace(/[-.]/g, ''));
}
