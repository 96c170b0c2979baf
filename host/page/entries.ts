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
        : sheet.text(row, column);
  }
}

const isTimeFormat = (format: string): boolean => /[ymdhs]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

/** An area as text for other programs: tabs between cells, rows that are hidden left out. */
export function copiedText(sheet: Sheet, area: Area): string {
  const used = sheet.usedArea(true);
  const bottom = Math.max(area.top, Math.min(area.bottom, used?.bottom ?? area.top));
  const right = Math.max(area.left, Math.min(area.right, used?.right ?? area.left));
  const lines: string[] = [];
  for (let row = area.top; row <= bottom; row += 1) {
    if (sheet.rowHidden(row)) continue;
    const texts: string[] = [];
    for (let column = area.left; column <= right; column += 1) texts.push(quoted(sheet.text(row, column)));
    lines.push(texts.join('\t'));
  }
  return lines.join('\r\n');
}

const quoted = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

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
