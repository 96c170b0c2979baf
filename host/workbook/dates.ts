/** Serial days of the 1900 system as Excel counts them: 1 is 1900-01-01, 60 is the 29 February 1900 that never was. */

export interface CivilDate {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
}

export const LAST_SERIAL = 2_958_465;
const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 31);

const serialOfTime = (time: number): number => {
  const days = Math.round((time - EPOCH) / DAY);
  return days >= 60 ? days + 1 : days;
};

/** Serial of a date whose month and day may overflow, as `DATE` takes them; null where it is outside 1900 to 9999. */
export function serialOf(year: number, month: number, day: number): number | null {
  if (year === 1900 && month === 2 && day === 29) return 60;
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day);
  const serial = serialOfTime(time.getTime());
  return Number.isNaN(serial) || serial < 0 || serial > LAST_SERIAL ? null : serial;
}

export function dateOf(serial: number): CivilDate {
  const days = Math.floor(serial);
  if (days === 60) return { year: 1900, month: 2, day: 29 };
  if (days === 0) return { year: 1900, month: 1, day: 0 };
  const date = new Date(EPOCH + (days > 60 ? days - 1 : days) * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export const daysInMonth = (year: number, month: number): number =>
  year === 1900 && month === 2 ? 29 : new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

/** Serial of a date that must exist as written; null where it does not. */
export function existingSerial(year: number, month: number, day: number): number | null {
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return serialOf(year, month, day);
}
