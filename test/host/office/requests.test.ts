import { openWorkbook, refusal } from './support';

describe('what office.js itself says', () => {
  test('a property that was not loaded', async () => {
    const { Excel } = openWorkbook();
    const told = await refusal(
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        await context.sync();
        return sheet.name;
      }),
    );
    expect(told.code).toBe('PropertyNotLoaded');
  });
});

describe('refusals carry Excel’s code, its sentence and the place', () => {
  test('a sheet that is not there', async () => {
    const { Excel } = openWorkbook();
    const told = await refusal(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Nowhere').load('name');
        await context.sync();
      }),
    );
    expect(told).toEqual({
      code: 'ItemNotFound',
      message: "The requested resource doesn't exist.",
      location: 'WorksheetCollection.getItem',
    });
  });

  test('a table that is not there', async () => {
    const { Excel } = openWorkbook();
    const told = await refusal(
      Excel.run(async (context) => {
        context.workbook.tables.getItem('Deals').load('name');
        await context.sync();
      }),
    );
    expect(told.code).toBe('ItemNotFound');
  });

  test.each([['A0'], ['ZZZZ1'], ['Nowhere!A1'], ['A1:B2:C3'], ['two words'], ['A1048577']])('the address %s', async (address) => {
    const { Excel } = openWorkbook();
    const told = await refusal(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRange(address).load('address');
        await context.sync();
      }),
    );
    expect(told).toMatchObject({ code: 'InvalidArgument', location: 'Worksheet.getRange' });
  });

  test.each([
    ['too few rows', [[1, 2]]],
    [
      'too many columns',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    ['a ragged matrix', [[1, 2], [3]]],
  ])('an array of the wrong size: %s', async (_what, values) => {
    const { Excel, workbook } = openWorkbook();
    const told = await refusal(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2').values = values;
        await context.sync();
      }),
    );
    expect(told).toMatchObject({
      code: 'InvalidArgument',
      message: expect.stringContaining('rows or columns in the input array') as unknown,
    });
    expect(workbook.sheets[0]?.usedArea(false)).toBeNull();
  });

  test('an array of the wrong size that office.js cuts into slices', async () => {
    const { Excel } = openWorkbook();
    const told = await refusal(
      Excel.run(async (context) => {
        const values = Array.from({ length: 400 }, () => [1, 2, 3, 4, 5]);
        context.workbook.worksheets.getItem('Sheet1').getRange('A1:E500').values = values;
        await context.sync();
      }),
    );
    expect(told.code).toBe('InvalidArgument');
  });

  test('a text of more than 32,767 characters', async () => {
    const { Excel } = openWorkbook();
    const write = (length: number): Promise<void> =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [['x'.repeat(length)]];
        await context.sync();
      });
    await write(32_767);
    expect((await refusal(write(32_768))).code).toBe('InvalidArgument');
  });

  test.each([
    ['a name that is taken, in other letters', 'SHEET1', 'ItemAlreadyExists'],
    ['a name of 32 characters', 'x'.repeat(32), 'InvalidArgument'],
    ['a name with a slash', 'Q1/Q2', 'InvalidArgument'],
  ])('a new sheet with %s', async (_what, name, code) => {
    const { Excel } = openWorkbook();
    const told = await refusal(
      Excel.run(async (context) => {
        context.workbook.worksheets.add(name);
        await context.sync();
      }),
    );
    expect(told.code).toBe(code);
  });

  test('the last visible sheet can neither go nor hide', async () => {
    const { Excel } = openWorkbook(['Only', 'Other']);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Other').visibility = 'Hidden';
      await context.sync();
    });
    const gone = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Only').delete();
      await context.sync();
    });
    const hidden = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Only').visibility = 'Hidden';
      await context.sync();
    });
    expect((await refusal(gone)).code).not.toBe('GeneralException');
    expect((await refusal(hidden)).code).not.toBe('GeneralException');
  });

  test('a member that is not implemented says its name', async () => {
    const { Excel } = openWorkbook();
    const told = await refusal(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').shapes.addTextBox('x');
        await context.sync();
      }),
    );
    expect(told).toMatchObject({ code: 'ApiNotFound', message: 'Worksheet.Shapes is not part of this host.' });
  });

  test('a member above the declared requirement set', async () => {
    const { Excel, Office } = openWorkbook(['Sheet1'], { excelApi: '1.10' });
    const told = await refusal(
      Excel.run(async (context) => {
        const table = context.workbook.worksheets.getItem('Sheet1').tables.add('A1:B3', true);
        table.resize('A1:B4');
        await context.sync();
      }),
    );
    expect(told).toMatchObject({
      code: 'ApiNotFound',
      message: expect.stringContaining('Table.Resize needs ExcelApi 1.13') as unknown,
    });
    expect([
      Office.context.requirements.isSetSupported('ExcelApi', '1.10'),
      Office.context.requirements.isSetSupported('ExcelApi', '1.11'),
    ]).toEqual([true, false]);
  });
});

describe('a batch', () => {
  test('what ran before a refusal stays done', async () => {
    const { Excel, workbook } = openWorkbook();
    await refusal(
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        sheet.getRange('A1').values = [['done']];
        sheet.getRange('B1:C1').values = [['wrong size']];
        sheet.getRange('A2').values = [['never']];
        await context.sync();
      }),
    );
    expect([workbook.sheets[0]?.value(0, 0), workbook.sheets[0]?.value(1, 0)]).toEqual(['done', null]);
  });

  test('a path that creates runs once, however often it is used', async () => {
    const { Excel, workbook } = openWorkbook();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('New');
      sheet.getRange('A1').values = [[1]];
      sheet.getRange('A2').values = [[2]];
      sheet.load('name');
      await context.sync();
      sheet.getRange('A3').values = [[3]];
      await context.sync();
    });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'New']);
    expect([0, 1, 2].map((row) => workbook.sheet('New')?.value(row, 0))).toEqual([1, 2, 3]);
  });

  test('null objects: a missing sheet, and what hangs on it', async () => {
    const { Excel } = openWorkbook();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('Nowhere');
      const used = sheet.getUsedRangeOrNullObject();
      const empty = context.workbook.worksheets.getItem('Sheet1').getUsedRangeOrNullObject(true);
      used.load('address');
      await context.sync();
      expect([sheet.isNullObject, used.isNullObject, empty.isNullObject]).toEqual([true, true, true]);
    });
  });

  test('nested loads, whole collections and bare loads', async () => {
    const { Excel } = openWorkbook(['One', 'Two', 'Three']);
    await Excel.run(async (context) => {
      const one = context.workbook.worksheets.getItem('One');
      one.getRange('A1:B1').values = [['Deal', 'Value']];
      one.tables.add('A1:B3', true).name = 'Deals';
      const sheets = context.workbook.worksheets.load('items/name,items/tables/items/name');
      const top = context.workbook.worksheets.load({ $top: 1, $skip: 1, name: true });
      const range = one.getRange('A1').load('values,format/fill/color,format/font/bold,worksheet/name');
      const bare = one.load();
      await context.sync();
      expect(sheets.items.map((sheet) => sheet.name)).toEqual(['Two']);
      expect(top.items.map((sheet) => sheet.name)).toEqual(['Two']);
      expect([range.values, range.format.fill.color, range.format.font.bold, range.worksheet.name]).toEqual([
        [['Deal']],
        '#FFFFFF',
        false,
        'One',
      ]);
      expect([bare.name, bare.visibility, bare.showGridlines, bare.position]).toEqual(['One', 'Visible', true, 0]);
    });
  });

  test('ranges that were kept are let go after the run, and nobody waits for that', async () => {
    const { Excel, host } = openWorkbook();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
      await context.sync();
      range.values = [[1]];
      await context.sync();
    });
    await host.idle();
    expect(host.requests.map(({ kind }) => kind)).toEqual(['read', 'write', 'cleanUp']);
    await Excel.run(async (context) => {
      const count = (context.workbook as unknown as { _GetReferenceCount(): { value: number } })._GetReferenceCount();
      await context.sync();
      expect(count.value).toBe(0);
    });
  });

  test('a kept range moves with its cells', async () => {
    const { Excel, workbook } = openWorkbook();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const range = sheet.getRange('B5:C6');
      await context.sync();
      sheet.getRange('1:2').insert('Down');
      await context.sync();
      workbook.transact('person', () => workbook.sheets[0]?.insert({ top: 0, bottom: 1_048_575, left: 0, right: 0 }, 'Right'));
      range.load('address');
      await context.sync();
      expect(range.address).toBe('Sheet1!C7:D8');
    });
  });

  test('two runs at once are answered one after the other', async () => {
    const { Excel, host, workbook } = openWorkbook();
    const gate = host.faults.hold(1);
    const write = (cell: string): Promise<void> =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRange(cell).values = [[cell]];
        await context.sync();
      });
    const both = Promise.all([write('A1'), write('A2')]);
    await gate.reached;
    expect(workbook.sheets[0]?.usedArea(true)).toBeNull();
    gate.open();
    await both;
    expect([workbook.sheets[0]?.value(0, 0), workbook.sheets[0]?.value(1, 0)]).toEqual(['A1', 'A2']);
  });
});

describe('limits', () => {
  test('a request of more than 5 MB', async () => {
    const { Excel, host, workbook } = openWorkbook();
    const told = await refusal(
      Excel.run(async (context) => {
        const values = Array.from({ length: 200 }, () => ['x'.repeat(30_000)]);
        context.workbook.worksheets.getItem('Sheet1').getRange('A1:A200').values = values;
        await context.sync();
      }),
    );
    expect(told.code).toBe('RequestPayloadSizeLimitExceeded');
    expect(host.requests[0]?.bytes).toBeGreaterThan(5 * 1024 * 1024);
    expect(workbook.sheets[0]?.usedArea(false)).toBeNull();
  });

  test('an answer of more than 5 MB', async () => {
    const { Excel, workbook } = openWorkbook();
    workbook.transact('load', () => {
      for (let row = 0; row < 200; row += 1) workbook.sheets[0]?.setValue(row, 0, 'x'.repeat(30_000));
    });
    const told = await refusal(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getUsedRange().load('values');
        await context.sync();
      }),
    );
    expect(told.code).toBe('ResponsePayloadSizeLimitExceeded');
  });

  test('values of more than five million cells are null', async () => {
    const { Excel } = openWorkbook();
    await Excel.run(async (context) => {
      const whole = context.workbook.worksheets.getItem('Sheet1').getRange().load('values,address,cellCount');
      await context.sync();
      expect([whole.values, whole.address, whole.cellCount]).toEqual([null, 'Sheet1!1:1048576', -1]);
    });
  });
});

describe('cell-edit mode', () => {
  const write = (delayForCellEdit: boolean): Promise<void> =>
    Excel.run({ delayForCellEdit }, async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [['written']];
      await context.sync();
    });

  test('a request that does not wait is refused', async () => {
    const { host } = openWorkbook();
    host.setEditing(true);
    expect((await refusal(write(false))).code).toBe('InvalidOperationInCellEditMode');
  });

  test('one that waits goes on when editing ends', async () => {
    const { host, workbook } = openWorkbook();
    host.setEditing(true);
    const writing = write(true);
    await Promise.resolve();
    expect(workbook.sheets[0]?.value(0, 0)).toBeNull();
    host.setEditing(false);
    await writing;
    expect(workbook.sheets[0]?.value(0, 0)).toBe('written');
  });
});

test('a waiting request goes on when the person’s entry arrives', async () => {
  const { host, workbook, Excel } = openWorkbook();
  workbook.editing = true;
  const reading = Excel.run({ delayForCellEdit: true }, async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1').load('values');
    await context.sync();
    return range.values;
  });
  await Promise.resolve();
  workbook.editing = false;
  workbook.transact('person', () => workbook.sheets[0]?.enter(0, 0, 'typed'));
  expect(await reading).toEqual([['typed']]);
  expect(host.requests[0]?.code).toBeNull();
});

describe('a protected sheet', () => {
  test.each<[string, (sheet: Excel.Worksheet) => void]>([
    ['values', (sheet) => (sheet.getRange('A1').values = [[1]])],
    ['a fill', (sheet) => (sheet.getRange('A1').format.fill.color = 'red')],
    ['clearing', (sheet) => sheet.getRange('A1').clear()],
    ['a table', (sheet) => sheet.tables.add('A1:B2', true)],
    ['inserted rows', (sheet) => sheet.getRange('1:1').insert('Down')],
    ['a conditional format', (sheet) => sheet.getRange('A1').conditionalFormats.add('Custom')],
  ])('refuses %s', async (_what, change) => {
    const { Excel } = openWorkbook();
    const told = await refusal(
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        sheet.protection.protect();
        await context.sync();
        change(sheet);
        await context.sync();
      }),
    );
    expect(told.code).toBe('AccessDenied');
  });

  test('lets unlocked cells and allowed acts through, and opens with its password only', async () => {
    const { Excel } = openWorkbook();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A1').format.protection.locked = false;
      sheet.protection.protect({ allowFormatCells: true }, 'secret');
      sheet.getRange('A1').values = [[1]];
      sheet.getRange('B1').format.fill.color = '#00FF00';
      await context.sync();
    });
    const unlock = (password: string): Promise<void> =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').protection.unprotect(password);
        await context.sync();
      });
    expect((await refusal(unlock('wrong'))).code).toBe('BadPassword');
    await unlock('secret');
  });
});
