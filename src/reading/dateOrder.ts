/** Which order of day, month and year the texts of a column are written in, from all of them. */

import { dateText } from './dates';
import type { DateOrder, OpenDate } from './dates';

export type OrderFinding = DateOrder | 'either' | 'mixed' | 'none';

/** What a column's texts say together of the order of day and month. */
export interface OrderSurvey {
  readonly finding: OrderFinding;
  /** Shapes of the texts that show the order, and of those that fit both. */
  readonly shown: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
  /** The first text that fits both; "" where none does. */
  readonly example: string;
}

/**
 * The order is shown by a number above 12, by a two-digit number above 31, which can only be a year, or, where nothing says
 * otherwise, by dots between, which no month-first country writes. `either` where only texts that fit two orders exist, or
 * where years of two digits would stand first more likely than last; `mixed` where texts contradict each other; `none` where
 * no text leaves it open, or where day and month are the same number in all that do.
 */
export function surveyOrder(texts: Iterable<string>): OrderSurvey {
  const found = new Set<DateOrder>();
  const shown = new Set<string>();
  const open = new Set<string>();
  const firsts = new Set<number>();
  const thirds = new Set<number>();
  let yearMayLead = true;
  let dotted = false;
  let example = '';
  let shownBy = '';
  for (const text of texts) {
    const parts = dateText(text);
    if (parts?.kind !== 'open') continue;
    firsts.add(parts.first);
    thirds.add(parts.third);
    yearMayLead &&= /[^.]2$/.test(parts.shape) && parts.third >= 1 && parts.third <= 31;
    const order = shownOrder(parts);
    if (order !== null) {
      found.add(order);
      shown.add(parts.shape);
      if (shownBy === '') shownBy = text;
    } else if (parts.first !== parts.second && parts.first <= 12 && parts.second <= 12) {
      dotted ||= parts.shape.startsWith('.');
      open.add(parts.shape);
      if (example === '') example = text;
    }
  }
  const [only] = found;
  if (found.size === 1 && only === 'dmy' && yearMayLead && isYearFirst(firsts, thirds))
    return { finding: 'either', shown: new Set(), open: new Set([...shown, ...open]), example: shownBy };
  const finding = found.size > 1 ? 'mixed' : (only ?? (dotted ? 'dmy' : open.size > 0 ? 'either' : 'none'));
  return { finding, shown, open, example };
}

/** "24/01/15, 24/02/27": a first number that stays while the last one runs through a month is the year. */
function isYearFirst(firsts: ReadonlySet<number>, thirds: ReadonlySet<number>): boolean {
  const [years, days] = [width(firsts), width(thirds)];
  return days > years && (years === 0 || (days >= 10 && days >= 2 * years));
}

function width(numbers: ReadonlySet<number>): number {
  return Math.max(...numbers) - Math.min(...numbers);
}

/** The one order in which the three numbers can be a date; null where several or none can. */
function shownOrder({ first, second, shape }: OpenDate): DateOrder | null {
  if (first > 31) return shape.endsWith('2') && second <= 12 ? 'ymd' : null;
  if (first > 12) return second > 12 ? null : 'dmy';
  return second > 12 && second <= 31 ? 'mdy' : null;
}

/** The finding of `surveyOrder` alone. */
export function decideDateOrder(texts: Iterable<string>): OrderFinding {
  return surveyOrder(texts).finding;
}
