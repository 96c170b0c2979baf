/** Shows a result as `worked-cases` writes it: "Apr/Bob -400 = T2 -360, Q38° -40". */

import { GAP_SIDES } from '../../../src/domain/measure';
import type { Gap } from '../../../src/domain/measure';
import { toMajor } from '../../../src/domain/money';
import type { Reconciliation, VarianceItem } from '../../../src/domain/reconciliation';
import type { Month } from '../../../src/domain/day';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function signed(minor: number): string {
  const major = toMajor(minor, 'EUR');
  return `${major < 0 ? '' : '+'}${major.toLocaleString('en', { maximumFractionDigits: 2 })}`;
}

/** The lines of one gap. Names are left out where they are the usual ones: customer Acme, owner Alice. */
export function show(
  result: Pick<Reconciliation, 'lines' | 'items'>,
  gap: Gap,
  nameOf = (customer: string): string => customer,
): string[] {
  const { left, right } = GAP_SIDES[gap];
  const lines = new Map<string, { month: Month; customer: string; owner: string; variance: number; items: VarianceItem[] }>();
  for (const line of result.lines) {
    const { key, month, customer, owner, measures } = line;
    lines.set(key, {
      month,
      customer: nameOf(customer),
      owner,
      variance: (measures[left] ?? 0) - (measures[right] ?? 0),
      items: [],
    });
  }
  for (const item of result.items.filter((each) => each.gap === gap)) {
    const line = lines.get(item.line);
    const { month, owner } = item;
    if (line === undefined) lines.set(item.line, { month, customer: nameOf(item.customer), owner, variance: 0, items: [item] });
    else line.items.push(item);
  }
  return [...lines.values()]
    .sort(
      (a, b) =>
        a.month - b.month || (a.customer < b.customer ? -1 : a.customer > b.customer ? 1 : 0) || (a.owner < b.owner ? -1 : 1),
    )
    .map(({ month, customer, owner, variance, items }) => {
      const names = [customer === 'Acme' ? '' : `/${customer}`, ['Alice', 'Unassigned'].includes(owner) ? '' : `/${owner}`].join(
        '',
      );
      return `${MONTHS[month % 12] ?? ''}${names} ${signed(variance)} = ${sum(items)}`;
    });
}

function sum(items: readonly VarianceItem[]): string {
  const sums = new Map<string, number>();
  for (const { code, form, amount } of items) {
    const name = `${code}${form === 'single' ? '°' : ''}`;
    sums.set(name, (sums.get(name) ?? 0) + amount);
  }
  const told = [...sums].map(([name, amount]) => `${name} ${signed(amount)}`).sort();
  return told.length === 0 ? 'none' : told.join(', ');
}

/** The same notation with its items in a fixed order, so that what is written by hand can be compared. */
export function inOrder(line: string): string {
  const [head = '', items = ''] = line.split(' = ');
  return `${head} = ${items.split(', ').sort().join(', ')}`;
}
