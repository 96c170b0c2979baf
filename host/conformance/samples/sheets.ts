/** Samples of worksheets, the workbook, names and protection. */

import { codeOf, onSheet, withSales, type Sample } from './sample';

export const sheets: readonly Sample[] = [
  {
    title: 'sheets are added, named, coloured, moved, hidden and counted',
    run: ({ Excel: excel }) =>
      excel.run(async (context) => {
        const { worksheets } = context.workbook;
        const plan = worksheets.add('Plan');
        plan.tabColor = '#FF8000';
        plan.position = 0;
        worksheets.add('Archive').visibility = 'Hidden';
        const counts = [worksheets.getCount(), worksheets.getCount(true)];
        worksheets.load('items/name,items/position,items/visibility');
        plan.load('tabColor');
        const next = plan.getNext(true).load('name');
        await context.sync();
        return [
          worksheets.items.map(({ name, position, visibility }) => [name, position, visibility]),
          counts.map(({ value }) => value),
          plan.tabColor,
          next.name,
        ];
      }),
    gives: [
      [
        ['Plan', 0, 'Visible'],
        ['Sheet1', 1, 'Visible'],
        ['Archive', 2, 'Hidden'],
      ],
      [3, 2],
      '#FF8000',
      'Sheet1',
    ],
  },
  {
    title: 'a copy behind its original, with its values',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        withSales(sheet);
        const copy = sheet.copy('After', sheet).load('name,position');
        const cell = copy.getRange('B2').load('values');
        await context.sync();
        return [copy.name, copy.position, cell.values];
      }),
    gives: ['Sheet1 (2)', 1, [['Lamp']]],
  },
  {
    title: 'names that no sheet may have',
    run: async (excel) => {
      const rename = (name: string): Promise<string> =>
        codeOf(
          onSheet(excel, async (sheet, context) => {
            sheet.name = name;
            await context.sync();
          }),
        );
      const codes: string[] = [];
      for (const name of ['', 'a/b', 'a:b', '[a]', 'x'.repeat(32), 'Other', 'x'.repeat(31)]) codes.push(await rename(name));
      return codes;
    },
    start: { sheets: ['Sheet1', 'Other'] },
    gives: [
      'InvalidArgument',
      'InvalidArgument',
      'InvalidArgument',
      'InvalidArgument',
      'InvalidArgument',
      'ItemAlreadyExists',
      'accepted',
    ],
  },
  {
    title: 'panes stay, and lines go from the screen',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        sheet.freezePanes.freezeAt('A1:B2');
        sheet.showGridlines = false;
        const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
        sheet.load('showGridlines');
        await context.sync();
        const address = frozen.address;
        sheet.freezePanes.unfreeze();
        const none = sheet.freezePanes.getLocationOrNullObject();
        await context.sync();
        return [address, sheet.showGridlines, none.isNullObject];
      }),
    gives: ['Sheet1!A1:B2', false, true],
  },
  {
    title: 'a protected sheet keeps its locked cells and opens with its password',
    run: async (excel) => {
      const write = (address: string): Promise<string> =>
        codeOf(
          onSheet(excel, async (sheet, context) => {
            sheet.getRange(address).values = [[1]];
            await context.sync();
          }),
        );
      await onSheet(excel, async (sheet, context) => {
        sheet.getRange('B1').format.protection.locked = false;
        sheet.protection.protect({ allowFormatCells: true }, 'open');
        await context.sync();
      });
      const unlock = (password: string): Promise<string> =>
        codeOf(
          onSheet(excel, async (sheet, context) => {
            sheet.protection.unprotect(password);
            await context.sync();
          }),
        );
      const locked = [await write('A1'), await write('B1')];
      const wrong = await unlock('shut');
      const right = await unlock('open');
      return [locked, wrong !== 'accepted', right, await write('A1')];
    },
    gives: [['AccessDenied', 'accepted'], true, 'accepted', 'accepted'],
  },
  {
    title: 'a protected workbook keeps its sheets',
    run: async (excel) => {
      const { Excel: api } = excel;
      await api.run(async (context) => {
        context.workbook.protection.protect();
        await context.sync();
      });
      const add = codeOf(
        api.run(async (context) => {
          context.workbook.worksheets.add('More');
          await context.sync();
        }),
      );
      return add;
    },
    gives: 'AccessDenied',
  },
  {
    title: 'the selection of one range and of several',
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        sheet.getRange('B2:C3').select();
        const selected = context.workbook.getSelectedRange().load('address');
        await context.sync();
        return selected.address;
      });
      const { Excel: api } = excel;
      return api.run(async (context) => {
        const selected = context.workbook.getSelectedRange().load('address');
        const cell = context.workbook.getActiveCell().load('address');
        await context.sync();
        return [selected.address, cell.address];
      });
    },
    gives: ['Sheet1!B2:C3', 'Sheet1!B2'],
  },
  {
    title: 'calculation by hand: formulas wait until they are asked',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        const { application } = context.workbook;
        sheet.getRange('A1:A2').values = [[2], ['=A1*10']];
        await context.sync();
        application.calculationMode = 'Manual';
        sheet.getRange('A1').values = [[5]];
        const before = sheet.getRange('A2').load('values');
        await context.sync();
        const old = before.values;
        application.calculate('Full');
        before.load('values');
        application.load('calculationMode');
        await context.sync();
        return [old, before.values, application.calculationMode];
      }),
    gives: [[[20]], [[50]], 'Manual'],
  },
  {
    title: 'names for a range, a constant and a formula',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        withSales(sheet);
        const { names } = context.workbook;
        names.add('Pieces', sheet.getRange('C2:C5'));
        names.add('Rate', '=0.2', 'of the price');
        names.add('Total', '=SUM(Pieces)');
        sheet.names.add('Here', sheet.getRange('A1'));
        sheet.getRange('F1').formulas = [['=Total*Rate']];
        const items = names.load('items/name,items/type,items/value');
        const cell = sheet.getRange('F1').load('values');
        const range = names.getItem('Pieces').getRange().load('address');
        const none = names.getItemOrNullObject('Here');
        await context.sync();
        return [
          items.items.map(({ name, type, value }): unknown[] => [name, type, value]),
          Math.round(Number(cell.values[0]?.[0]) * 100) / 100,
          range.address,
          none.isNullObject,
        ];
      }),
    gives: [
      [
        ['Pieces', 'Range', 'Sheet1!C2:C5'],
        ['Rate', 'Double', 0.2],
        ['Total', 'Integer', 7],
      ],
      1.4,
      'Sheet1!C2:C5',
      true,
    ],
  },
  {
    title: 'names that cannot be, and one that is taken',
    run: async (excel) => {
      const add = (name: string): Promise<string> =>
        codeOf(
          onSheet(excel, async (sheet, context) => {
            context.workbook.names.add(name, sheet.getRange('A1'));
            await context.sync();
          }),
        );
      return [await add('Good_name'), await add('Good_name'), await add('bad name'), await add('B2'), await add('2nd')];
    },
    gives: ['accepted', 'ItemAlreadyExists', 'InvalidArgument', 'InvalidArgument', 'InvalidArgument'],
  },
  {
    title: 'the printed page: orientation, fitting, titles, breaks, headers',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        withSales(sheet);
        const { pageLayout, horizontalPageBreaks } = sheet;
        pageLayout.orientation = 'Landscape';
        pageLayout.zoom = { horizontalFitToPages: 1 };
        pageLayout.setPrintArea('A1:D5');
        pageLayout.setPrintTitleRows('$1:$1');
        pageLayout.headersFooters.defaultForAllPages.centerFooter = 'Page &P';
        pageLayout.headersFooters.state = 'FirstAndDefault';
        pageLayout.headersFooters.firstPage.centerFooter = 'Cover';
        horizontalPageBreaks.add('A4');
        const area = pageLayout.getPrintArea().load('address');
        const titles = pageLayout.getPrintTitleRows().load('address');
        pageLayout.load('orientation,zoom');
        const first = pageLayout.headersFooters.firstPage.load('centerFooter');
        const count = horizontalPageBreaks.getCount();
        const after = horizontalPageBreaks.getItem(0).getCellAfterBreak().load('address');
        await context.sync();
        return [
          pageLayout.orientation,
          pageLayout.zoom,
          area.address,
          titles.address,
          first.centerFooter,
          count.value,
          after.address,
        ];
      }),
    gives: ['Landscape', { horizontalFitToPages: 1 }, 'Sheet1!A1:D5', 'Sheet1!1:1', 'Cover', 1, 'Sheet1!A4'],
  },
];
