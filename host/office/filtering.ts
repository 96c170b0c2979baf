/** Filters of table columns: what Excel's criteria let through, and the rows they hide. */

import type { Scalar, Sheet, Table, TableFilter } from '../workbook/model';
import { isRecord, readList, readText } from './args';
import { refuse } from './errors';
import { bodyArea } from './tableAreas';

const toPattern = (text: string): RegExp =>
  new RegExp(
    `^${text
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'is',
  );

const compare = (operator: string, order: number): boolean => {
  switch (operator) {
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '<>':
      return order !== 0;
    default:
      return order === 0;
  }
};

/** One criterion such as `>100`, `<>x`, `=A*`. */
const passesCriterion = (criterion: string, value: Scalar, shown: string): boolean => {
  const [, operator = '', operand = ''] = /^(>=|<=|<>|>|<|=)?([\s\S]*)$/.exec(criterion) ?? [];
  const number = Number(operand);
  if (operand.trim() !== '' && Number.isFinite(number) && typeof value === 'number') return compare(operator, value - number);
  if (operator === '' || operator === '=') return toPattern(operand).test(shown);
  if (operator === '<>') return !toPattern(operand).test(shown);
  return typeof value === 'string' && compare(operator, value.localeCompare(operand, 'en', { sensitivity: 'base' }));
};

const passes = (filter: TableFilter, value: Scalar, shown: string): boolean => {
  if (filter.kind === 'values') return filter.values.some((wanted) => wanted.toLowerCase() === shown.toLowerCase());
  if (filter.kind === 'raw') return true;
  const first = passesCriterion(filter.criterion1, value, shown);
  if (filter.criterion2 === undefined) return first;
  const second = passesCriterion(filter.criterion2, value, shown);
  return filter.and ? first && second : first || second;
};

/** Shows the rows that all filters let through and hides the others. */
export const applyFilters = (sheet: Sheet, table: Table): void => {
  const body = bodyArea(table);
  if (!body) return;
  for (let row = body.top; row <= body.bottom; row += 1) {
    const isShown = table.columns.every((column, index) => {
      const at = table.area.left + index;
      return !column.filter || passes(column.filter, sheet.value(row, at), sheet.text(row, at));
    });
    if (sheet.rowHidden(row) === isShown) sheet.setRowHidden(row, row, !isShown);
  }
};

const WORDS: Readonly<Record<string, string>> = { values: 'Values', custom: 'Custom' };

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

/** FilterCriteria as office.js knows them; null for no filter. */
export const criteriaOf = (filter: TableFilter | null): object | null => {
  if (!filter || filter.kind === 'raw') return null;
  if (filter.kind === 'values') return { ...UNUSED, filterOn: WORDS['values'], values: filter.values };
  return {
    ...UNUSED,
    filterOn: WORDS['custom'],
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
  throw refuse('ApiNotFound', `A filter on ${String(value['filterOn'])} is not part of this host.`);
};
