/** A workbook of its own that holds what another holds, without the way through a file. */

import type { CellStore } from '../../host/workbook/cellStore';
import { CHUNK_ROWS } from '../../host/workbook/chunk';
import type { Chunk } from '../../host/workbook/chunk';
import { engineSheet } from '../../host/workbook/engineSheet';
import type { Workbook } from '../../host/workbook/model';
import type { WorkbookSheet } from '../../host/workbook/sheet';
import { createWorkbook } from '../../host/workbook/workbook';

/** The copy came from no file; ids are the same. */
export function copyOf(source: Workbook): Workbook {
  const copy = createWorkbook(source.name, { style: source.styles.get(0) });
  for (let index = 1; index < source.styles.count; index += 1) copy.styles.add(source.styles.get(index));
  copy.transact('load', () => {
    for (const sheet of source.sheets) copySheet(engineSheet(sheet), engineSheet(copy.addSheet(sheet.name, undefined, sheet.id)));
    copy.names.push(...structuredClone(source.names));
    for (const [key, value] of source.settings) copy.settings.set(key, structuredClone(value));
    for (const [id, xml] of source.customXml) copy.customXml.set(id, xml);
    copy.calculationMode = source.calculationMode;
    copy.date1904 = source.date1904;
    copy.properties = structuredClone(source.properties);
    const active = copy.sheet(source.activeSheet.id);
    if (active !== null) copy.select(active, source.selection);
    Object.assign(copy.protection, structuredClone(source.protection));
  });
  return copy;
}

function copySheet(source: WorkbookSheet, copy: WorkbookSheet): void {
  const now = copy.core.nextChange();
  copy.store.restore(copiedCells(source, now), now);
  copy.store.hadFormulas = source.store.hadFormulas;
  copy.rows.restore(source.rows.keep());
  copy.columns.restore(source.columns.keep());
  copy.looks = source.looks;
  Object.assign(copy.pageLayout, structuredClone(source.pageLayout));
  copy.merges.push(...source.merges);
  copy.hyperlinks.push(...structuredClone(source.hyperlinks));
  copy.tables.push(...structuredClone(source.tables));
  copy.conditionalFormats.push(...structuredClone(source.conditionalFormats));
  copy.validations.push(...structuredClone(source.validations));
  copy.charts.push(...structuredClone(source.charts));
  copy.comments.push(...structuredClone(source.comments));
  Object.assign(copy.protection, structuredClone(source.protection));
  copy.revision += 1;
}

function copiedCells(source: WorkbookSheet, now: number): ReturnType<CellStore['keep']> {
  return source.store.keep().map((chunks, column) =>
    chunks?.map((chunk, block) => {
      if (chunk === undefined) return undefined;
      const copy = chunk.copy();
      copy.changedAt = now;
      if (chunk.formulas > 0) copyFormulas(source, chunk, copy, { top: block * CHUNK_ROWS, column, now });
      return copy;
    }),
  );
}

interface Place {
  readonly top: number;
  readonly column: number;
  readonly now: number;
}

/** Formulas come with their values, as from a file. */
function copyFormulas(source: WorkbookSheet, chunk: Chunk, copy: Chunk, { top, column, now }: Place): void {
  for (let slot = 0; slot < CHUNK_ROWS; slot += 1) {
    const cell = chunk.formulaAt(slot);
    if (cell === null) continue;
    const value = source.value(top + slot, column);
    copy.put(slot, { formula: cell.formula, value, checkedAt: now, changedAt: now, program: null });
  }
}
