const words = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

/** Members of the classes written so far that the host refuses with ApiNotFound; `X=` can be read but not set. */
export const NOT_YET: Readonly<Record<string, readonly string[]>> = {
  Application: words(`CreateWorkbook Ribbon _GetWorkbookCreatedById`),
  Workbook:
    words(`Bindings Close Comments DataConnections EnableOfficeScriptRecording Functions GetActiveSlicer GetActiveSlicerOrNullObject 
InsertWorksheetsFromBase64 InternalTest LinkedWorkbooks PivotTableStyles PivotTables Queries RecordAction RegisterCustomFunctions Save SlicerStyles 
Slicers Styles TableStyles TimelineStyles UsePrecisionAsDisplayed= _GetObjectByReferenceId _GetObjectTypeNameByReferenceId 
_GetRangesForEventByReferenceId _GetRangesOrNullObjectForEventByReferenceId _SetOsfControlContainerReadyForCustomFunctions _V1Api`),
  Worksheet: words(`Comments HorizontalPageBreaks NamedSheetViews PivotTables Shapes ShowOutlineLevels Slicers Visuals 
_RegisterColumnSortedEvent _RegisterFormulaChangedEvent _RegisterRowHiddenChangedEvent _RegisterRowSortedEvent _RegisterSingleClickedEvent 
_UnregisterColumnSortedEvent _UnregisterFormulaChangedEvent _UnregisterRowHiddenChangedEvent _UnregisterRowSortedEvent 
_UnregisterSingleClickedEvent`),
  WorksheetCollection:
    words(`_RegisterColumnSortedEvent _RegisterFormulaChangedEvent _RegisterRowHiddenChangedEvent _RegisterRowSortedEvent 
_RegisterSingleClickedEvent _UnregisterColumnSortedEvent _UnregisterFormulaChangedEvent _UnregisterRowHiddenChangedEvent _UnregisterRowSortedEvent 
_UnregisterSingleClickedEvent`),
  Range:
    words(`ConvertDataTypeToText ConvertToLinkedDataType FlashFill GetCellProperties GetColumnProperties GetDataClassificationIds GetDependents 
GetDirectDependents GetDirectPrecedents GetImage GetNumberFormatProperties GetPivotTables GetPrecedents GetRowProperties GetSpillParent 
GetSpillParentOrNullObject GetSpillingToRange GetSpillingToRangeOrNullObject GetSurroundingDataRegion Group HideGroupDetails 
SetColumnProperties SetRowProperties ShowCard ShowGroupDetails ShowTeachingCallout Ungroup`),
  RangeAreas: words(`ConvertDataTypeToText ConvertToLinkedDataType`),
  RangeView: words(`Formulas= FormulasLocal= FormulasR1C1= NumberFormat= Values=`),
  TableRowCollection: words(`DeleteRows DeleteRowsAt`),
  RangeFill: words(`Pattern= PatternColor PatternTintAndShade TintAndShade`),
  RangeBorder: words(`TintAndShade`),
  RangeBorderCollection: words(`TintAndShade`),
  RangeFont: words(`TintAndShade`),
  ChartCollection:
    words(`_RegisterActivatedEvent _RegisterAddedEvent _RegisterDeactivatedEvent _RegisterDeletedEvent _UnregisterActivatedEvent 
_UnregisterAddedEvent _UnregisterDeactivatedEvent _UnregisterDeletedEvent`),
  Chart:
    words(`CategoryLabelLevel DisplayBlanksAs Format GetDataTable GetDataTableOrNullObject PivotOptions PlotArea PlotBy PlotVisibleOnly 
SeriesNameLevel ShowAllFieldButtons ShowDataLabelsOverMaximum Style _RegisterActivatedEvent _RegisterDeactivatedEvent _UnregisterActivatedEvent 
_UnregisterDeactivatedEvent`),
  ChartSeries: words(`AxisGroup BinOptions BoxwhiskerOptions BubbleScale DoughnutHoleSize Explosion Filtered FirstSliceAngle 
GetDimensionDataSourceString GetDimensionDataSourceType GradientMaximumColor GradientMaximumType GradientMaximumValue GradientMidpointColor 
GradientMidpointType GradientMidpointValue GradientMinimumColor GradientMinimumType GradientMinimumValue GradientStyle InvertColor InvertIfNegative 
MapOptions MarkerBackgroundColor MarkerForegroundColor MarkerSize MarkerStyle ParentLabelStrategy PlotOrder= SecondPlotSize SetBubbleSizes 
ShowConnectorLines ShowLeaderLines ShowShadow Smooth SplitType SplitValue Trendlines VaryByCategories XErrorBars YErrorBars`),
  ChartPoint: words(`DataLabel HasDataLabel MarkerBackgroundColor MarkerForegroundColor MarkerSize MarkerStyle`),
  ChartPointFormat: words(`Border`),
  ChartAxes: words(`SeriesAxis`),
  ChartAxis:
    words(`Alignment AxisGroup BaseTimeUnit CategoryType Crosses CrossesAt CustomDisplayUnit DisplayUnit Format Height IsBetweenCategories 
Left LinkNumberFormat LogBase MajorTickMark MajorTimeUnitScale MajorUnit MinorGridlines MinorTickMark MinorTimeUnitScale MinorUnit MultiLevel Offset 
Position PositionAt ScaleType SetCategoryNames SetCrossesAt SetCustomDisplayUnit SetPositionAt ShowDisplayUnitLabel TextOrientation TickLabelPosition 
TickLabelSpacing TickMarkSpacing Top Width`),
  ChartAxisTitle: words(`Format SetFormula TextOrientation`),
  ChartDataLabels:
    words(`AutoText HorizontalAlignment LinkNumberFormat Position Separator ShowBubbleSize ShowCategoryName ShowLegendKey 
ShowPercentage ShowSeriesName TextOrientation VerticalAlignment`),
  ChartDataLabelFormat: words(`Border Fill`),
  ChartGridlines: words(`Format`),
  ChartLegend: words(`Format Height Left LegendEntries Overlay ShowShadow Top Width`),
  ChartTitle:
    words(`GetSubstring Height HorizontalAlignment Left Overlay Position SetFormula ShowShadow TextOrientation Top VerticalAlignment 
Width`),
  ChartTitleFormat: words(`Border Fill`),
  ChartLineFormat: words(`LineStyle Weight`),
  Filter:
    words(`ApplyBottomItemsFilter ApplyBottomPercentFilter ApplyCellColorFilter ApplyDynamicFilter ApplyFontColorFilter ApplyIconFilter 
ApplyTopItemsFilter ApplyTopPercentFilter`),
  DocumentProperties: words(`CreationDate LastAuthor`),
  DataBarConditionalFormat: words(
    `AxisColor AxisFormat BarDirection LowerBoundRule NegativeFormat ShowDataBarOnly UpperBoundRule`,
  ),
  ConditionalDataBarPositiveFormat: words(`BorderColor GradientFill`),
  IconSetConditionalFormat: words(`ReverseIconOrder ShowIconOnly`),
  HeaderFooterGroup: words(`EvenPages FirstPage OddPages`),
  PageBreak: words(`GetCellAfterBreak RowIndex _Id`),
  PageBreakCollection: words(`GetCount GetItem`),
};
