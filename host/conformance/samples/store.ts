/** Samples of settings, custom XML and document properties, of limits, and of what a host can do to a program. */

import { codeOf, onSheet, withSales, type Sample } from './sample';

const NOTE = '<note xmlns="urn:example:notes"><to>Ann</to></note>';

export const store: readonly Sample[] = [
  {
    title: 'settings by key: added, replaced, found, taken away',
    run: ({ Excel: excel }) =>
      excel.run(async (context): Promise<unknown> => {
        const { settings } = context.workbook;
        settings.add('colour', 'green');
        settings.add('colour', 'blue');
        settings.add('sizes', { small: 1, large: [2, 3] });
        const colour = settings.getItem('colour').load('value');
        const sizes = settings.getItem('sizes').load('value');
        const count = settings.getCount();
        const none = settings.getItemOrNullObject('shape');
        await context.sync();
        settings.getItem('colour').delete();
        const left = settings.load('items/key');
        await context.sync();
        return [colour.value, sizes.value, count.value, none.isNullObject, left.items.map(({ key }) => key)];
      }),
    gives: ['blue', { small: 1, large: [2, 3] }, 2, true, ['sizes']],
  },
  {
    title: 'a part of custom XML: found by its namespace, changed, taken away',
    run: ({ Excel: excel }) =>
      excel.run(async (context) => {
        const { customXmlParts } = context.workbook;
        const part = customXmlParts.add(NOTE);
        const found = customXmlParts.getByNamespace('urn:example:notes').getOnlyItem();
        part.load('id,namespaceUri');
        found.load('id');
        const xml = found.getXml();
        await context.sync();
        found.setXml(NOTE.replace('Ann', 'Ben'));
        const changed = part.getXml();
        await context.sync();
        part.delete();
        const count = customXmlParts.getByNamespace('urn:example:notes').getCount();
        await context.sync();
        return [part.namespaceUri, found.id === part.id, xml.value, changed.value.includes('Ben'), count.value];
      }),
    gives: ['urn:example:notes', true, NOTE, true, 0],
  },
  {
    title: 'custom XML that is none',
    run: ({ Excel: excel }) =>
      codeOf(
        excel.run(async (context) => {
          context.workbook.customXmlParts.add('<note>');
          await context.sync();
        }),
      ),
    gives: 'InvalidArgument',
  },
  {
    title: 'properties of the document and of a sheet',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        const { properties } = context.workbook;
        properties.title = 'Week 2';
        properties.keywords = 'shop, sales';
        properties.custom.add('Checked', true);
        properties.custom.add('Copies', 2);
        sheet.customProperties.add('part', 'north');
        properties.load('title,keywords');
        properties.custom.load('items/key,items/type,items/value');
        const part = sheet.customProperties.getItem('part').load('value');
        await context.sync();
        return [
          properties.title,
          properties.custom.items.map(({ key, type, value }): unknown[] => [key, type, value]),
          part.value,
        ];
      }),
    gives: [
      'Week 2',
      [
        ['Checked', 'Boolean', true],
        ['Copies', 'Number', 2],
      ],
      'north',
    ],
  },
  {
    title: 'the last cell of a sheet, and the one behind it',
    run: async (excel) => {
      const read = (address: string): Promise<string> =>
        codeOf(
          onSheet(excel, async (sheet, context) => {
            sheet.getRange(address).load('address');
            await context.sync();
          }),
        );
      const off = codeOf(
        onSheet(excel, async (sheet, context) => {
          sheet.getRange('XFD1048576').getOffsetRange(1, 0).load('address');
          await context.sync();
        }),
      );
      return [await read('XFD1048576'), await read('XFE1'), await read('A1048577'), await off];
    },
    gives: ['accepted', 'InvalidArgument', 'InvalidArgument', 'InvalidArgument'],
  },
  {
    title: 'texts, formulas and blocks that are too long or too large',
    run: async (excel) => {
      const write = (values: unknown[][], address = 'A1'): Promise<string> =>
        codeOf(
          onSheet(excel, async (sheet, context) => {
            sheet.getRange(address).values = values;
            await context.sync();
          }),
        );
      return [
        await write([['x'.repeat(32_767)]]),
        await write([['x'.repeat(32_768)]]),
        await write([[`=${'1+'.repeat(4_100)}1`]]),
        await write([[1, 2]]),
        await write(
          Array.from({ length: 180 }, () => ['x'.repeat(30_000)]),
          'B1:B180',
        ),
      ];
    },
    gives: ['accepted', 'InvalidArgument', 'FormulaLengthExceedsLimit', 'InvalidArgument', 'RequestPayloadSizeLimitExceeded'],
  },
  {
    title: 'things that are not there',
    run: async ({ Excel: excel }) => {
      const find = (work: (workbook: Excel.Workbook) => OfficeExtension.ClientObject): Promise<string> =>
        codeOf(
          excel.run(async (context) => {
            context.load(work(context.workbook));
            await context.sync();
          }),
        );
      return [
        await find(({ worksheets }) => worksheets.getItem('Nowhere')),
        await find(({ tables }) => tables.getItem('Nowhere')),
        await find(({ names }) => names.getItem('Nowhere')),
        await find(({ settings }) => settings.getItem('nowhere')),
        await find(({ worksheets }) => worksheets.getFirst().charts.getItem('Nowhere')),
        await find(({ worksheets }) => worksheets.getItemOrNullObject('Nowhere')),
      ];
    },
    gives: ['ItemNotFound', 'ItemNotFound', 'ItemNotFound', 'ItemNotFound', 'ItemNotFound', 'accepted'],
  },
  {
    title: 'a member of a later requirement set than declared',
    start: { excelApi: '1.10' },
    run: async (excel) => {
      const later = codeOf(
        onSheet(excel, async (sheet, context) => {
          withSales(sheet).getExtendedRange('Down').load('address');
          await context.sync();
        }),
      );
      const { requirements } = excel.Office.context;
      return [await later, requirements.isSetSupported('ExcelApi', '1.10'), requirements.isSetSupported('ExcelApi', '1.11')];
    },
    gives: ['ApiNotFound', true, false],
  },
  {
    title: 'a person edits a cell: who waits goes on afterwards, who does not is refused',
    run: async (excel) => {
      excel.setEditing(true);
      const write = (options: Excel.RunOptions): Promise<string> =>
        codeOf(
          excel.Excel.run(options, async (context) => {
            context.workbook.worksheets.getFirst().getRange('A1').values = [[1]];
            await context.sync();
          }),
        );
      const refused = await write({ delayForCellEdit: false });
      const waiting = write({ delayForCellEdit: true });
      excel.setEditing(false);
      return [refused, await waiting];
    },
    gives: ['InvalidOperationInCellEditMode', 'accepted'],
  },
  {
    title: 'the second request fails once, and the next goes through',
    run: async (excel) => {
      excel.faults.fail({ when: 1, code: 'GeneralException', stage: 'before' });
      const write = (): Promise<string> =>
        codeOf(
          onSheet(excel, async (sheet, context) => {
            sheet.getRange('A1').values = [[7]];
            await context.sync();
          }),
        );
      return [await write(), await write()];
    },
    gives: ['GeneralException', 'accepted'],
  },
  {
    title: 'filters and page breaks come through a file',
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        withSales(sheet);
        const table = sheet.tables.add('A1:D5', true);
        table.name = 'Sales';
        table.columns.getItem('Price').filter.applyBottomItemsFilter(2);
        table.columns.getItem('Day').filter.applyDynamicFilter('AllDatesInPeriodJanuary');
        sheet.horizontalPageBreaks.add('A4');
        sheet.verticalPageBreaks.add('C1');
        await context.sync();
      });
      const again = excel.open({ name: 'shop.xlsx', bytes: excel.save() });
      const told = await onSheet(again, async (sheet, context) => {
        const { columns } = sheet.tables.getItem('Sales');
        const price = columns.getItem('Price').filter.load('criteria');
        const day = columns.getItem('Day').filter.load('criteria');
        const rows = sheet.getRange('B2:B5').getVisibleView().load('values');
        const breaks = [sheet.horizontalPageBreaks, sheet.verticalPageBreaks].map((list) =>
          list.getItem(0).getCellAfterBreak().load('address'),
        );
        await context.sync();
        return [
          [price.criteria.filterOn, price.criteria.criterion1, day.criteria.dynamicCriteria],
          rows.values,
          breaks.map(({ address }) => address),
        ];
      });
      again.close();
      return told;
    },
    gives: [
      ['BottomItems', '2', 'AllDatesInPeriodJanuary'],
      [['Lamp'], ['Lamp']],
      ['Sheet1!A4', 'Sheet1!C1'],
    ],
  },
  {
    title: 'a workbook saved and opened again has its cells, tables and names',
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        withSales(sheet);
        sheet.tables.add('A1:D5', true).name = 'Sales';
        sheet.getRange('F1').formulas = [['=SUM(Sales[Pieces])']];
        context.workbook.names.add('Total', sheet.getRange('F1'));
        await context.sync();
      });
      const again = excel.open({ name: 'shop.xlsx', bytes: excel.save() });
      const told = await again.Excel.run(async (context) => {
        const sum = context.workbook.names.getItem('Total').getRange().load('formulas,values');
        const table = context.workbook.tables.getItem('Sales').getRange().load('address');
        context.workbook.load('name');
        await context.sync();
        return [context.workbook.name, sum.formulas, sum.values, table.address];
      });
      again.close();
      return told;
    },
    gives: ['shop.xlsx', [['=SUM(Sales[Pieces])']], [[7]], 'Sheet1!A1:D5'],
  },
];
