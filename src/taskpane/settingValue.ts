/** A setting's value as a person reads it, in the user's locale. */

import type { SettingKind } from '../settings/definitions';
import type { Format } from './format';
import { texts } from './texts';

export function shownValue(kind: SettingKind, value: string | number, format: Format): string {
  switch (kind.type) {
    case 'month':
    case 'day':
    case 'month ends':
      return format.dates(String(value));
    case 'amount':
      return format.decimal(Number(value));
    case 'percent':
      return texts.definitions.percent(format.decimal(Number(value)));
    case 'days':
      return texts.definitions.days(Number(value), format.count(Number(value)));
    case 'choice':
    case 'list':
    case 'currency':
      return String(value);
  }
}
