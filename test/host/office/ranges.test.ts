import { openWorkbook, refusal, table, type Opened } from './support';

/** Runs in a workbook and answers what the work answers. */
const inSheet = <T>(opened: Opened, work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  opened.Excel.run((context) => work(context.workbook.worksheets.getItem('Sheet1'), context));

const fill = (opened: Opened, rows: readonly (readonly unknown[])[], address = 'A1'): Promise<void> =>
  inSheet(opened, async (sheet, context) => {
    sheet.getRange(address).getAbsoluteResizedRange(rows.length, rows[0]?.length ?? 1).values = rows as unknown[][];
    await context.sync();
  });

const FINDS: readonly (readonly [string, (sheet: Excel.Worksheet) => Excel.Range, string])[] = [
  ['a cell', (sheet) => sheet.getCell(1, 2), 'C2'],
  ['by indexes', (sheet) => sheet.getRangeByIndexes(1, 1, 3, 2), 'B2:C4'],
  ['whole columns', (sheet) => sheet.getRange('B:C'), 'B:C'],
  ['whole rows', (sheet) => sheet.getRange('2:3'), '2:3'],
  ['the sheet', (sheet) => sheet.getRange(), '1:1048576'],
  ['a row of a range', (sheet) => sheet.getRange('B2:D5').getRow(1), 'B3:D3'],
  ['a column of a range', (sheet) => sheet.getRange('B2:D5').getColumn(2), 'D2:D5'],
  ['rows above', (sheet) => sheet.getRange('B5:D6').getRowsAbove(2), 'B3:D4'],
  ['rows below', (sheet) => sheet.getRange('B5:D6').getRowsBelow(), 'B7:D7'],
  ['rows above, counted inwards', (sheet) => sheet.getRange('B5:D8').getRowsAbove(-2), 'B5:D6'],
  ['columns before', (sheet) => sheet.getRange('C2:D3').getColumnsBefore(2), 'A2:B3'],
  ['columns after', (sheet) => sheet.getRange('C2:D3').getColumnsAfter(1), 'E2:E3'],
  ['resized', (sheet) => sheet.getRange('B2:C3').getResizedRange(2, -1), 'B2:B5'],
  ['resized to', (sheet) => sheet.getRange('B2').getAbsoluteResizedRange(3, 2), 'B2:C4'],
  ['offset', (sheet) => sheet.getRange('B2:C3').getOffsetRange(2, 1), 'C4:D5'],
  ['the rectangle around two', (sheet) => sheet.getRange('B2').getBoundingRect('D5'), 'B2:D5'],
  ['what two share', (sheet) => sheet.getRange('A1:C3').getIntersection('B2:E9'), 'B2:C3'],
  ['the last cell', (sheet) => sheet.getRange('B2:D5').getLastCell(), 'D5'],
  ['the last row', (sheet) => sheet.getRange('B2:D5').getLastRow(), 'B5:D5'],
  ['the last column', (sheet) => sheet.getRange('B2:D5').getLastColumn(), 'D2:D5'],
  ['the entire row', (sheet) => sheet.getRange('B2:D5').getEntireRow(), '2:5'],
  ['the entire column', (sheet) => sheet.getRange('B2:D5').getEntireColumn(), 'B:D'],
];

test.each(FINDS)('%s', async (_what, find, address) => {
  await inSheet(openWorkbook(), async (sheet, context) => {
    const range = find(sheet).load('address');
    await context.sync();
    expect(range.address).toBe(`Sheet1!${address}`);
  });
});

const DATA = table(`
  Deal  Value  Stage
  D-1   100    won
  D-2   200    lost
`);

test('used ranges, regions and edges', async () => {
  const opened = openWorkbook();
  await fill(opened, DATA, 'B2');
  await fill(opened, [['far']], 'H9');
  await inSheet(opened, async (sheet, context) => {
    const found = {
      used: sheet.getUsedRange(true),
      within: sheet.getRange('A:D').getUsedRange(),
      region: sheet.getRange('C3').getSurroundingRegion(),
      down: sheet.getRange('B2').getRangeEdge('Down'),
      right: sheet.getRange('B2').getExtendedRange('Right'),
      past: sheet.getRange('B4').getRangeEdge('Down'),
      over: sheet.getRange('H2').getRangeEdge('Down'),
      empty: sheet.getRange('J1:K9').getUsedRangeOrNullObject(),
    };
    for (const range of Object.values(found)) range.load('address');
    await context.sync();
    const { empty, ...there } = found;
    expect(empty.isNullObject).toBe(true);
    expect(Object.fromEntries(Object.entries(there).map(([name, range]) => [name, range.address.slice(7)]))).toEqual({
      used: 'B2:H9',
      within: 'B2:D4',
      region: 'B2:D4',
      down: 'B4',
      right: 'B2:D2',
      past: 'B1048576',
      over: 'H9',
    });
  });
});

test('a range off the sheet, and two that share nothing', async () => {
  const opened = openWorkbook();
  const off = inSheet(opened, async (sheet, context) => {
    sheet.getRange('A1').getOffsetRange(-1, 0).load('address');
    await context.sync();
  });
  expect((await refusal(off)).code).toBe('InvalidArgument');
  await inSheet(opened, async (sheet, context) => {
    const none = sheet.getRange('A1').getIntersectionOrNullObject('B2');
    await context.sync();
    expect(none.isNullObject).toBe(true);
  });
  const apart = inSheet(opened, async (sheet, context) => {
    sheet.getRange('A1').getIntersection('B2').load('address');
    await context.sync();
  });
  expect((await refusal(apart)).code).toBe('ItemNotFound');
});

test('formats: the same over a range, or mixed as Excel tells it', async () => {
  await inSheet(openWorkbook(), async (sheet, context) => {
    sheet.getRange('A1:B2').format.fill.color = 'yellow';
    sheet.getRange('A1').format.font.bold = true;
    sheet.getRange('A1:A2').format.horizontalAlignment = 'Right';
    sheet.getRange('B1:B2').numberFormat = [['0.00'], ['@']];
    const range = sheet
      .getRange('A1:B2')
      .load(
        'numberFormat,numberFormatCategories,format/horizontalAlignment,format/wrapText,format/fill/color,format/font/bold,format/font/name',
      );
    const wider = sheet.getRange('A1:C2').load('format/fill/color,format/font/color');
    await context.sync();
    expect(range.numberFormat).toEqual([
      ['General', '0.00'],
      ['General', '@'],
    ]);
    expect(range.numberFormatCategories).toEqual([
      ['General', 'Number'],
      ['General', 'Text'],
    ]);
    expect([range.format.horizontalAlignment, range.format.wrapText, range.format.fill.color, range.format.font.bold]).toEqual([
      null,
      false,
      '#FFFF00',
      null,
    ]);
    expect([wider.format.fill.color, wider.format.font.color]).toEqual(['', '#000000']);
  });
});

test('formats of whole columns are told without looking at a million cells', async () => {
  await inSheet(openWorkbook(), async (sheet, context) => {
    sheet.getRange('B:B').format.fill.color = '#AABBCC';
    const one = sheet.getRange('B:B').load('format/fill/color');
    const two = sheet.getRange('A:B').load('format/fill/color');
    await context.sync();
    expect([one.format.fill.color, two.format.fill.color]).toEqual(['#AABBCC', '']);
  });
});

test('borders along the edges and inside', async () => {
  await inSheet(openWorkbook(), async (sheet, context) => {
    const range = sheet.getRange('B2:C3');
    const bottom = range.format.borders.getItem('EdgeBottom');
    bottom.style = 'Continuous';
    bottom.weight = 'Medium';
    bottom.color = '#112233';
    range.format.borders.getItem('InsideVertical').style = 'Dash';
    const under = sheet.getRange('C3').format.borders.getItem('EdgeBottom').load('style,weight,color');
    const right = sheet.getRange('B2').format.borders.getItem('EdgeRight').load('style');
    const top = range.format.borders.getItem('EdgeTop').load('style');
    const all = range.format.borders.load('items/sideIndex,items/style');
    await context.sync();
    expect([under.style, under.weight, under.color, right.style, top.style]).toEqual([
      'Continuous',
      'Medium',
      '#112233',
      'Dash',
      'None',
    ]);
    expect(all.items.map(({ sideIndex }) => sideIndex)).toHaveLength(8);
  });
});

test('sizes in points, hidden rows and columns, positions', async () => {
  await inSheet(openWorkbook(), async (sheet, context) => {
    sheet.getRange('A:A').format.columnWidth = 105;
    sheet.getRange('1:2').format.rowHeight = 30;
    sheet.getRange('2:2').rowHidden = true;
    const cell = sheet.getRange('B3').load('left,top,rowHidden');
    const rows = sheet.getRange('A1:A3').load('rowHidden,hidden,format/rowHeight,format/columnWidth');
    await context.sync();
    expect([cell.left, cell.top, cell.rowHidden]).toEqual([105, 30, false]);
    expect([rows.rowHidden, rows.hidden, rows.format.columnWidth]).toEqual([null, null, 105]);
  });
});

test('insert and delete: cells make room, and the new range is answered', async () => {
  const opened = openWorkbook();
  await fill(opened, [['a'], ['b'], ['c']]);
  await inSheet(opened, async (sheet, context) => {
    const inserted = sheet.getRange('A2').insert('Down').load('address');
    await context.sync();
    const after = sheet.getRange('A1:A4').load('values');
    sheet.getRange('1:1').delete('Up');
    const last = sheet.getRange('A1:A3').load('values');
    await context.sync();
    expect(inserted.address).toBe('Sheet1!A2');
    expect(after.values).toEqual([['a'], [''], ['b'], ['c']]);
    expect(last.values).toEqual([[''], ['b'], ['c']]);
  });
});

test('values copied to another sheet are those before the copy, also of formulas that look at where it goes', async () => {
  const opened = openWorkbook(['Sheet1', 'Other']);
  await fill(opened, [['=Other!A2+1', 7, 'text', true, '=1/0']]);
  await inSheet(opened, async (sheet, context) => {
    const other = context.workbook.worksheets.getItem('Other');
    other.getRange('A2').values = [[40]];
    other.getRange('A2:E2').copyFrom(sheet.getRange('A1:E1'), 'Values');
    const copied = other.getRange('A2:E2').load('formulas');
    const source = sheet.getRange('A1').load('values');
    await context.sync();
    expect(copied.formulas).toEqual([[41, 7, 'text', true, '#DIV/0!']]);
    expect(source.values).toEqual([[42]]);
  });
});

test('a block is one change: a blank empties its cell, and a formula in it sees the other cells', async () => {
  const opened = openWorkbook();
  await fill(opened, [[1, 2]]);
  await inSheet(opened, async (sheet, context) => {
    const block = sheet.getRange('A1:B2');
    block.values = [
      ['', '=B2*2'],
      ['03/04/2026', 21],
    ];
    block.load('values');
    await context.sync();
    expect(block.values).toEqual([
      ['', 42],
      [46_085, 21],
    ]);
  });
});

test('moveTo takes contents and looks along, and every reference to them', async () => {
  const opened = openWorkbook(['Sheet1', 'Other']);
  await fill(opened, [[1, '=A1*2', '=B1+1']]);
  await inSheet(opened, async (sheet, context) => {
    sheet.getRange('B1').format.fill.color = 'red';
    sheet.getRange('B1').moveTo('Other!C3');
    const other = context.workbook.worksheets.getItem('Other').getRange('C3').load('formulas,format/fill/color');
    const left = sheet.getRange('A1:C1').load('formulas,values');
    await context.sync();
    expect([other.formulas, other.format.fill.color]).toEqual([[['=Sheet1!A1*2']], '#FF0000']);
    expect([left.formulas, left.values]).toEqual([[[1, '', '=Other!C3+1']], [[1, '', 3]]]);
  });
});

test('copyFrom moves references, repeats and takes only what is asked', async () => {
  const opened = openWorkbook(['Sheet1', 'Other']);
  await fill(opened, [
    [1, '=A1*2'],
    [2, '=A2*2'],
  ]);
  await inSheet(opened, async (sheet, context) => {
    sheet.getRange('A1:B1').format.fill.color = 'red';
    sheet.getRange('D1:E4').copyFrom('A1:B2');
    sheet.getRange('G1').copyFrom(sheet.getRange('A1:B2'), 'Values');
    const other = context.workbook.worksheets.getItem('Other');
    other.getRange('A1').copyFrom('Sheet1!A1:B2', 'Values', false, true);
    const copied = sheet.getRange('D1:E4').load('formulas');
    const values = sheet.getRange('G1:H2').load('formulas,format/fill/color');
    const turned = other.getRange('A1:B2').load('formulas');
    const painted = sheet.getRange('D1').load('format/fill/color');
    await context.sync();
    expect(copied.formulas).toEqual([
      [1, '=D1*2'],
      [2, '=D2*2'],
      [1, '=D3*2'],
      [2, '=D4*2'],
    ]);
    expect([values.formulas, values.format.fill.color]).toEqual([
      [
        [1, 2],
        [2, 4],
      ],
      '#FFFFFF',
    ]);
    expect(turned.formulas).toEqual([
      [1, 2],
      [2, 4],
    ]);
    expect(painted.format.fill.color).toBe('#FF0000');
  });
});

test('merge keeps the first cell, unmerge lets go', async () => {
  const opened = openWorkbook();
  await fill(opened, [
    ['title', 'lost'],
    ['x', 'y'],
  ]);
  await inSheet(opened, async (sheet, context) => {
    sheet.getRange('A1:B1').merge();
    const merged = sheet.getRange('A1:B2').getMergedAreasOrNullObject().load('address');
    const row = sheet.getRange('A1:B1').load('values');
    await context.sync();
    expect([merged.address, row.values]).toEqual(['Sheet1!A1:B1', [['title', '']]]);
    sheet.getRange('A1:B1').unmerge();
    const none = sheet.getRange('A1:B2').getMergedAreasOrNullObject();
    await context.sync();
    expect(none.isNullObject).toBe(true);
  });
});

test('sorting: numbers, texts, booleans, blanks last; by several keys', async () => {
  const opened = openWorkbook();
  await fill(opened, [
    ['h', 'n'],
    ['b', 2],
    ['a', 2],
    ['', 1],
    ['c', true],
  ]);
  await inSheet(opened, async (sheet, context) => {
    sheet.getRange('A1:B5').sort.apply(
      [
        { key: 1, ascending: false },
        { key: 0, ascending: true },
      ],
      false,
      true,
    );
    const sorted = sheet.getRange('A1:B5').load('values');
    await context.sync();
    expect(sorted.values).toEqual([
      ['h', 'n'],
      ['c', true],
      ['a', 2],
      ['b', 2],
      ['', 1],
    ]);
  });
});

test('find, find all, replace all, special cells, duplicates', async () => {
  const opened = openWorkbook();
  await fill(opened, [
    ['Acme Ltd', 1],
    ['acme', '=1/0'],
    ['Beta', ''],
    ['Acme Ltd', 1],
  ]);
  await inSheet(opened, async (sheet, context) => {
    const whole = sheet.getRange('A1:B4');
    const first = whole.find('acme', { completeMatch: true }).load('address');
    const none = whole.findOrNullObject('nobody', {});
    const all = sheet.findAll('acme', {}).load('address,areaCount');
    const numbers = whole.getSpecialCells('Constants', 'Numbers').load('address');
    const formulas = whole.getSpecialCells('Formulas', 'Errors').load('address');
    const blanks = whole.getSpecialCells('Blanks').load('address');
    const replaced = whole.replaceAll('Ltd', 'Limited', { matchCase: true });
    const gone = whole.removeDuplicates([0], false).load();
    await context.sync();
    expect([first.address, none.isNullObject]).toEqual(['Sheet1!A2', true]);
    expect([all.address, all.areaCount]).toEqual(['Sheet1!A1:A2,Sheet1!A4', 2]);
    expect([numbers.address, formulas.address, blanks.address]).toEqual(['Sheet1!B1,Sheet1!B4', 'Sheet1!B2', 'Sheet1!B3']);
    expect([replaced.value, gone.removed, gone.uniqueRemaining]).toEqual([2, 1, 3]);
    const left = whole.load('values');
    await context.sync();
    expect(left.values).toEqual([
      ['Acme Limited', 1],
      ['acme', '#DIV/0!'],
      ['Beta', ''],
      ['', ''],
    ]);
  });
});

test('a named style reaches whole columns and rows, and leaves each cell what it does not include', async () => {
  const opened = openWorkbook();
  await fill(opened, [['a', 'b']]);
  await inSheet(opened, async (sheet, context) => {
    const { styles } = context.workbook;
    styles.add('Told');
    const told = styles.getItem('Told');
    told.includeFont = false;
    told.fill.color = '#FFF2CC';
    const [first, second, column, row] = ['A1', 'B1', 'D5', 'F9'].map((address) => sheet.getRange(address));
    if (!first || !second || !column || !row) throw new Error('four cells');
    first.format.font.bold = true;
    second.format.font.italic = true;
    for (const address of ['A1:B1', 'D:D', '9:9']) sheet.getRange(address).style = 'Told';
    first.format.font.load('bold,italic');
    second.format.font.load('bold,italic');
    await context.sync();
    expect([first, second].map(({ format }) => [format.font.bold, format.font.italic])).toEqual([
      [true, false],
      [false, true],
    ]);
    told.fill.color = '#C6EFCE';
    const cells = [first, second, column, row];
    for (const cell of cells) cell.load('style,format/fill/color');
    await context.sync();
    expect(cells.map(({ format, style }) => [style, format.fill.color])).toEqual(cells.map(() => ['Told', '#C6EFCE']));
    told.delete();
    for (const cell of cells) cell.load('style,format/fill/color');
    await context.sync();
    expect(cells.map(({ format, style }) => [style, format.fill.color])).toEqual(cells.map(() => ['Normal', '#FFFFFF']));
  });
});

test('a pattern finds filled cells and is replaced once in each', async () => {
  const opened = openWorkbook();
  await fill(opened, [
    ['Acme Ltd', 'aab'],
    ['', 'what?'],
  ]);
  await inSheet(opened, async (sheet, context) => {
    const whole = sheet.getRange('A1:B2');
    const all = sheet.findAll('*', {}).load('address');
    const literal = whole.find('~?', {}).load('address');
    const ends = whole.findOrNullObject('A*D', { matchCase: true });
    await context.sync();
    expect([all.address, literal.address, ends.isNullObject]).toEqual(['Sheet1!A1:B1,Sheet1!B2', 'Sheet1!B2', true]);
    const some = [
      whole.replaceAll('a*e', 'x', {}),
      whole.replaceAll('a', 'o', {}),
      whole.replaceAll('w*', '.', { completeMatch: true }),
    ];
    whole.load('values');
    await context.sync();
    expect(some.map(({ value }) => value)).toEqual([1, 3, 1]);
    expect(whole.values).toEqual([
      ['x Ltd', 'oob'],
      ['', '.'],
    ]);
    const stars = whole.replaceAll('*', '-', {});
    whole.load('values');
    await context.sync();
    expect(stars.value).toBe(3);
    expect(whole.values).toEqual([
      ['-', '-'],
      ['', '-'],
    ]);
  });
});

test('several areas at once', async () => {
  await inSheet(openWorkbook(), async (sheet, context) => {
    const areas = sheet.getRanges('A1:A2,C1').load('address,areaCount,cellCount,areas/items/address');
    areas.format.fill.color = 'yellow';
    const cell = sheet.getRange('C1').load('format/fill/color');
    await context.sync();
    expect([areas.address, areas.areaCount, areas.cellCount]).toEqual(['Sheet1!A1:A2,Sheet1!C1', 2, 3]);
    expect(areas.areas.items.map(({ address }) => address)).toEqual(['Sheet1!A1:A2', 'Sheet1!C1']);
    expect(cell.format.fill.color).toBe('#FFFF00');
  });
});

test('hyperlinks, their text and their way back', async () => {
  await inSheet(openWorkbook(['Sheet1', 'My sheet']), async (sheet, context) => {
    const cell = sheet.getRange('A1');
    cell.hyperlink = { documentReference: "'My sheet'!B7", textToDisplay: '=HYPERLINK("x")', screenTip: 'Go' };
    cell.load('hyperlink,values,formulas');
    const none = sheet.getRange('B1').load('hyperlink');
    await context.sync();
    expect(cell.hyperlink).toEqual({ documentReference: "'My sheet'!B7", textToDisplay: '=HYPERLINK("x")', screenTip: 'Go' });
    expect([cell.values, none.hyperlink]).toEqual([[['=HYPERLINK("x")']], null]);
  });
});

test('formats and links of many cells in one go; an empty object leaves a cell as it is', async () => {
  await inSheet(openWorkbook(['Sheet1', 'My sheet']), async (sheet, context) => {
    const range = sheet.getRange('A1:A3');
    range.values = [['first'], ['second'], ['third']];
    range.setCellProperties([
      [{ hyperlink: { documentReference: "'My sheet'!B7", screenTip: 'Go' } }],
      [{}],
      [
        {
          format: {
            font: { bold: true },
            fill: { color: '#FFFF00' },
            borders: { bottom: { color: '#FF0000', style: 'Double' } },
          },
        },
      ],
    ]);
    const [link, plain, dressed] = [0, 1, 2].map((row) =>
      range.getCell(row, 0).load('hyperlink,values,format/font/bold,format/fill/color'),
    ) as [Excel.Range, Excel.Range, Excel.Range];
    const border = dressed.format.borders.getItem('EdgeBottom').load('style,color');
    await context.sync();
    expect(link.hyperlink).toEqual({ documentReference: "'My sheet'!B7", screenTip: 'Go', textToDisplay: 'first' });
    expect([plain.hyperlink, plain.values, plain.format.font.bold]).toEqual([null, [['second']], false]);
    expect([dressed.format.font.bold, dressed.format.fill.color]).toEqual([true, '#FFFF00']);
    expect([border.style, border.color]).toEqual(['Double', '#FF0000']);
  });
});

test('properties of cells that do not fit the range, or that no cell has, are refused', async () => {
  await inSheet(openWorkbook(), async (sheet, context) => {
    for (const properties of [[[{}, {}]], [[{ colour: 'red' }]]]) {
      sheet.getRange('A1').setCellProperties(properties as Excel.SettableCellProperties[][]);
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
    }
  });
});

test('the visible view leaves hidden rows out', async () => {
  const opened = openWorkbook();
  await fill(opened, [[1], [2], [3]]);
  await inSheet(opened, async (sheet, context) => {
    sheet.getRange('2:2').rowHidden = true;
    const view = sheet.getRange('A1:A3').getVisibleView().load('values,rowCount,cellAddresses');
    await context.sync();
    expect([view.values, view.rowCount, view.cellAddresses]).toEqual([[[1], [3]], 2, [['A1'], ['A3']]]);
  });
});

test('autofill goes on with numbers, texts and formulas', async () => {
  const opened = openWorkbook();
  await fill(opened, [
    [1, 'INV-9', '=A1*2'],
    [3, 'INV-10', '=A2*2'],
  ]);
  await inSheet(opened, async (sheet, context) => {
    sheet.getRange('A1:C2').autoFill('A1:C4');
    const filled = sheet.getRange('A3:C4').load('formulas');
    await context.sync();
    expect(filled.formulas).toEqual([
      [5, 'INV-11', '=A3*2'],
      [7, 'INV-12', '=A4*2'],
    ]);
  });
});

test('selection and activation', async () => {
  const opened = openWorkbook(['Sheet1', 'Other']);
  await inSheet(opened, async (sheet, context) => {
    context.workbook.worksheets.getItem('Other').activate();
    sheet.getRange('B2:C3').select();
    const selected = context.workbook.getSelectedRange().load('address');
    const active = context.workbook.getActiveCell().load('address');
    const current = context.workbook.worksheets.getActiveWorksheet().load('name');
    await context.sync();
    expect([selected.address, active.address, current.name]).toEqual(['Sheet1!B2:C3', 'Sheet1!B2', 'Sheet1']);
  });
});
