/** The second step: measures and settings. */

import type { Measure } from '../../domain/measure';
import { describeAllowed, SETTINGS } from '../../settings/definitions';
import type { SettingKey } from '../../settings/definitions';
import { describeMeasures } from '../../settings/words';
import { count } from './count.en';

export const definitions = {
  heading: 'Definitions',
  lead: 'What the four measures mean here. Found once from the sheets, then kept on the Definitions sheet.',
  earlier: 'You chose otherwise in an earlier workbook',
  useEarlier: 'Use these here',
  forgetEarlier: 'Forget them',
  measures: {
    booked: 'Booked',
    invoiced: 'Invoiced',
    recognised: 'Recognised',
    cash: 'Cash',
  } satisfies Record<Measure, string>,
  derived: 'Recognised (derived)',
  notProvided: 'not provided: no sheet has this role',
  /** As the Definitions sheet words them. */
  describeMeasures,
  byDefault: (n: number, of: number, shown: string) =>
    n < of ? `${shown} by default` : of === 1 ? 'by default' : `all ${shown} by default`,
  section: (section: (typeof SETTINGS)[SettingKey]['section']): string => section,
  name: (key: SettingKey): string => SETTINGS[key].name,
  /** A value as the Definitions sheet writes it; what is no word of Tieout's stays as it is. */
  choice: (value: string): string => value,
  /** Where a setting's name and its choices do not say it. */
  about: {
    calendar: 'How months are cut: the calendar’s own, by weeks, or by the month ends given.',
    yearStarts: 'The month that a fiscal year starts in, for quarters and years.',
    yearOfWeeksEnds: 'Such a day of the year’s last month, or the one nearest to that month’s end.',
    entities: 'Whose records count; one that names no entity counts always.',
    dealTypes: 'A deal of no stated type counts always.',
    amountMeans: 'What the amount of a deal stands for.',
    bookedAs: 'Deals are turned into this by their term.',
    taxInDeals: 'Whether the amount of a deal holds tax.',
    renewals: 'Uplift only: a renewal counts by its change against what was there before.',
    creditsReduceBookings: 'Yes: a credit that the deal does not show must be settled.',
    invoicedAmount: 'Gross: with tax.',
    invoiceDate: 'The day that decides an invoice’s month.',
    passThrough: 'Usage, freight and expenses that are passed on.',
    writeOffDocuments: 'Settle: they close what is open. Reduce: they take off what is invoiced.',
    recognisedSource: 'Derived: each invoice evenly over its service, where no schedule is read.',
    recognisedRate: 'Which exchange rate counts where revenue states none.',
    cashAmount: 'Before fees: with what was kept back on the way.',
    ownerRule: 'Whose name a line stands under.',
    splitCredit: 'Of a deal that several people share: split it, or leave all with its owner.',
    customerLevel: 'Parent: accounts stand together under their parent.',
    amountUsed: 'What turns an amount into the reporting currency.',
    acceptedInAll: 'Small differences beyond this share of a measure are listed.',
    suggestedInNumbers: 'Whether matches that wait for a decision count.',
  } satisfies Partial<Record<SettingKey, string>> as Partial<Record<SettingKey, string>>,
  useDefault: 'Use what the sheets say',
  usedNow: (value: string) => `now ${value}`,
  allowed: (allowed: string) => `Not allowed here. Allowed: ${allowed}.`,
  describeAllowed,
  refused: (setting: string, typed: string) =>
    `“${typed}” is not allowed for ${setting} on the Definitions sheet; the last good value is used.`,
  none: 'none',
  percent: (shown: string) => `${shown} %`,
  days: (n: number, shown: string) => count(n, 'day', 'days', shown),
  run: 'Reconcile',
  runAgain: 'Reconcile again',
};
