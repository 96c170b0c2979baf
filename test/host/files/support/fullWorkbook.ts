/** A workbook with something of everything that a file can hold and the model knows. */
import { countedIds, createWorkbook } from '../../../../host/workbook/workbook';
import type { Chart, ChartSeries, Workbook } from '../../../../host/workbook/model';
import { errorValue } from '../../../../host/workbook/values';

const cell = (
  row: number,
  column: number,
  bottom = row,
  right = column,
): { top: number; left: number; bottom: number; right: number } => ({ top: row, left: column, bottom, right });

export const series = (name: string, values: string, more: Partial<ChartSeries> = {}): ChartSeries => ({
  name,
  nameFormula: null,
  values,
  categories: 'Summary!$A$4:$A$8',
  type: null,
  color: null,
  pointColors: new Map(),
  gapWidth: 60,
  overlap: 100,
  dataLabels: false,
  ...more,
});

/** A bridge from booked to cash: invisible stilts under coloured steps. */
export const bridgeChart = (): Chart => ({
  id: '{C-1}',
  name: 'Booked to cash',
  type: 'ColumnStacked',
  left: 240,
  top: 60,
  width: 420,
  height: 240,
  title: { text: 'Booked to cash, EUR', visible: true, font: { bold: true, size: 14, color: '#1F3864' } },
  legend: { visible: false, position: 'Right' },
  axes: {
    category: {
      visible: true,
      title: '',
      numberFormat: '',
      minimum: null,
      maximum: null,
      majorUnit: null,
      majorGridlines: false,
      reversed: false,
      labels: 'High',
    },
    value: {
      visible: true,
      title: 'EUR',
      numberFormat: '#,##0',
      minimum: 0,
      maximum: null,
      majorUnit: 250,
      majorGridlines: true,
      reversed: false,
      labels: 'NextToAxis',
    },
  },
  dataLabels: { visible: true, numberFormat: '#,##0', font: { size: 9 } },
  series: [
    series('Stilt', 'Summary!$C$4:$C$8', { color: 'none' }),
    series('Step', 'Summary!$D$4:$D$8', {
      color: '#4472C4',
      pointColors: new Map([
        [1, '#C00000'],
        [2, '#C00000'],
        [4, '#70AD47'],
      ]),
      dataLabels: true,
    }),
  ],
  altText: 'Bridge from booked 1,000 to cash 620',
});

export function fullWorkbook(): Workbook {
  const workbook = createWorkbook('full.xlsx', { newId: countedIds() });
  const data = workbook.addSheet("Deals 'n' lines");
  const summary = workbook.addSheet('Summary');
  const quiet = workbook.addSheet('Quiet');
  workbook.transact('load', () => {
    fillData(workbook);
    fillSummary(workbook);
    quiet.setValue(0, 0, 'kept aside');
    quiet.visibility = 'VeryHidden';
    workbook.names.push(
      { id: 'n1', name: 'TaxRate', formula: '0.19', scope: null, comment: 'as agreed', visible: true },
      { id: 'n2', name: 'Booked', formula: "'Deals ''n'' lines'!$B$2:$B$6", scope: null, comment: '', visible: true },
      { id: 'n3', name: 'Here', formula: 'Summary!$A$1', scope: summary.id, comment: '', visible: false },
    );
    workbook.settings.set('tieout.journal', { step: 3, text: 'a < b & "c"\nd' });
    workbook.settings.set('tieout.plain', 'x');
    workbook.customXml.set('{11111111-2222-3333-4444-555555555555}', '<notes xmlns="urn:example:notes"><n>é</n></notes>');
    workbook.calculationMode = 'Manual';
    workbook.select(summary, [cell(3, 1, 7, 1)]);
  });
  data.touch({ kind: 'layout', sheet: data.id, trigger: 'load' });
  return workbook;
}

function fillData(workbook: Workbook): void {
  const data = workbook.sheets[0];
  if (data === undefined) throw new Error('no sheet');
  const header = ['Customer', 'Booked', 'Invoiced', 'Difference', 'Due', 'Line\nkey'];
  header.forEach((text, column) => data.setValue(0, column, text));
  const names = ['Acme & Söhne <GmbH>', ' blank before', '00123', '=HYPERLINK("x")', 'tab\tand\nbreak _x000D_'];
  names.forEach((name, i) => {
    const row = i + 1;
    data.setValue(row, 0, name);
    data.setValue(row, 1, 1000.5 * row);
    data.setValue(row, 2, 400 + row / 3);
    data.setFormula(row, 3, '=[@Booked]-[@Invoiced]');
    data.setValue(row, 4, 45356.75 + row);
    data.setValue(row, 5, `K-${row}`);
  });
  const table = workbook.addTable(data, cell(0, 0, 5, 5), true, 'Lines');
  const difference = table.columns[3];
  if (difference === undefined) throw new Error('no column');
  difference.calculated = 'Lines[[#This Row],[Booked]]-Lines[[#This Row],[Invoiced]]';
  table.style = 'TableStyleLight9';
  data.setValue(8, 0, errorValue('#N/A'));
  data.setValue(8, 1, true);
  data.setValue(8, 2, 1e-300);
  data.setValue(8, 3, -0.1 - 0.2);
  data.setFormula(8, 4, '=1/0');
  data.setFormula(8, 5, '=A2&" text"');
  data.setFormula(9, 4, '=B9');
  data.setFormula(9, 5, '=IFERROR(VLOOKUP("none",A2:B6,2,FALSE),"")');
  data.patchStyle(cell(1, 1, 5, 3), { numberFormat: '#,##0.00;[Red]-#,##0.00' });
  data.patchStyle(cell(1, 4, 5, 4), { numberFormat: 'yyyy-mm-dd' });
  data.patchStyle(cell(0, 0, 1_048_575, 0), { numberFormat: '@' });
  data.patchStyle(cell(3, 0), { quotePrefix: true });
  data.patchStyle(cell(0, 0, 0, 5), {
    font: { bold: true, color: '#FFFFFF', name: 'Arial', size: 10, underline: 'Double', italic: true },
    fill: '#1F3864',
    horizontal: 'Center',
    vertical: 'Center',
    wrap: true,
    borders: {
      bottom: { style: 'Double', weight: 'Thick', color: '#C00000' },
      left: { style: 'Continuous', weight: 'Hairline', color: '#808080' },
    },
  });
  data.patchStyle(cell(8, 0, 8, 3), {
    indent: 2,
    rotation: 45,
    locked: false,
    formulaHidden: true,
    shrinkToFit: true,
    horizontal: 'Right',
  });
  data.setColumnWidth(0, 0, 28.5);
  data.setColumnWidth(1, 4, 14);
  data.setColumnHidden(7, 9, true);
  data.setRowHeight(0, 0, 30);
  data.setRowHidden(11, 12, true);
  data.freeze = { rows: 1, columns: 1 };
  data.tabColor = '#70AD47';
  data.conditionalFormats.push(
    {
      id: 'c1',
      areas: [cell(1, 3, 5, 3)],
      rule: { type: 'cellValue', operator: 'GreaterThan', formula1: '=1000' },
      style: { fill: '#FFC7CE', font: { color: '#9C0006', bold: true } },
      stopIfTrue: true,
    },
    {
      id: 'c2',
      areas: [cell(1, 0, 5, 0), cell(8, 0)],
      rule: { type: 'containsText', operator: 'Contains', text: 'a "b"' },
      style: { fill: '#C6EFCE' },
      stopIfTrue: false,
    },
    {
      id: 'c3',
      areas: [cell(1, 1, 5, 1)],
      rule: { type: 'custom', formula: '=$B2>TaxRate*100' },
      style: { numberFormat: '0.0', borders: { bottom: { style: 'Continuous', weight: 'Thin', color: '#000000' } } },
      stopIfTrue: false,
    },
    {
      id: 'c4',
      areas: [cell(1, 2, 5, 2)],
      rule: {
        type: 'colorScale',
        stops: [
          { kind: 'lowest', color: '#F8696B' },
          { kind: 'percentile', value: '50', color: '#FFEB84' },
          { kind: 'highest', color: '#63BE7B' },
        ],
      },
      style: {},
      stopIfTrue: false,
    },
    {
      id: 'c5',
      areas: [cell(1, 4, 5, 4)],
      rule: { type: 'presetCriteria', criterion: 'Blanks' },
      style: { fill: '#DDDDDD' },
      stopIfTrue: false,
    },
    {
      id: 'c6',
      areas: [cell(1, 1, 5, 1)],
      rule: { type: 'topBottom', kind: 'BottomPercent', rank: 20 },
      style: { font: { italic: true } },
      stopIfTrue: false,
    },
  );
  data.validations.push(
    {
      areas: [cell(1, 5, 5, 5)],
      rule: { type: 'list', inCellDropDown: true, source: 'Open,In review,"Won"' },
      ignoreBlanks: true,
      errorAlert: { show: true, style: 'Stop', title: 'Status', message: 'Pick one' },
      prompt: { show: true, title: 'Status', message: 'Pick\none' },
    },
    {
      areas: [cell(1, 1, 5, 1)],
      rule: { type: 'decimal', operator: 'GreaterThanOrEqual', formula1: '0' },
      ignoreBlanks: false,
      errorAlert: { show: true, style: 'Warning', title: '', message: '' },
      prompt: { show: false, title: '', message: '' },
    },
    {
      areas: [cell(1, 4, 5, 4)],
      rule: { type: 'list', inCellDropDown: false, source: '=Booked' },
      ignoreBlanks: true,
      errorAlert: { show: false, style: 'Information', title: '', message: '' },
      prompt: { show: false, title: '', message: '' },
    },
  );
  data.hyperlinks.push(
    { area: cell(1, 5), address: '', documentReference: 'Summary!A1', screenTip: 'to the summary' },
    { area: cell(2, 5), address: 'https://example.com/?a=1&b=2', documentReference: '', screenTip: '' },
  );
  data.merges.push(cell(14, 0, 14, 3));
  data.setValue(14, 0, 'merged');
}

function fillSummary(workbook: Workbook): void {
  const sheet = workbook.sheet('Summary');
  if (sheet === null) throw new Error('no sheet');
  sheet.setValue(0, 0, 'Booked to cash');
  sheet.patchStyle(cell(0, 0), { font: { size: 18, bold: true, color: '#1F3864' } });
  ['Step', 'Amount', 'Stilt', 'Shown'].forEach((text, column) => sheet.setValue(2, column, text));
  const steps: [string, number, number, number][] = [
    ['Booked', 1000, 0, 1000],
    ['Not invoiced', -250, 750, 250],
    ['Not paid', -130, 620, 130],
    ['Other', 0, 620, 0],
    ['Cash', 620, 0, 620],
  ];
  steps.forEach((values, i) => values.forEach((value, column) => sheet.setValue(3 + i, column, value)));
  sheet.setFormula(9, 1, '=SUM(Lines[Booked])');
  sheet.setFormula(10, 1, "=SUM('Deals ''n'' lines'!D2:D6)*(1+TaxRate)");
  sheet.setFormula(11, 1, '=IFERROR(INDEX(Lines[Customer],MATCH(2001,Lines[Booked],0)),"none")');
  sheet.setFormula(12, 1, '=SUMIFS(Lines[Booked],Lines[Line\nkey],"K-2")');
  sheet.patchStyle(cell(3, 1, 12, 3), { numberFormat: '#,##0' });
  sheet.showGridlines = false;
  sheet.zoom = 85;
  sheet.charts.push(bridgeChart());
  sheet.charts.push({
    ...bridgeChart(),
    id: '{C-2}',
    name: 'Lines',
    type: 'LineMarkers',
    top: 330,
    legend: { visible: true, position: 'Bottom' },
    title: { text: 'By month', visible: true, font: {} },
    series: [series('Booked', 'Summary!$B$4:$B$8', { gapWidth: null, overlap: null, color: '#ED7D31' })],
    dataLabels: { visible: false, numberFormat: '', font: {} },
    altText: '',
  });
  Object.assign(sheet.pageLayout, {
    orientation: 'Landscape',
    zoom: { fitWide: 1, fitTall: 0 },
    printArea: cell(0, 0, 40, 11),
    titleRows: { top: 0, bottom: 2 },
    titleColumns: { left: 0, right: 0 },
    columnBreaks: [5, 9],
    headers: { left: '', center: 'Tieout && co', right: '&D' },
    footers: { left: '&F', center: '', right: 'Page &P of &N' },
    centerHorizontally: true,
  });
  sheet.pageLayout.margins.left = 0.5;
  sheet.protection.protected = true;
  sheet.protection.options['allowFormatColumns'] = true;
  sheet.protection.options['allowAutoFilter'] = true;
}
