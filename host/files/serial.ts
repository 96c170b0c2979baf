/** ISO dates of strict files (`t="d"`) as Excel's serial numbers. */

const ISO = /^(?:(\d{4})-(\d{2})-(\d{2}))?(?:T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?Z?)?$/;
const DAY = 86_400_000;
/** Days from 1900-01-00 in Excel's count, where 1900 is a leap year, to 1970-01-01. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = EPOCH_1900 - 1462;

/** Null where the text is no date or time, or a day that no calendar has or no workbook counts. */
export function isoToSerial(text: string, date1904: boolean): number | null {
  const match = ISO.exec(text.trim());
  if (match === null || text.trim() === '') return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match;
  const time = (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
  if (year === undefined) return time;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const days = midnight / DAY + (date1904 ? EPOCH_1904 : EPOCH_1900);
  if (days < (date1904 ? 0 : 1) || new Date(midnight).toISOString().slice(0, 10) !== `${year}-${month}-${day}`) return null;
  // 1900-02-29, which never was, has the number 60.
  return (date1904 || days > 60 ? days : days - 1) + time;
}
