/**
 * The requirement set in which each member appeared, by wire name; members that are not listed are of ExcelApi 1.1.
 * `Online 1.1` are members that office.js reserves for ExcelApiOnline. A test compares the table with what office.js itself says.
 */
const TABLE: readonly (readonly [string, string])[] = [
  [
    '1.2',
    `
    Chart: GetImage Worksheet
    Range: ColumnHidden FormulasR1C1 Hidden Merge RowHidden Sort Unmerge
    RangeFormat: AutofitColumns AutofitRows ColumnWidth Protection RowHeight
    Table: ClearFilters ConvertToRange ReapplyFilters Sort Worksheet
    TableColumn: Filter
    Workbook: Functions
    Worksheet: Protection
  `,
  ],
  [
    '1.3',
    `
    Range: GetColumnsAfter GetColumnsBefore GetResizedRange GetRowsAbove GetRowsBelow GetVisibleView _ValidateArraySize
    Table: HighlightFirstColumn HighlightLastColumn ShowBandedColumns ShowBandedRows ShowFilterButton
    Workbook: OnSelectionChanged PivotTables _V1Api
    Worksheet: PivotTables
  `,
  ],
  [
    '1.4',
    `
    ChartCollection: GetCount GetItemOrNullObject
    ChartPointsCollection: GetCount
    ChartSeriesCollection: GetCount
    NamedItem: Comment Delete GetRangeOrNullObject Scope Worksheet WorksheetOrNullObject
    NamedItemCollection: Add AddFormulaLocal GetCount GetItemOrNullObject
    Range: GetIntersectionOrNullObject GetUsedRangeOrNullObject
    RangeViewCollection: GetCount
    TableCollection: GetCount GetItemOrNullObject
    TableColumnCollection: GetCount GetItemOrNullObject
    TableRowCollection: GetCount
    Workbook: Settings
    Worksheet: GetUsedRangeOrNullObject Names
    WorksheetCollection: GetCount GetItemOrNullObject
  `,
  ],
  [
    '1.5',
    `
    Workbook: CustomXmlParts _Runtime
    Worksheet: GetNext GetNextOrNullObject GetPrevious GetPreviousOrNullObject
    WorksheetCollection: GetFirst GetLast
  `,
  ],
  [
    '1.6',
    `
    Application: SuspendApiCalculationUntilNextSync
    Range: Calculate ConditionalFormats
    Workbook: InternalTest
    Worksheet: Calculate
  `,
  ],
  [
    '1.7',
    `
    Chart: ChartType Id ShowAllFieldButtons
    ChartAreaFormat: Border
    ChartAxes: GetItem
    ChartAxis: AxisGroup BaseTimeUnit CategoryType Crosses CrossesAt CustomDisplayUnit DisplayUnit Height Left LogBase MajorTickMark MajorTimeUnitScale MinorTickMark MinorTimeUnitScale ReversePlotOrder ScaleType SetCategoryNames SetCrossesAt SetCustomDisplayUnit ShowDisplayUnitLabel TickLabelPosition TickLabelSpacing TickMarkSpacing Top Type Visible Width
    ChartLegend: Height Left LegendEntries ShowShadow Top Width
    ChartLineFormat: LineStyle Weight
    ChartPoint: DataLabel HasDataLabel MarkerBackgroundColor MarkerForegroundColor MarkerSize MarkerStyle
    ChartPointFormat: Border
    ChartSeries: ChartType Delete DoughnutHoleSize Filtered GapWidth HasDataLabels MarkerBackgroundColor MarkerForegroundColor MarkerSize MarkerStyle PlotOrder SetBubbleSizes SetValues SetXAxisValues ShowShadow Smooth Trendlines
    ChartSeriesCollection: Add
    ChartTitle: GetSubstring Height HorizontalAlignment Left Position SetFormula ShowShadow TextOrientation Top VerticalAlignment Width
    ChartTitleFormat: Border
    NamedItem: ArrayValues Formula
    Range: GetAbsoluteResizedRange GetImage GetSurroundingRegion Hyperlink IsEntireColumn IsEntireRow NumberFormatLocal ShowCard Style
    RangeFormat: TextOrientation UseStandardHeight UseStandardWidth
    Table: OnChanged OnSelectionChanged _RegisterDataChangedEvent _RegisterSelectionChangedEvent _UnregisterDataChangedEvent _UnregisterSelectionChangedEvent
    TableCollection: OnChanged _RegisterDataChangedEvent _UnregisterDataChangedEvent
    Workbook: DataConnections GetActiveCell Name Properties Protection Styles _onMessage
    Worksheet: Copy FreezePanes GetRangeByIndexes OnActivated OnChanged OnDeactivated OnSelectionChanged StandardHeight StandardWidth TabColor _GetAnotherWorksheetById _GetSheetById _RegisterActivatedEvent _RegisterDataChangedEvent _RegisterDeactivatedEvent _RegisterSelectionChangedEvent _UnregisterActivatedEvent _UnregisterDataChangedEvent _UnregisterDeactivatedEvent _UnregisterSelectionChangedEvent
    WorksheetCollection: OnActivated OnAdded OnDeactivated OnDeleted _RegisterActivatedEvent _RegisterAddedEvent _RegisterDeactivatedEvent _RegisterDeletedEvent _UnregisterActivatedEvent _UnregisterAddedEvent _UnregisterDeactivatedEvent _UnregisterDeletedEvent
  `,
  ],
  [
    '1.8',
    `
    Application: CreateWorkbook _GetWorkbookCreatedById
    Chart: CategoryLabelLevel DisplayBlanksAs OnActivated OnDeactivated PlotArea PlotBy PlotVisibleOnly SeriesNameLevel ShowDataLabelsOverMaximum Style _RegisterActivatedEvent _RegisterDeactivatedEvent _UnregisterActivatedEvent _UnregisterDeactivatedEvent
    ChartAxis: Alignment IsBetweenCategories MultiLevel NumberFormat Offset Position PositionAt SetPositionAt TextOrientation
    ChartAxisFormat: Fill
    ChartAxisTitle: SetFormula
    ChartAxisTitleFormat: Border Fill
    ChartBorder: Clear
    ChartCollection: OnActivated OnAdded OnDeactivated OnDeleted _RegisterActivatedEvent _RegisterAddedEvent _RegisterDeactivatedEvent _RegisterDeletedEvent _UnregisterActivatedEvent _UnregisterAddedEvent _UnregisterDeactivatedEvent _UnregisterDeletedEvent
    ChartDataLabel: AutoText Format Formula Height HorizontalAlignment Left NumberFormat Text TextOrientation Top VerticalAlignment Width
    ChartDataLabelFormat: Border
    ChartDataLabels: AutoText HorizontalAlignment NumberFormat TextOrientation VerticalAlignment
    ChartLegendEntry: Height Index Left Top Width
    ChartLegendFormat: Border
    ChartSeries: AxisGroup DataLabels Explosion FirstSliceAngle InvertIfNegative Overlap SecondPlotSize SplitType VaryByCategories
    ChartTrendline: BackwardPeriod ForwardPeriod Label ShowEquation ShowRSquared
    Range: DataValidation
    Runtime: EnableEvents
    Table: LegacyId
    Workbook: ReadOnly
    Worksheet: OnCalculated ShowGridlines ShowHeadings _RegisterCalculatedEvent _UnregisterCalculatedEvent
    WorksheetCollection: OnCalculated _RegisterCalculatedEvent _UnregisterCalculatedEvent
  `,
  ],
  [
    '1.9',
    `
    Application: CalculationEngineVersion CalculationState IterativeCalculation Ribbon SuspendScreenUpdatingUntilNextSync
    Chart: Activate PivotOptions
    ChartAreaFormat: ColorScheme RoundedCorners
    ChartAxis: LinkNumberFormat
    ChartDataLabel: LinkNumberFormat
    ChartDataLabels: LinkNumberFormat
    ChartSeries: BinOptions BoxwhiskerOptions BubbleScale GradientMaximumColor GradientMaximumType GradientMaximumValue GradientMidpointColor GradientMidpointType GradientMidpointValue GradientMinimumColor GradientMinimumType GradientMinimumValue GradientStyle InvertColor MapOptions ParentLabelStrategy ShowConnectorLines ShowLeaderLines SplitValue XErrorBars YErrorBars
    ChartTrendlineLabel: LinkNumberFormat
    ConditionalFormat: GetRanges
    DataValidation: GetInvalidCells GetInvalidCellsOrNullObject
    Range: AutoFill ConvertDataTypeToText ConvertToLinkedDataType CopyFrom Find FindOrNullObject FlashFill GetCellProperties GetColumnProperties GetRowProperties GetSpecialCells GetSpecialCellsOrNullObject GetTables LinkedDataTypeState RemoveDuplicates ReplaceAll SetCellProperties SetColumnProperties SetDirty SetRowProperties ShowTeachingCallout
    RangeBorder: TintAndShade
    RangeBorderCollection: TintAndShade
    RangeFill: Pattern PatternColor PatternTintAndShade TintAndShade
    RangeFont: Strikethrough Subscript Superscript TintAndShade
    RangeFormat: AutoIndent IndentLevel ReadingOrder ShrinkToFit
    Table: AutoFilter
    TableCollection: OnAdded OnDeleted _RegisterAddedEvent _RegisterDeletedEvent _UnregisterAddedEvent _UnregisterDeletedEvent
    Workbook: AutoSave CalculationEngineVersion ChartDataPointTrack GetActiveChart GetActiveChartOrNullObject GetIsActiveCollabSession GetSelectedRanges IsDirty OnAutoSaveSettingChanged PreviouslySaved UsePrecisionAsDisplayed _GetRangesForEventByReferenceId _GetRangesOrNullObjectForEventByReferenceId _RegisterAutoSaveSettingChangedEvent _UnregisterAutoSaveSettingChangedEvent
    Worksheet: AutoFilter EnableCalculation FindAll FindAllOrNullObject GetRanges HorizontalPageBreaks OnFormatChanged PageLayout ReplaceAll Shapes VerticalPageBreaks _RegisterFormatChangedEvent _UnregisterFormatChangedEvent
    WorksheetCollection: OnChanged OnFormatChanged OnSelectionChanged _RegisterDataChangedEvent _RegisterFormatChangedEvent _RegisterSelectionChangedEvent _UnregisterDataChangedEvent _UnregisterFormatChangedEvent _UnregisterSelectionChangedEvent
  `,
  ],
  [
    '1.10',
    `
    Range: Group Height HideGroupDetails Left ShowGroupDetails Top Ungroup Width
    Workbook: Comments GetActiveSlicer GetActiveSlicerOrNullObject PivotTableStyles SlicerStyles Slicers TableStyles TimelineStyles
    Worksheet: Comments OnColumnSorted OnRowSorted OnSingleClicked ShowOutlineLevels Slicers Visuals _RegisterColumnSortedEvent _RegisterRowSortedEvent _RegisterSingleClickedEvent _UnregisterColumnSortedEvent _UnregisterRowSortedEvent _UnregisterSingleClickedEvent
    WorksheetCollection: OnColumnSorted OnRowSorted OnSingleClicked _RegisterColumnSortedEvent _RegisterRowSortedEvent _RegisterSingleClickedEvent _UnregisterColumnSortedEvent _UnregisterRowSortedEvent _UnregisterSingleClickedEvent
  `,
  ],
  [
    '1.11',
    `
    Application: CultureInfo DecimalSeparator ThousandsSeparator UseSystemSeparators
    Comment: Mentions Resolved RichContent UpdateMentions
    CommentReply: Mentions Resolved RichContent UpdateMentions
    Range: MoveTo
    RangeFormat: AdjustIndent
    Workbook: Close Save
    Worksheet: OnRowHiddenChanged _RegisterRowHiddenChangedEvent _UnregisterRowHiddenChangedEvent
    WorksheetCollection: OnRowHiddenChanged _RegisterRowHiddenChangedEvent _UnregisterRowHiddenChangedEvent
  `,
  ],
  [
    '1.12',
    `
    ChartAxisTitle: TextOrientation
    ChartSeries: GetDimensionValues
    Comment: ContentType
    CommentCollection: OnAdded OnChanged OnDeleted _RegisterAddedEvent _RegisterChangedEvent _RegisterDeletedEvent _UnregisterAddedEvent _UnregisterChangedEvent _UnregisterDeletedEvent
    CommentReply: ContentType
    CultureInfo: DatetimeFormat
    Range: GetDirectPrecedents GetPivotTables GetSpillParent GetSpillParentOrNullObject GetSpillingToRange GetSpillingToRangeOrNullObject HasSpill NumberFormatCategories SavedAsArray
    Worksheet: CustomProperties
  `,
  ],
  [
    '1.13',
    `
    Range: GetDirectDependents GetExtendedRange GetMergedAreasOrNullObject GetRangeEdge
    Table: Resize
    Workbook: InsertWorksheetsFromBase64 OnActivated _RegisterActivatedEvent _UnregisterActivatedEvent
    Worksheet: OnFormulaChanged _RegisterFormulaChangedEvent _UnregisterFormulaChangedEvent
    WorksheetCollection: OnFormulaChanged _RegisterFormulaChangedEvent _UnregisterFormulaChangedEvent
  `,
  ],
  [
    '1.14',
    `
    AutoFilter: ClearColumnCriteria
    Chart: GetDataTable GetDataTableOrNullObject
    CommentCollection: GetItemOrNullObject
    CommentReplyCollection: GetItemOrNullObject
    ConditionalFormatCollection: GetItemOrNullObject
    Range: GetPrecedents
    TableScopedCollection: GetItemOrNullObject
    Workbook: Queries
    Worksheet: OnProtectionChanged TabId _RegisterProtectionChangedEvent _UnregisterProtectionChangedEvent
    WorksheetCollection: OnProtectionChanged _RegisterProtectionChangedEvent _UnregisterProtectionChangedEvent
  `,
  ],
  [
    '1.15',
    `
    ChartSeries: GetDimensionDataSourceString GetDimensionDataSourceType
    Range: GetDependents GetNumberFormatProperties GetSurroundingDataRegion
  `,
  ],
  [
    'Online 1.1',
    `
    Range: GetDataClassificationIds GetMergedAreas
    TableRowCollection: DeleteRows DeleteRowsAt
    Workbook: EnableOfficeScriptRecording LinkedWorkbooks RegisterCustomFunctions _SetOsfControlContainerReadyForCustomFunctions
    Worksheet: NamedSheetViews OnNameChanged OnVisibilityChanged _RegisterEventNameChanged _RegisterEventVisibilityChanged _UnregisterEventNameChanged _UnregisterEventVisibilityChanged
    WorksheetCollection: OnMoved OnNameChanged OnVisibilityChanged _RegisterEventMoved _RegisterEventNameChanged _RegisterEventVisibilityChanged _UnregisterEventMoved _UnregisterEventNameChanged _UnregisterEventVisibilityChanged
  `,
  ],
];

/** A requirement set and its version. */
export interface Since {
  readonly set: 'ExcelApi' | 'ExcelApiOnline';
  readonly version: string;
}

const FIRST: Since = { set: 'ExcelApi', version: '1.1' };

const readVersion = (text: string): Since =>
  text.startsWith('Online ') ? { set: 'ExcelApiOnline', version: text.slice(7) } : { set: 'ExcelApi', version: text };

const readMembers = ([version, text]: readonly [string, string]): [string, Since][] =>
  text.split('\n').flatMap((line) => {
    const [kind = '', members = ''] = line.trim().split(': ');
    return members
      .split(' ')
      .filter(Boolean)
      .map((member): [string, Since] => [`${kind}.${member}`, readVersion(version)]);
  });

const SINCE = new Map(TABLE.flatMap(readMembers));

/** @param member wire name, as `GetUsedRangeOrNullObject`. */
export const since = (kind: string, member: string): Since => SINCE.get(`${kind}.${member}`) ?? FIRST;
