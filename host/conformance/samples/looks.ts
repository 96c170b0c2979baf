/** Samples of conditional formats, data validation and charts. */

import { codeOf, onSales, onSheet, settled, type Sample } from './sample';

export const looks: readonly Sample[] = [
  {
    title: 'cells above a limit, words, and a formula of one’s own',
    run: (excel) =>
      onSales(excel, async (sheet, context) => {
        const prices = sheet.getRange('D2:D5').conditionalFormats;
        const high = prices.add('CellValue');
        high.cellValue.format.font.color = '#C00000';
        high.cellValue.rule = { formula1: '=100', operator: 'GreaterThan' };
        const text = sheet.getRange('B2:B5').conditionalFormats.add('ContainsText');
        text.textComparison.format.fill.color = '#FFF2CC';
        text.textComparison.rule = { operator: 'BeginsWith', text: 'La' };
        const own = sheet.getRange('A2:D5').conditionalFormats.add('Custom');
        own.custom.rule.formula = '=$C2>2';
        own.stopIfTrue = true;
        const all = sheet.getRange('A1:D5').conditionalFormats.load('items/type,items/priority,items/stopIfTrue');
        high.cellValue.load('rule');
        const where = own.getRange().load('address');
        await context.sync();
        return [
          all.items.map(({ type, priority, stopIfTrue }) => [type, priority, stopIfTrue]),
          high.cellValue.rule,
          where.address,
        ];
      }),
    gives: [
      [
        ['Custom', 0, true],
        ['ContainsText', 1, false],
        ['CellValue', 2, false],
      ],
      { formula1: '=100', operator: 'GreaterThan' },
      'Sheet1!A2:D5',
    ],
  },
  {
    title: 'bars, colours and icons',
    run: (excel) =>
      onSales(excel, async (sheet, context) => {
        const formats = sheet.getRange('C2:C5').conditionalFormats;
        const { dataBar } = formats.add('DataBar');
        dataBar.barDirection = 'RightToLeft';
        dataBar.positiveFormat.gradientFill = false;
        dataBar.negativeFormat.matchPositiveFillColor = true;
        dataBar.lowerBoundRule = { type: 'Number', formula: '=0' };
        const { iconSet } = formats.add('IconSet');
        iconSet.style = 'ThreeTrafficLights1';
        iconSet.criteria = [
          { type: 'Percent', formula: '=0', operator: 'GreaterThanOrEqual' },
          { type: 'Number', formula: '=2', operator: 'GreaterThanOrEqual' },
          { type: 'Number', formula: '=3', operator: 'GreaterThan' },
        ];
        iconSet.showIconOnly = true;
        const { colorScale } = formats.add('ColorScale');
        colorScale.criteria = {
          minimum: { type: 'LowestValue', color: '#FFFFFF' },
          midpoint: { type: 'Percentile', formula: '50', color: '#FFD966' },
          maximum: { type: 'HighestValue', color: '#C00000' },
        };
        dataBar.load('barDirection,lowerBoundRule');
        dataBar.positiveFormat.load('gradientFill');
        iconSet.load('criteria,showIconOnly');
        colorScale.load('threeColorScale');
        await context.sync();
        return [
          dataBar.barDirection,
          dataBar.lowerBoundRule,
          dataBar.positiveFormat.gradientFill,
          iconSet.criteria.map(({ formula }) => formula),
          iconSet.showIconOnly,
          colorScale.threeColorScale,
        ];
      }),
    gives: ['RightToLeft', { type: 'Number', formula: '=0' }, false, ['=0', '=2', '=3'], true, true],
  },
  {
    title: 'a conditional format without what its rule needs',
    run: async (excel) => {
      const between = codeOf(
        onSheet(excel, async (sheet, context) => {
          const { cellValue } = sheet.getRange('A1').conditionalFormats.add('CellValue');
          cellValue.rule = { formula1: '=1', operator: 'Between' };
          await context.sync();
        }),
      );
      const wrongPart = codeOf(
        onSheet(excel, async (sheet, context) => {
          sheet.getRange('A1').conditionalFormats.add('Custom').dataBar.load('barDirection');
          await context.sync();
        }),
      );
      return [await between, await wrongPart];
    },
    gives: ['InvalidArgument', 'ItemNotFound'],
  },
  {
    title: 'a list to choose from, with a prompt and an alert',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        const { dataValidation } = sheet.getRange('B2:B9');
        dataValidation.rule = { list: { inCellDropDown: true, source: 'Lamp,Chair,Table' } };
        dataValidation.prompt = { showPrompt: true, title: 'Item', message: 'Choose one.' };
        dataValidation.errorAlert = { showAlert: true, style: 'Stop', title: 'Unknown', message: 'Not in the shop.' };
        sheet.getRange('B2:B4').values = [['Lamp'], ['Sofa'], ['Table']];
        dataValidation.load('type,rule,valid,errorAlert');
        const wrong = dataValidation.getInvalidCellsOrNullObject().load('address');
        await context.sync();
        return [dataValidation.type, dataValidation.rule, dataValidation.valid, dataValidation.errorAlert.title, wrong.address];
      }),
    gives: ['List', { list: { inCellDropDown: true, source: 'Lamp,Chair,Table' } }, null, 'Unknown', 'Sheet1!B3'],
  },
  {
    title: 'whole numbers in bounds, and a rule without its bound',
    run: async (excel) => {
      const type = await onSheet(excel, async (sheet, context) => {
        const { dataValidation } = sheet.getRange('C2:C9');
        dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 99, operator: 'Between' } };
        dataValidation.load('type');
        await context.sync();
        const found = dataValidation.type;
        dataValidation.clear();
        dataValidation.load('type');
        await context.sync();
        return [found, dataValidation.type];
      });
      const half = codeOf(
        onSheet(excel, async (sheet, context) => {
          sheet.getRange('C2').dataValidation.rule = { wholeNumber: { formula1: 1, operator: 'Between' } };
          await context.sync();
        }),
      );
      return [type, await half];
    },
    gives: [['WholeNumber', 'None'], 'InvalidArgument'],
  },
  {
    title: 'a chart of two columns, its titles, axes and place',
    run: (excel) =>
      onSales(excel, async (sheet, context) => {
        const chart = sheet.charts.add('ColumnClustered', sheet.getRange('B1:D5'), 'Columns');
        chart.name = 'Shop';
        chart.title.text = 'Sales of the week';
        chart.title.format.font.size = 18;
        chart.legend.position = 'Right';
        chart.axes.valueAxis.title.text = 'Pieces and prices';
        chart.axes.valueAxis.maximum = 200;
        chart.axes.valueAxis.majorUnit = 50;
        chart.axes.categoryAxis.tickLabelPosition = 'Low';
        chart.setPosition('F2', 'K16');
        chart.load('name,left,plotBy');
        chart.series.load('items/name');
        chart.axes.valueAxis.load('minimum,maximum,majorUnit,minorUnit');
        const left = sheet.getRange('F2').load('left');
        await context.sync();
        const scale = chart.axes.valueAxis.toJSON();
        return [
          chart.name,
          chart.left === left.left,
          chart.plotBy,
          chart.series.items.map(({ name }) => name),
          [scale.minimum, scale.maximum, scale.majorUnit, scale.minorUnit] as unknown[],
        ];
      }),
    gives: ['Shop', true, 'Columns', ['Pieces', 'Price'], [0, 200, 50, 10]],
  },
  {
    title: 'rows instead of columns',
    run: (excel) =>
      onSales(excel, async (sheet, context) => {
        const chart = sheet.charts.add('Line', sheet.getRange('B1:D5'), 'Columns');
        chart.plotBy = 'Rows';
        chart.series.load('items/name');
        await context.sync();
        return chart.series.items.map(({ name }) => name);
      }),
    gives: ['Lamp', 'Chair', 'Lamp', 'Table'],
  },
  {
    title: 'labels, markers, a trendline and error bars of a series',
    run: (excel) =>
      onSales(excel, async (sheet, context) => {
        const series = sheet.charts.add('LineMarkers', sheet.getRange('B1:C5'), 'Columns').series.getItemAt(0);
        series.hasDataLabels = true;
        series.dataLabels.position = 'Top';
        series.markerStyle = 'Diamond';
        series.markerSize = 9;
        series.format.line.weight = 1.5;
        const trend = series.trendlines.add('MovingAverage');
        trend.movingAveragePeriod = 3;
        series.yErrorBars.visible = true;
        series.yErrorBars.type = 'Percent';
        const label = series.points.getItemAt(1).dataLabel;
        label.showCategoryName = true;
        label.separator = ': ';
        label.load('text,showValue');
        trend.load('name,type');
        series.load('markerSize,smooth');
        series.yErrorBars.load('visible,include');
        await context.sync();
        return [label.text, trend.name, series.markerSize, series.smooth, series.yErrorBars.visible, series.yErrorBars.include];
      }),
    gives: ['Chair: 2', '3 per. Mov. Avg. (Pieces)', 9, false, true, 'Both'],
  },
  {
    title: 'what a chart of that type does not have, and what is out of bounds',
    run: async (excel) => {
      const change = (work: (series: Excel.ChartSeries) => void): Promise<string> =>
        codeOf(
          onSales(excel, async (sheet, context) => {
            work(sheet.charts.add('ColumnClustered', sheet.getRange('B1:C5')).series.getItemAt(0));
            await context.sync();
          }),
        );
      return [
        await change((series) => (series.doughnutHoleSize = 50)),
        await change((series) => (series.markerSize = 73)),
        await change((series) => (series.gapWidth = 501)),
        await change((series) => (series.gapWidth = 100)),
        await change((series) => series.points.getItemAt(99).load('value')),
      ];
    },
    gives: ['InvalidArgument', 'InvalidArgument', 'InvalidArgument', 'accepted', 'ItemNotFound'],
  },
  {
    title: 'charts come, are activated and go, and tell of it',
    run: async (excel) => {
      const heard: string[] = [];
      const active = await onSales(excel, async (sheet, context) => {
        const hear = ({ type }: { type: string }): Promise<void> => {
          heard.push(type);
          return Promise.resolve();
        };
        sheet.charts.onAdded.add(hear);
        sheet.charts.onActivated.add(hear);
        sheet.charts.onDeactivated.add(hear);
        sheet.charts.onDeleted.add(hear);
        await context.sync();
        const chart = sheet.charts.add('Pie', sheet.getRange('B1:C5'));
        chart.name = 'Shares';
        chart.activate();
        const found = context.workbook.getActiveChartOrNullObject().load('name');
        await context.sync();
        const { name } = found;
        sheet.getRange('A1').select();
        await context.sync();
        const none = context.workbook.getActiveChartOrNullObject();
        chart.delete();
        await context.sync();
        return [name, none.isNullObject];
      });
      await settled(excel);
      return [active, heard];
    },
    gives: [
      ['Shares', true],
      ['ChartAdded', 'ChartActivated', 'ChartDeactivated', 'ChartDeleted'],
    ],
  },
];
