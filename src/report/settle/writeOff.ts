/** Whether an exception is small enough to be written off. */

import { toMinor } from '../../domain/money';
import { mostWrittenOff } from '../../settings/reviewWords';
import type { ReportContext } from '../context';
import type { WriteOffTold } from './lookUp';

export function writeOffTold(key: string, { result }: ReportContext): WriteOffTold | null {
  const exception = result.exceptions.find((one) => one.key === key);
  if (exception === undefined) return null;
  const materiality = result.settingsUsed.find((setting) => setting.key === 'materiality')?.used ?? 0;
  const items = result.items.filter(({ exceptionKey }) => exceptionKey === key);
  return {
    kind: 'writeOff',
    currency: result.currency,
    amount: exception.amount,
    most: mostWrittenOff(toMinor(Number(materiality), result.currency)),
    isSingle: items.length > 0 && items.every(({ form }) => form === 'single'),
  };
}
