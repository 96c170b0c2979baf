/** Sizes that show the contents of columns and rows. */
import { intersect } from './area';
import { MAX_COLUMNS, MAX_ROWS } from './model';
import type { WorkbookSheet } from './sheet';
import { lineHeight, textWidth, wrappedLines } from './textMetrics';

const WIDEST = 255;
const HIGHEST = 409.5;
/** Room that a filter's button takes in a header. */
const BUTTON = 2.5;
const MARGIN = 0.71;

const isMerged = (sheet: WorkbookSheet, row: number, column: number): boolean =>
  sheet.merges.some((area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);

const hasButton = (sheet: WorkbookSheet, row: number, column: number): boolean =>
  sheet.tables.some(
    (table) =>
      table.showFilterButton &&
      table.showHeaders &&
      row === table.area.top &&
      column >= table.area.left &&
      column <= table.area.right,
  );

/** Columns with nothing in them keep their width. */
export function autofitColumns(sheet: WorkbookSheet, left: number, right: number): void {
  const widest = new Map<number, number>();
  const used = sheet.usedArea(true);
  const area = used === null ? null : intersect(used, { top: 0, bottom: MAX_ROWS - 1, left, right });
  if (area === null) return;
  sheet.store.forEach(area, (row, column, content) => {
    if (content === null || isMerged(sheet, row, column) || sheet.rowHidden(row)) return;
    const style = sheet.style(row, column);
    if (style.wrap && typeof content === 'string') return;
    const lines = sheet.text(row, column).split('\n');
    const extra = style.indent * 1.3 + (hasButton(sheet, row, column) ? BUTTON : 0);
    const width = Math.max(...lines.map((line) => textWidth(line, style.font))) + extra;
    widest.set(column, Math.max(widest.get(column) ?? 0, width));
  });
  for (const [column, width] of widest) {
    const rounded = Math.min(WIDEST, Math.round((width + MARGIN) * 100) / 100);
    sheet.columns.change(column, column, (line) => ({ ...line, size: rounded, hidden: false }));
  }
}

/** Rows with nothing in them get the standard height. */
export function autofitRows(sheet: WorkbookSheet, top: number, bottom: number): void {
  const highest = new Map<number, number>();
  sheet.store.forEach({ top, bottom, left: 0, right: MAX_COLUMNS - 1 }, (row, column, content) => {
    if (content === null || isMerged(sheet, row, column)) return;
    const style = sheet.style(row, column);
    const text = sheet.text(row, column);
    const lines = style.wrap ? wrappedLines(text, style.font, sheet.columnWidth(column)) : 1;
    const height = Math.min(HIGHEST, lines * lineHeight(style.font));
    highest.set(row, Math.max(highest.get(row) ?? 0, height));
  });
  sheet.rows.change(top, bottom, (line) => ({ ...line, size: null }));
  for (const [row, height] of highest)
    if (height !== sheet.standardHeight) sheet.rows.change(row, row, (line) => ({ ...line, size: height }));
}
