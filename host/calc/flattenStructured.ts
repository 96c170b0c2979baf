/** Structured references of a table turned into addresses, as Excel does when a table becomes a range. */
import { parseStructRef, tokenize } from '@borgar/fx';
import { columnLetters, printAddress } from '../workbook/address';
import type { Table } from '../workbook/model';
import { structuredArea } from './structured';

export interface Flattened {
  readonly table: Table;
  readonly sheetName: string;
  /** The cell of the formula; null for a name. */
  readonly place: { readonly row: number; readonly column: number } | null;
  /** Whether the formula stands in the table, so that `[@Col]` means it. */
  readonly isInside: boolean;
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

export function flattenStructured(formula: string, { table, sheetName, place, isInside }: Flattened): string {
  if (!formula.includes('[') && !formula.toLowerCase().includes(table.name.toLowerCase())) return formula;
  const addressOf = (sections: readonly string[], columns: readonly string[]): string => {
    const area = structuredArea(table, sections, columns, place?.row ?? -1);
    if ('error' in area) return area.error;
    const isThisRow = sections.length === 1 && sections[0] === 'this row';
    if (!isThisRow) return printAddress(sheetName, area, '$');
    const cells = [area.left, area.right].map((column) => `$${columnLetters(column)}${area.top + 1}`);
    return `${isInside ? '' : printAddress(sheetName, area).replace(/![^!]*$/, '!')}${area.left === area.right ? (cells[0] ?? '') : cells.join(':')}`;
  };
  return tokenize(formula, { withLocation: false })
    .map((token) => {
      if (token.type === 'range_named' && isSame(token.value, table.name)) return addressOf([], []);
      if (token.type !== 'structured') return token.value;
      const found = parseStructRef(token.value);
      const named = found?.table ?? '';
      const isOwn = named === '' ? isInside : isSame(named, table.name);
      return found !== undefined && isOwn ? addressOf(found.sections ?? [], found.columns ?? []) : token.value;
    })
    .join('');
}
