/** Sample sheets in the workbook: added, known again by id, and taken away as long as nobody changed them. */

import { z } from 'zod';
import { printOf } from '../domain/fingerprint';
import type { RawCell } from '../domain/grid';
import type { OnProgress } from '../domain/progress';
import { send } from './build';
import { setNumberFormat } from './looks';
import { SAMPLE } from './registry';
import { withExcel } from './session';
import { freeName } from './staging';

export interface SampleSheet {
  readonly name: string;
  /** The first is the header; dates are Excel's serials. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Number format, and width in characters. */
  readonly columns: readonly { readonly format: string; readonly width: number }[];
}

export interface SampleRemoval {
  /** How many sheets went. */
  readonly removed: number;
  /** Names of those that stay because a person changed them. */
  readonly changed: readonly string[];
}

const sampleSchema = z.object({
  version: z.literal(1),
  sheets: z.array(z.object({ id: z.string(), print: z.string() })),
});
type Sample = z.infer<typeof sampleSchema>;

/** Points of a column for a character of the usual font, and for its margins. */
const [CHARACTER, MARGIN] = [5.3, 4];

/**
 * Adds the sheets at the end, each under a name that is free, and shows the first.
 * @throws DOMException AbortError where it was cancelled: what was added by then is gone again.
 */
export function addSample(sheets: readonly SampleSheet[], onProgress: OnProgress, signal: AbortSignal): Promise<void> {
  return withExcel(async (context) => {
    const { worksheets, settings } = context.workbook;
    worksheets.load('items/name');
    const before = await readSample(context);
    const taken = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
    const added: { readonly worksheet: Excel.Worksheet; readonly print: string }[] = [];
    try {
      for (const [index, sheet] of sheets.entries()) {
        signal.throwIfAborted();
        onProgress('add sheets', index / sheets.length);
        const name = freeName((attempt) => (attempt === 1 ? sheet.name : `${sheet.name} (${String(attempt)})`), taken);
        taken.add(name.toLowerCase());
        const worksheet = worksheets.add(name);
        worksheet.load('id');
        fill(worksheet, sheet);
        await send(context);
        added.push({ worksheet, print: printOf(sheet.rows) });
      }
      signal.throwIfAborted();
    } catch (error) {
      for (const { worksheet } of added) worksheet.delete();
      await send(context);
      throw error;
    }
    const noted = added.map(({ worksheet, print }) => ({ id: worksheet.id, print }));
    const sample: Sample = { version: 1, sheets: [...before, ...noted] };
    settings.add(SAMPLE, sample);
    added[0]?.worksheet.activate();
    await send(context);
  });
}

function fill(worksheet: Excel.Worksheet, { rows, columns }: SampleSheet): void {
  columns.forEach(({ format, width }, column) => {
    const body = worksheet.getRangeByIndexes(1, column, rows.length - 1, 1);
    // Before the values, so that ids stay texts.
    setNumberFormat(body, format);
    body.format.columnWidth = width * CHARACTER + MARGIN;
  });
  worksheet.getRangeByIndexes(0, 0, rows.length, columns.length).values = rows.map((row) => [...row]);
  worksheet.getRangeByIndexes(0, 0, 1, columns.length).format.font.bold = true;
  worksheet.freezePanes.freezeRows(1);
}

/** Names of today of the sample sheets that are there. */
export async function sampleNames(context: Excel.RequestContext): Promise<string[]> {
  return (await samplesThere(context)).map(({ name }) => name);
}

async function readSample(context: Excel.RequestContext): Promise<Sample['sheets']> {
  const stored = context.workbook.settings.getItemOrNullObject(SAMPLE);
  stored.load('value');
  await context.sync();
  const parsed = sampleSchema.safeParse(stored.isNullObject ? null : stored.value);
  return parsed.success ? parsed.data.sheets : [];
}

async function samplesThere(context: Excel.RequestContext): Promise<{ id: string; name: string; print: string }[]> {
  const noted = await readSample(context);
  if (noted.length === 0) return [];
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name');
  await context.sync();
  return noted.flatMap(({ id, print }) => {
    const sheet = worksheets.items.find((one) => one.id === id);
    return sheet === undefined ? [] : [{ id, name: sheet.name, print }];
  });
}

/**
 * @param evenChanged whether sheets that a person changed go too.
 * @throws DOMException AbortError where it was cancelled before the first sheet went; cancelled later, the others stay.
 */
export function removeSample(evenChanged: boolean, onProgress: OnProgress, signal: AbortSignal): Promise<SampleRemoval> {
  return withExcel(async (context) => {
    const { worksheets, settings } = context.workbook;
    const there = await samplesThere(context);
    const looked = there.map((sample) => {
      const worksheet = worksheets.getItem(sample.id);
      const used = worksheet.getUsedRangeOrNullObject(false);
      used.load('values,rowIndex,columnIndex');
      worksheet.charts.load('count');
      worksheet.tables.load('count');
      return { ...sample, worksheet, used };
    });
    worksheets.load('items/visibility');
    await context.sync();
    const isChanged = ({ print, worksheet, used }: (typeof looked)[number]): boolean =>
      used.isNullObject ||
      used.rowIndex + used.columnIndex + worksheet.charts.count + worksheet.tables.count > 0 ||
      printOf(used.values as RawCell[][]) !== print;
    const kept = evenChanged ? [] : looked.filter(isChanged);
    const going = looked.filter((sample) => !kept.includes(sample));
    // Excel wants one sheet that can be seen.
    if (worksheets.items.filter(({ visibility }) => visibility === 'Visible').length <= going.length) worksheets.add();
    const removed = await removeSheets(context, going, onProgress, signal);
    const staying = looked.filter((one) => !going.slice(0, removed).includes(one));
    const sample: Sample = { version: 1, sheets: staying.map(({ id, print }) => ({ id, print })) };
    if (staying.length > 0) settings.add(SAMPLE, sample);
    else if (there.length > 0) settings.getItem(SAMPLE).delete();
    await send(context);
    return { removed, changed: kept.map(({ name }) => name) };
  });
}

/** One after another. @returns how many went before it was cancelled. @throws DOMException AbortError where none had. */
async function removeSheets(
  context: Excel.RequestContext,
  sheets: readonly { readonly id: string }[],
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<number> {
  signal.throwIfAborted();
  for (const [index, { id }] of sheets.entries()) {
    if (signal.aborted) return index;
    onProgress('remove sheets', index / sheets.length);
    context.workbook.worksheets.getItem(id).delete();
    await send(context);
  }
  return sheets.length;
}
