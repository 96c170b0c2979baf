/** Error values in cells that say what a row is: without them its kind or stage is not known. */

import type { Field } from '../settings/mapping';
import type { LeftOutFacts, PendingFault } from './drafts';
import type { SourceSheet } from './sheet';
import { cellText, isErrorText } from './text';

const TELLING: readonly Field[] = ['type', 'status', 'deleted', 'direction'];

/** By row, the errors among its kind and status: it counts as if they were blank, and that is told. */
export function kindErrors(sheet: SourceSheet): (index: number) => PendingFault[] {
  const fields = TELLING.filter((field) => sheet.has(field) && hasErrors(sheet, field));
  if (fields.length === 0) return () => [];
  return (index) =>
    fields.flatMap((field): PendingFault[] => {
      const text = errorAt(sheet, field, index);
      return text === '' ? [] : [{ code: 'part-unreadable', column: sheet.letters(field), text }];
    });
}

/** Whether a deal was won cannot be told where its stage is an error, unless a flag tells; null where it can. */
export function stageError(sheet: SourceSheet, index: number): LeftOutFacts | null {
  if ((sheet.texts('won')[index] ?? '') !== '') return null;
  for (const field of ['won', 'stage'] as const) {
    const text = errorAt(sheet, field, index);
    if (text !== '') return { cause: 'unreadable', column: sheet.letters(field), text };
  }
  return null;
}

function hasErrors(sheet: SourceSheet, field: Field): boolean {
  for (let index = 0; index < sheet.count; index += 1) if (errorAt(sheet, field, index) !== '') return true;
  return false;
}

/** "" where there is none. */
function errorAt(sheet: SourceSheet, field: Field, index: number): string {
  const at = sheet.mapping.columns[field];
  const cell = at === undefined ? '' : sheet.cell(index, at);
  if (typeof cell !== 'string' || !cell.includes('#')) return '';
  const text = cellText(cell);
  return isErrorText(text) ? text : '';
}
