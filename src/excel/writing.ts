/** How the person's Excel writes numbers and dates, where it tells. */

import { NOT_TOLD } from '../settings/typedText';
import type { Writing } from '../settings/typedText';
import { supports } from './session';

export async function readWriting(context: Excel.RequestContext): Promise<Writing> {
  if (!supports('1.11')) return NOT_TOLD;
  const { application } = context;
  const dates = supports('1.12') ? application.cultureInfo.datetimeFormat : null;
  application.load('decimalSeparator');
  dates?.load('shortDatePattern');
  await context.sync();
  const mark = application.decimalSeparator;
  return {
    decimal: mark === ',' || mark === '.' ? mark : null,
    isDayFirst: dates === null ? null : isDayFirst(dates.shortDatePattern),
  };
}

/** Patterns such as `dd.MM.yyyy`; one that begins with the year says nothing of dates that do not. */
function isDayFirst(pattern: string): boolean | null {
  const [first] = /[dMy]/.exec(pattern) ?? [];
  return first === 'd' ? true : first === 'M' ? false : null;
}
