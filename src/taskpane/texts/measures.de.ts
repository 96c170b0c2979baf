/** Was die vier Größen bedeuten, so wie die Einstellungen sie haben. */

import { dictionary } from '../../domain/dictionary';
import type { Measure } from '../../domain/measure';
import type { SettingUsed } from '../../domain/reconciliation';
import { SETTINGS } from '../../settings/definitions';
import type { SettingKey } from '../../settings/definitions';

const WON_BY: Readonly<Record<string, string>> = dictionary({ signed: 'nach Unterschriftsdatum', start: 'nach Vertragsbeginn' });

const VALUE_SHOWN: Readonly<Record<string, string>> = dictionary({
  annual: 'Jahreswert',
  'first year': 'Wert des ersten Jahres',
});

export function describeMeasures(used: readonly SettingUsed[]): Readonly<Record<Measure, string>> {
  const value = (key: SettingKey): string => String(used.find((each) => each.key === key)?.used ?? SETTINGS[key].fallback ?? '');
  const types = used.find(({ key }) => key === 'dealTypes');
  const only = (key: SettingKey): string => (value(key) === '' ? '' : ` (${value(key)})`);
  const shown = value('bookedAs') === 'as the amount means' ? value('amountMeans') : value('bookedAs');
  const isOfAllTypes = types === undefined || types.value === 'all' || types.used === 'all';
  const ofTypes = isOfAllTypes ? '' : `, nur Arten ${types.used}`;
  const uplift = value('renewals') === 'uplift only' ? ', Verlängerungen nur mit ihrer Erhöhung' : '';
  const taxInDeals = value('taxInDeals') === 'yes' ? ', mit Steuer' : '';
  const writeOffs = value('writeOffDocuments') === 'reduce' ? ' und Ausbuchungen' : '';
  const passThrough = value('passThrough') === 'left out' ? ', ohne weiterberechneten Verbrauch, Fracht und Auslagen' : '';
  const tax = value('invoicedAmount') === 'gross' ? 'mit Steuer' : 'ohne Steuer';
  const invoiceDate = value('invoiceDate') === 'posting date' ? 'Buchungsdatum' : 'Rechnungs- oder Gutschriftsdatum';
  const fees = value('cashAmount') === 'before fees' ? 'vor Gebühren, ' : '';
  return {
    booked: `${VALUE_SHOWN[shown] ?? 'Wert'} der gewonnenen Deals${only('wonStages')}${ofTypes}${uplift}${taxInDeals}, ${WON_BY[value('wonDatedBy')] ?? 'nach Abschlussdatum'}`,
    invoiced: `gestellte Rechnungen${only('issuedStatuses')} abzüglich Gutschriften${writeOffs}${passThrough}, ${tax}, nach ${invoiceDate}`,
    recognised:
      value('recognisedSource') === 'derived'
        ? 'jede Rechnung gleichmäßig über die Tage ihrer Leistung, sonst über Abrechnungszeitraum oder Vertrag ihres Deals, bis zum Stichtag; eine Rechnung ohne beides in ihrem eigenen Monat'
        : 'Erlöse der Monate des Erlösplans bis zum Stichtag',
    cash: `von Kunden eingegangenes Geld, ${fees}mit Steuer, abzüglich Erstattungen, nach Zahlungsdatum`,
  };
}
