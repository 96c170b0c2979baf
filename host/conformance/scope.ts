/** The classes that the conformance table counts, in the groups it shows; all others are out of the host's reach. */

export const GROUPS: readonly (readonly [string, readonly string[]])[] = [
  ['Workbook and application', ['Application', 'IterativeCalculation', 'Runtime', 'Workbook', 'WorkbookProtection']],
  ['Worksheets', ['Worksheet', 'WorksheetCollection', 'WorksheetProtection', 'WorksheetFreezePanes']],
  ['Ranges', ['Range', 'RangeAreas', 'RangeCollection', 'RangeView', 'RangeViewCollection', 'RangeSort', 'RemoveDuplicatesResult']],
  [
    'Formats and styles',
    [
      'RangeFormat', 'RangeFill', 'RangeFont', 'RangeBorder', 'RangeBorderCollection', 'FormatProtection', 'Style', 'StyleCollection',
    ],
  ],
  [
    'Tables and filters',
    [
      'Table', 'TableCollection', 'TableScopedCollection', 'TableColumn', 'TableColumnCollection', 'TableRow', 'TableRowCollection', 'TableSort',
      'Filter', 'AutoFilter',
    ],
  ],
  ['Names', ['NamedItem', 'NamedItemCollection', 'NamedItemArrayValues']],
  [
    'Conditional formats',
    [
      'ConditionalFormat', 'ConditionalFormatCollection', 'ConditionalFormatRule', 'CellValueConditionalFormat', 'ColorScaleConditionalFormat',
      'CustomConditionalFormat', 'DataBarConditionalFormat', 'ConditionalDataBarPositiveFormat', 'ConditionalDataBarNegativeFormat',
      'IconSetConditionalFormat', 'PresetCriteriaConditionalFormat', 'TextConditionalFormat', 'TopBottomConditionalFormat',
      'ConditionalRangeFormat', 'ConditionalRangeFont', 'ConditionalRangeFill', 'ConditionalRangeBorder', 'ConditionalRangeBorderCollection',
    ],
  ],
  ['Data validation', ['DataValidation']],
  [
    'Charts',
    [
      'Chart', 'ChartCollection', 'ChartAreaFormat', 'ChartPlotArea', 'ChartPlotAreaFormat', 'ChartTitle', 'ChartTitleFormat', 'ChartFormatString',
      'ChartLegend', 'ChartLegendFormat', 'ChartLegendEntry', 'ChartLegendEntryCollection', 'ChartAxes', 'ChartAxis', 'ChartAxisFormat',
      'ChartAxisTitle', 'ChartAxisTitleFormat', 'ChartGridlines', 'ChartGridlinesFormat', 'ChartSeries', 'ChartSeriesCollection',
      'ChartSeriesFormat', 'ChartPoint', 'ChartPointsCollection', 'ChartPointFormat', 'ChartDataLabels', 'ChartDataLabel', 'ChartDataLabelFormat',
      'ChartTrendline', 'ChartTrendlineCollection', 'ChartTrendlineFormat', 'ChartTrendlineLabel', 'ChartTrendlineLabelFormat', 'ChartErrorBars',
      'ChartErrorBarsFormat', 'ChartFill', 'ChartBorder', 'ChartLineFormat', 'ChartFont', 'ChartPivotOptions', 'ChartMapOptions',
      'ChartBinOptions', 'ChartBoxwhiskerOptions',
    ],
  ],
  ['Comments', ['Comment', 'CommentCollection', 'CommentReply', 'CommentReplyCollection']],
  [
    'Settings, custom XML, properties',
    [
      'Setting', 'SettingCollection', 'CustomXmlPart', 'CustomXmlPartCollection', 'CustomXmlPartScopedCollection', 'DocumentProperties',
      'CustomProperty', 'CustomPropertyCollection',
    ],
  ],
  ['Page layout', ['PageLayout', 'HeaderFooter', 'HeaderFooterGroup', 'PageBreak', 'PageBreakCollection']],
]; // prettier-ignore

/** Classes that the host does not have at all: none of them is used by the add-in. */
export const OUT_OF_REACH: readonly (readonly [string, RegExp])[] = [
  ['PivotTables', /Pivot(?!Options)/],
  ['Shapes, images and text boxes', /^(Shape|GeometricShape|Image|GroupShape|Line$|TextFrame|TextRange)/],
  ['Slicers', /^Slicer(?!Style)/],
  ['Styles of tables, PivotTables, slicers and timelines', /^(Table|PivotTable|Slicer|Timeline)Style/],
  ['Bindings', /^Binding/],
  ['Data connections', /^DataConnection/],
  ['Worksheet functions called as methods', /^Function/],
];
