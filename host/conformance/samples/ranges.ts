/** Samples of ranges. */

import { codeOf, onSheet, withSales, type Sample } from './sample';

export const ranges: readonly Sample[] = [
  {
    title: 'values are read as a person types them, and shown by their formats',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        const range = sheet.getRange('A1:D1');
        range.values = [['1,250.5', '=A1*2', '2026-03-01', "'007"]];
        range.load('values,text,valueTypes');
        await context.sync();
        return [range.values, range.text, range.valueTypes];
      }),
    gives: [
      [[1250.5, 2501, 46082, '007']],
      [['1,250.50', '2501', '3/1/2026', '007']],
      [['Double', 'Double', 'Double', 'String']],
    ],
  },
  {
    title: 'a column of products filled by one relative formula',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        withSales(sheet);
        sheet.getRange('E2').formulas = [['=C2*D2']];
        sheet.getRange('E3:E5').copyFrom('E2');
        const column = sheet.getRange('E2:E5').load('values,formulas,formulasR1C1');
        await context.sync();
        return [column.values, column.formulas[3], column.formulasR1C1[3]];
      }),
    gives: [[[73.5], [120], [24.5], [180]], ['=C5*D5'], ['=RC[-2]*RC[-1]']],
  },
  {
    title: 'the used range, its last row, and the cells beside it',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        withSales(sheet);
        const used = sheet.getUsedRange(true);
        const found = [used, used.getLastRow(), used.getColumnsAfter(1), used.getOffsetRange(1, 0).getResizedRange(-1, 0)];
        for (const range of found) range.load('address');
        await context.sync();
        return found.map(({ address }) => address);
      }),
    gives: ['Sheet1!A1:D5', 'Sheet1!A5:D5', 'Sheet1!E1:E5', 'Sheet1!A2:D5'],
  },
  {
    title: 'inserted rows push cells down, and formulas follow',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        sheet.getRange('A1:A3').values = [[1], [2], ['=SUM(A1:A2)']];
        sheet.getRange('2:2').insert('Down');
        const range = sheet.getRange('A1:A4').load('formulas');
        await context.sync();
        return range.formulas;
      }),
    gives: [[1], [''], [2], ['=SUM(A1:A3)']],
  },
  {
    title: 'sorting by two columns, headers apart',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        const range = withSales(sheet);
        range.sort.apply(
          [
            { key: 1, ascending: true },
            { key: 2, ascending: false },
          ],
          false,
          true,
        );
        const items = sheet.getRange('B1:C5').load('values');
        await context.sync();
        return items.values;
      }),
    gives: [
      ['Item', 'Pieces'],
      ['Chair', 2],
      ['Lamp', 3],
      ['Lamp', 1],
      ['Table', 1],
    ],
  },
  {
    title: 'find, replace, and duplicates taken out',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        const range = withSales(sheet);
        const found = range.find('chair', { completeMatch: true, matchCase: false }).load('address');
        const none = range.findOrNullObject('sofa', {});
        const count = range.replaceAll('Lamp', 'Light', {});
        const removed = range.removeDuplicates([1], true).load('removed,uniqueRemaining');
        await context.sync();
        return [found.address, none.isNullObject, count.value, removed.removed, removed.uniqueRemaining];
      }),
    gives: ['Sheet1!B3', true, 2, 1, 3],
  },
  {
    title: 'formats of a heading, read back from a part of it',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        const heading = sheet.getRange('A1:D1');
        heading.format.fill.color = '#1F4E78';
        heading.format.font.color = 'white';
        heading.format.font.bold = true;
        heading.format.borders.getItem('EdgeBottom').style = 'Double';
        const cell = sheet.getRange('B1').load('format/fill/color,format/font/color,format/font/bold');
        const mixed = sheet.getRange('A1:A2').load('format/font/bold');
        const border = sheet.getRange('C1').format.borders.getItem('EdgeBottom').load('style');
        await context.sync();
        const { fill, font } = cell.format;
        return [fill.color, font.color, font.bold, mixed.format.font.bold, border.style];
      }),
    gives: ['#1F4E78', '#FFFFFF', true, null, 'Double'],
  },
  {
    title: 'properties of cells, rows and columns as plain objects',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        const range = sheet.getRange('A1:B2');
        range.setCellProperties([
          [{ format: { font: { bold: true } } }, {}],
          [{}, { format: { fill: { color: '#FFFF00' } } }],
        ]);
        range.setRowProperties([{ format: { rowHeight: 30 } }, { rowHidden: true }]);
        range.setColumnProperties([{ format: { columnWidth: 90 } }, {}]);
        const cells = range.getCellProperties({ address: true, format: { font: { bold: true }, fill: { color: true } } });
        const rows = range.getRowProperties({ rowHidden: true, rowIndex: true, format: { rowHeight: true } });
        const columns = range.getColumnProperties({ columnIndex: true, format: { columnWidth: true } });
        await context.sync();
        return [cells.value, rows.value, columns.value[0]];
      }),
    gives: [
      [
        [
          { address: 'Sheet1!A1', format: { font: { bold: true }, fill: { color: '#FFFFFF' } } },
          { address: 'Sheet1!B1', format: { font: { bold: false }, fill: { color: '#FFFFFF' } } },
        ],
        [
          { address: 'Sheet1!A2', format: { font: { bold: false }, fill: { color: '#FFFFFF' } } },
          { address: 'Sheet1!B2', format: { font: { bold: false }, fill: { color: '#FFFF00' } } },
        ],
      ],
      [
        { rowHidden: false, rowIndex: 0, format: { rowHeight: 30 } },
        { rowHidden: true, rowIndex: 1, format: { rowHeight: 15 } },
      ],
      { columnIndex: 0, format: { columnWidth: 90 } },
    ],
  },
  {
    title: 'cell styles: Excel’s own, and one that changes later',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        const { styles } = context.workbook;
        styles.add('Told');
        const told = styles.getItem('Told');
        told.font.bold = true;
        told.fill.color = '#FFF2CC';
        sheet.getRange('A1:B1').style = 'Heading1';
        sheet.getRange('A2:B2').style = 'Told';
        sheet.getRange('B2').format.font.italic = true;
        told.font.color = '#C00000';
        const [heading, cell, mixed] = ['A1:B1', 'A2', 'A1:A3'].map((address) => sheet.getRange(address).load('style'));
        const font = sheet.getRange('A2').format.font.load('bold,color');
        const heads = sheet.getRange('A1').format.font.load('size');
        styles.getItem('Good').load('builtIn,name');
        await context.sync();
        told.delete();
        cell?.load('style');
        const bold = sheet.getRange('A2').format.font.load('bold');
        const before = [heading?.style, cell?.style, mixed?.style, font.bold, font.color, heads.size];
        await context.sync();
        return [before, cell?.style, bold.bold];
      }),
    gives: [['Heading1', 'Told', null, true, '#C00000', 15], 'Normal', false],
  },
  {
    title: 'styles that cannot be',
    run: async (excel) => {
      const change = (work: (styles: Excel.StyleCollection, cell: Excel.Range) => void): Promise<string> =>
        codeOf(
          onSheet(excel, async (sheet, context) => {
            work(context.workbook.styles, sheet.getRange('A1'));
            await context.sync();
          }),
        );
      return [
        await change((styles) => styles.add('Heading 1')),
        await change((styles) => styles.getItem('Nowhere').load('name')),
        await change((styles) => styles.getItem('Normal').delete()),
        await change((_styles, cell) => (cell.style = 'Nowhere')),
      ];
    },
    gives: ['ItemAlreadyExists', 'ItemNotFound', 'InvalidOperation', 'InvalidArgument'],
  },
  {
    title: 'groups of rows fold and unfold',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        const rows = sheet.getRange('2:4');
        rows.group('ByRows');
        rows.hideGroupDetails('ByRows');
        const folded = sheet.getRange('A3').load('rowHidden');
        await context.sync();
        const wasHidden = folded.rowHidden;
        sheet.showOutlineLevels(2, 0);
        folded.load('rowHidden');
        await context.sync();
        const wrong = await codeOf(
          onSheet(excel, async (again, other) => {
            again.getRange('2:4').group('ByColumns');
            await other.sync();
          }),
        );
        return [wasHidden, folded.rowHidden, wrong];
      }),
    gives: [true, false, 'InvalidArgument'],
  },
  {
    title: 'the visible rows of a filtered list are read and written',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        withSales(sheet);
        sheet.getRange('3:3').rowHidden = true;
        const view = sheet.getRange('B2:C4').getVisibleView();
        view.values = [
          ['Lamp', 30],
          ['Lamp', 10],
        ];
        const all = sheet.getRange('B2:C4').load('values');
        await context.sync();
        return all.values;
      }),
    gives: [
      ['Lamp', 30],
      ['Chair', 2],
      ['Lamp', 10],
    ],
  },
  {
    title: 'several areas at once, and special cells',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        withSales(sheet).getCell(0, 4).formulas = [['=SUM(C2:C5)']];
        const areas = sheet.getRanges('A1:D1,A5:D5').load('address,areaCount,cellCount');
        const formulas = sheet.getUsedRange().getSpecialCells('Formulas').load('address');
        const errors = sheet.getUsedRange().getSpecialCellsOrNullObject('Formulas', 'Errors');
        await context.sync();
        return [areas.address, areas.areaCount, areas.cellCount, formulas.address, errors.isNullObject];
      }),
    gives: ['Sheet1!A1:D1,Sheet1!A5:D5', 2, 8, 'Sheet1!E1', true],
  },
];
