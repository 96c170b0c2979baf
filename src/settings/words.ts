/** What the four measures mean in words, as the settings have them, and the settings' names. */

import { dictionary } from '../domain/dictionary';
import type { Measure } from '../domain/measure';
import type { SettingUsed } from '../domain/reconciliation';
import { SETTINGS } from './definitions';
import type { SettingKey } from './definitions';

const WON_BY: Readonly<Record<string, string>> = dictionary({
  signed: 'the date of the signature',
  start: 'the start of the contract',
});

const VALUE_SHOWN: Readonly<Record<string, string>> = dictionary({ annual: 'annual value', 'first year': 'first year’s value' });

/** @param used none before the settings are settled: then as they are by default. */
export function describeMeasures(used: readonly SettingUsed[]): Readonly<Record<Measure, string>> {
  const value = (key: SettingKey): string => String(used.find((each) => each.key === key)?.used ?? SETTINGS[key].fallback ?? '');
  const types = used.find(({ key }) => key === 'dealTypes');
  const ofTypes = types === undefined || types.value === 'all' || types.used === 'all' ? '' : `, types ${types.used} only`;
  const shown = value('bookedAs') === 'as the amount means' ? value('amountMeans') : value('bookedAs');
  const uplift = value('renewals') === 'uplift only' ? ', renewals by their uplift only' : '';
  const taxInDeals = value('taxInDeals') === 'yes' ? ', tax included' : '';
  const writeOffs = value('writeOffDocuments') === 'reduce' ? ' and write-offs' : '';
  const only = (key: SettingKey): string => (value(key) === '' ? '' : ` (${value(key)})`);
  const isGross = value('invoicedAmount') === 'gross';
  const invoiceDate = value('invoiceDate') === 'posting date' ? 'posting date' : 'invoice or credit date';
  const passThrough = value('passThrough') === 'left out' ? ' without usage, freight and expenses passed through,' : '';
  const fees = value('cashAmount') === 'before fees' ? 'before fees, ' : '';
  return {
    booked: `${VALUE_SHOWN[shown] ?? 'value'} of deals won${only('wonStages')}${ofTypes}${uplift}${taxInDeals}, by ${WON_BY[value('wonDatedBy')] ?? 'close date'}`,
    invoiced: `issued invoices${only('issuedStatuses')} less credit notes${writeOffs},${passThrough} ${isGross ? 'tax included' : 'net of tax'}, by ${invoiceDate}`,
    recognised:
      value('recognisedSource') === 'derived'
        ? 'each invoice evenly over the days of its service, else of its deal’s billing period or contract, up to as-of; an invoice without any in its own month'
        : 'revenue of schedule months up to as-of',
    cash: `money received from customers, ${fees}tax included, less refunds, by receipt date`,
  };
}

/** "Lag: Normal invoicing lag" */
export function settingName(key: string): string {
  if (!Object.hasOwn(SETTINGS, key)) return key;
  const { section, name } = SETTINGS[key as SettingKey];
  return `${section}: ${name}`;
}
