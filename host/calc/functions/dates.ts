/** Days and times. */
import { serialNow } from '../../workbook/clock';
import { dateOf, daysInMonth, LAST_SERIAL, serialOf } from '../../workbook/dates';
import { readDateTime } from '../../workbook/dateEntry';
import type { ErrorValue } from '../../workbook/model';
import { NUM_ERROR, VALUE_ERROR } from '../coercion';
import { ofNumbers, ofOperands, ofText, type FunctionTable } from './define';

const isDay = (serial: number): boolean => serial >= 0 && serial < LAST_SERIAL + 1;

const partOf = (read: (serial: number) => number): ReturnType<typeof ofNumbers> =>
  ofNumbers(1, 1, (serial = 0) => (isDay(serial) ? read(serial) : NUM_ERROR));

/** The same day so many months on, or the month's last where it has no such day. */
function monthsOn(serial: number, months: number, day: (own: number, last: number) => number): number | ErrorValue {
  if (!isDay(serial)) return NUM_ERROR;
  const from = dateOf(serial);
  const count = from.year * 12 + from.month - 1 + Math.trunc(months);
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  if (year < 1900 || year > 9999) return NUM_ERROR;
  return serialOf(year, month, day(from.day, daysInMonth(year, month))) ?? NUM_ERROR;
}

/** Two-digit years count from 1900, as `DATE` takes them. */
function date(year: number, month: number, day: number): number | ErrorValue {
  const whole = Math.trunc(year);
  if (whole < 0 || whole > 9999) return NUM_ERROR;
  return serialOf(whole < 1900 ? whole + 1900 : whole, Math.trunc(month), Math.trunc(day)) ?? NUM_ERROR;
}

/** Place of the first day of the week, by `WEEKDAY`'s second argument. */
const FIRST_WEEKDAY: ReadonlyMap<number, number> = new Map([
  [1, 0],
  [2, 1],
  [3, 1],
  [11, 1],
  [12, 2],
  [13, 3],
  [14, 4],
  [15, 5],
  [16, 6],
  [17, 0],
]);

function weekday(serial: number, kind: number): number | ErrorValue {
  const first = FIRST_WEEKDAY.get(Math.trunc(kind));
  if (first === undefined || !isDay(serial)) return NUM_ERROR;
  // Serial 1, a Sunday to Excel, was in truth a Monday; from March 1900 on both agree.
  const fromSunday = (Math.floor(serial) + 6) % 7;
  const place = (fromSunday - first + 7) % 7;
  return kind === 3 ? place : place + 1;
}

const clockTime = (serial: number): number => Math.round((serial - Math.floor(serial)) * 86_400) % 86_400;

/** Days by twelve months of thirty, the American way or the European. */
function days360(from: number, to: number, european: number): number | ErrorValue {
  if (!isDay(from) || !isDay(to)) return NUM_ERROR;
  const one = dateOf(from);
  const other = dateOf(to);
  const isLastFebruary = ({ year, month, day }: typeof one): boolean => month === 2 && day === daysInMonth(year, 2);
  let first = one.day;
  let last = other.day;
  if (european !== 0) {
    first = Math.min(30, first);
    last = Math.min(30, last);
  } else {
    if (isLastFebruary(one)) {
      if (isLastFebruary(other)) last = 30;
      first = 30;
    }
    if (last === 31 && first >= 30) last = 30;
    if (first === 31) first = 30;
  }
  return (other.year - one.year) * 360 + (other.month - one.month) * 30 + last - first;
}

export const dateFunctions: FunctionTable = {
  DATE: ofNumbers(3, 3, (year = 0, month = 0, day = 0) => date(year, month, day)),
  YEAR: partOf((serial) => dateOf(serial).year),
  MONTH: partOf((serial) => dateOf(serial).month),
  DAY: partOf((serial) => dateOf(serial).day),
  HOUR: partOf((serial) => Math.floor(clockTime(serial) / 3600)),
  MINUTE: partOf((serial) => Math.floor(clockTime(serial) / 60) % 60),
  SECOND: partOf((serial) => clockTime(serial) % 60),
  TIME: ofNumbers(3, 3, (hour = 0, minute = 0, second = 0) => {
    const seconds = Math.trunc(hour) * 3600 + Math.trunc(minute) * 60 + Math.trunc(second);
    return seconds < 0 ? NUM_ERROR : (seconds % 86_400) / 86_400;
  }),
  EDATE: ofNumbers(2, 2, (serial = 0, months = 0) => monthsOn(serial, months, (own, last) => Math.min(own, last))),
  EOMONTH: ofNumbers(2, 2, (serial = 0, months = 0) => monthsOn(serial, months, (_own, last) => last)),
  WEEKDAY: ofNumbers(1, 2, (serial = 0, kind = 1) => weekday(serial, kind)),
  DAYS: ofNumbers(2, 2, (end = 0, start = 0) => Math.floor(end) - Math.floor(start)),
  DAYS360: ofNumbers(2, 3, (from = 0, to = 0, european = 0) => days360(from, to, european)),
  DATEVALUE: ofText((text) => {
    const found = readDateTime(text.trim(), 1900);
    return found === null ? VALUE_ERROR : Math.floor(found.value);
  }),
  TIMEVALUE: ofText((text) => {
    const found = readDateTime(text.trim(), 1900);
    return found === null ? VALUE_ERROR : found.value - Math.floor(found.value);
  }),
  TODAY: ofOperands(0, 0, (_none, { host }) => Math.floor(serialNow(host.clock)), { isVolatile: true }),
  NOW: ofOperands(0, 0, (_none, { host }) => serialNow(host.clock), { isVolatile: true }),
};
