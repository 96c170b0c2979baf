/** What tells the workbook the time: an argument, so that tests and the command line are the same on any day. */

/** Milliseconds since 1970 of the local time, read as if it were UTC. */
export type Clock = () => number;

/** The machine's own local time. */
export const systemClock: Clock = () => {
  const now = new Date();
  return now.getTime() - now.getTimezoneOffset() * 60_000;
};

/** 1 January 1970 in Excel's days. */
const UNIX_EPOCH_SERIAL = 25_569;

/** The clock's time as a serial day with its fraction. */
export const serialNow = (clock: Clock): number => clock() / 86_400_000 + UNIX_EPOCH_SERIAL;

export const yearNow = (clock: Clock): number => new Date(clock()).getUTCFullYear();
