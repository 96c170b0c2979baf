/** The languages in which the host can tell an add-in how numbers and dates are written. */

export interface Culture {
  readonly name: string;
  readonly decimal: string;
  readonly group: string;
  readonly dateSeparator: string;
  readonly shortDate: string;
  readonly longDate: string;
  readonly longTime: string;
}

export const CULTURES = {
  'en-US': {
    name: 'en-US',
    decimal: '.',
    group: ',',
    dateSeparator: '/',
    shortDate: 'M/d/yyyy',
    longDate: 'dddd, MMMM d, yyyy',
    longTime: 'h:mm:ss AM/PM',
  },
  'de-DE': {
    name: 'de-DE',
    decimal: ',',
    group: '.',
    dateSeparator: '.',
    shortDate: 'dd.MM.yyyy',
    longDate: 'dddd, d. MMMM yyyy',
    longTime: 'HH:mm:ss',
  },
} as const satisfies Readonly<Record<string, Culture>>;
