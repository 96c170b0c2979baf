/** Sample sheets in the workbook: added, known again by id, and taken away as long as nobody changed them. */

import { z } from 'zod';
import { printOf } from '../domain/fingerprint';
import type { RawCell } from '../domain/grid';
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

/** Adds the sheets at the end, each under a name that is free, and shows the first. */
export function addSample(sheets: readonly SampleSheet[]): Promise<void> {
  return withExcel(async (context) => {
    const { worksheets, settings } = context.workbook;
    worksheets.load('items/name');
    const before = await readSample(context);
    const taken = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
    const added = sheets.map((sheet) => {
      const name = freeName((attempt) => (attempt === 1 ? sheet.name : `${sheet.name} (${String(attempt)})`), taken);
      taken.add(name.toLowerCase());
      const worksheet = worksheets.add(name);
      worksheet.load('id');
      return { sheet, worksheet };
    });
    await context.sync();
    for (const { sheet, worksheet } of added) fill(worksheet, sheet);
    const noted = added.map(({ sheet, worksheet }) => ({ id: worksheet.id, print: printOf(sheet.rows) }));
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

/** @param evenChanged whether sheets that a person changed go too. */
export function removeSample(evenChanged: boolean): Promise<SampleRemoval> {
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
    for (const { worksheet } of going) worksheet.delete();
    const sample: Sample = { version: 1, sheets: kept.map(({ id, print }) => ({ id, print })) };
    if (kept.length > 0) settings.add(SAMPLE, sample);
    else if (there.length > 0) settings.getItem(SAMPLE).delete();
    await send(context);
    return { removed: going.length, changed: kept.map(({ name }) => name) };
  });
}
