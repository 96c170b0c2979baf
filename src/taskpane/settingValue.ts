/** A setting's value as a person reads it, in the user's locale. */

import type { SettingUsed } from '../domain/reconciliation';
import { SETTINGS } from '../settings/definitions';
import type { SettingKey, SettingKind } from '../settings/definitions';
import type { Format } from './format';
import { texts } from './texts';

/** Whether nobody set it, nothing was found for it and nothing is worked out from it. */
export function isByDefault(key: SettingKey, used: SettingUsed | undefined): boolean {
  if (used === undefined || (used.value === '' && used.used === '')) return true;
  return used.value === SETTINGS[key].fallback && used.used === used.value;
}

export function shownValue(kind: SettingKind, value: string | number, format: Format): string {
  switch (kind.type) {
    case 'month':
    case 'day':
    case 'month ends':
      return texts.definitions.choice(format.dates(String(value)));
    case 'amount':
      return format.decimal(Number(value));
    case 'percent':
      return texts.definitions.percent(format.decimal(Number(value)));
    case 'days':
      return texts.definitions.days(Number(value), format.count(Number(value)));
    case 'choice':
    case 'list':
    case 'currency':
      return texts.definitions.choice(String(value));
  }
}
