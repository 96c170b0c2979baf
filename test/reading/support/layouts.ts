/** Records laid out as the usual systems lay them out: titles, headings, totals, first rows, repeats, months across, footers. */

import { isoDay, serialOfDay } from '../../../src/domain/day';
import type { Day } from '../../../src/domain/day';
import type { RawCell, SourceGrid } from '../../../src/domain/grid';

export type Kind = 'deals' | 'invoices' | 'receipts';

export interface Part {
  readonly item: string;
  /** Minor units. */
  readonly amount: number;
}

/** A deal, an invoice or a receipt; its amount is the sum of its parts. */
export interface Document {
  readonly id: string;
  readonly customer: string;
  readonly owner: string;
  readonly day: Day;
  readonly parts: readonly Part[];
}

export type Key = 'id' | 'customer' | 'owner' | 'date' | 'amount' | 'currency' | 'item' | 'part';

/** Labels by column; those of the invoices' banner stand above them. */
const LABELS: Readonly<Record<Kind, Readonly<Record<Key, string>>>> = {
  deals: {
    id: 'Opportunity ID',
    customer: 'Account Name',
    owner: 'Opportunity Owner',
    date: 'Close Date',
    amount: 'Amount',
    currency: 'Currency',
    item: 'Product',
    part: 'Line Total',
  },
  invoices: {
    id: 'Invoice No',
    customer: 'Customer',
    owner: 'Sales Rep',
    date: 'Invoice Date',
    amount: 'Net Amount',
    currency: 'Currency',
    item: 'Item',
    part: 'Line Amount',
  },
  receipts: {
    id: 'Payment ID',
    customer: 'Payer',
    owner: 'Account Manager',
    date: 'Payment Date',
    amount: 'Amount Received',
    currency: 'Currency',
    item: 'Invoice No',
    part: 'Amount Applied',
  },
};

const SHEETS: Readonly<Record<Kind, string>> = { deals: 'Opportunities', invoices: 'Invoices', receipts: 'Payments' };

export type Closing = 'Total for X' | 'Total X' | 'X (Total)' | 'Total - X' | 'none';

export interface Layout {
  readonly titles: readonly (readonly RawCell[])[];
  readonly sumAbove: boolean;
  /** `counted`: "Acme (3)" with the group's sum beside it. */
  readonly groups: 'none' | 'headings' | 'counted' | 'two levels';
  readonly by: 'customer' | 'owner';
  readonly closing: Closing;
  /**
   * `rows`: one row a document. `first`: parts, with the document's own fields on its first row. `repeated`: parts, with the
   * document's amount on each. `parts`: the amounts of the parts only.
   */
  readonly grain: 'rows' | 'first' | 'repeated' | 'repeated with parts' | 'parts';
  readonly header: 'plain' | 'split' | 'twice';
  readonly spacers: boolean;
  readonly hiddenIds: boolean;
  readonly doubledLabel: boolean;
  readonly trailing: number;
  readonly blankBetween: boolean;
  readonly grandTotal: '' | 'TOTAL' | 'Grand Totals' | 'Total';
  readonly footer: 'none' | 'report lines' | 'basis';
  readonly dates: 'serial' | 'iso' | 'dmy' | 'mdy' | 'named';
  readonly amounts: 'number' | 'point' | 'comma' | 'symbol';
}

export interface LaidOut {
  readonly grid: SourceGrid;
  /** Excel's rows that hold records. */
  readonly recordRows: ReadonlySet<number>;
  /** Excel's rows below the header that hold anything else. */
  readonly otherRows: ReadonlySet<number>;
  /** Place of each column. */
  readonly columns: ReadonlyMap<Key, number>;
}

type Cells = Partial<Record<Key | 'group' | 'group2', RawCell>>;

interface Line {
  readonly cells: Cells;
  readonly kind: 'record' | 'other' | 'blank' | 'header';
}

export function layOut(kind: Kind, documents: readonly Document[], layout: Layout): LaidOut {
  const keys = columnsOf(layout);
  const lines = [...bodyOf(documents, layout), ...endOf(documents, layout)];
  const places: { readonly key: Key | 'group' | 'group2' | null; readonly label: string }[] = [];
  if (layout.hiddenIds)
    places.push({ key: null, label: '(Do Not Modify) Row' }, { key: null, label: '(Do Not Modify) Checksum' });
  for (const key of keys) {
    places.push({ key, label: key === 'group' || key === 'group2' ? '' : LABELS[kind][key] });
    if (layout.spacers) places.push({ key: null, label: '' });
  }
  if (layout.doubledLabel) places.push({ key: null, label: 'Note' }, { key: null, label: 'Note' });
  for (let n = 0; n < layout.trailing; n += 1) places.push({ key: null, label: '' });
  const { above, header } = headerOf(
    places.map(({ label }) => label),
    layout,
  );
  const values: RawCell[][] = [];
  const width = places.length;
  const push = (row: readonly RawCell[]): void =>
    void values.push(Array.from({ length: Math.max(width, 2) }, (_, column) => row[column] ?? ''));
  for (const row of layout.titles) push(row);
  const amountAt = places.findIndex(({ key }) => key === 'amount');
  if (layout.sumAbove) push(places.map((_, at) => (at === amountAt ? sumOf(documents) / 100 : '')));
  if (above !== null) push(above);
  push(header);
  const recordRows = new Set<number>();
  const otherRows = new Set<number>();
  let count = 0;
  for (const { cells, kind: what } of lines) {
    if (what === 'record') recordRows.add(values.length + 1);
    if (what === 'other' || what === 'header') otherRows.add(values.length + 1);
    count += 1;
    if (what === 'header') push(header);
    else
      push(
        places.map(({ key, label }) => {
          if (key !== null) return cells[key] ?? '';
          if (what !== 'record' || !label.startsWith('(Do')) return '';
          return label.endsWith('Row') ? `5f0${count}c-77` : `sum${count}x`;
        }),
      );
  }
  const columns = new Map<Key, number>();
  places.forEach(({ key }, at) => key !== null && key !== 'group' && key !== 'group2' && columns.set(key, at));
  const grid = { sheet: SHEETS[kind], table: null, top: 0, left: 0, values, formatSamples: [], hiddenRows: 0 };
  return { grid, recordRows, otherRows, columns };
}

/** The columns in the order in which exports have them: whose the document is, the document, its parts. */
function columnsOf({ groups, by, grain }: Layout): (Key | 'group' | 'group2')[] {
  const isParts = grain !== 'rows';
  const all: Key[] = ['id', 'customer', 'owner', 'date', 'currency', 'amount'];
  if (isParts) all.push('item');
  if (grain === 'first' || grain === 'repeated with parts') all.push('part');
  if (groups === 'none') return all;
  if (groups === 'two levels') return ['group', 'group2', ...all.filter((key) => key !== 'customer' && key !== 'owner')];
  if (groups === 'counted') return all.filter((key) => key !== by);
  return ['group', ...all.filter((key) => key !== by)];
}

function headerOf(labels: readonly string[], { header }: Layout): { above: readonly string[] | null; header: readonly string[] } {
  if (header !== 'split') return { above: null, header: labels };
  // "Invoice" over "Date": the last word below, the others above.
  const split = labels.map((label) => {
    const at = label.lastIndexOf(' ');
    return at === -1 || label.startsWith('(') ? ['', label] : [label.slice(0, at), label.slice(at + 1)];
  });
  return { above: split.map(([upper = '']) => upper), header: split.map(([, lower = '']) => lower) };
}

function bodyOf(documents: readonly Document[], layout: Layout): Line[] {
  const lines = grouped(documents, layout);
  if (layout.header !== 'twice') return lines;
  const middle = lines.findIndex(({ kind }, at) => at >= lines.length / 2 && kind === 'record');
  return middle === -1 || layout.grain === 'first' ? lines : lines.toSpliced(middle, 0, { cells: {}, kind: 'header' });
}

function grouped(documents: readonly Document[], layout: Layout): Line[] {
  const { groups, by } = layout;
  if (groups === 'none') return documents.flatMap((document) => rowsOf(document, layout));
  if (groups === 'two levels')
    return groupsBy(documents, 'owner').flatMap(([owner, own]) => [
      other({ group: owner }),
      ...own.filter(({ customer }) => customer === '').flatMap((each) => rowsOf(each, layout)),
      ...groupsBy(
        own.filter(({ customer }) => customer !== ''),
        'customer',
      ).flatMap(([customer, theirs]) => group('group2', customer, theirs, layout)),
      ...closingOf('group', owner, own, layout),
    ]);
  const known = documents.filter((document) => document[by] !== '');
  const without = documents.filter((document) => document[by] === '');
  const lines = groupsBy(known, by).flatMap(([name, own]) => group(groups === 'counted' ? 'id' : 'group', name, own, layout));
  if (without.length === 0) return lines;
  if (groups === 'counted') return [...lines, ...group('id', 'Undefined', without, layout)];
  if (layout.closing === 'none') return [...lines, ...group('group', '(unassigned)', without, layout)];
  return [...lines, ...without.flatMap((each) => rowsOf(each, layout)), ...closingOf('group', '--', without, layout)];
}

function group(at: 'group' | 'group2' | 'id', name: string, own: readonly Document[], layout: Layout): Line[] {
  const rows = own.flatMap((document) => rowsOf(document, layout));
  if (layout.groups !== 'counted') return [other({ [at]: name }), ...rows, ...closingOf(at, name, own, layout)];
  const count = rows.filter(({ kind }) => kind === 'record').length;
  return [other({ [at]: `${name} (${count})`, ...totals(own, layout) }), ...rows];
}

function closingOf(at: 'group' | 'group2' | 'id', name: string, own: readonly Document[], layout: Layout): Line[] {
  if (layout.closing === 'none') return [];
  const plain = name === '--' && layout.closing !== 'Total - X' ? 'Total for X' : layout.closing;
  return [other({ [at]: plain.replace('X', () => name), ...totals(own, layout) })];
}

function totals(own: readonly Document[], layout: Layout): Cells {
  return { amount: shownAmount(sumOf(own), layout) };
}

function other(cells: Cells): Line {
  return { cells, kind: 'other' };
}

function groupsBy(documents: readonly Document[], by: 'customer' | 'owner'): [string, Document[]][] {
  const found = new Map<string, Document[]>();
  for (const document of documents) found.set(document[by], [...(found.get(document[by]) ?? []), document]);
  return [...found];
}

function rowsOf(document: Document, layout: Layout): Line[] {
  const { grain, blankBetween } = layout;
  const own = {
    id: document.id,
    customer: document.customer,
    owner: document.owner,
    date: shownDay(document.day, layout),
    currency: 'EUR',
    amount: shownAmount(sumOf([document]), layout),
  };
  const parts = grain === 'rows' ? document.parts.slice(0, 1) : document.parts;
  const rows = parts.map(({ item, amount }, at): Line => {
    const whole = grain === 'first' && at > 0 ? {} : own;
    const part = shownAmount(amount, layout);
    return { cells: { ...whole, item, part, ...(grain === 'parts' ? { amount: part } : {}) }, kind: 'record' };
  });
  return blankBetween ? [...rows, { cells: {}, kind: 'blank' }] : rows;
}

function endOf(documents: readonly Document[], layout: Layout): Line[] {
  const { grandTotal, footer, groups } = layout;
  const lines: Line[] = [];
  const at = groups === 'none' || groups === 'counted' ? 'id' : 'group';
  if (grandTotal === 'Grand Totals') lines.push(other({ [at]: `Grand Totals (${documents.length} records)` }));
  else if (grandTotal !== '') lines.push(other({ [at]: grandTotal, ...totals(documents, layout) }));
  const blank: Line = { cells: {}, kind: 'blank' };
  if (footer === 'basis') lines.push(blank, blank, other({ [at]: 'Saturday, Sep 05, 2026 07:30:59 AM GMT-7 - Accrual Basis' }));
  if (footer === 'report lines')
    lines.push(
      blank,
      blank,
      ...[
        'Won this year',
        'Copyright (c) 2000-2026 example.com, inc. All rights reserved.',
        'Confidential Information - Do Not Distribute',
        'Generated By:  Ann Berg  9/5/2026 7:30 AM',
        'Example Org',
      ].map((text) => other({ [at]: text })),
    );
  return lines;
}

function sumOf(documents: readonly Document[]): number {
  return documents.flatMap(({ parts }) => parts).reduce((sum, { amount }) => sum + amount, 0);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function shownDay(day: Day, { dates }: Layout): RawCell {
  const iso = isoDay(day);
  const [year = '', month = '', date = ''] = iso.split('-');
  switch (dates) {
    case 'serial':
      return serialOfDay(day);
    case 'iso':
      return iso;
    case 'dmy':
      return `${date}/${month}/${year}`;
    case 'mdy':
      return `${month}/${date}/${year}`;
    case 'named':
      return `${date} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
  }
}

function shownAmount(minor: number, { amounts }: Layout): RawCell {
  if (amounts === 'number') return minor / 100;
  const text = (Math.abs(minor) / 100).toLocaleString(amounts === 'comma' ? 'de-DE' : 'en-US', { minimumFractionDigits: 2 });
  const signed = minor < 0 ? `-${text}` : text;
  return amounts === 'symbol' ? signed.replace(/\d/, (digit) => `€${digit}`) : signed;
}
