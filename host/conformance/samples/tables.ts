/** Samples of tables and filters. */

import { codeOf, onSheet, salesTable, settled, type Sample } from './sample';

const shownRows = async (sheet: Excel.Worksheet, context: Excel.RequestContext): Promise<unknown[]> => {
  const view = sheet.getRange('B2:C5').getVisibleView().load('values');
  await context.sync();
  return view.values;
};

export const tables: readonly Sample[] = [
  {
    title: 'a table with totals, a row and a calculated column more',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        const table = salesTable(sheet);
        table.rows.add(undefined, [['2026-01-15', 'Shelf', 4, 35]]);
        table.columns.add(undefined, [
          ['Value'],
          ['=[@Pieces]*[@Price]'],
          ...Array.from({ length: 4 }, () => ['=[@Pieces]*[@Price]']),
        ]);
        table.showTotals = true;
        const value = table.columns.getItem('Value').getDataBodyRange().load('values');
        const whole = table.getRange().load('address');
        await context.sync();
        return [value.values.flat(), whole.address];
      }),
    gives: [[73.5, 120, 24.5, 180, 140], 'Sheet1!A1:E7'],
  },
  {
    title: 'filters on values, on a comparison and on the largest',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        const table = salesTable(sheet);
        const filter = (name: string): Excel.Filter => table.columns.getItem(name).filter;
        filter('Item').applyValuesFilter(['Lamp']);
        const lamps = await shownRows(sheet, context);
        table.clearFilters();
        filter('Price').applyCustomFilter('>=60');
        const dear = await shownRows(sheet, context);
        table.clearFilters();
        filter('Price').applyTopItemsFilter(1);
        filter('Price').load('criteria');
        const dearest = await shownRows(sheet, context);
        table.clearFilters();
        filter('Day').applyDynamicFilter('AllDatesInPeriodFebruray');
        return [lamps.length, dear, dearest, (await shownRows(sheet, context)).length];
      }),
    gives: [
      2,
      [
        ['Chair', 2],
        ['Table', 1],
      ],
      [['Table', 1]],
      0,
    ],
  },
  {
    title: 'sorting a table, and what it remembers of it',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        const table = salesTable(sheet);
        table.sort.apply([{ key: 3, ascending: false }]);
        table.sort.load('fields');
        const items = table.columns.getItem('Item').getDataBodyRange().load('values');
        await context.sync();
        return [items.values.flat(), table.sort.fields.map(({ key, ascending }) => [key, ascending])];
      }),
    gives: [['Table', 'Chair', 'Lamp', 'Lamp'], [[3, false]]],
  },
  {
    title: 'sorting is told to those who listen',
    run: async (excel) => {
      const heard: string[] = [];
      await onSheet(excel, async (sheet, context) => {
        salesTable(sheet);
        sheet.onRowSorted.add(({ type, address }) => {
          heard.push(type, address);
          return Promise.resolve();
        });
        await context.sync();
        sheet.tables.getItem('Sales').sort.apply([{ key: 2, ascending: true }]);
        await context.sync();
      });
      await settled(excel);
      return heard;
    },
    gives: ['WorksheetRowSorted', 'A2:D5'],
  },
  {
    title: 'names that a table may not have, and places where none may be',
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        salesTable(sheet);
        await context.sync();
      });
      const rename = (name: string): Promise<string> =>
        codeOf(
          onSheet(excel, async (sheet, context) => {
            sheet.tables.getItem('Sales').name = name;
            await context.sync();
          }),
        );
      const overlap = codeOf(
        onSheet(excel, async (sheet, context) => {
          sheet.tables.add('D4:E9', true);
          await context.sync();
        }),
      );
      return [await rename('two words'), await rename('A1'), await rename('1st'), await rename('Sales_2026'), await overlap];
    },
    gives: ['InvalidArgument', 'InvalidArgument', 'InvalidArgument', 'accepted', 'InvalidArgument'],
  },
  {
    title: 'a table becomes a range again',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        const range = salesTable(sheet).convertToRange().load('address');
        const count = sheet.tables.getCount();
        const gone = sheet.tables.getItemOrNullObject('Sales');
        await context.sync();
        return [range.address, count.value, gone.isNullObject];
      }),
    gives: ['Sheet1!A1:D5', 0, true],
  },
];
