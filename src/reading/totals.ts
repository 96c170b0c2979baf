/** Which rows are no records: blank rows, totals, subtotals, group headings, repeated headers and footers. */

import type { Role } from '../domain/record';
import type { Field } from '../settings/mapping';
import type { SourceSheet } from './sheet';
import { READ } from './sheet';
import { cellText, isErrorText } from './text';
import { foldedName, hasTotalWord, isFooterText, isStarredAmount, isStars, isTotalFor, totalOf } from './totalWords';

export const EMPTY_ROW = 0;
export const RECORD_ROW = 1;
/** Total, subtotal, footer, group heading or repeated header. */
export const TOTAL_ROW = 2;

/** Roles whose rows may well hold one name and nothing else. */
const LISTS: ReadonlySet<string> = new Set<Role>(['customers', 'owners', 'rates']);

/** Fields without which a row can be no record, by what they prove. */
const PROOF: readonly Field[] = ['date', 'month', 'id', 'reference', 'due'];

/** Classifies each row below the header. Labels decide together with what the row lacks: a customer may be called "Total Energies". */
export function classifyRows(sheet: SourceSheet): Uint8Array {
  let kinds = kindsBySheet.get(sheet);
  if (kinds === undefined) kindsBySheet.set(sheet, (kinds = classify(sheet)));
  return kinds;
}

/** A sheet is asked for its kinds when it is shown and when it is read. */
const kindsBySheet = new WeakMap<SourceSheet, Uint8Array>();

/** A row with a date and so many other cells is no total, footer, heading or header. */
const FULL = 3;

function classify(sheet: SourceSheet): Uint8Array {
  const kinds = new Uint8Array(sheet.count);
  const { width, isHeading } = sheet.grid;
  const first = sheet.mapping.headerRow + 1;
  const proofs = PROOF.flatMap((field) => sheet.mapping.columns[field] ?? []);
  const labels = (['customer', 'name', 'id', 'owner', 'text', 'customerId'] as const).flatMap(
    (field) => sheet.mapping.columns[field] ?? [],
  );
  const dates = sheet.mapping.columns.month === undefined ? sheet.days('date') : sheet.months('month');
  const header = sheet.grid.values[sheet.mapping.headerRow] ?? [];
  let names: ReadonlySet<string> | null = null;
  const namesHere = (): ReadonlySet<string> => (names ??= namesOf(sheet));
  const wide = !LISTS.has(sheet.mapping.role) && header.filter((cell) => cell !== '').length >= 3;
  for (let index = 0; index < sheet.count; index += 1) {
    const dated = dates !== null && dates.state[index] === READ;
    const datedTotal = dated && isDatedTotal(sheet, index);
    if (dated && !datedTotal && isHeading?.[first + index] !== 1 && isFull(sheet, index, width)) {
      kinds[index] = RECORD_ROW;
      continue;
    }
    let filled = 0;
    let texts = 0;
    let firstText = '';
    let sameAsHeader = 0;
    for (let column = 0; column < width; column += 1) {
      const cell = sheet.cell(index, column);
      if (cell === '') continue;
      const text = typeof cell === 'string' ? cellText(cell) : '';
      if (typeof cell === 'string' && text === '') continue;
      filled += 1;
      if (text === '') continue;
      texts += 1;
      if (firstText === '') firstText = text;
      if (cell === header[column]) sameAsHeader += 1;
    }
    if (filled === 0) continue;
    const proven = dated || proofs.some((column) => isProof(sheet.cell(index, column)));
    kinds[index] =
      isHeading?.[first + index] === 1 ||
      (filled >= 2 && sameAsHeader === filled) ||
      isFooter(firstText, filled) ||
      datedTotal ||
      (!dated && (isTotal(sheet, index, labels, firstText, proven, namesHere) || (!proven && isStarred(sheet, index)))) ||
      (wide && filled === 1 && texts === 1 && isLoneLine(sheet, index, firstText))
        ? TOTAL_ROW
        : RECORD_ROW;
  }
  return kinds;
}

function isFull(sheet: SourceSheet, index: number, width: number): boolean {
  let filled = 0;
  for (let column = 0; column < width && filled < FULL; column += 1) if (sheet.cell(index, column) !== '') filled += 1;
  return filled === FULL;
}

/**
 * "Total" as a row's first word and no number of its own where the sheet has numbers: a date beside it is that of the report.
 * A customer may be called "Total", so the number decides.
 */
function isDatedTotal(sheet: SourceSheet, index: number): boolean {
  const id = sheet.mapping.columns.id;
  if (id === undefined) return false;
  const cell = sheet.cell(index, id);
  if (cell !== '' && (typeof cell !== 'string' || !hasTotalWord(cellText(cell)))) return false;
  for (let column = 0; column < sheet.grid.width; column += 1) {
    const label = sheet.cell(index, column);
    if (label !== '') return typeof label === 'string' && totalOf(cellText(label)) === '';
  }
  return false;
}

/** A cell in a key column that is something else than a total's label. */
function isProof(cell: string | number | boolean): boolean {
  if (typeof cell !== 'string') return true;
  const text = cellText(cell);
  return text !== '' && !/^[-–—]+$/.test(text) && !isErrorText(text) && !hasTotalWord(text);
}

function isFooter(text: string, filled: number): boolean {
  return filled <= 2 && isFooterText(text);
}

/**
 * A total's label in a label column or as the row's first text. Without a date and without a key it is a total; with no key
 * columns at all (a waterfall by customer) it is one unless it merely begins a name: "Total Energies" with no "Energies" beside.
 */
function isTotal(
  sheet: SourceSheet,
  index: number,
  labels: readonly number[],
  firstText: string,
  proven: boolean,
  names: () => ReadonlySet<string>,
): boolean {
  if (proven) return false;
  const texts = [firstText, ...labels.map((column) => sheet.cell(index, column)).filter((cell) => typeof cell === 'string')];
  const label = texts.find((text) => text !== '' && hasTotalWord(cellText(text)));
  if (label === undefined) return false;
  const keyed = sheet.has('date') || sheet.has('month') || sheet.has('id') || sheet.has('reference');
  return keyed || isNamelessTotal(label, names());
}

/** Sums are marked with stars instead of words. */
function isStarred(sheet: SourceSheet, index: number): boolean {
  for (let column = 0; column < sheet.grid.width; column += 1) {
    const cell = sheet.cell(index, column);
    if (typeof cell === 'string' && (isStars(cell) || isStarredAmount(cell))) return true;
  }
  return false;
}

function isNamelessTotal(label: string, names: ReadonlySet<string>): boolean {
  const rest = totalOf(cellText(label)) ?? '';
  return rest === '' || names.has(rest) || isTotalFor(label);
}

function namesOf(sheet: SourceSheet): Set<string> {
  return new Set(sheet.has('customer') ? sheet.texts('customer').map(foldedName) : []);
}

/** A lone text: a group's heading or a closing line, unless it stands in the column of ids and looks like one. */
function isLoneLine(sheet: SourceSheet, index: number, text: string): boolean {
  const id = sheet.mapping.columns.id;
  const isId = id !== undefined && sheet.cell(index, id) !== '' && /\d/.test(text) && !/\s/.test(text);
  return !isId;
}
