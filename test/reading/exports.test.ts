/** Exports as the usual systems write them, each with the answer it must get. */

import { MONEY } from '../fixtures/exports/bank';
import { CRM } from '../fixtures/exports/crm';
import type { Expected, Export } from '../fixtures/exports/export';
import { LEDGERS } from '../fixtures/exports/ledgers';
import { SCHEDULES } from '../fixtures/exports/schedules';
import { inspect } from '../../src/reading/inspect';
import { grid } from './support/table';

function found({ sheet, text, more, expected }: Export): Expected {
  const { sources, questions, obstacles } = inspect([grid(sheet, text, more)], []);
  const [source] = sources;
  if (source === undefined || sources.length > 1) throw new Error(`${sources.length} sources`);
  const { columns } = source.mapping;
  const labelOf = (column: number): string | number => {
    const label = source.headers[column] ?? '';
    return label === '' ? column : label;
  };
  const asked = Object.entries(columns).filter(([field]) => field in expected.columns);
  return {
    role: source.role,
    isBankList: source.isBankList,
    headerAt: source.headerAt,
    grain: source.grain,
    headings: source.headings.flatMap(({ examples }) => examples),
    columns: Object.fromEntries(asked.map(([field, column]) => [field, labelOf(column)])),
    without: (expected.without ?? []).filter((field) => columns[field] === undefined),
    used: source.counts.used,
    left: Object.fromEntries(source.counts.leftOut.map(({ cause, rows }) => [cause, rows])),
    asks: questions.map(({ id }) => id),
    stops: obstacles.map(({ code }) => code).filter((code) => code !== 'no-deals' && code !== 'no-invoices'),
  };
}

const complete = (expected: Expected): Expected => ({
  isBankList: false,
  grain: 'row',
  headings: [],
  without: [],
  left: {},
  asks: [],
  stops: [],
  ...expected,
});

describe.each([
  ['deals', CRM],
  ['money', MONEY],
  ['invoices', LEDGERS],
  ['revenue', SCHEDULES],
])('%s', (_, exports) => {
  test.each(exports.map((each) => [each.name, each] as const))('%s', (__, each) => {
    expect(found(each)).toEqual(complete(each.expected));
  });
});
