/** Filters of table columns as office.js words them. */

import type { TableFilter } from '../workbook/model';
import { isRecord, readInteger, readList, readText } from './args';
import { refuse } from './errors';

/** Excel answers null for every part that a filter does not use. */
const UNUSED = {
  color: null,
  criterion1: null,
  criterion2: null,
  dynamicCriteria: null,
  icon: null,
  operator: null,
  subField: null,
  values: null,
};

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

type Dynamic = Extract<TableFilter, { kind: 'dynamic' }>['criterion'];

/** Excel's words for dynamic criteria that do not depend on the day; one of them is misspelt in Excel. */
const DYNAMIC: ReadonlyMap<string, Dynamic> = new Map<string, Dynamic>([
  ['AboveAverage', 'aboveAverage'],
  ['BelowAverage', 'belowAverage'],
  ...MONTHS.map((month, index): [string, Dynamic] => [`AllDatesInPeriod${month}`, `M${index + 1}`]),
  ...[1, 2, 3, 4].map((quarter): [string, Dynamic] => [`AllDatesInPeriodQuarter${quarter}`, `Q${quarter}`]),
  ['AllDatesInPeriodFebruray', 'M2'],
]);

const wordOf = (criterion: Dynamic): string => [...DYNAMIC].findLast(([, known]) => known === criterion)?.[0] ?? 'Unknown';

export const dynamicFilter = (word: unknown): TableFilter => {
  const criterion = DYNAMIC.get(readText(word));
  if (!criterion) throw refuse('ApiNotFound', `The dynamic filter ${readText(word)} is not part of this host.`);
  return { kind: 'dynamic', criterion };
};

/** The first or last so many, or so many in a hundred. @throws Refusal InvalidArgument below 1 or above 500 (100 in a hundred) */
export const topFilter = (which: 'Top' | 'Bottom', unit: 'Items' | 'Percent', value: unknown): TableFilter => {
  const count = readInteger(typeof value === 'string' ? Number(value) : value);
  if (count < 1 || count > (unit === 'Percent' ? 100 : 500)) throw refuse('InvalidArgument');
  return { kind: 'top', bottom: which === 'Bottom', percent: unit === 'Percent', count };
};

/** FilterCriteria as office.js knows them; null for no filter. */
export const criteriaOf = (filter: TableFilter | null): object | null => {
  if (!filter || filter.kind === 'raw') return null;
  if (filter.kind === 'values') return { ...UNUSED, filterOn: 'Values', values: filter.values };
  if (filter.kind === 'top') {
    const filterOn = `${filter.bottom ? 'Bottom' : 'Top'}${filter.percent ? 'Percent' : 'Items'}`;
    return { ...UNUSED, filterOn, criterion1: String(filter.count) };
  }
  if (filter.kind === 'dynamic') return { ...UNUSED, filterOn: 'Dynamic', dynamicCriteria: wordOf(filter.criterion) };
  return {
    ...UNUSED,
    filterOn: 'Custom',
    criterion1: filter.criterion1,
    ...(filter.criterion2 === undefined ? {} : { criterion2: filter.criterion2, operator: filter.and ? 'And' : 'Or' }),
  };
};

export const valuesFilter = (values: unknown): TableFilter => ({
  kind: 'values',
  values: readList(values).map((value) => readText(value)),
});

export const customFilter = (criterion1: unknown, criterion2: unknown, operator: unknown): TableFilter => ({
  kind: 'custom',
  criterion1: readText(criterion1),
  ...(criterion2 === null || criterion2 === undefined ? {} : { criterion2: readText(criterion2) }),
  and: operator !== 'Or',
});

/** FilterCriteria read; kinds that depend on more than a cell's value are not part of this host. */
export const readCriteria = (value: unknown): TableFilter => {
  // Null is an answer, never an argument.
  if (!isRecord(value) || Object.values(value).includes(null)) throw refuse('InvalidArgument');
  if (value['filterOn'] === 'Values') return valuesFilter(value['values']);
  if (value['filterOn'] === 'Custom') return customFilter(value['criterion1'], value['criterion2'], value['operator']);
  if (value['filterOn'] === 'Dynamic') return dynamicFilter(value['dynamicCriteria']);
  const [, which, unit] = /^(Top|Bottom)(Items|Percent)$/.exec(String(value['filterOn'])) ?? [];
  if (which && unit) return topFilter(which as 'Top' | 'Bottom', unit as 'Items' | 'Percent', value['criterion1']);
  throw refuse('ApiNotFound', `A filter on ${String(value['filterOn'])} is not part of this host.`);
};
