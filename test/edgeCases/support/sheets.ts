/** Source sheets written as rows in the trade's words; the columns are those that some row fills. */

import type { RawCell, SourceGrid } from '../../../src/domain/grid';

interface Layout {
  readonly sheet: string;
  /** Headers of what every row states, in the order of `Row`. */
  readonly id: string | null;
  readonly who: string;
  readonly owner: string | null;
  readonly amount: string;
  readonly day: string;
}

const DEALS: Layout = {
  sheet: 'Deals',
  id: 'Deal ID',
  who: 'Account Name',
  owner: 'Deal Owner',
  amount: 'Amount',
  day: 'Close Date',
};
const INVOICES: Layout = {
  sheet: 'Invoices',
  id: 'Invoice No',
  who: 'Customer',
  owner: 'Invoice Owner',
  amount: 'Net',
  day: 'Invoice Date',
};
const SCHEDULE: Layout = {
  sheet: 'Schedule',
  id: 'Invoice No',
  who: 'Customer',
  owner: null,
  amount: 'Recognised',
  day: 'Month',
};
const RECEIPTS: Layout = {
  sheet: 'Receipts',
  id: 'Receipt No',
  who: 'Payer',
  owner: null,
  amount: 'Amount Received',
  day: 'Receipt Date',
};

/** The first word of a row, its sheet, and what its type or stage column says unless the row says otherwise. */
const WORDS: Readonly<Record<string, readonly [Layout, Readonly<Record<string, string>>]>> = {
  deal: [DEALS, { Stage: 'Closed Won' }],
  invoice: [INVOICES, { Type: 'Invoice' }],
  credit: [INVOICES, { Type: 'Credit note' }],
  revenue: [SCHEDULE, {}],
  receipt: [RECEIPTS, { Type: 'Payment' }],
  refund: [RECEIPTS, { Type: 'Refund' }],
};

/** Columns that a row may name by a short word; any other word is a header itself, `Line Type=Usage`. */
const COLUMNS: Readonly<Record<string, string>> = {
  accountId: 'Account ID',
  applies: 'Applies to',
  billing: 'Billing Frequency',
  deal: 'Deal ID',
  discount: 'Discount',
  due: 'Due Date',
  end: 'Contract End',
  entity: 'Legal Entity',
  fee: 'Fee',
  final: 'Final Invoice',
  from: 'Service Start',
  invoice: 'Invoice',
  kind: 'Type',
  parent: 'Parent Account',
  rate: 'Exchange Rate',
  served: 'Service Month',
  stage: 'Stage',
  start: 'Contract Start',
  status: 'Status',
  tax: 'VAT',
  term: 'Term (months)',
  text: 'Description',
  until: 'Service End',
  withheld: 'Withholding Tax',
};

interface Table {
  readonly headers: string[];
  readonly rows: Map<string, RawCell>[];
}

/**
 * One row a line, columns two blanks apart: `invoice  I-1  Acme  1,200.00 EUR  2026-03-05  deal=D-1  due=2026-04-04`.
 * A deal or invoice may state its owner, `Acme / Alice`; "-" is a blank; a currency not stated is EUR. Credits and refunds
 * are written as their sheet has them, with their minus. A revenue row's number is its invoice's. `rate  USD  0.80 EUR
 * 2026-03-01` is a row of the table of rates.
 */
export function sheetsOf(text: string): SourceGrid[] {
  const tables = new Map<string, Table>();
  const put = (sheet: string, row: readonly (readonly [header: string, cell: RawCell])[]): void => {
    const table = tables.get(sheet) ?? { headers: [], rows: [] };
    tables.set(sheet, table);
    for (const [header] of row) if (!table.headers.includes(header)) table.headers.push(header);
    table.rows.push(new Map(row));
  };
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const [word = '', ...cells] = line.trim().split(/\s{2,}/);
    if (word === 'rate') {
      const [from = '', quoted = '', day = ''] = cells;
      const [rate = '', to = ''] = quoted.split(' ');
      put('Rates', [
        ['From Currency', from],
        ['To Currency', to],
        ['Rate Date', day],
        ['Exchange Rate', Number(rate)],
      ]);
      continue;
    }
    const known = WORDS[word];
    if (known === undefined) throw new RangeError(`no such row: ${line}`);
    put(known[0].sheet, rowOf(cells, ...known));
  }
  return [...tables].map(([sheet, { headers, rows }]) => ({
    sheet,
    table: null,
    top: 0,
    left: 0,
    values: [headers, ...rows.map((row) => headers.map((header) => row.get(header) ?? ''))],
    formatSamples: [],
    hiddenRows: 0,
  }));
}

function rowOf(cells: readonly string[], layout: Layout, usual: Readonly<Record<string, string>>): [string, RawCell][] {
  const plain = cells.filter((cell) => !cell.includes('=')).map((cell) => (cell === '-' ? '' : cell));
  const [id = '', who = '', money = '', day = ''] = plain;
  const [customer = '', owner] = who.split(' / ');
  const [amount = '', currency = 'EUR'] = money.split(' ');
  const row: [string, RawCell][] = [];
  if (layout.id !== null) row.push([layout.id, id]);
  row.push([layout.who, customer], [layout.amount, numberOf(amount)], ['Currency', currency], [layout.day, day]);
  if (layout.owner !== null && owner !== undefined) row.push([layout.owner, owner]);
  const told = new Map(Object.entries(usual));
  for (const cell of cells.filter((each) => each.includes('='))) {
    const at = cell.indexOf('=');
    const name = cell.slice(0, at);
    told.set(COLUMNS[name] ?? name, cell.slice(at + 1));
  }
  return [...row, ...[...told].map(([header, cell]): [string, RawCell] => [header, numberOf(cell)])];
}

function numberOf(text: string): RawCell {
  const plain = text.replaceAll(',', '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
}
