/** Functions whose value changes by itself. */

const READS_CLOCK = /\b(?:TODAY|NOW|RAND|RANDBETWEEN)\s*\(/i;

/** Whether a formula's value of yesterday is of no use today. */
export const readsClock = (formula: string): boolean => READS_CLOCK.test(formula);
