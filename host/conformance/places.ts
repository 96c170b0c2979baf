/** Where one object of each class is found in a small workbook; what is not there yet is made on the way. */

export type Place = (workbook: Excel.Workbook) => OfficeExtension.ClientObject;

/** The sheet that all places are on, and its cells: names and categories with two rows of numbers. */
export const SHEET = 'Data';
export const CELLS = [
  ['Month', 'Booked', 'Cash'],
  ['January', 10, 7],
  ['February', 12, 9],
  ['March', 11, 14],
];

const sheet = (workbook: Excel.Workbook): Excel.Worksheet => workbook.worksheets.getItem(SHEET);
const range = (workbook: Excel.Workbook): Excel.Range => sheet(workbook).getRange('A1:C4');
const cell = (workbook: Excel.Workbook): Excel.Range => sheet(workbook).getRange('B2');
const areas = (workbook: Excel.Workbook): Excel.RangeAreas => sheet(workbook).getRanges('A1:A2,C3:C4');
const table = (workbook: Excel.Workbook): Excel.Table => workbook.tables.add(`${SHEET}!A1:C4`, true);
const name = (workbook: Excel.Workbook): Excel.NamedItem => workbook.names.add('Months', sheet(workbook).getRange('A2:A4'));
const style = (workbook: Excel.Workbook): Excel.Style => {
  workbook.styles.add('Told');
  return workbook.styles.getItem('Told');
};
const format = (type: Excel.ConditionalFormatType) => (workbook: Excel.Workbook) =>
  range(workbook).conditionalFormats.add(type);
const dataBar = (workbook: Excel.Workbook) => format(Excel.ConditionalFormatType.dataBar)(workbook).dataBar;
const cellValue = (workbook: Excel.Workbook) => {
  const { cellValue: found } = format(Excel.ConditionalFormatType.cellValue)(workbook);
  found.rule = { formula1: '=10', operator: 'GreaterThan' };
  return found;
};
const custom = (workbook: Excel.Workbook) => {
  const { custom: found } = format(Excel.ConditionalFormatType.custom)(workbook);
  found.rule.formula = '=$B2>10';
  return found;
};
const chartOf =
  (type: Excel.ChartType) =>
  (workbook: Excel.Workbook): Excel.Chart =>
    sheet(workbook).charts.add(type, range(workbook), 'Columns');
const chart = (workbook: Excel.Workbook) => chartOf(Excel.ChartType.columnClustered)(workbook);
const series = (workbook: Excel.Workbook) => chart(workbook).series.getItemAt(0);
const axis = (workbook: Excel.Workbook) => {
  const { valueAxis } = chart(workbook).axes;
  valueAxis.title.text = 'Thousands';
  return valueAxis;
};
const point = (workbook: Excel.Workbook) => series(workbook).points.getItemAt(0);
const labels = (workbook: Excel.Workbook) => {
  const shown = series(workbook);
  shown.hasDataLabels = true;
  return shown.dataLabels;
};
const label = (workbook: Excel.Workbook) => {
  const one = point(workbook);
  one.hasDataLabel = true;
  return one.dataLabel;
};
const trendline = (workbook: Excel.Workbook) => series(workbook).trendlines.add(Excel.ChartTrendlineType.linear);
const trendlineLabel = (workbook: Excel.Workbook) => {
  const line = trendline(workbook);
  line.showEquation = true;
  return line.label;
};
const comment = (workbook: Excel.Workbook) => workbook.comments.add(`${SHEET}!B2`, 'Is this right?');
const reply = (workbook: Excel.Workbook) => comment(workbook).replies.add('It is.');
const setting = (workbook: Excel.Workbook) => workbook.settings.add('colour', 'green');
const part = (workbook: Excel.Workbook) => workbook.customXmlParts.add('<note xmlns="urn:example:notes">seen</note>');
const property = (workbook: Excel.Workbook) => workbook.properties.custom.add('Checked', 'yes');

export const PLACES: Readonly<Record<string, Place>> = {
  Application: (workbook) => workbook.application,
  IterativeCalculation: (workbook) => workbook.application.iterativeCalculation,
  Runtime: (workbook) => workbook.context.runtime,
  Workbook: (workbook) => workbook,
  WorkbookProtection: (workbook) => workbook.protection,
  Worksheet: sheet,
  WorksheetCollection: (workbook) => workbook.worksheets,
  WorksheetProtection: (workbook) => sheet(workbook).protection,
  WorksheetFreezePanes: (workbook) => sheet(workbook).freezePanes,
  Range: range,
  RangeAreas: areas,
  RangeCollection: (workbook) => areas(workbook).areas,
  RangeView: (workbook) => range(workbook).getVisibleView(),
  RangeViewCollection: (workbook) => range(workbook).getVisibleView().rows,
  RangeSort: (workbook) => range(workbook).sort,
  RemoveDuplicatesResult: (workbook) => range(workbook).removeDuplicates([0], true),
  RangeFormat: (workbook) => cell(workbook).format,
  RangeFill: (workbook) => {
    const { fill } = cell(workbook).format;
    fill.color = '#DDEBF7';
    return fill;
  },
  RangeFont: (workbook) => cell(workbook).format.font,
  RangeBorder: (workbook) => cell(workbook).format.borders.getItem('EdgeBottom'),
  RangeBorderCollection: (workbook) => cell(workbook).format.borders,
  FormatProtection: (workbook) => cell(workbook).format.protection,
  Style: style,
  StyleCollection: (workbook) => workbook.styles,
  Table: table,
  TableCollection: (workbook) => workbook.tables,
  TableScopedCollection: (workbook) => range(workbook).getTables(),
  TableColumn: (workbook) => table(workbook).columns.getItem('Booked'),
  TableColumnCollection: (workbook) => table(workbook).columns,
  TableRow: (workbook) => table(workbook).rows.getItemAt(0),
  TableRowCollection: (workbook) => table(workbook).rows,
  TableSort: (workbook) => table(workbook).sort,
  Filter: (workbook) => table(workbook).columns.getItem('Booked').filter,
  AutoFilter: (workbook) => {
    sheet(workbook).autoFilter.apply(range(workbook));
    return sheet(workbook).autoFilter;
  },
  NamedItem: name,
  NamedItemCollection: (workbook) => workbook.names,
  NamedItemArrayValues: (workbook) => name(workbook).arrayValues,
  ConditionalFormat: format('Custom' as Excel.ConditionalFormatType),
  ConditionalFormatCollection: (workbook) => range(workbook).conditionalFormats,
  ConditionalFormatRule: (workbook) => custom(workbook).rule,
  CellValueConditionalFormat: cellValue,
  ColorScaleConditionalFormat: (workbook) => {
    const { colorScale } = format(Excel.ConditionalFormatType.colorScale)(workbook);
    colorScale.criteria = {
      minimum: { type: 'LowestValue', color: '#FFFFFF' },
      maximum: { type: 'HighestValue', color: '#00B050' },
    };
    return colorScale;
  },
  CustomConditionalFormat: custom,
  DataBarConditionalFormat: dataBar,
  ConditionalDataBarPositiveFormat: (workbook) => dataBar(workbook).positiveFormat,
  ConditionalDataBarNegativeFormat: (workbook) => dataBar(workbook).negativeFormat,
  IconSetConditionalFormat: (workbook) => format(Excel.ConditionalFormatType.iconSet)(workbook).iconSet,
  PresetCriteriaConditionalFormat: (workbook) => {
    const { preset } = format(Excel.ConditionalFormatType.presetCriteria)(workbook);
    preset.rule = { criterion: 'DuplicateValues' };
    return preset;
  },
  TextConditionalFormat: (workbook) => {
    const { textComparison } = format(Excel.ConditionalFormatType.containsText)(workbook);
    textComparison.rule = { operator: 'Contains', text: 'uar' };
    return textComparison;
  },
  TopBottomConditionalFormat: (workbook) => {
    const { topBottom } = format(Excel.ConditionalFormatType.topBottom)(workbook);
    topBottom.rule = { rank: 1, type: 'TopItems' };
    return topBottom;
  },
  ConditionalRangeFormat: (workbook) => custom(workbook).format,
  ConditionalRangeFont: (workbook) => custom(workbook).format.font,
  ConditionalRangeFill: (workbook) => custom(workbook).format.fill,
  ConditionalRangeBorder: (workbook) => custom(workbook).format.borders.getItem('EdgeBottom'),
  ConditionalRangeBorderCollection: (workbook) => custom(workbook).format.borders,
  DataValidation: (workbook) => {
    const { dataValidation } = sheet(workbook).getRange('B2:B4');
    dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 20, operator: 'Between' } };
    return dataValidation;
  },
  Chart: chart,
  ChartCollection: (workbook) => sheet(workbook).charts,
  ChartAreaFormat: (workbook) => chart(workbook).format,
  ChartPlotArea: (workbook) => chart(workbook).plotArea,
  ChartPlotAreaFormat: (workbook) => chart(workbook).plotArea.format,
  ChartTitle: (workbook) => chart(workbook).title,
  ChartTitleFormat: (workbook) => chart(workbook).title.format,
  ChartFormatString: (workbook) => chart(workbook).title.getSubstring(0, 2),
  ChartLegend: (workbook) => chart(workbook).legend,
  ChartLegendFormat: (workbook) => chart(workbook).legend.format,
  ChartLegendEntry: (workbook) => chart(workbook).legend.legendEntries.getItemAt(0),
  ChartLegendEntryCollection: (workbook) => chart(workbook).legend.legendEntries,
  ChartAxes: (workbook) => chart(workbook).axes,
  ChartAxis: axis,
  ChartAxisFormat: (workbook) => axis(workbook).format,
  ChartAxisTitle: (workbook) => axis(workbook).title,
  ChartAxisTitleFormat: (workbook) => axis(workbook).title.format,
  ChartGridlines: (workbook) => axis(workbook).majorGridlines,
  ChartGridlinesFormat: (workbook) => axis(workbook).majorGridlines.format,
  ChartSeries: series,
  ChartSeriesCollection: (workbook) => chart(workbook).series,
  ChartSeriesFormat: (workbook) => series(workbook).format,
  ChartPoint: point,
  ChartPointsCollection: (workbook) => series(workbook).points,
  ChartPointFormat: (workbook) => point(workbook).format,
  ChartDataLabels: labels,
  ChartDataLabel: label,
  ChartDataLabelFormat: (workbook) => labels(workbook).format,
  ChartTrendline: trendline,
  ChartTrendlineCollection: (workbook) => series(workbook).trendlines,
  ChartTrendlineFormat: (workbook) => trendline(workbook).format,
  ChartTrendlineLabel: trendlineLabel,
  ChartTrendlineLabelFormat: (workbook) => trendlineLabel(workbook).format,
  ChartErrorBars: (workbook) => series(workbook).yErrorBars,
  ChartErrorBarsFormat: (workbook) => series(workbook).yErrorBars.format,
  ChartFill: (workbook) => series(workbook).format.fill,
  ChartBorder: (workbook) => chart(workbook).format.border,
  ChartLineFormat: (workbook) => chartOf(Excel.ChartType.line)(workbook).series.getItemAt(0).format.line,
  ChartFont: (workbook) => chart(workbook).title.format.font,
  ChartPivotOptions: (workbook) => chart(workbook).pivotOptions,
  ChartMapOptions: (workbook) => chartOf(Excel.ChartType.regionMap)(workbook).series.getItemAt(0).mapOptions,
  ChartBinOptions: (workbook) => chartOf(Excel.ChartType.histogram)(workbook).series.getItemAt(0).binOptions,
  ChartBoxwhiskerOptions: (workbook) => chartOf(Excel.ChartType.boxwhisker)(workbook).series.getItemAt(0).boxwhiskerOptions,
  Comment: comment,
  CommentCollection: (workbook) => workbook.comments,
  CommentReply: reply,
  CommentReplyCollection: (workbook) => comment(workbook).replies,
  Setting: setting,
  SettingCollection: (workbook) => workbook.settings,
  CustomXmlPart: part,
  CustomXmlPartCollection: (workbook) => workbook.customXmlParts,
  CustomXmlPartScopedCollection: (workbook) => workbook.customXmlParts.getByNamespace('urn:example:notes'),
  DocumentProperties: (workbook) => workbook.properties,
  CustomProperty: property,
  CustomPropertyCollection: (workbook) => workbook.properties.custom,
  PageLayout: (workbook) => sheet(workbook).pageLayout,
  HeaderFooter: (workbook) => sheet(workbook).pageLayout.headersFooters.defaultForAllPages,
  HeaderFooterGroup: (workbook) => sheet(workbook).pageLayout.headersFooters,
  PageBreak: (workbook) => sheet(workbook).verticalPageBreaks.add('C1'),
  PageBreakCollection: (workbook) => sheet(workbook).verticalPageBreaks,
};
