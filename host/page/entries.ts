/** Cells as a person types and copies them. */

import type { Area, Sheet } from '../workbook/model';
import type { Cell } from './movement';

/** What the formula bar shows: the formula, or the entry that would give the value. */
export function entryOf(sheet: Sheet, { row, column }: Cell): string {
  const content = sheet.content(row, column);
  switch (content.kind) {
    case 'empty':
      return '';
    case 'formula':
      return content.formula;
    case 'value':
      return typeof content.value === 'number' && !isTimeFormat(sheet.style(row, column).numberFormat)
        ? String(content.value)
        : (sheet.style(row, column).quotePrefix ? "'" : '') + sheet.text(row, column);
  }
}

const isTimeFormat = (format: string): boolean => /[ymdhs]/i.test(format.replace(/"[^"]*"?|\[[^\]]*\]?|\\./g, ''));

/** A moment as an entry of its day or its time. */
export function nowAs(what: 'date' | 'time', now: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return what === 'date'
    ? `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
    : `${two(now.getHours())}:${two(now.getMinutes())}`;
}

interface ShownCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** An area for other programs: as text with tabs between cells, and as a table with the looks that matter in a letter. */
export function copiedForms(sheet: Sheet, area: Area): { readonly text: string; readonly html: string } {
  const lines = shownCells(sheet, area);
  const rows = lines.map((line) => `<tr>${line.map((cell) => tableCell(sheet, cell)).join('')}</tr>`);
  return {
    text: lines.map((line) => line.map(({ text }) => quoted(text)).join('\t')).join('\r\n'),
    html: `<table>${rows.join('')}</table>`,
  };
}

/** Cells of an area as far as it is used; rows and columns that are hidden are left out. */
function shownCells(sheet: Sheet, area: Area): ShownCell[][] {
  const used = sheet.usedArea(true);
  const bottom = Math.min(area.bottom, Math.max(area.top, used?.bottom ?? 0));
  const right = Math.min(area.right, Math.max(area.left, used?.right ?? 0));
  const lines: ShownCell[][] = [];
  for (let row = area.top; row <= bottom; row += 1) {
    if (sheet.rowHidden(row)) continue;
    const line: ShownCell[] = [];
    for (let column = area.left; column <= right; column += 1)
      if (!sheet.columnHidden(column)) line.push({ row, column, text: sheet.text(row, column) });
    lines.push(line);
  }
  return lines;
}

const quoted = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function tableCell(sheet: Sheet, { row, column, text }: ShownCell): string {
  const { font, fill } = sheet.style(row, column);
  const looks = [
    font.bold ? 'font-weight:bold' : '',
    font.italic ? 'font-style:italic' : '',
    fill === null ? '' : `background:${fill}`,
    font.color === '#000000' ? '' : `color:${font.color}`,
    typeof sheet.value(row, column) === 'number' ? 'text-align:right' : '',
  ].filter((look) => look !== '');
  return `<td${looks.length === 0 ? '' : ` style="${looks.join(';')}"`}>${escaped(text)}</td>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '<br>' };
const escaped = (text: string): string => text.replace(/[&<>"\n]/g, (sign) => ENTITIES[sign] ?? sign);

/** Cells of the first table of a copied page; null where it has none. Cells that span others are followed by empty ones. */
export function pastedTable(html: string): string[][] | null {
  if (!/<table/i.test(html)) return null;
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (table === null) return null;
  const rows: string[][] = [];
  [...table.rows].forEach((line, r) => {
    const row = (rows[r] ??= []);
    for (const cell of line.cells) {
      let column = 0;
      while (row[column] !== undefined) column += 1;
      for (let down = 0; down < cell.rowSpan; down += 1)
        for (let right = 0; right < cell.colSpan; right += 1) (rows[r + down] ??= [])[column + right] = '';
      row[column] = textOf(cell);
    }
  });
  return rows.slice(0, table.rows.length).map((row) => Array.from(row, (text: string | undefined) => text ?? ''));
}

/** Line breaks of a page's source are blanks; those it shows are breaks. */
function textOf(cell: HTMLElement): string {
  for (const line of cell.querySelectorAll('br')) line.replaceWith('\u2028');
  return cell.textContent
    .replace(/[ \t\r\n]+/g, ' ')
    .replaceAll('\u2028', '\n')
    .trim();
}

/** Cells of a copied text, as spreadsheets write it: a quoted cell may hold tabs and line ends. */
export function pastedCells(text: string): string[][] {
  const rows: string[][] = [[]];
  for (let at = 0; at < text.length;) {
    QUOTED.lastIndex = at;
    PLAIN.lastIndex = at;
    const quotedCell = QUOTED.exec(text);
    const [whole, cell = '', end = ''] = quotedCell ?? PLAIN.exec(text) ?? [text.slice(at)];
    rows[rows.length - 1]?.push(quotedCell === null ? cell : cell.replaceAll('""', '"'));
    at += whole.length;
    if (end.endsWith('\n') && at < text.length) rows.push([]);
  }
  return rows;
}

const QUOTED = /"((?:[^"]|"")*)"(\t|\r?\n|$)/y;
/** A quote that nothing closes is taken as it stands. */
const PLAIN = /([^\t\r\n]*)(\t|\r?\n|\r|$)/y;
