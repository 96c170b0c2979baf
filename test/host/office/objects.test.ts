import { openWorkbook, refusal, table, type Opened } from './support';

const inSheet = <T>(opened: Opened, work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  opened.Excel.run((context) => work(context.workbook.worksheets.getItem('Sheet1'), context));

const DEALS = table(`
  Deal  Owner  Value
  D-1   Ann    100
  D-2   Ben    200
  D-3   Ann    300
`);

const withDeals = async (): Promise<Opened> => {
  const opened = openWorkbook();
  await inSheet(opened, async (sheet, context) => {
    sheet.getRange('B2:D5').values = DEALS;
    sheet.tables.add('B2:D5', true).name = 'Deals';
    await context.sync();
  });
  return opened;
};

const inTable = <T>(opened: Opened, work: (deals: Excel.Table, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  opened.Excel.run((context) => work(context.workbook.tables.getItem('Deals'), context));

describe('tables', () => {
  test('parts, columns and rows', async () => {
    await inTable(await withDeals(), async (deals, context) => {
      const parts = [
        deals.getRange(),
        deals.getHeaderRowRange(),
        deals.getDataBodyRange(),
        deals.columns.getItem('Value').getDataBodyRange(),
      ];
      for (const part of parts) part.load('address');
      const columns = deals.columns.load('count,items/name,items/index,items/values');
      const rows = deals.rows.load('count');
      const row = deals.rows.getItemAt(1).load('values,index');
      deals.load('name,showHeaders,showTotals,style,worksheet/name');
      await context.sync();
      expect(parts.map(({ address }) => address)).toEqual(['Sheet1!B2:D5', 'Sheet1!B2:D2', 'Sheet1!B3:D5', 'Sheet1!D3:D5']);
      expect([columns.count, rows.count, columns.items.map(({ name, index }) => [name, index])]).toEqual([
        3,
        3,
        [
          ['Deal', 0],
          ['Owner', 1],
          ['Value', 2],
        ],
      ]);
      expect(columns.items[2]?.values).toEqual([['Value'], [100], [200], [300]]);
      expect([row.values, row.index, deals.name, deals.showHeaders, deals.showTotals, deals.worksheet.name]).toEqual([
        [['D-2', 'Ben', 200]],
        1,
        'Deals',
        true,
        false,
        'Sheet1',
      ]);
    });
  });

  test('a renamed table is found by its id and its new name', async () => {
    const opened = await withDeals();
    await inTable(opened, async (deals, context) => {
      deals.load('id');
      await context.sync();
      deals.name = 'Sales';
      await context.sync();
      const same = context.workbook.tables.getItem('sales').load('id');
      const none = context.workbook.tables.getItemOrNullObject('Deals');
      await context.sync();
      expect([same.id, none.isNullObject]).toEqual([deals.id, true]);
    });
  });

  test.each<[string, (sheet: Excel.Worksheet) => void]>([
    ['an overlap', (sheet) => sheet.tables.add('D5:E7', true)],
    ['a taken name', (sheet) => (sheet.tables.add('H1:I2', true).name = 'DEALS')],
    ['a name like a cell', (sheet) => (sheet.tables.add('H1:I2', true).name = 'AB12')],
    ['a name with a blank', (sheet) => (sheet.tables.add('H1:I2', true).name = 'two words')],
    ['an array of the wrong width', (sheet) => sheet.tables.getItem('Deals').rows.add(undefined, [['D-4', 'Ann']])],
    ['a column that is not there', (sheet) => sheet.tables.getItem('Deals').columns.getItem('Nope').load('name')],
    ['a style that is none', (sheet) => (sheet.tables.getItem('Deals').style = 'Fancy')],
    ['a totals row that is not shown', (sheet) => sheet.tables.getItem('Deals').getTotalRowRange().load('address')],
  ])('refuses %s', async (_what, change) => {
    const told = await refusal(
      inSheet(await withDeals(), async (sheet, context) => {
        change(sheet);
        await context.sync();
      }),
    );
    expect(told.code).not.toMatch(/GeneralException|ApiNotFound/);
  });

  test('rows are added at the end and within, columns too; both go again', async () => {
    const opened = await withDeals();
    await inTable(opened, async (deals, context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('B8').values = [['below']];
      deals.rows.add(undefined, [['D-4', 'Cat', 400]]);
      deals.rows.add(0, [
        ['D-0', 'Cat', 0],
        ['D-00', 'Cat', 0],
      ]);
      deals.columns.add(1, [['Stage'], ['a'], ['b'], ['c'], ['d'], ['e'], ['f']]);
      await context.sync();
      deals.rows.getItemAt(1).delete();
      deals.columns.getItem('Owner').delete();
      const all = deals.getRange().load('values,address');
      await context.sync();
      expect(all.address).toBe('Sheet1!B2:D7');
      expect(all.values).toEqual([
        ['Deal', 'Stage', 'Value'],
        ['D-0', 'a', 0],
        ['D-1', 'c', 100],
        ['D-2', 'd', 200],
        ['D-3', 'e', 300],
        ['D-4', 'f', 400],
      ]);
    });
    const sheet = opened.workbook.sheets[0];
    const column = Array.from({ length: 14 }, (_unused, row) => sheet?.value(row, 1));
    expect(column).toContain('below');
  });

  test('totals, resize, convert and delete', async () => {
    const opened = await withDeals();
    await inTable(opened, async (deals, context) => {
      deals.showTotals = true;
      const totals = deals.getTotalRowRange().load('address');
      await context.sync();
      expect(totals.address).toBe('Sheet1!B6:D6');
      deals.showTotals = false;
      deals.resize('B2:D8');
      const range = deals.getRange().load('address');
      await context.sync();
      expect(range.address).toBe('Sheet1!B2:D8');
      deals.convertToRange();
      await context.sync();
    });
    expect([opened.workbook.table('Deals'), opened.workbook.sheets[0]?.value(2, 1)]).toEqual([null, 'D-1']);
  });

  test('sorting and filtering', async () => {
    const opened = await withDeals();
    await inTable(opened, async (deals, context) => {
      deals.sort.apply([{ key: 2, ascending: false }]);
      deals.columns.getItem('Owner').filter.applyValuesFilter(['Ann']);
      const visible = deals.getDataBodyRange().getVisibleView().load('values');
      const criteria = deals.columns.getItem('Owner').filter.load('criteria');
      await context.sync();
      expect(visible.values).toEqual([
        ['D-3', 'Ann', 300],
        ['D-1', 'Ann', 100],
      ]);
      expect(criteria.criteria).toMatchObject({ filterOn: 'Values', values: ['Ann'] });
      deals.columns.getItem('Owner').filter.clear();
      deals.columns.getItem('Value').filter.applyCustomFilter('>=200', '<300', 'And');
      const between = deals.getDataBodyRange().getVisibleView().load('values');
      await context.sync();
      expect(between.values).toEqual([['D-2', 'Ben', 200]]);
      deals.clearFilters();
      const all = deals.getDataBodyRange().getVisibleView().load('rowCount');
      await context.sync();
      expect(all.rowCount).toBe(3);
    });
  });

  test('a table without headers gets some, and ranges of before go down with their cells', async () => {
    await inSheet(openWorkbook(), async (sheet, context) => {
      sheet.getRange('A1:A3').values = [['D-1'], ['D-2'], ['below']];
      const below = sheet.getRange('A3');
      context.trackedObjects.add(below);
      await context.sync();
      sheet.tables.add('A1:A2', false);
      below.load('address,values');
      await context.sync();
      expect([below.address, below.values]).toEqual(['Sheet1!A4', [['below']]]);
    });
  });

  test('formulas follow a renamed column, and a calculated column fills new rows', async () => {
    const opened = await withDeals();
    await inTable(opened, async (deals, context) => {
      deals.columns.add(undefined, [['Twice'], ['=[@Value]*2'], ['=[@Value]*2'], ['=[@Value]*2']]);
      await context.sync();
      deals.columns.getItem('Value').name = 'Amount';
      const formulas = deals.columns.getItem('Twice').getDataBodyRange().load('formulas,values');
      await context.sync();
      expect([formulas.formulas[0], formulas.values]).toEqual([['=[@Amount]*2'], [[200], [400], [600]]]);
    });
  });

  test('tables within a range', async () => {
    await inSheet(await withDeals(), async (sheet, context) => {
      const touching = sheet.getRange('B2:B3').getTables(false).load('items/name');
      const inside = sheet.getRange('B2:B3').getTables(true).getCount();
      await context.sync();
      expect([touching.items.map(({ name }) => name), inside.value]).toEqual([['Deals'], 0]);
    });
  });
});

test('names: a range, a constant, a formula; of the workbook and of a sheet', async () => {
  await inSheet(openWorkbook(), async (sheet, context) => {
    const { names } = context.workbook;
    names.add('Rates', sheet.getRange('A1:B2'), 'by month');
    names.add('AsOf', '=46000');
    names.addFormulaLocal('Twice', '=2*Sheet1!$A$1');
    sheet.names.add('Own', '=Sheet1!$C$3');
    sheet.getRange('A1').values = [[21]];
    await context.sync();
    const listed = names.load('items/name,items/type,items/value,items/formula,items/scope,items/comment');
    const own = sheet.names.getItem('Own').getRange().load('address');
    const byName = sheet.getRange('Rates').load('address');
    const none = names.getItemOrNullObject('Own');
    await context.sync();
    expect(
      listed.items.map(({ name, type, value, formula, scope, comment }): unknown[] => [
        name,
        type,
        value,
        formula,
        scope,
        comment,
      ]),
    ).toEqual([
      ['Rates', 'Range', 'Sheet1!A1:B2', '=Sheet1!$A$1:$B$2', 'Workbook', 'by month'],
      ['AsOf', 'Integer', 46_000, '=46000', 'Workbook', ''],
      ['Twice', 'Integer', 42, '=2*Sheet1!$A$1', 'Workbook', ''],
    ]);
    expect([own.address, byName.address, none.isNullObject]).toEqual(['Sheet1!C3', 'Sheet1!A1:B2', true]);
  });
});

test.each([['1st'], ['two words'], ['R1C1'], ['A1'], ['']])('the name "%s" is refused', async (name) => {
  const told = await refusal(
    inSheet(openWorkbook(), async (_sheet, context) => {
      context.workbook.names.add(name, '=1');
      await context.sync();
    }),
  );
  expect(told.code).toBe('InvalidArgument');
});

test('a name that a table has is taken, in other letters too', async () => {
  const opened = openWorkbook();
  await inSheet(opened, async (sheet, context) => {
    sheet.tables.add('A1:B3', false).name = 'Deals';
    await context.sync();
  });
  const told = await refusal(
    inSheet(opened, async (_sheet, context) => {
      context.workbook.names.add('DEALS', '=1');
      await context.sync();
    }),
  );
  expect(told.code).toBe('ItemAlreadyExists');
});

describe('conditional formats', () => {
  test('each kind comes back as it was set, the newest first', async () => {
    await inSheet(openWorkbook(), async (sheet, context) => {
      const range = sheet.getRange('A2:A9');
      const text = range.conditionalFormats.add('ContainsText');
      text.textComparison.rule = { operator: 'Contains', text: 'Open' };
      text.textComparison.format.fill.color = '#FFEEDD';
      text.textComparison.format.font.bold = true;
      const value = range.conditionalFormats.add('CellValue');
      value.cellValue.rule = { operator: 'LessThan', formula1: '=0' };
      value.cellValue.format.font.color = 'red';
      value.stopIfTrue = true;
      const custom = range.conditionalFormats.add('Custom');
      custom.custom.rule.formula = '=$B2>1';
      custom.custom.format.borders.getItem('EdgeBottom').style = 'Continuous';
      range.conditionalFormats.add('ColorScale').colorScale.criteria = {
        minimum: { type: 'LowestValue', color: '#FFFFFF' },
        maximum: { type: 'Number', formula: '100', color: '#00FF00' },
      };
      range.conditionalFormats.add('TopBottom').topBottom.rule = { type: 'TopItems', rank: 3 };
      range.conditionalFormats.add('PresetCriteria').preset.rule = { criterion: 'DuplicateValues' };
      range.conditionalFormats.add('IconSet').iconSet.style = 'ThreeArrows';
      range.conditionalFormats.add('DataBar').dataBar.positiveFormat.fillColor = '#123456';
      await context.sync();
      const all = range.conditionalFormats.load('items/type,items/priority,items/stopIfTrue');
      text.load(
        'textComparison/rule,textComparison/format/fill/color,textComparison/format/font/bold,customOrNullObject/rule/formula',
      );
      custom.load('custom/rule/formula,textComparisonOrNullObject/rule');
      await context.sync();
      expect(all.items.map(({ type }) => type)).toEqual([
        'DataBar',
        'IconSet',
        'PresetCriteria',
        'TopBottom',
        'ColorScale',
        'Custom',
        'CellValue',
        'ContainsText',
      ]);
      expect(all.items.map(({ priority }) => priority)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      expect([text.textComparison.rule, text.textComparison.format.fill.color, text.textComparison.format.font.bold]).toEqual([
        { operator: 'Contains', text: 'Open' },
        '#FFEEDD',
        true,
      ]);
      expect([custom.custom.rule.formula, custom.textComparisonOrNullObject.isNullObject]).toEqual(['=$B2>1', true]);
    });
  });

  test('cleared in part, the rest stays; deleted by its own hand', async () => {
    const opened = openWorkbook();
    await inSheet(opened, async (sheet, context) => {
      sheet.getRange('A1:A10').conditionalFormats.add('Custom').custom.rule.formula = '=TRUE';
      sheet.getRange('A4:A5').conditionalFormats.clearAll();
      const left = sheet.getRange('A1').conditionalFormats.getItemAt(0);
      const ranges = left.getRanges().load('address');
      await context.sync();
      expect(ranges.address).toBe('Sheet1!A1:A3,Sheet1!A6:A10');
      left.delete();
      const count = sheet.getRange().conditionalFormats.getCount();
      await context.sync();
      expect(count.value).toBe(0);
    });
  });

  test('the wrong part of a format is refused', async () => {
    const told = await refusal(
      inSheet(openWorkbook(), async (sheet, context) => {
        sheet.getRange('A1').conditionalFormats.add('Custom').cellValue.rule = { operator: 'EqualTo', formula1: '1' };
        await context.sync();
      }),
    );
    expect(told.code).toBe('ItemNotFound');
  });
});

describe('data validation', () => {
  test('a list, from words and from a range, with alert and prompt', async () => {
    await inSheet(openWorkbook(), async (sheet, context) => {
      const range = sheet.getRange('A1:A5');
      range.dataValidation.rule = { list: { inCellDropDown: true, source: 'Open,Settled' } };
      range.dataValidation.errorAlert = { showAlert: true, style: 'Stop', title: 'Status', message: 'Open or Settled' };
      range.dataValidation.prompt = { showPrompt: true, title: 'Status', message: 'Pick one' };
      sheet.getRange('B1').dataValidation.rule = { list: { inCellDropDown: true, source: sheet.getRange('D1:D3') } };
      const one = sheet.getRange('A2').dataValidation.load();
      const byRange = sheet.getRange('B1').dataValidation.load('rule,type');
      const mixed = sheet.getRange('A1:B1').dataValidation.load('type');
      const none = sheet.getRange('C1').dataValidation.load('type');
      await context.sync();
      expect([one.type, one.rule, one.ignoreBlanks, one.valid]).toEqual([
        'List',
        { list: { inCellDropDown: true, source: 'Open,Settled' } },
        true,
        true,
      ]);
      expect([one.errorAlert.message, one.prompt.message]).toEqual(['Open or Settled', 'Pick one']);
      expect([byRange.rule, mixed.type, none.type]).toEqual([
        { list: { inCellDropDown: true, source: '=$D$1:$D$3' } },
        'Inconsistent',
        'None',
      ]);
    });
  });

  test('cells that break the rule are found', async () => {
    await inSheet(openWorkbook(), async (sheet, context) => {
      const range = sheet.getRange('A1:A4');
      range.values = [[5], [11], ['x'], ['']];
      range.dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 10, operator: 'Between' } };
      const bad = range.dataValidation.getInvalidCells().load('address');
      range.dataValidation.load('valid,rule');
      await context.sync();
      expect([bad.address, range.dataValidation.valid]).toEqual(['Sheet1!A2:A3', null]);
      expect(range.dataValidation.rule).toEqual({ wholeNumber: { formula1: '1', formula2: '10', operator: 'Between' } });
      range.dataValidation.clear();
      range.dataValidation.load('type');
      await context.sync();
      expect(range.dataValidation.type).toBe('None');
    });
  });

  test('a rule without its second bound is refused', async () => {
    const told = await refusal(
      inSheet(openWorkbook(), async (sheet, context) => {
        sheet.getRange('A1').dataValidation.rule = { decimal: { formula1: 1, operator: 'Between' } };
        await context.sync();
      }),
    );
    expect(told.code).toBe('InvalidArgument');
  });
});

test('a chart: data, title, axes, series, colours, place', async () => {
  const opened = await withDeals();
  await inSheet(opened, async (sheet, context) => {
    sheet.getRange('F1:H4').values = [
      ['Month', 'Booked', 'Cash'],
      ['Jan', 1, 2],
      ['Feb', 3, 4],
      ['Mar', 5, 6],
    ];
    const chart = sheet.charts.add('ColumnStacked', sheet.getRange('F1:H4'), 'Columns');
    chart.name = 'Bridge';
    chart.title.text = 'Booked to cash';
    chart.legend.position = 'Top';
    chart.axes.valueAxis.numberFormat = '#,##0';
    chart.setPosition('B8', 'E20');
    const first = chart.series.getItemAt(0);
    first.format.fill.clear();
    first.gapWidth = 50;
    first.points.getItemAt(1).format.fill.setSolidColor('#112233');
    chart.series.load('count,items/name');
    const values = first.getDimensionValues('Values');
    chart.load('left,top,width,name,chartType,title/text,legend/position,axes/valueAxis/numberFormat');
    const points = first.points.load('count,items/value');
    await context.sync();
    expect([chart.series.count, chart.series.items.map(({ name }) => name), values.value]).toEqual([
      2,
      ['Booked', 'Cash'],
      [1, 3, 5],
    ]);
    expect([chart.name, chart.chartType, chart.title.text, chart.legend.position, chart.axes.valueAxis.numberFormat]).toEqual([
      'Bridge',
      'ColumnStacked',
      'Booked to cash',
      'Top',
      '#,##0',
    ]);
    expect([points.count, points.items.map(({ value }): unknown => value)]).toEqual([3, [1, 3, 5]]);
    const corner = sheet.getRange('B8').load('left,top');
    await context.sync();
    expect([chart.left, chart.top]).toEqual([corner.left, corner.top]);
  });
  const chart = opened.workbook.sheets[0]?.charts[0];
  expect([chart?.series[0]?.color, chart?.series[0]?.pointColors.get(1), chart?.series[0]?.values]).toEqual([
    'none',
    '#112233',
    'Sheet1!$G$2:$G$4',
  ]);
});

test('the page: orientation, zoom, titles, area, margins, footers', async () => {
  await inSheet(openWorkbook(), async (sheet, context) => {
    const page = sheet.pageLayout;
    page.orientation = 'Landscape';
    page.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    page.setPrintTitleRows('$1:$3');
    page.setPrintArea('A1:H40');
    page.setPrintMargins('Inches', { top: 0.5, left: 1 });
    page.headersFooters.defaultForAllPages.leftFooter = 'Page &P';
    page.load('orientation,zoom,topMargin,leftMargin,headersFooters/defaultForAllPages/leftFooter');
    const titles = page.getPrintTitleRows().load('address');
    const area = page.getPrintArea().load('address');
    const none = page.getPrintTitleColumnsOrNullObject();
    await context.sync();
    expect([page.orientation, page.zoom, page.topMargin, page.leftMargin]).toEqual([
      'Landscape',
      { horizontalFitToPages: 1 },
      36,
      72,
    ]);
    expect([titles.address, area.address, none.isNullObject]).toEqual(['Sheet1!1:3', 'Sheet1!A1:H40', true]);
    expect(page.headersFooters.defaultForAllPages.leftFooter).toBe('Page &P');
  });
});

test('a sheet: freezing, looks, order, copies', async () => {
  const opened = openWorkbook(['Sheet1', 'Last']);
  await inSheet(opened, async (sheet, context) => {
    sheet.getRange('A1').values = [['kept']];
    sheet.freezePanes.freezeAt(sheet.getRange('A1:B3'));
    sheet.showGridlines = false;
    sheet.showHeadings = false;
    sheet.tabColor = '#4472C4';
    const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
    const copy = sheet.copy('After', sheet).load('name,position');
    const value = copy.getRange('A1').load('values');
    const next = sheet.getNext().load('name');
    sheet.load('showGridlines,showHeadings,tabColor');
    await context.sync();
    expect([frozen.address, copy.name, copy.position, value.values, next.name]).toEqual([
      'Sheet1!A1:B3',
      'Sheet1 (2)',
      1,
      [['kept']],
      'Sheet1 (2)',
    ]);
    expect([sheet.showGridlines, sheet.showHeadings, sheet.tabColor]).toEqual([false, false, '#4472C4']);
    sheet.freezePanes.unfreeze();
    copy.position = 2;
    context.workbook.worksheets.load('items/name');
    const first = context.workbook.worksheets.getFirst().load('name');
    await context.sync();
    expect([context.workbook.worksheets.items.map(({ name }) => name), first.name]).toEqual([
      ['Sheet1', 'Last', 'Sheet1 (2)'],
      'Sheet1',
    ]);
  });
});

test('settings, custom properties and custom XML', async () => {
  await inSheet(openWorkbook(), async (sheet, context) => {
    context.workbook.settings.add('journal', { step: 1, sheets: ['a'] });
    context.workbook.settings.add('journal', { step: 2, sheets: ['a', 'b'] });
    sheet.customProperties.add('source', 'crm');
    context.workbook.properties.title = 'Reconciliation';
    context.workbook.customXmlParts.add('<t:run xmlns:t="urn:tieout"><t:at/></t:run>');
    const setting = context.workbook.settings.getItem('journal').load('value');
    const none = context.workbook.settings.getItemOrNullObject('other');
    const property = sheet.customProperties.getItem('source').load('value');
    const part = context.workbook.customXmlParts.getByNamespace('urn:tieout').getOnlyItem();
    const xml = part.getXml();
    context.workbook.properties.load('title');
    await context.sync();
    expect([setting.value, none.isNullObject, property.value]).toEqual([{ step: 2, sheets: ['a', 'b'] }, true, 'crm']);
    expect([xml.value, context.workbook.properties.title]).toEqual([
      '<t:run xmlns:t="urn:tieout"><t:at/></t:run>',
      'Reconciliation',
    ]);
    context.workbook.settings.getItem('journal').delete();
    part.delete();
    const count = context.workbook.settings.getCount();
    await context.sync();
    expect(count.value).toBe(0);
  });
});

test('calculation can be held back and asked for', async () => {
  await inSheet(openWorkbook(), async (sheet, context) => {
    sheet.getRange('A1:B1').formulas = [[2, '=A1*10']];
    context.application.calculationMode = 'Manual';
    context.application.suspendScreenUpdatingUntilNextSync();
    context.application.suspendApiCalculationUntilNextSync();
    sheet.getRange('A1').values = [[3]];
    await context.sync();
    context.application.calculate('Full');
    const result = sheet.getRange('B1').load('values');
    context.application.load('calculationMode');
    await context.sync();
    expect([result.values, context.application.calculationMode]).toEqual([[[30]], 'Manual']);
  });
});

test('what an add-in adds leaves alone what a file of an earlier session brought under the next id', async () => {
  const opened = openWorkbook();
  const { customXml } = opened.workbook;
  const add = (note: number): Promise<string> =>
    opened.Excel.run(async (context) => {
      const part = context.workbook.customXmlParts.add(`<t:note xmlns:t="urn:tieout">${note}</t:note>`).load('id');
      await context.sync();
      return part.id;
    });
  const next = Number.parseInt((await add(1)).slice(-13, -1), 16) + 1;
  const earlier = `{0FF1CE00-0000-4000-8000-${next.toString(16).toUpperCase().padStart(12, '0')}}`;
  customXml.set(earlier, '<kept/>');
  await add(2);
  expect([customXml.size, customXml.get(earlier)]).toEqual([3, '<kept/>']);
});
