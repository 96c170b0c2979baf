/** Workbooks as an analyst has them, with hostile cells, headers and sheets among the sound ones. */

import type { Random } from '../../samples/random';
import type { Scalar, Sheet, Workbook } from '../../host/workbook/model';
import { countedIds, createWorkbook } from '../../host/workbook/workbook';
import { hostileText, hostileValue } from './texts';

type Row = Scalar[];

interface Source {
  readonly name: string;
  readonly rows: Row[];
  readonly dateColumn: number;
}

const CUSTOMERS = ['Acme Ltd', 'Birch GmbH', 'Cedar SA', 'Dune Inc', 'Elm BV', '__proto__', 'constructor', 'toString'];
const OWNERS = ['Ann', 'Ben', '', 'hasOwnProperty'];
const CURRENCIES = ['EUR', 'EUR', 'EUR', 'USD', 'GBP'];
const [FIRST_DAY, LAST_DAY] = [45_992, 46_112];

const ODD_SHEETS = [
  ...[
    "Kim's 'n' deals",
    '=1+1',
    '__proto__',
    'constructor',
    'A1',
    'R1C1',
    '2026',
    'Ümläut \u{1F98A}',
    '<b>&amp;',
    ' spaced ',
    '"quoted"',
  ],
  ...['Summary', 'Reconciliation', 'Definitions', '~Tieout Summary', '-5', '\u202Eslaed', 'x'.repeat(31)],
];

/** @param boldness share of cells that are hostile */
export function hostileBook(random: Random, boldness = random.pick([0, 0.02, 0.1, 0.4])): Workbook {
  const workbook = createWorkbook('book.xlsx', { newId: countedIds() });
  const sources = soundSources(random);
  workbook.transact('load', () => {
    workbook.date1904 = random.chance(0.05);
    for (const source of sources) {
      const name = random.chance(0.15) ? random.pick(ODD_SHEETS) : source.name;
      const sheet = sheetCalled(workbook, name);
      source.rows.forEach((row, at) => spoil(random, row, at === 0 ? boldness / 4 : boldness));
      fill(sheet, source, random.chance(0.2) ? random.whole(1, 4) : 0);
      oddities(random, workbook, sheet);
    }
    if (random.chance(0.1)) sheetCalled(workbook, random.pick(ODD_SHEETS));
    const [first] = workbook.sheets;
    if (first !== undefined) workbook.activate(first);
  });
  return workbook;
}

function sheetCalled(workbook: Workbook, name: string): Sheet {
  const isTaken = workbook.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  return workbook.addSheet(isTaken ? null : name);
}

function soundSources(random: Random): Source[] {
  const count = random.pick([0, 1, 4, 9, 9, 18, 18]);
  const deals: Row[] = [['Deal ID', 'Account', 'Amount', 'Currency', 'Close Date', 'Stage', 'Owner']];
  const invoices: Row[] = [['Invoice No', 'Customer', 'Invoice Date', 'Net', 'Tax', 'Currency', 'Deal', 'Status']];
  const receipts: Row[] = [['Receipt No', 'Payer', 'Payment Date', 'Amount', 'Currency', 'Invoice']];
  const schedule: Row[] = [['Invoice No', 'Customer', 'Month', 'Amount', 'Currency']];
  for (let n = 1; n <= count; n += 1) {
    const [customer, currency] = [random.pick(CUSTOMERS), random.pick(CURRENCIES)];
    const amount = random.whole(1, 900_000) / 100;
    const day = random.whole(FIRST_DAY, LAST_DAY);
    deals.push([
      `D-${n}`,
      customer,
      amount,
      currency,
      day,
      random.pick(['Won', 'Won', 'Won', 'Lost', 'Open']),
      random.pick(OWNERS),
    ]);
    if (random.chance(0.2)) continue;
    const net = random.chance(0.8) ? amount : amount / 2;
    invoices.push([
      `I-${n}`,
      customer,
      day + 5,
      net,
      0,
      currency,
      random.chance(0.7) ? `D-${n}` : '',
      random.pick(['Open', 'Paid', 'Void']),
    ]);
    if (random.chance(0.6)) receipts.push([`R-${n}`, customer, day + 35, net, currency, random.chance(0.6) ? `I-${n}` : '']);
    if (random.chance(0.6)) schedule.push([`I-${n}`, customer, day, net, currency]);
  }
  const sources = [
    { name: 'Deals', rows: deals, dateColumn: 4 },
    { name: 'Invoices', rows: invoices, dateColumn: 2 },
    { name: 'Receipts', rows: receipts, dateColumn: 2 },
    { name: 'Schedule', rows: schedule, dateColumn: 2 },
  ];
  return sources.filter((_, at) => at < 2 || random.chance(0.6));
}

function spoil(random: Random, row: Row, boldness: number): void {
  row.forEach((_, column) => {
    if (random.chance(boldness)) row[column] = hostileValue(random);
  });
  if (random.chance(boldness / 2)) row.push(hostileValue(random));
}

function fill(sheet: Sheet, { rows, dateColumn }: Source, down: number): void {
  rows.forEach((row, at) =>
    row.forEach((value, column) => {
      if (value !== null) sheet.setValue(at + down, column, value);
    }),
  );
  const dates = { top: down, bottom: down + rows.length, left: dateColumn, right: dateColumn };
  sheet.patchStyle(dates, { numberFormat: 'yyyy-mm-dd' });
}

const FORMULAS = [
  '=A1+B1',
  '=SUM(C:C)',
  '=H2',
  '=1/0',
  '=NOW()',
  '=INDIRECT("A1")',
  '=OFFSET(A1,0,0,1000000,1)',
  '=UNKNOWN(1)',
  '=REPT("x",32767)',
];

/** What stands in a sheet beside its cells: merged cells, a table, hidden rows, formulas that go round in a circle. */
function oddities(random: Random, workbook: Workbook, sheet: Sheet): void {
  const area = sheet.usedArea(true);
  if (area === null) return;
  const { bottom, right } = area;
  if (random.chance(0.15)) sheet.merges.push({ top: 0, left: 0, bottom: random.whole(0, 3), right: random.whole(1, right + 1) });
  if (random.chance(0.2)) sheet.setRowHidden(random.whole(0, bottom), bottom, true);
  if (random.chance(0.1)) sheet.setColumnHidden(0, random.whole(0, right), true);
  if (random.chance(0.15)) sheet.setFormula(random.whole(1, bottom + 1), random.whole(0, right), random.pick(FORMULAS));
  if (random.chance(0.05)) {
    sheet.setFormula(bottom + 1, 2, `=C${bottom + 3}`);
    sheet.setFormula(bottom + 2, 2, `=C${bottom + 2}`);
  }
  if (random.chance(0.05)) sheet.setValue(1_048_575, 16_383, hostileText(random));
  if (random.chance(0.1) && !sheet.name.startsWith('~Tieout'))
    sheet.visibility = workbook.sheets.length > 1 ? random.pick(['Hidden', 'VeryHidden']) : 'Visible';
  const name = `${random.pick(['Table', 'tblMatches', 'Deals_', '_xl'])}${workbook.sheets.length > 1 ? workbook.sheets.length : ''}`;
  if (random.chance(0.2) && sheet.merges.length === 0) workbook.addTable(sheet, area, true, name);
}
